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
  { group: /公示|培训|任期/, headers: { 起: 'startOn', 止: 'endOn' } },
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

function withoutNotes(header: string): string {
  return header.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '');
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

const formWords =
  /^(?:请填写|请输入|填写|您的|你的|本人|本|的|现|最近一次|拟|\d+[.、]?)*|(?:情况|信息|名称|姓名|具体|必填|选填|一栏|数|人数|为准)*$/g;

function looseField(header: string): FieldId | undefined {
  for (const [known, field] of looseHeaders) {
    if (header.length > known.length && header.includes(known)) {
      const rest = header.replace(known, '').replace(formWords, '');
      if (rest === '') return field;
    }
  }
  return undefined;
}

/** Whether the header carries the star that marks a required column. */
export function isMarkedRequired(header: string): boolean {
  return /[*★]|必填/.test(foldText(header));
}
