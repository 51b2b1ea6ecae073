import {
  decidingBodyWords,
  decisionWords,
  disciplinaryKindWords,
  disciplinaryWords,
  membershipWords,
  noticeWords,
  partTitles,
  transferDirectionWords,
  transferWords,
} from '../../../core/labels/dossier-parts';
import { localNoticeWords } from '../../../core/labels/labels';
import { steps } from '../../../core/development/steps';
import type { Dossier } from '../../../core/records/dossier';
import type { FactField } from './fact-fields';
import { isBadFact, textOf, valueOf, type FactValues } from './fact-values';

export type ListKey = 'localNotices' | 'disciplinaryMatters' | 'branchDecisions' | 'transfers';
type RowField = Pick<FactField, 'id' | 'label' | 'kind' | 'choices' | 'isNumber'>;

/** Facts that come several times over: each time is a row of its own. */
export type FactList = {
  readonly key: ListKey;
  readonly title: string;
  /** What the facts are asked for. */
  readonly remark: string;
  readonly fields: readonly RowField[];
  /** Without it a row says nothing and cannot be stored. */
  readonly required?: string;
};

/** Typed like the facts of the steps, but asked only of members. */
export const membershipFields: readonly FactField[] = Object.entries(membershipWords).map(
  ([key, label]) => ({
    id: `membership.${key}`,
    label,
    step: 25,
    phase: 5,
    kind: key === 'excuse' ? 'text' : 'date',
    ...(key === 'excuse' ? { hint: '有正当理由的写明' } : {}),
  }),
);

const stepWords = Object.fromEntries(steps.map(({ step, title }) => [step, `${step} ${title}`]));

export const factLists: readonly FactList[] = [
  {
    key: 'branchDecisions',
    title: partTitles.branchDecisions,
    remark: '接收、转正两次表决以外，哪次会议定了哪一步，到会多少人',
    required: 'step',
    fields: [
      {
        id: 'step',
        label: decisionWords.step,
        kind: 'choice',
        choices: stepWords,
        isNumber: true,
      },
      { id: 'on', label: decisionWords.on, kind: 'date' },
      { id: 'body', label: decisionWords.body, kind: 'choice', choices: decidingBodyWords },
      { id: 'members', label: decisionWords.members, kind: 'number' },
      { id: 'present', label: decisionWords.present, kind: 'number' },
      { id: 'isMinuted', label: decisionWords.isMinuted, kind: 'flag' },
    ],
  },
  {
    key: 'localNotices',
    title: partTitles.localNotices,
    remark: '只有本地口径要求的公示',
    required: 'kind',
    fields: [
      { id: 'kind', label: noticeWords.kind, kind: 'choice', choices: localNoticeWords },
      { id: 'from', label: noticeWords.from, kind: 'date' },
      { id: 'until', label: noticeWords.until, kind: 'date' },
    ],
  },
  {
    key: 'transfers',
    title: partTitles.transfers,
    remark: '材料是否随转，接收方是否审查（第十二条）',
    fields: [
      { id: 'on', label: transferWords.on, kind: 'date' },
      {
        id: 'direction',
        label: transferWords.direction,
        kind: 'choice',
        choices: transferDirectionWords,
      },
      { id: 'hasPapers', label: transferWords.hasPapers, kind: 'flag' },
      { id: 'isReviewed', label: transferWords.isReviewed, kind: 'flag' },
    ],
  },
  {
    key: 'disciplinaryMatters',
    title: partTitles.disciplinaryMatters,
    remark: '只记起止日期，不记案由',
    required: 'kind',
    fields: [
      { id: 'kind', label: disciplinaryWords.kind, kind: 'choice', choices: disciplinaryKindWords },
      { id: 'from', label: disciplinaryWords.from, kind: 'date' },
      { id: 'until', label: disciplinaryWords.until, kind: 'date' },
    ],
  },
];

/** A field of one row, as the form names it. */
export const fieldOfRow = (list: FactList, row: number, field: RowField): FactField => ({
  ...field,
  id: `${list.key}.${row}.${field.id}`,
  step: 0,
  phase: 0,
});

const fieldsOfRow = (list: FactList, row: number): readonly FactField[] =>
  list.fields.map((field) => fieldOfRow(list, row, field));

/** The rows on record as the form's texts. */
export function readLists(dossier: Dossier): FactValues {
  const texts = factLists.flatMap((list) =>
    (dossier[list.key] ?? []).flatMap((entry, row) =>
      list.fields.map((field) => {
        const value = (entry as Readonly<Record<string, unknown>>)[field.id];
        return [fieldOfRow(list, row, field).id, textOf(field, value)] as const;
      }),
    ),
  );
  return Object.fromEntries(texts);
}

/** How many rows stand in the form, empty ones included. */
export function rowCount(list: FactList, values: FactValues): number {
  const [first] = list.fields;
  let count = 0;
  while (first !== undefined && fieldOfRow(list, count, first).id in values) count += 1;
  return count;
}

/** The form with one more row to type in. */
export function withRow(list: FactList, values: FactValues): FactValues {
  const fields = fieldsOfRow(list, rowCount(list, values));
  return { ...values, ...Object.fromEntries(fields.map(({ id }) => [id, ''])) };
}

const typedIn = (values: FactValues, id: string) => (values[id] ?? '').trim();

/** A row with something in it, but not what it is about. */
export function lacksRequired(list: FactList, values: FactValues, row: number): boolean {
  if (list.required === undefined) return false;
  const isTyped = fieldsOfRow(list, row).some(({ id }) => typedIn(values, id) !== '');
  return isTyped && typedIn(values, `${list.key}.${row}.${list.required}`) === '';
}

const rowsOf = (list: FactList, values: FactValues) => [...Array(rowCount(list, values)).keys()];

export const isBadList = (values: FactValues): boolean =>
  factLists.some((list) =>
    rowsOf(list, values).some(
      (row) =>
        lacksRequired(list, values, row) ||
        fieldsOfRow(list, row).some((field) => isBadFact(field, values[field.id] ?? '')),
    ),
  );

function entryOf(list: FactList, values: FactValues, row: number): object | undefined {
  const facts = list.fields.flatMap((field) => {
    const { id } = fieldOfRow(list, row, field);
    const value = valueOf(field, values[id] ?? '', undefined);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return facts.length === 0 ? undefined : Object.fromEntries(facts);
}

/** The lists that differ from what is stored; a row emptied of everything falls away. */
export function applyLists(
  dossier: Dossier,
  values: FactValues,
): { patch: Partial<Dossier>; clears: string[] } {
  const before = readLists(dossier);
  const next = factLists.map((list) => {
    const now = rowsOf(list, values).flatMap((row) => entryOf(list, values, row) ?? []);
    const old = rowsOf(list, before).flatMap((row) => entryOf(list, before, row) ?? []);
    return { key: list.key, now, isChanged: JSON.stringify(now) !== JSON.stringify(old) };
  });
  const changed = next.filter(({ isChanged }) => isChanged);
  return {
    patch: Object.fromEntries(
      changed.filter(({ now }) => now.length > 0).map(({ key, now }) => [key, now]),
    ) as Partial<Dossier>,
    clears: changed.filter(({ now }) => now.length === 0).map(({ key }) => key),
  };
}
