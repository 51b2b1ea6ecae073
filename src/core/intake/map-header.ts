import { fieldIds, definitionOf, type FieldId } from './fields-data';
import { foldText, withoutSpaces } from './text';

/** Headers of one name stand for different people under different groups. */
const underGroups: readonly {
  readonly group: RegExp;
  readonly headers: Readonly<Record<string, FieldId>>;
}[] = [
  {
    group: /指导员|联络员/,
    headers: {
      姓名: 'instructorName',
      单位: 'instructorUnit',
      工作单位: 'instructorUnit',
      电话: 'instructorPhone',
      联系电话: 'instructorPhone',
      手机号: 'instructorPhone',
      组织关系: 'instructorRelation',
    },
  },
  {
    group: /书记|党组织负责人/,
    headers: { 姓名: 'secretaryName', 电话: 'secretaryPhone', 联系电话: 'secretaryPhone' },
  },
  { group: /法定代表人|法人|负责人|出资人/, headers: { 姓名: 'headName' } },
  {
    group: /群团/,
    headers: { 工会: 'hasUnion', 共青团: 'hasYouthLeague', 妇联: 'hasWomensFederation' },
  },
  {
    group: /公示/,
    headers: {
      起: 'noticeFrom',
      止: 'noticeUntil',
      开始时间: 'noticeFrom',
      结束时间: 'noticeUntil',
    },
  },
  {
    group: /培训/,
    headers: {
      起: 'trainingFrom',
      止: 'trainingUntil',
      开始时间: 'trainingFrom',
      结束时间: 'trainingUntil',
      天数: 'trainingDays',
      学时: 'trainingHours',
    },
  },
  { group: /预备期/, headers: { 起: 'probationFrom', 止: 'probationUntil' } },
  { group: /任期|换届/, headers: { 起: 'lastElectedOn', 止: 'nextElectionOn' } },
  {
    group: /转正/,
    headers: {
      申请时间: 'confirmationAppliedOn',
      支部大会时间: 'confirmedOn',
      审批时间: 'confirmationApprovedOn',
      党委审批时间: 'confirmationApprovedOn',
      时间: 'confirmedOn',
    },
  },
  {
    group: /党员数|党员的?组织关系|组织关系所在/,
    headers: {
      在社会组织: 'membersInUnit',
      社会组织: 'membersInUnit',
      在业务主管单位: 'membersInSupervisor',
      业务主管单位: 'membersInSupervisor',
      在挂靠单位: 'membersInSponsor',
      挂靠单位: 'membersInSponsor',
      在属地党组织: 'membersInLocality',
      属地党组织: 'membersInLocality',
      在原工作单位: 'membersInFormerUnit',
      原工作单位: 'membersInFormerUnit',
      在其他单位: 'membersInOtherUnit',
      其他单位: 'membersInOtherUnit',
    },
  },
  {
    group: /党员/,
    headers: {
      男: 'maleMemberCount',
      女: 'femaleMemberCount',
      正式: 'fullMemberCount',
      预备: 'probationaryCount',
      总数: 'memberCount',
      合计: 'memberCount',
    },
  },
];

const exactHeaders = buildExactHeaders();
/** Longest first, so that the most telling part of a header decides. */
const looseHeaders = [...exactHeaders.entries()]
  .filter(([header]) => header.length >= 4)
  .sort(([one], [other]) => other.length - one.length);

function buildExactHeaders(): Map<string, FieldId> {
  const headers = new Map<string, FieldId>();
  for (const field of fieldIds) {
    for (const header of definitionOf(field).headers) {
      const key = unifyWords(foldHeader(header));
      if (!headers.has(key)) headers.set(key, field);
    }
  }
  return headers;
}

/** The header without spaces, stars and colons; notes in brackets stay. */
export function foldHeader(header: string): string {
  return withoutSpaces(foldText(header))
    .replace(/^[*★●\d.、:]+(?=\D)|[*★:]+$/g, '')
    .replace(/[*★]/g, '');
}

/** 日期, 年月日 and 时间 are one word to whoever designs a form. */
function unifyWords(header: string): string {
  return header
    .replace(/年月日|日期/g, '时间')
    .replace(/号码/g, '号')
    .replace(/公民身份号/g, '公民身份证号');
}

/** Without bracketed notes and the 其中 that only says: part of the column before. */
function withoutNotes(header: string): string {
  return header.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '').replace(/^其中:?/, '');
}

/**
 * The field a header stands for, or `undefined`. Notes in brackets and marks of duty are set aside;
 * a header that merely contains a known one counts where it adds only form words.
 * @example fieldOfHeader('*出 生 日 期（必填）') //=> 'birthOn'
 */
export function fieldOfHeader(header: string, group?: string): FieldId | undefined {
  const folded = foldHeader(header);
  const bare = withoutNotes(folded);
  const fromGroup = group === undefined ? undefined : fieldUnderGroup(bare, foldHeader(group));
  return (
    fromGroup ??
    exactHeaders.get(unifyWords(folded)) ??
    exactHeaders.get(unifyWords(bare)) ??
    looseField(unifyWords(bare))
  );
}

function fieldUnderGroup(header: string, group: string): FieldId | undefined {
  for (const candidate of underGroups) {
    if (candidate.group.test(group) && Object.hasOwn(candidate.headers, header)) {
      return candidate.headers[header];
    }
  }
  return undefined;
}

const openingWords = /^(?:请填写|请输入|填写|您的|你的|本人|本|的|现|最近一次|首次|拟|\d+[.、]?)+/;
const closingWords = /(?:情况|信息|名称|姓名|具体|必填|选填|一栏|数|人数|为准|全称|盖章|\d)+$/;

function looseField(header: string): FieldId | undefined {
  for (const [known, field] of looseHeaders) {
    if (header.length > known.length && header.includes(known)) {
      const rest = header.replace(known, '').replace(openingWords, '').replace(closingWords, '');
      if (rest === '' && isOfThatKind(header, known, field)) return field;
    }
  }
  return undefined;
}

/** 流动党员数 counts, 流动党员 asks yes or no: a word of counting fits no column of yes and no. */
function isOfThatKind(header: string, known: string, field: FieldId): boolean {
  const { kind, enumName } = definitionOf(field);
  return kind !== 'enum' || enumName !== 'yesNo' || !/数/.test(header.replace(known, ''));
}

/** Whether the header carries the star that marks a required column. */
export function isMarkedRequired(header: string): boolean {
  return /[*★]|必填/.test(foldText(header));
}
