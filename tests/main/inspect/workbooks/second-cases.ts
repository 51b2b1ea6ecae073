import { creditCode, idNumber } from '../../../support/raw-sheet';
import type { Cell } from '../../../support/sheet-formats';
import type { WorkbookCase } from './case';
import { coverageLedger } from './unit-cases';
import { wholeWay } from './people-cases';

const changed = (row: Cell[], changes: Readonly<Record<number, Cell>>): Cell[] => {
  for (const [column, value] of Object.entries(changes)) row[Number(column)] = value;
  return row;
};

const peopleHeader = [
  '行号',
  '党员姓名',
  '性　　别',
  '民 族',
  '居民身份证号',
  '出生年月日',
  '周岁',
  '党支部',
  '人员类别',
  '首次申请入党时间',
  '确定积极分子时间',
  '成为预备党员时间',
  '成为正式党员时间',
  '入党志愿书号',
];

const villager = (order: number, name: string, changes: Readonly<Record<number, Cell>> = {}) =>
  changed(
    [
      order,
      name,
      '女',
      '汉族',
      idNumber(`1990-05-${String(order + 10)}`, 12),
      `1990-05-${String(order + 10)}`,
      36,
      '东村党支部',
      '正式党员',
      '2010-06-01',
      '2011-06-01',
      '2013-06-01',
      '2014-06-01',
      `C${order}`,
    ],
    changes,
  );

const bornSmallX = (): string => {
  for (let order = 14; ; order += 2) {
    const number = idNumber('1990-05-19', order);
    if (number.endsWith('X')) return number.toLowerCase();
  }
};

/** The same troubles as elsewhere under other headers: what is known must not hang on one wording. */
export const otherWords: WorkbookCase = {
  title: 'a village roster in other words, numbered columns and hints under its header',
  file: '村党员.xls',
  formats: ['biff8', 'xlsx'],
  sheets: [
    {
      name: '党员',
      rows: [
        ['东村党员名册'],
        peopleHeader,
        ['甲', '乙', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        [null, '填写全名', '必填', '如：汉族', '文本格式', '格式：年-月-日'],
        villager(1, '测一'),
        villager(2, '样 四'),
        villager(3, '测五', { 4: 990101199005130000 }),
        villager(4, '样六', { 4: idNumber('1990-05-14', 12).replace(/.$/, 'A') }),
        villager(5, '测七', {
          4: idNumber('1990-05-15', 12).slice(0, 17) + wrongEnd('1990-05-15'),
        }),
        villager(6, '样八', { 2: '男' }),
        villager(7, '测九', { 2: '?' }),
        villager(8, '样十', { 5: '1991-05-18' }),
        villager(9, '测十一', { 4: bornSmallX() }),
        villager(10, '样十二', { 4: `990101 ${idNumber('1990-05-20', 12).slice(6)}` }),
        villager(11, '测十三', { 4: `'${idNumber('1990-05-21', 12)}` }),
        villager(12, '古丽•测', { 3: '维吾尔族' }),
        villager(13, '', {}),
        villager(14, '𠮷测', { 10: 20110601 }),
        villager(15, '测十七', { 9: '2008-05-24' }),
        villager(16, '样十八', { 9: 40330 }),
        villager(17, '测十九', { 6: 30 }),
        villager(18, '样二十', { 8: '预备党员' }),
        villager(19, '测二一', { 13: 'C1' }),
        peopleHeader,
      ],
    },
  ],
  issues: [
    '3 HINT_ROW',
    '4 HINT_ROW',
    '6 NAME_SPACE 党员姓名',
    '7 ID_PRECISION_LOST 居民身份证号',
    '8 ID_LENGTH 居民身份证号',
    '9 ID_CHECKSUM 居民身份证号',
    '10 GENDER_ID_MISMATCH 性　　别',
    '11 GENDER_UNKNOWN 性　　别',
    '12 BIRTH_ID_MISMATCH 出生年月日',
    '13 ID_LOWER_X 居民身份证号',
    '14 ID_SPACE 居民身份证号',
    '15 ID_APOSTROPHE 居民身份证号',
    '16 NAME_DOT 党员姓名',
    '17 NAME_EMPTY 党员姓名',
    '18 DATE_8DIGIT 确定积极分子时间',
    '18 RARE_CHAR 党员姓名',
    '19 AGE_LT_18_AT_APPLY 首次申请入党时间',
    '20 DATE_SERIAL_GENERAL 首次申请入党时间',
    '21 DERIVED_MISMATCH 周岁',
    '22 STAGE_DATE_CONFLICT 人员类别',
    '23 DUP_VOLUNTEER_NO 入党志愿书号',
    '24 REPEATED_HEADER',
  ],
};

function wrongEnd(born: string): string {
  return idNumber(born, 12).endsWith('7') ? '8' : '7';
}

const firm = (order: number, changes: Readonly<Record<number, Cell>> = {}) =>
  changed(
    [
      `样例${order}公司`,
      creditCode(300 + order),
      '在业',
      '是',
      null,
      '单独组建',
      '党支部',
      '否',
      '2018-05-01',
      `样例${order}公司党支部`,
      '甲镇党委',
      '测书记',
      '本科',
      120,
    ],
    changes,
  );

/** 非公企业党组织信息 (rules §5, 5). */
export const firmsWithParty: WorkbookCase = {
  title: 'party organisations of private firms',
  file: '非公企业党组织信息.csv',
  formats: ['csv-bom', 'html', 'xlsx'],
  sheets: [
    {
      name: '信息',
      rows: [
        [
          '企业全称',
          '信用代码',
          '登记状态',
          '是否成立党组织',
          '未建立党组织原因',
          '党组织组建形式',
          '党组织类别',
          '是否选派党建工作指导员或联络员',
          '党组织成立时间',
          '党组织名称',
          '隶属党组织名称',
          '书记姓名',
          '书记学历',
          '使用面积',
        ],
        firm(1, { 2: '正常' }),
        firm(2, { 2: '正常', 1: creditCode(301) }),
        firm(3, { 2: '正常', 1: creditCode(303).slice(0, 17) + wrongCheck(303) }),
        firm(4, { 2: '正常', 1: '' }),
        firm(5, { 2: '已注销' }),
      ],
    },
  ],
  issues: [
    '3 DUP_USCC_IN_FILE 信用代码',
    '4 USCC_CHECKSUM 信用代码',
    '5 USCC_EMPTY 信用代码',
    '6 ENUM_NORMALIZED 登记状态',
    '6 ORG_INACTIVE 登记状态',
  ],
};

function wrongCheck(order: number): string {
  return creditCode(order).endsWith('2') ? '3' : '2';
}

/** 支部委员会 as a university system lists it: terms under other headers, no stated term. */
export const committees: WorkbookCase = {
  title: 'committees of branches with their actual elections',
  file: '支部委员会.csv',
  formats: ['csv-gb18030', 'tsv', 'xml'],
  sheets: [
    {
      name: '委员会',
      rows: [
        [
          '委员会名称',
          '所属分党委',
          '所属党支部',
          '任命时间',
          '应换届时间',
          '实际换届时间',
          '发文',
        ],
        ['第一届', '样例学院党委', '教工党支部', '2019.9.1', '2022.9.1', '2022.9.10', '1号'],
        ['第一届', '样例学院党委', '学生党支部', '2024.2.29', '2027.2.28', null, '2号'],
        ['第一届', '样例学院党委', '退休党支部', '2025.9.1', '2030.9.1', null, '3号'],
        ['第一届', '样例书院党委', '学生党支部', '2022.9.1', '2025.9.1', '', '4号'],
      ],
    },
  ],
  issues: ['3 TERM_DUE_SOON 应换届时间', '4 TERM_MISMATCH 应换届时间', '5 TERM_OVERDUE 应换届时间'],
};

/** Answers keyed by staff number; people who were imported before under their number. */
export const staffAnswers: WorkbookCase = {
  title: 'answers keyed by staff number',
  file: '填报.csv',
  formats: ['csv-utf8', 'xlsx'],
  after: [wholeWay],
  sheets: [
    {
      name: '填报',
      rows: [
        ['答题时间', '姓名', '学工号', '所在支部', '身份证件号码', '专兼职情况'],
        ['2026-11-01 08:00:00', '测一', 'T001', '一支部', idNumber('1990-05-11', 12), '专职'],
        ['2026-11-02 08:00:00', '测一', 'T001', '一支部', idNumber('1990-05-11', 12), '专职'],
        ['2026-11-02 09:00:00', '样四', 'T002', '一支部', null, '专职'],
        ['2026-11-02 08:00:00', '样四', 'T002', '一支部', null, '专职'],
      ],
    },
  ],
  issues: ['2 LATEST_WINS 身份证件号码', '5 LATEST_WINS 学工号'],
};

/** Instructors with the day they were sent and when they go. */
export const sentInstructors: WorkbookCase = {
  title: 'instructors by the sheet of the unit they were sent to',
  file: '派驻.xlsx',
  formats: ['xlsx', 'csv-utf8'],
  after: [coverageLedger],
  sheets: [
    {
      name: '党建指导员派驻情况',
      rows: [
        ['姓名', '性别', '联系电话', '派驻企业', '派驻起始日期', '派驻截止日期'],
        ['测一', '男', '13900000001', '样例一厂', '2026-01-01', '2027-12-31'],
        ['样四', '女', '13900000002', '样例千厂', '2026-01-01', '2027-12-31'],
        ['测五', '女', '13900000003', '样例二厂', '2026-01-01', '2025-12-31'],
      ],
    },
  ],
  issues: ['3 REF_NOT_FOUND 派驻企业', '4 RANGE_REVERSED 派驻截止日期'],
};

/** A member who is imported a second time under another header. */
export const transferred: WorkbookCase = {
  title: 'members moved in, some of them known',
  file: '转入.xlsx',
  formats: ['xlsx'],
  after: [otherWords],
  sheets: [
    {
      name: '转入',
      rows: [
        ['姓名', '公民身份证号码', '所在党支部', '入党时间', '流入时间'],
        ['测一', idNumber('1990-05-11', 12), '西村党支部', '2013-06-01', '2026-05-01'],
        ['样样', idNumber('1991-05-11', 12), '西村党支部', '2013-06-01', '2012-05-01'],
        ['测测', idNumber('1992-05-11', 12), '西村党支部', '2013-06-01', '2026-05-01'],
      ],
    },
  ],
  issues: ['2 CROSS_FILE_DUP 公民身份证号码', '3 DATE_ORDER 流入时间'],
};
