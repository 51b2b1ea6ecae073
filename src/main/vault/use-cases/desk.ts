import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { addDays, endOfWeek } from '../../../core/calendar/arithmetic';
import { toDayNumber } from '../../../core/calendar/day-number';
import type { Change, RecordChange } from '../../../core/records/change';
import { recordSchemas, type RecordOf, type TableName } from '../../../core/records/tables';
import type { Area } from '../../../core/records/area';
import type { Role } from '../../../core/records/roles';
import type { Settings } from '../../../core/records/settings';
import { engineOptions } from '../../../core/deadlines/engine-options';
import type { EngineOptions } from '../../../core/deadlines/types';
import { isAreaOn, standingArea } from '../../../core/coverage/area-tree';
import {
  evaluateCoverage,
  type CoverageEvaluation,
  type KeptCoverage,
} from '../../../core/coverage/evaluate';
import type { LiveCoverage } from '../../../core/coverage/live-coverage';
import { defaultDefinitions } from '../../../core/coverage/thresholds-data';
import type { CoverageDefinitions, CoverageRecords } from '../../../core/coverage/types';
import { failed } from '../../../contract/failure-words';
import type { Progress } from '../../../contract/channels';
import type { Failure, Result } from '../../../contract/common';
import { readyDueDays, readyLive, readyTerms, readyUnits, type Columns } from '../columns/columns';
import type { DayBounds } from '../columns/query-people';
import type { PeopleColumns } from '../columns/people-columns';
import type { TermColumns } from '../columns/term-columns';
import type { UnitColumns } from '../columns/unit-columns';
import type { Ledger } from '../ledger/ledger';
import { metaTable } from '../ledger/meta-document';
import { ledgerFailureWords } from './ledger-words';

export type DeskClock = {
  readonly today: () => CalendarDate;
  readonly nowIso: () => string;
  /** Milliseconds from any fixed point; never goes back, whatever is done to the machine's clock. */
  readonly monotonic: () => number;
};

/** One act about to be written. */
export type Draft = Pick<Change, 'action' | 'changes'> & {
  readonly note?: string;
  readonly undoes?: string;
};

/** The open ledger as the use cases see it. */
export class Desk {
  #edits = 0;
  #user: string | undefined;
  #role: Role | undefined;
  /** Today's, and that of the past day asked last. */
  readonly #coverage = new Map<'today' | 'past', { key: string; evaluation: CoverageEvaluation }>();

  constructor(
    readonly ledger: Ledger<Columns>,
    private readonly clock: DeskClock,
    readonly newId: () => string,
    /** Words and share of long work, for every open window; `null` when it is done. */
    readonly tellProgress: (progress: Progress | null) => void = () => undefined,
  ) {}

  /** Acts on records since the ledger was opened. */
  get edits(): number {
    return this.#edits;
  }
  get today(): CalendarDate {
    return this.clock.today();
  }
  get now(): string {
    return this.clock.nowIso();
  }
  /** Who is at the desk: the person of the slot, or the operator of the settings while there is only one. */
  get who(): string {
    return (this.#user ??= this.ledger.slots.current()?.user ?? '') || this.settings.operator;
  }
  /** What the person at the desk may do; the first run's person may everything. */
  get role(): Role {
    return (this.#role ??= this.ledger.slots.current()?.role ?? 'administrator');
  }
  get settings(): Settings {
    return this.ledger.meta.data['settings'] as unknown as Settings;
  }
  get reference(): Columns['reference'] {
    return this.ledger.hot.reference;
  }
  get engine(): EngineOptions {
    return engineOptions(this.settings, this.today);
  }
  get people(): PeopleColumns {
    return readyDueDays(this.ledger.hot, this.engine);
  }
  get bounds(): DayBounds {
    const today = this.today;
    return {
      today: toDayNumber(today),
      sunday: toDayNumber(endOfWeek(today)),
      in30: toDayNumber(addDays(today, daysAhead)),
    };
  }
  get definitions(): CoverageDefinitions {
    const { workCoverageCounts, indicatorReading } = this.settings;
    return {
      counts: workCoverageCounts,
      shouldBuildRate: indicatorReading?.shouldBuildRate ?? defaultDefinitions.shouldBuildRate,
      socialStaff: indicatorReading?.socialStaffThreshold ?? defaultDefinitions.socialStaff,
    };
  }
  get coverageRecords(): CoverageRecords {
    const { organizations, partyOrganizations, instructors, areas } = this.reference;
    // Getters: a figure that needs no records shall not have them parsed.
    return {
      get organizations() {
        return organizations.all();
      },
      get partyOrganizations() {
        return partyOrganizations.all();
      },
      get instructors() {
        return instructors.all();
      },
      get areas() {
        return areas.all();
      },
    };
  }
  /** Places that are there on a day, in the order of their records. */
  areasOn(day: CalendarDate = this.today): Area[] {
    return this.reference.areas.all().filter((area) => isAreaOn(area, day));
  }
  /** What stands in a place on a day: the place itself, or what it was merged into by then. */
  placeOn(id: string | undefined, day: CalendarDate = this.today): Area | undefined {
    return standingArea((each) => this.reference.areas.get(each), id, day);
  }
  /** Units packed for counting, as they stand today. */
  get units(): UnitColumns {
    return readyUnits(this.ledger.hot, this.today);
  }

  /** Coverage on a day; kept until a record or a definition it depends on changes. */
  coverage(asOf: CalendarDate = this.today): CoverageEvaluation {
    const { organizations, partyOrganizations, instructors, areas } = this.reference;
    const versions = [organizations, partyOrganizations, instructors, areas].map(
      (table) => table.version,
    );
    const { definitions } = this;
    const key = JSON.stringify([asOf, versions, definitions]);
    const slot = asOf === this.today ? 'today' : 'past';
    const known = this.#coverage.get(slot);
    if (known?.key === key) return known.evaluation;
    const evaluation = evaluateCoverage(
      this.coverageRecords,
      asOf,
      definitions,
      slot === 'today' ? this.#keptToday() : { units: () => this.liveCoverage.unitsOn(asOf) },
    );
    this.#coverage.set(slot, { key, evaluation });
    return evaluation;
  }

  /** Today's units, gaps and trend, kept up by edits. */
  get liveCoverage(): LiveCoverage {
    return readyLive(this.ledger.hot, { asOf: this.today, definitions: this.definitions });
  }

  #keptToday(): KeptCoverage {
    return {
      board: this.units.board(this.definitions),
      units: () => this.liveCoverage.units,
      states: () => this.liveCoverage.states,
      gaps: () => this.liveCoverage.gaps,
    };
  }

  get terms(): TermColumns {
    return readyTerms(this.ledger.hot, this.today);
  }

  /** Name of a live party organisation, without opening its record. */
  partyName(id: string): string | undefined {
    const row = this.terms.ids.find(id);
    return row === undefined ? undefined : this.terms.names.at(row);
  }

  /** A record as stored. Its shape was checked when it was written and its bytes when they were read. */
  stored<Table extends TableName>(table: Table, id: string): RecordOf<Table> | undefined {
    return (this.ledger.get(table, id) ?? undefined) as unknown as RecordOf<Table> | undefined;
  }

  /** A record as stored, checked against its shape. */
  read<Table extends TableName>(table: Table, id: string): RecordOf<Table> | undefined {
    const value = this.ledger.get(table, id);
    return value === null ? undefined : (recordSchemas[table].parse(value) as RecordOf<Table>);
  }

  /** Something that was done and changed no record: a reveal, a print, an unlock. */
  record(action: string, note: string): Result<{ changeId: string }> {
    return this.commit({ action, note, changes: [] });
  }

  /** Validates every record, writes the act durably, and only then answers with its id. */
  commit(draft: Draft): Result<{ changeId: string }> {
    const problem = firstInvalid(draft.changes);
    if (problem !== undefined) return { ok: false, failure: problem };
    const id = this.newId();
    const result = this.ledger.commit({
      id,
      at: this.clock.nowIso(),
      by: this.who,
      ...draft,
    });
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    if (draft.changes.some(({ table }) => table !== metaTable)) this.#edits += 1;
    return { ok: true, value: { changeId: id } };
  }
}

const daysAhead = 30;

function firstInvalid(changes: readonly RecordChange[]): Failure | undefined {
  for (const { table, after } of changes) {
    if (after === null || !Object.hasOwn(recordSchemas, table)) continue;
    const parsed = recordSchemas[table as TableName].safeParse(after);
    if (parsed.success) continue;
    const [issue] = parsed.error.issues;
    return failed('C-101', `（${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}）`).failure;
  }
  return undefined;
}
