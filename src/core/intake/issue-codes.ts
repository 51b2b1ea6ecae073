export type Severity = 'skip' | 'reject' | 'warn' | 'info';

/** Every problem the importer can name: how heavy it is and what it means on screen. */
export const issueCodes = {
  NAME_EMPTY: { severity: 'reject', meaning: '姓名为空' },
  ID_EMPTY: { severity: 'reject', meaning: '身份证号为空' },
  ID_PRECISION_LOST: { severity: 'reject', meaning: '身份证号存成了数值，末几位已丢失' },
  ID_SCI_TEXT: { severity: 'reject', meaning: '身份证号是科学计数法文本' },
  ID_CHECKSUM: { severity: 'reject', meaning: '身份证号校验码不符' },
  ID_BIRTHDATE: { severity: 'reject', meaning: '身份证号中的出生日期不存在' },
  ID_MASKED: { severity: 'reject', meaning: '身份证号已脱敏' },
  ID_LENGTH: { severity: 'reject', meaning: '身份证号位数或字符不符' },
  DATE_INVALID: { severity: 'reject', meaning: '日期不存在或无法识别' },
  DATE_TWO_DIGIT_YEAR: { severity: 'reject', meaning: '年份只有两位' },
  DATE_AMBIGUOUS_MDY: { severity: 'reject', meaning: '月日年次序不明' },
  DUP_ID_IN_FILE: { severity: 'reject', meaning: '身份证号在本文件内重复' },
  DUP_KEY_IN_FILE: { severity: 'reject', meaning: '主键在本文件内重复' },
  KEY_EMPTY: { severity: 'reject', meaning: '主键为空' },
  ORG_NAME_EMPTY: { severity: 'reject', meaning: '单位或支部名称为空' },
  USCC_CHECKSUM: { severity: 'reject', meaning: '统一社会信用代码校验码不符' },
  USCC_PRECISION_LOST: { severity: 'reject', meaning: '统一社会信用代码存成了数值' },
  USCC_LENGTH: { severity: 'reject', meaning: '统一社会信用代码位数或字符不符' },
  DUP_USCC_IN_FILE: { severity: 'reject', meaning: '统一社会信用代码在本文件内重复' },
  NUMBER_INVALID: { severity: 'reject', meaning: '人数不是数字' },
  FORMULA_ERROR: { severity: 'reject', meaning: '单元格是公式错误值' },
  BRANCH_EMPTY: { severity: 'reject', meaning: '所在党支部为空' },
  DATE_MONTH_PRECISION: { severity: 'warn', meaning: '只到年月' },
  DATE_SERIAL_GENERAL: { severity: 'warn', meaning: '常规格式里的日期序列号' },
  DATE_AMBIGUOUS_1_10: { severity: 'warn', meaning: '可能是 1 月也可能是 10 月' },
  DATE_PLACEHOLDER: { severity: 'warn', meaning: '日期处是占位文字' },
  DATE_FUTURE: { severity: 'warn', meaning: '日期晚于今天' },
  DATE_ORDER: { severity: 'warn', meaning: '日期先后颠倒' },
  TRAIN_LT_1Y: { severity: 'warn', meaning: '培养教育不满一年' },
  PROBATION_LT_1Y: { severity: 'warn', meaning: '预备期不满一年' },
  AGE_LT_18_AT_APPLY: { severity: 'warn', meaning: '申请时未满十八周岁' },
  GENDER_ID_MISMATCH: { severity: 'warn', meaning: '性别与身份证号不符' },
  GENDER_UNKNOWN: { severity: 'warn', meaning: '性别不是男或女' },
  BIRTH_ID_MISMATCH: { severity: 'warn', meaning: '出生日期与身份证号不符' },
  SAME_NAME_DIFF_ID: { severity: 'warn', meaning: '同名不同证' },
  CROSS_FILE_DUP: { severity: 'warn', meaning: '台账中已有此人' },
  DUP_VOLUNTEER_NO: { severity: 'warn', meaning: '志愿书编号重号' },
  ID_15: { severity: 'warn', meaning: '15 位旧身份证号' },
  CODE_NUMERIC: { severity: 'warn', meaning: '编码存成了数值，可能丢了前面的 0' },
  SAMPLE_ROW_SUSPECT: { severity: 'warn', meaning: '疑似模板示例行' },
  UNKNOWN_ENUM: { severity: 'warn', meaning: '不在可选值中' },
  STAGE_DATE_CONFLICT: { severity: 'warn', meaning: '阶段与日期矛盾' },
  RANGE_REVERSED: { severity: 'warn', meaning: '起止颠倒' },
  SUM_MISMATCH: { severity: 'warn', meaning: '分项与合计不符' },
  DERIVED_MISMATCH: { severity: 'warn', meaning: '推算值与日期不符' },
  FORMULA_NO_CACHE: { severity: 'warn', meaning: '公式没有保存结果' },
  FORMULA_INJECTION: { severity: 'warn', meaning: '文字以 = + @ 开头' },
  FIELD_CONFLICT: { severity: 'warn', meaning: '同一行内互相矛盾' },
  NUMBER_APPROX: { severity: 'warn', meaning: '约数' },
  REF_NOT_FOUND: { severity: 'warn', meaning: '台账中没有所引用的单位' },
  ORG_INACTIVE: { severity: 'warn', meaning: '单位不在正常经营' },
  SHOULD_BUILD_NOT_BUILT: { severity: 'warn', meaning: '应建未建' },
  PROBATION_OVERDUE: { severity: 'warn', meaning: '预备期满未转正' },
  USCC_EMPTY: { severity: 'warn', meaning: '统一社会信用代码为空' },
  TERM_OVERDUE: { severity: 'warn', meaning: '届满未换届' },
  TERM_DUE_SOON: { severity: 'warn', meaning: '即将届满' },
  TERM_MISMATCH: { severity: 'warn', meaning: '应换届日与任期不符' },
  LATEST_WINS: { severity: 'warn', meaning: '同一人后来又提交，这一份被替代' },
  LIST_COUNT: { severity: 'warn', meaning: '人数不合要求' },
  FIELD_REQUIRED_EMPTY: { severity: 'warn', meaning: '建议必填项为空' },
  NAME_SPACE: { severity: 'info', meaning: '姓名中有空格' },
  NAME_DOT: { severity: 'info', meaning: '间隔号写法不统一' },
  ID_LOWER_X: { severity: 'info', meaning: '身份证号末位是小写 x' },
  ID_SPACE: { severity: 'info', meaning: '身份证号含空格' },
  ID_APOSTROPHE: { severity: 'info', meaning: '身份证号前有撇号' },
  FULLWIDTH: { severity: 'info', meaning: '全角数字或标点' },
  DATE_8DIGIT: { severity: 'info', meaning: '8 位数字日期' },
  CODE_SPACE: { severity: 'info', meaning: '编码首尾有空格' },
  ENUM_NORMALIZED: { severity: 'info', meaning: '已换成规范写法' },
  FILL_DOWN: { severity: 'info', meaning: '由上方合并单元格填充' },
  TIME_PART: { severity: 'info', meaning: '日期带有时刻' },
  RARE_CHAR: { severity: 'info', meaning: '含生僻字' },
  BLANK_ROW: { severity: 'skip', meaning: '空行' },
  TOTAL_ROW: { severity: 'skip', meaning: '合计行' },
  SUBTOTAL_ROW: { severity: 'skip', meaning: '小计行' },
  NOTE_ROW: { severity: 'skip', meaning: '注释或填表说明行' },
  REPEATED_HEADER: { severity: 'skip', meaning: '重复的表头' },
  NUMBERED_EMPTY: { severity: 'skip', meaning: '只有序号的空行' },
  HINT_ROW: { severity: 'skip', meaning: '填写提示行' },
} as const satisfies Record<string, { severity: Severity; meaning: string }>;

export type IssueCode = keyof typeof issueCodes;

/** A problem of one value, before it is known where the value stands. */
export interface Problem {
  readonly code: IssueCode;
  /** Plain Chinese, for the person who repairs the sheet. */
  readonly why: string;
  /** Where the row may still be kept: a broken derived cell is a warning only. */
  readonly severity?: Severity;
}

/** What the sheet holds, as it can be shown and exported. */
export type RawValue = string | number | boolean | null;

/** A problem of a row with the place it was found. */
export interface Issue {
  readonly code: IssueCode;
  /** Header of the column as written; `null` for the row as a whole. */
  readonly col: string | null;
  /** 0-based column; `null` for the row as a whole. */
  readonly column: number | null;
  readonly raw: RawValue;
  readonly why: string;
  readonly severity: Severity;
}

export type Verdict = 'ok' | 'warn' | 'reject' | 'skip';

/** The heaviest issue decides; information changes nothing. */
export function verdictOf(issues: readonly Issue[]): Verdict {
  for (const verdict of ['skip', 'reject', 'warn'] as const) {
    if (issues.some((issue) => issue.severity === verdict)) return verdict;
  }
  return 'ok';
}
