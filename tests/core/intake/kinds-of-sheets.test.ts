import { describe, expect, it } from 'vitest';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import type { MergedRange } from '../../../src/core/intake/raw-workbook';
import {
  creditCode,
  firstSheet,
  idNumber,
  issueLines,
  rawSheet,
  rawWorkbook,
  read,
  today,
} from '../../support/raw-sheet';

const merge = (top: number, left: number, bottom: number, right: number): MergedRange => ({
  top,
  left,
  bottom,
  right,
});

describe('a roster keyed by student number', () => {
  const found = read([
    ['样例学院发展党员情况一览表'],
    [
      '序号',
      '学号',
      '姓名',
      '所在党支部',
      '申请入党时间',
      '确定为积极分子时间',
      '确定为发展对象时间',
      '入党介绍人',
      '培养联系人',
      '人员类别',
      '入党时间',
    ],
    [
      1,
      '20230001',
      '测一',
      '第一支部',
      '2023.3.1',
      '2024.3.1',
      '2025.3.1',
      '苏联甲、苏联乙',
      '苏联甲',
      '预备党员',
      '2025-12-01',
    ],
    [
      2,
      '20230002 ',
      '样四',
      '第一支部',
      '2023.3.1',
      '2024.3.2',
      '2025.3.1',
      '苏联甲',
      '苏联甲、苏联乙、苏联丙',
      '发展对象',
      null,
    ],
    [
      3,
      20230003,
      '测五',
      '第一支部',
      '2023.3.1',
      '2024.2.29',
      '2025.2.28',
      '苏联甲 苏联乙',
      '',
      '发展对象',
      '2026.1.1',
    ],
    [4, null, '测六', '第一支部', '2023.3.1', '2024.2.29', '2025.3.1', null, '', '发展对象', null],
    [5, '20230001', '测七', '', '2023.3.1', null, null, null, '', '入党申请人', null],
    [6],
    [7],
    ['小计', null, '5人'],
    ['注：本表由支部填写'],
    ['填表人：测某某', null, null, null, '审核人：'],
  ]);

  it('finds every defect and skips what is no record', () => {
    expect(issueLines(found)).toEqual([
      '4 CODE_SPACE 学号',
      '4 TRAIN_LT_1Y 确定为发展对象时间',
      '4 LIST_COUNT 入党介绍人',
      '4 LIST_COUNT 培养联系人',
      '5 CODE_NUMERIC 学号',
      '5 TRAIN_LT_1Y 确定为发展对象时间',
      '5 STAGE_DATE_CONFLICT 人员类别',
      '6 KEY_EMPTY 学号',
      '7 BRANCH_EMPTY 所在党支部',
      '7 DUP_KEY_IN_FILE 学号',
      '8 NUMBERED_EMPTY',
      '9 NUMBERED_EMPTY',
      '10 SUBTOTAL_ROW',
      '11 NOTE_ROW',
      '12 NOTE_ROW',
    ]);
  });

  it('keys its people by the number', () => {
    expect(firstSheet(found).rows[0]?.record).toMatchObject({
      kind: 'person',
      key: 'no:20230001',
      fields: { name: '测一', activistOn: '2024-03-01', introducers: ['苏联甲', '苏联乙'] },
    });
  });
});

describe('a roster keyed by number and by ID', () => {
  it('refuses only whoever has neither', () => {
    const found = read([
      ['工号', '姓名', '身份证号', '所在党支部', '入党时间', '转正时间', '党籍状态', '年龄'],
      ['A01', '测一', idNumber('1980-03-07', 11), '一支部', 2003.1, '2004-11-02', '正式党员', 46],
      ['', '样四', idNumber('1981-03-07', 12), '一支部', '03-15-98', '1999-03-15', '正式党员', 20],
      ['', '样五', '', '一支部', '1998.3.15', '1999.3.15', '正式党员', null],
      ['A04', '样六', '', '一支部', 2003.07, null, '正式党员', null],
      ['A05', '样七', idNumber('1980-03-07', 11), '一支部', '不详', '2027-03-15', '预备党员', null],
    ]);
    expect(issueLines(found)).toEqual([
      '2 DATE_AMBIGUOUS_1_10 入党时间',
      '3 DATE_AMBIGUOUS_MDY 入党时间',
      '3 DERIVED_MISMATCH 年龄',
      '4 KEY_EMPTY 工号',
      '5 DATE_MONTH_PRECISION 入党时间',
      '5 STAGE_DATE_CONFLICT 党籍状态',
      '6 DATE_PLACEHOLDER 入党时间',
      '6 DATE_FUTURE 转正时间',
      '6 STAGE_DATE_CONFLICT 党籍状态',
      '6 DUP_ID_IN_FILE 身份证号',
    ]);
  });
});

describe('a list of branches with their elections', () => {
  it('counts terms of three years, of five in villages, and fills merged committees down', () => {
    const found = read(
      [
        ['样例县基层党组织换届情况统计表'],
        [
          '序号',
          '党委名称',
          '支部名称',
          '任命日',
          '任期(年)',
          '应换届日',
          '党员总数',
          '正式党员数',
          '预备党员数',
        ],
        [1, '甲镇党委', '甲镇样例村党支部', '2021-11-30', null, '2026-11-30', 30, 28, 2],
        [2, null, '甲镇机关党支部', '2022-11-22', 3, '2025-11-22', 10, 9, 0],
        [3, null, '甲镇样例小学党支部', '2025.5.1', 3, '2028-06-01', 5, 5, 0],
        [4, null, '甲镇机关党支部', '2024-11-22', 3, '2027-11-22', 9, 9, 0],
        [5, null, null, '2024-11-22', 3, null, 9, 9, 0],
        ['甲镇小计', null, null, null, null, null, 63],
        [6, '乙镇党委', '乙镇样例村党支部', '2024年3月', 5, null, 20, 20, null],
        ['合计', null, null, null, null, null, 83],
      ],
      [merge(3, 1, 7, 1)],
    );
    expect(issueLines(found)).toEqual([
      '3 TERM_DUE_SOON 应换届日',
      '4 FILL_DOWN 党委名称',
      '4 SUM_MISMATCH 党员总数',
      '4 TERM_OVERDUE 应换届日',
      '5 FILL_DOWN 党委名称',
      '5 TERM_MISMATCH 应换届日',
      '6 FILL_DOWN 党委名称',
      '6 DUP_KEY_IN_FILE 支部名称',
      '7 FILL_DOWN 党委名称',
      '7 ORG_NAME_EMPTY 支部名称',
      '8 SUBTOTAL_ROW',
      '9 DATE_MONTH_PRECISION 任命日',
      '10 TOTAL_ROW',
    ]);
  });

  it.each([
    { elected: '2023-11-22', codes: ['TERM_OVERDUE'], because: 'the day before today' },
    { elected: '2023-11-23', codes: ['TERM_DUE_SOON'], because: 'today' },
    { elected: '2024-05-23', codes: ['TERM_DUE_SOON'], because: 'six months from today' },
    { elected: '2024-05-24', codes: [], because: 'a day beyond six months' },
  ])('says $codes when the term ends on $because', ({ elected, codes }) => {
    const found = read([
      ['党委', '党支部', '任命日期', '任期'],
      ['样例党委', '机关党支部', elected, 3],
    ]);
    expect(firstSheet(found).rows[0]?.issues.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a survey of social organisations', () => {
  const rows = [
    ['社会组织党建工作统计表'],
    ['填报单位：样例县民政局', '', '', '', '', '2026年11月'],
    [
      '序号',
      '社会组织名称',
      '统一社会信用代码',
      '社会组织种类',
      '从业人员',
      '党组织情况',
      '',
      '',
      '党员情况',
      '',
      '',
    ],
    [
      '',
      '',
      '',
      '',
      '',
      '是否建立党组织',
      '组建方式',
      '党建指导员',
      '从业人员党员数',
      '专职党员数量',
      '兼职党员数量',
    ],
    [1, '样例协会', creditCode(1), '社会团体', '约30人', '否', '', '测导一', 5, 3, 1],
    [2, '样例基金会', creditCode(2), '基金会', '8', '是', '单独', '', 3, 3, 0],
    [
      3,
      '样例服务中心',
      creditCode(3).slice(0, 17),
      '民办非企业单位',
      '三十余人',
      '否',
      '',
      '',
      0,
      0,
      0,
    ],
    [4, '', '', '', '', '', '', '', '', '', ''],
    ['社会团体小计', '', '', '', '43'],
    ['总计', '', '', '', '43'],
  ];
  const merges = [0, 1, 2, 3, 4]
    .map((column) => merge(3, column, 4, column))
    .concat([merge(3, 5, 3, 7), merge(3, 8, 3, 10)]);
  const found = read(rows, merges);

  it('reads headers merged down and across', () => {
    const sheet = firstSheet(found);
    expect(sheet).toMatchObject({
      titleRows: [1],
      infoRows: [2],
      headerRows: [3, 4],
      firstDataRow: 5,
    });
    expect(sheet.columns[6]).toMatchObject({ header: '组建方式', group: '党组织情况' });
    expect(sheet.columns[1]).toMatchObject({ header: '社会组织名称', group: undefined });
  });

  it('compares parts with the total and keeps approximate counts apart', () => {
    expect(issueLines(found)).toEqual([
      '5 NUMBER_APPROX 从业人员',
      '5 SUM_MISMATCH 从业人员党员数',
      '5 SHOULD_BUILD_NOT_BUILT 是否建立党组织',
      '6 ENUM_NORMALIZED 组建方式',
      '7 USCC_LENGTH 统一社会信用代码',
      '7 NUMBER_INVALID 从业人员',
      '8 NUMBERED_EMPTY',
      '9 SUBTOTAL_ROW',
      '10 TOTAL_ROW',
    ]);
  });

  it('counts all valid units where the sheet states no operating status', () => {
    expect(firstSheet(found).coverage?.total).toMatchObject({
      validRows: 2,
      active: 2,
      built: 1,
      sole: 1,
      organizationCoverage: 50,
      shouldNotBuilt: 1,
      workCovered: 2,
    });
  });
});

describe('answers exported from a form', () => {
  const born = '1999-03-07';
  const found = read([
    ['提交时间', '姓名', '性别', '身份证号', '手机号码', '政治面貌', '申请入党时间', '所属党支部'],
    [
      '2026/11/1 9:05:00',
      '测一',
      '男',
      idNumber(born, 11),
      '13900000000',
      '群众',
      '2026-10-01',
      '一支部',
    ],
    [
      '2026/11/1 10:05:00',
      '测一',
      '男',
      idNumber(born, 11),
      '13900000000',
      '群众',
      '2026-10-08',
      '一支部',
    ],
    [
      '2026/11/2 10:05:00',
      '样四',
      '女',
      idNumber(born, 12),
      '13900000000',
      '民兵',
      '2026-10-08',
      '一支部',
    ],
    [
      '2026/11/2 11:05:00',
      '张三',
      '女',
      idNumber(born, 14),
      '13900000000',
      '团员',
      '2026-10-08',
      '一支部',
    ],
  ]);

  it('lets the later answer of a person replace the earlier one', () => {
    expect(issueLines(found)).toEqual([
      '2 LATEST_WINS 身份证号',
      '4 UNKNOWN_ENUM 政治面貌',
      '5 ENUM_NORMALIZED 政治面貌',
      '5 SAMPLE_ROW_SUSPECT 姓名',
    ]);
  });
});

describe('a survey of new employment groups', () => {
  it('notices whoever is no member and yet has papers or floats', () => {
    const found = read([
      [
        '姓名',
        '性别',
        '身份证号',
        '手机',
        '政治面貌',
        '群体类别',
        '组织关系所在党组织',
        '是否流动党员',
        '是否纳入本地管理',
        '备注',
      ],
      [
        '测一',
        '男',
        idNumber('1999-03-07', 11),
        '13900000000',
        '群众',
        '外卖骑手',
        '样例村党支部',
        '否',
        '否',
        '',
      ],
      ['样四', '女', '', '13900000000', '中共党员', '搬运工', '样例村党支部', '是', '是', '=1+1'],
      [
        '样五',
        '女',
        idNumber('1999-03-07', 18),
        '+86 139',
        '共青团员',
        '快递员',
        '',
        '是',
        '√',
        '',
      ],
    ]);
    expect(issueLines(found)).toEqual([
      '2 ENUM_NORMALIZED 群体类别',
      '2 FIELD_CONFLICT 组织关系所在党组织',
      '3 UNKNOWN_ENUM 群体类别',
      '3 FORMULA_INJECTION 备注',
      '3 FIELD_REQUIRED_EMPTY 身份证号',
      '4 UNKNOWN_ENUM 是否纳入本地管理',
      '4 FIELD_CONFLICT 是否流动党员',
    ]);
  });
});

describe('a header of three rows', () => {
  it('names the columns from its lowest row and keeps both groups', () => {
    const found = read(
      [
        ['发展党员全程纪实台账'],
        ['序号', '基本情况', '', '', '发展过程', '', '', '公示', ''],
        ['', '姓名', '身份证号', '所在党支部', '申请阶段', '积极分子阶段', '', '起', '止'],
        ['', '', '', '', '递交入党申请书时间', '确定为积极分子日期', '培养联系人', '', ''],
        [
          1,
          '测一',
          idNumber('2000-03-07', 11),
          '一支部',
          '2018.3.6',
          '2019.3.7',
          '苏联甲',
          '2026-01-10',
          '2026-01-05',
        ],
        ['必填', '必填', '必填', '请填写全称'],
      ],
      [
        merge(2, 0, 4, 0),
        merge(2, 1, 2, 3),
        merge(2, 4, 2, 6),
        merge(2, 7, 2, 8),
        merge(3, 5, 3, 6),
      ].concat([1, 2, 3, 7, 8].map((column) => merge(3, column, 4, column))),
    );
    const sheet = firstSheet(found);
    expect(sheet.headerRows).toEqual([2, 3, 4]);
    expect(sheet.columns[5]).toMatchObject({ field: 'activistOn', group: '发展过程/积极分子阶段' });
    expect(issueLines(found)).toEqual([
      '5 RANGE_REVERSED 止',
      '5 AGE_LT_18_AT_APPLY 递交入党申请书时间',
      '6 HINT_ROW',
    ]);
  });
});

describe('sheets of one workbook', () => {
  const roster = [
    ['姓名', '身份证号', '所在党支部'],
    ['测一', idNumber('1999-03-07', 11), '一支部'],
  ];
  const workbook = rawWorkbook(
    [
      rawSheet('一月', roster),
      rawSheet('二月', roster),
      rawSheet('填表说明', [
        ['姓名', '身份证号'],
        ['如实填写', '18 位'],
      ]),
      { ...rawSheet('旧', roster), state: 'hidden' },
      rawSheet('空', []),
    ],
    1904,
  );

  it('sees a person of an earlier sheet again and leaves out hints, hidden and empty sheets', () => {
    const found = interpretWorkbook(workbook, { today });
    expect(found.sheets.map(({ isImported }) => isImported)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(issueLines(found)).toEqual(['2 DUP_ID_IN_FILE 身份证号']);
  });

  it('is read again with the columns and sheets the user chose', () => {
    const mapping = {
      一月: { columns: { 2: 'ignore' as const } },
      二月: { isImported: false },
      旧: { isImported: true, columns: { 2: 'department' as const } },
    };
    const found = interpretWorkbook(workbook, { today, mapping });
    expect(found.sheets.map(({ isImported }) => isImported)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect(found.sheets[0]?.rows[0]?.record?.fields).toEqual({
      name: '测一',
      idNumber: idNumber('1999-03-07', 11),
    });
    expect(found.sheets[3]?.columns[2]?.field).toBe('department');
  });

  it('has one fingerprint for one header', () => {
    const [one, other] = interpretWorkbook(workbook, { today }).sheets;
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('columns that mean harm or nothing', () => {
  it('keeps unknown columns under their own header, unsafe names renamed', () => {
    const found = read([
      ['姓名', '身份证号', '__proto__', '爱好', '姓名'],
      ['测一', idNumber('1999-03-07', 11), 'x', '象棋', '小名'],
    ]);
    const fields = firstSheet(found).rows[0]?.record?.fields;
    expect(fields).toMatchObject({
      name: '测一',
      'custom.第3列': 'x',
      'custom.爱好': '象棋',
      'custom.姓名': '小名',
    });
  });
});

describe('columns that may be filled by the month', () => {
  const built = ['2019-05-01', '2019.6.1', '2019年7月1日', '2019.08'];
  const sheet = (header: string, cells: readonly string[]) =>
    issueLines(
      read([
        ['企业名称', '统一社会信用代码', header],
        ...cells.map((cell, index) => [`样例${index}厂`, creditCode(index + 1), cell]),
      ]),
    );

  it.each([
    { header: '党组织成立日期', cells: built, issues: ['5 DATE_MONTH_PRECISION 党组织成立日期'] },
    { header: '组建年月', cells: built, issues: [] },
    { header: '成立日期', cells: ['2019.05', '2019.06', '2019.07.01'], issues: [] },
  ])('$header of $cells.length cells gives $issues', ({ header, cells, issues }) => {
    expect(sheet(header, cells)).toEqual(issues);
  });
});

describe('a survey of sites under three rows of headers', () => {
  const found = read(
    [
      ['测试区新就业群体摸排表'],
      ['站点名称', '人员情况', null, null, '党建情况', null],
      [null, '总人数', '党员数', null, '是否建立党组织', '党组织名称'],
      [null, null, '正式', '预备', null, null],
      ['测试东站', 30, 3, 0, '否', null],
      ['测试西站', 12, 1, 0, '是', '骑手联合党支部'],
    ],
    [
      merge(2, 0, 4, 0),
      merge(2, 1, 2, 3),
      merge(3, 1, 4, 1),
      merge(3, 2, 3, 3),
      merge(2, 4, 2, 5),
      merge(3, 4, 4, 4),
      merge(3, 5, 4, 5),
    ],
  );

  it('counts formal and probationary members by the group above (rules §4.4)', () => {
    expect(issueLines(found)).toEqual(['5 SHOULD_BUILD_NOT_BUILT 是否建立党组织']);
  });
});

describe('units that say in the cell of a name that there is nobody', () => {
  const head = ['企业名称', '统一社会信用代码', '从业人员数', '党员人数', '是否建立党组织'];
  const header = [...head, '组建方式', '党组织名称', '党建指导员', '工会'];
  const unit = (order: number, ...rest: (string | null)[]) => [
    `测试${String(order)}公司`,
    creditCode(order),
    20,
    1,
    '否',
    ...rest,
  ];
  const found = read([
    header,
    unit(1, '无', '无', '无', '否'),
    unit(2, '/', '—', '未派驻', null),
    unit(5, null, null, '待定', '否'),
    unit(3, null, null, '测导', '否'),
    unit(4, null, null, '/', '有'),
  ]);

  it('is no conflict, and no work coverage either (rules §4.1)', () => {
    expect(issueLines(found).filter((line) => !line.includes('ENUM_NORMALIZED'))).toEqual([]);
    expect(firstSheet(found).coverage?.total).toMatchObject({ workCovered: 2 });
  });
});

describe('places to sign under the table', () => {
  it('name nobody, though they stand in the columns of people', () => {
    const found = read([
      ['姓名', '性别', '身份证号', '所在党支部', '入党时间', '备注'],
      ['测一', '男', idNumber('1999-03-07', 11), '一支部', '2020-07-01', null],
      ['审核人：', '测审', null, '填表人：', '测填', '2026年11月20日'],
      ['测二', '男', idNumber('1999-03-08', 11), '一支部', '2020-07-01', '联系人：测一'],
    ]);
    expect(issueLines(found)).toEqual(['3 NOTE_ROW']);
  });
});

describe('a sentence under the table', () => {
  it('names nobody, even where names stand', () => {
    const found = read([
      ['姓名', '身份证号', '所在党支部'],
      ['测一', idNumber('1999-03-07', 11), '一支部'],
      ['1、本表由各党支部填写，一式两份；2、日期写到日。'],
    ]);
    expect(issueLines(found)).toEqual(['3 NOTE_ROW']);
  });
});
