import type { FactDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import { factNames, factTable, type FactName } from './facts';

type Stated = NonNullable<Dossier['statedElsewhere']>[number];

/** Facts whose date is written down again on later forms, in the order of the steps (C16). */
export const repeatedFacts = [
  'applied',
  'talked',
  'activist',
  'developmentTarget',
  'meeting',
  'approved',
  'confirmationApplied',
  'confirmationMeeting',
] as const satisfies readonly FactName[];
export type RepeatedFact = (typeof repeatedFacts)[number];

/** Short heads for a narrow table. */
export const repeatedFactWords: Readonly<Record<RepeatedFact, string>> = {
  applied: '申请',
  talked: '谈话',
  activist: '积极分子',
  developmentTarget: '发展对象',
  meeting: '大会通过',
  approved: '审批',
  confirmationApplied: '转正申请',
  confirmationMeeting: '转正大会',
};

export type FormDates = { readonly form: string; readonly facts: readonly RepeatedFact[] };

/**
 * Which form states which of these dates again (rules.md §5.12–5.15; the cells of each form are inferred from
 * its use, so the table is a list to compare by and never a rule of its own).
 */
export const factForms: readonly FormDates[] = [
  { form: '入党申请书', facts: ['applied'] },
  { form: '入党申请人谈话表', facts: ['applied', 'talked'] },
  { form: '入党积极分子备案登记表', facts: ['applied', 'activist'] },
  { form: '入党积极分子考察登记表', facts: ['applied', 'activist', 'developmentTarget'] },
  { form: '发展对象名单公示', facts: ['applied', 'activist'] },
  { form: '发展对象确定备案表', facts: ['applied', 'activist', 'developmentTarget'] },
  { form: '综合政审表', facts: ['applied', 'activist', 'developmentTarget'] },
  { form: '预审情况登记表', facts: ['applied', 'activist', 'developmentTarget'] },
  { form: '入党志愿书', facts: ['applied', 'meeting', 'approved', 'confirmationMeeting'] },
  { form: '票决材料', facts: ['meeting'] },
  { form: '接收预备党员备案表', facts: ['applied', 'activist', 'meeting', 'approved'] },
  { form: '预备党员考察表', facts: ['meeting', 'approved'] },
  { form: '预备党员转正公示单', facts: ['meeting', 'confirmationApplied'] },
  { form: '转正申请书', facts: ['confirmationApplied'] },
  {
    form: '全程纪实表',
    facts: [...repeatedFacts],
  },
  { form: '党员基本情况登记表', facts: ['applied', 'meeting', 'confirmationMeeting'] },
];

/** The fact a stated date is about, named by its key or by its words. */
export function factOfStated({ fact }: Stated): FactName | undefined {
  return factNames.find((name) => name === fact || factTable[name].words === fact);
}

export const cellKey = (form: string, fact: string): string => `${form}/${fact}`;

/** Stated dates of the table's own cells, by `form/fact`. */
export function statedCells(dossier: Dossier): ReadonlyMap<string, FactDate> {
  const cells = new Set(factForms.flatMap(({ form, facts }) => facts.map((f) => cellKey(form, f))));
  return new Map(
    (dossier.statedElsewhere ?? [])
      .map((stated): [string, FactDate] => [
        cellKey(stated.form, factOfStated(stated) ?? stated.fact),
        stated.on,
      ])
      .filter(([key]) => cells.has(key)),
  );
}

/** The dossier's list with the table's cells as they now read; what the table does not show is kept. */
export function withStatedCells(
  dossier: Dossier,
  cells: ReadonlyMap<string, FactDate>,
): NonNullable<Dossier['statedElsewhere']> {
  const shown = statedCells(dossier);
  const kept = (dossier.statedElsewhere ?? []).filter(
    (stated) => !shown.has(cellKey(stated.form, factOfStated(stated) ?? stated.fact)),
  );
  const typed = factForms.flatMap(({ form, facts }) =>
    facts.flatMap((fact) => {
      const on = cells.get(cellKey(form, fact));
      return on === undefined ? [] : [{ form, fact, on }];
    }),
  );
  return [...kept, ...typed];
}

/** How a form's cell stands to the fact: not compared, the same, another date, or no fact to compare with. */
export type Agreement = 'notStated' | 'same' | 'differs' | 'noFact';

export function agreementOf(typed: FactDate | undefined, stated: FactDate | undefined): Agreement {
  if (stated === undefined) return 'notStated';
  if (typed === undefined) return 'noFact';
  return typed === stated ? 'same' : 'differs';
}
