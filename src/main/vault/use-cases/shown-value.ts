import {
  genderWords,
  organizationKindWords,
  organizationStatusWords,
  partyOrganizationFormWords,
  partyOrganizationLevelWords,
  stageWords,
} from '../../../core/labels/labels';
import type { Desk } from './desk';

/** Numbers of people are never shown where only changes are told, in whatever group of facts they stand. */
const hiddenFields: ReadonlySet<string> = new Set(['idNumber', 'phone']);
const longestValue = 60;

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: organizationStatusWords,
  gender: genderWords,
  level: partyOrganizationLevelWords,
  form: partyOrganizationFormWords,
  declaredStage: stageWords,
};

/** Fields that hold the id of another record, and the table it is in. */
const named = {
  areaId: 'areas',
  carrierId: 'carriers',
  headquartersId: 'organizations',
  splitFromId: 'organizations',
  organizationId: 'organizations',
  parentId: 'partyOrganizations',
  branchId: 'partyOrganizations',
} as const;

const isNamed = (field: string): field is keyof typeof named => Object.hasOwn(named, field);

function textWords(desk: Desk, field: string, text: string): string {
  if (field === 'kind' && Object.hasOwn(organizationKindWords, text))
    return organizationKindWords[text as keyof typeof organizationKindWords];
  const table = Object.hasOwn(words, field) ? words[field] : undefined;
  if (table !== undefined && Object.hasOwn(table, text)) return table[text] ?? text;
  return isNamed(field) ? (desk.reference[named[field]].get(text)?.name ?? text) : text;
}

function innerWords(desk: Desk, value: object): string {
  if (Array.isArray(value))
    return value
      .map((each: unknown) =>
        typeof each === 'object' ? innerWords(desk, each ?? {}) : String(each),
      )
      .join('、');
  return Object.entries(value)
    .filter(([, each]) => typeof each !== 'object')
    .map(([field, each]) => wordsOf(desk, field, each))
    .join(' ');
}

function wordsOf(desk: Desk, field: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (hiddenFields.has(field)) return '（已登记）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return innerWords(desk, value);
  return textWords(desk, field, String(value as string | number));
}

/** One value of a record in words, for histories and previews; hidden numbers stay hidden. */
export function shownValue(desk: Desk, field: string, value: unknown): string {
  const text = wordsOf(desk, field, value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
