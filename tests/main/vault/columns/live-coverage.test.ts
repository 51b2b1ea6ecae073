import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/core/calendar/arithmetic';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { evaluateCoverage } from '../../../../src/core/coverage/evaluate';
import { monthEnds } from '../../../../src/core/coverage/trend';
import type { CoverageDefinitions, CoverageRecords } from '../../../../src/core/coverage/types';
import { indicatorIds } from '../../../../src/core/coverage/types';
import type { RecordChange } from '../../../../src/core/records/change';
import {
  columnsProjection,
  readyLive,
  type Columns,
} from '../../../../src/main/vault/columns/columns';
import { definitions, district, edit, emptyColumns, today, type Edit } from './random-district';

const community: Edit = {
  table: 'areas',
  id: 'gone',
  after: { name: '样例社区', level: 'community', parentId: 's2' },
};
/** 撤并: before the day the units lie where they lay. */
const merger: Edit = {
  table: 'areas',
  id: 's1',
  after: {
    ...{ name: 's1街道', level: 'street' },
    retired: { on: addDays(today, -12), reason: '样例', intoId: 's2' },
  },
};

/** What may happen at a desk between two looks at the coverage pages. */
type Act =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'undo' }
  | { readonly kind: 'look' }
  /** One unit judged ahead of the first look. */
  | { readonly kind: 'warm' }
  | { readonly kind: 'nextDay'; readonly days: number }
  | { readonly kind: 'places'; readonly edit: Edit }
  | { readonly kind: 'settings' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: edit.map((each): Act => ({ kind: 'edit', edit: each })) },
  { weight: 4, arbitrary: fc.constant<Act>({ kind: 'look' }) },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'undo' }) },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'warm' }) },
  fc.integer({ min: 1, max: 45 }).map((days): Act => ({ kind: 'nextDay', days })),
  fc.constantFrom<Act>({ kind: 'places', edit: community }, { kind: 'places', edit: merger }),
  fc.constant<Act>({ kind: 'settings' }),
);

function recordsOf({ reference }: Columns): CoverageRecords {
  return {
    organizations: reference.organizations.all(),
    partyOrganizations: reference.partyOrganizations.all(),
    instructors: reference.instructors.all(),
    areas: reference.areas.all(),
  };
}

type Question = { readonly asOf: CalendarDate; readonly definitions: CoverageDefinitions };

function kept(columns: Columns, question: Question) {
  const live = readyLive(columns, question);
  const { trend } = live;
  trend.catchUp((id) => columns.reference.organizations.get(id));
  return {
    units: live.units,
    states: [...live.states],
    gaps: live.gaps,
    trend: indicatorIds.map((id) =>
      trend.points(id).map(({ numerator, denominator }) => [numerator, denominator]),
    ),
    past: live.unitsOn(addDays(question.asOf, -30)),
  };
}

/** The same from the records alone. */
function anew(columns: Columns, question: Question) {
  const records = recordsOf(columns);
  const { asOf } = question;
  const on = (day: CalendarDate) => evaluateCoverage(records, day, question.definitions);
  const { units, states, gaps } = on(asOf);
  const months = monthEnds(asOf, 12).map((day) => on(day).indicators);
  return {
    ...{ units, states: [...states], gaps },
    trend: indicatorIds.map((id) =>
      months.map((indicators) => {
        const figure = indicators.find((each) => each.id === id);
        return [figure?.numerator, figure?.denominator];
      }),
    ),
    past: on(addDays(asOf, -30)).units,
  };
}

/** A desk at work: edits go through the columns as the ledger hands them over, with the record before and after. */
class Work {
  readonly columns = emptyColumns();
  readonly #known = new Map<string, RecordChange['after']>();
  readonly #done: RecordChange[] = [];
  question: Question = { asOf: today, definitions };

  do(step: Act): void {
    if (step.kind === 'edit') this.#edit(step.edit);
    else if (step.kind === 'undo') this.#undo();
    else if (step.kind === 'look') kept(this.columns, this.question);
    else if (step.kind === 'warm') readyLive(this.columns, this.question).catchUp(() => true);
    else if (step.kind === 'nextDay')
      this.question = { ...this.question, asOf: addDays(this.question.asOf, step.days) };
    else if (step.kind === 'places') this.#edit(step.edit);
    else this.question = { ...this.question, definitions: otherDefinitions };
  }

  #edit({ table, id, after }: Edit): void {
    const before = this.#known.get(`${table}/${id}`) ?? null;
    this.#apply({
      table,
      id,
      before,
      after: after === null ? null : { ...after, id },
    } as RecordChange);
  }

  #undo(): void {
    const last = this.#done.pop();
    if (last === undefined) return;
    const { before, after } = last;
    this.#apply({ ...last, before: after, after: before });
    this.#done.pop();
  }

  #apply(change: RecordChange): void {
    columnsProjection.apply(this.columns, [change]);
    this.#known.set(`${change.table}/${change.id}`, change.after);
    this.#done.push(change);
  }
}

const otherDefinitions: CoverageDefinitions = {
  counts: { ...definitions.counts, union: true, liaison: false },
  shouldBuildRate: 'strict',
  socialStaff: 30,
};

describe('coverage kept up by edits', () => {
  it('says after any edits, undoing and days what judging the whole ledger anew says (issue 4)', () => {
    fc.assert(
      fc.property(
        district,
        fc.array(act, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (...given) => {
          const [whole, acts, isLooked] = given;
          const work = new Work();
          for (const each of whole) work.do({ kind: 'edit', edit: each });
          if (isLooked) work.do({ kind: 'look' });
          for (const step of acts) work.do(step);
          expect(kept(work.columns, work.question)).toEqual(anew(work.columns, work.question));
        },
      ),
      { numRuns: 150 },
    );
  });
});
