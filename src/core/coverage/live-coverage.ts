import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import type { Instructor } from '../records/work';
import { instructorGaps } from './instructor-gaps';
import { joinUnits, unitJoiner, type UnitJoiner } from './join-units';
import { partyOrganizationGaps } from './party-organization-gaps';
import type { Reach } from './reach';
import { LiveTrend } from './trend';
import type {
  CoverageDefinitions,
  CoverageGap,
  CoverageRecords,
  CoverageState,
  CoverageUnit,
} from './types';
import { unitGaps } from './unit-gaps';
import { coverageState } from './unit-state';

interface Table<Value> {
  readonly all: () => readonly Value[];
  readonly get: (id: string) => Value | undefined;
}

/** The live records as they are kept: looked up one at a time, or read whole in their order. */
export interface CoverageTables {
  readonly organizations: Table<Organization> & { readonly ids: () => Iterable<string> };
  readonly partyOrganizations: Table<PartyOrganization>;
  readonly instructors: Table<Instructor>;
  readonly areas: { readonly all: () => CoverageRecords['areas'] };
  /** Kept up by whoever keeps the records; it stands as of the edit before the one that is noted. */
  readonly reach: Reach;
}

export interface CoverageQuestion {
  readonly asOf: CalendarDate;
  readonly definitions: CoverageDefinitions;
}

/** One unit of the register as judged today; undefined parts = not listed today. */
interface Judged {
  readonly unit?: CoverageUnit;
  readonly state?: CoverageState;
  readonly gaps: readonly CoverageGap[];
}

type Edited = 'organizations' | 'partyOrganizations' | 'instructors';

const notListed: Judged = { gaps: [] };
const trendMonths = 12;

/**
 * What `evaluateCoverage` says of today, kept up by edits: an edit joins and judges anew the units, party
 * organisations and instructors it reaches, and no others. Everything stands in the order of the records.
 */
export class LiveCoverage {
  readonly #joiner: UnitJoiner;
  readonly #units = new Map<string, Judged>();
  readonly #unitById = { get: (id: string) => this.#units.get(id)?.unit };
  readonly #parties = new Map<string, readonly CoverageGap[]>();
  readonly #instructors = new Map<string, readonly CoverageGap[]>();
  /** Records edited since the last refresh, in the order of their edits; those gone are in none. */
  readonly #edited: Readonly<Record<Edited, Set<string>>> = {
    organizations: new Set(),
    partyOrganizations: new Set(),
    instructors: new Set(),
  };
  /** Units that nobody has looked at yet, in the order of their records. */
  readonly #waiting: Set<string>;
  #isJudged = false;
  /** Units reached by an edit of something else, or gone. */
  readonly #touched = new Set<string>();
  #trend: LiveTrend | undefined;
  #lists: { readonly units: CoverageUnit[]; readonly gaps: CoverageGap[] } | undefined;

  constructor(
    private readonly tables: CoverageTables,
    readonly question: CoverageQuestion,
  ) {
    this.#joiner = unitJoiner(tables.reach, tables.areas.all(), {
      asOf: question.asOf,
      unitById: (id) => tables.organizations.get(id),
    });
    this.#waiting = new Set(tables.organizations.ids());
  }

  /** Judges units for the first time until none is left or time is up; false = some are left. */
  catchUp(isTimeUp: () => boolean = () => false): boolean {
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      this.#judgeUnit(id);
      if (isTimeUp()) break;
    }
    return this.#waiting.size === 0;
  }

  /** Notes an edit; nothing is judged before somebody asks. `isGone`: deleted, or moved to 历史库. */
  note(table: string, id: string, isGone: boolean): void {
    if (table === 'organizations') {
      if (isGone) {
        this.#units.delete(id);
        this.#waiting.delete(id);
      }
      this.#touched.add(id);
    } else if (table === 'partyOrganizations') {
      if (isGone) this.#parties.delete(id);
      this.#touch(this.tables.reach.parties.unitsOf(id));
    } else if (table === 'instructors') {
      if (isGone) this.#instructors.delete(id);
      this.#touch(this.tables.reach.instructors.unitsOf(id));
    } else return;
    if (isGone) this.#edited[table].delete(id);
    else this.#edited[table].add(id);
    this.#lists = undefined;
  }

  get units(): readonly CoverageUnit[] {
    return this.#listed().units;
  }

  get states(): ReadonlyMap<string, CoverageState> {
    const states = new Map<string, CoverageState>();
    for (const [id, { state }] of this.#refreshed()) if (state !== undefined) states.set(id, state);
    return states;
  }

  /** Party organisations first, then instructors, then units. */
  get gaps(): readonly CoverageGap[] {
    return this.#listed().gaps;
  }

  /** The register as of another day, joined with what is known of the ties already. */
  unitsOn(day: CalendarDate): CoverageUnit[] {
    this.#refreshed();
    const { organizations, areas, reach } = this.tables;
    return joinUnits({ organizations: organizations.all(), areas: areas.all() }, day, reach);
  }

  /** The figures of past month ends; they hold once nothing waits in them. */
  get trend(): LiveTrend {
    const { asOf, definitions } = this.question;
    const ids = this.#refreshed().keys();
    return (this.#trend ??= new LiveTrend(ids, this.tables.reach, {
      today: asOf,
      months: trendMonths,
      definitions,
    }));
  }

  #touch(unitIds: Iterable<string>): void {
    for (const id of unitIds) this.#touched.add(id);
  }

  #listed(): { readonly units: CoverageUnit[]; readonly gaps: CoverageGap[] } {
    const judged = this.#refreshed();
    if (this.#lists === undefined) {
      const [units, gaps]: [CoverageUnit[], CoverageGap[]] = [[], []];
      for (const owners of [this.#parties, this.#instructors])
        for (const found of owners.values()) for (const gap of found) gaps.push(gap);
      for (const { unit, gaps: found } of judged.values()) {
        if (unit !== undefined) units.push(unit);
        for (const gap of found) gaps.push(gap);
      }
      this.#lists = { units, gaps };
    }
    return this.#lists;
  }

  #refreshed(): ReadonlyMap<string, Judged> {
    if (!this.#isJudged) this.#judgeFirst();
    if (this.#lists === undefined) this.#refresh();
    return this.#units;
  }

  #judgeFirst(): void {
    this.catchUp();
    for (const party of this.tables.partyOrganizations.all()) this.#judgeParty(party.id);
    for (const { id } of this.tables.instructors.all()) this.#judgeInstructor(id);
    this.#isJudged = true;
  }

  #refresh(): void {
    const { reach } = this.tables;
    const { organizations, partyOrganizations, instructors } = this.#edited;
    for (const id of partyOrganizations) this.#touch(reach.parties.unitsOf(id));
    for (const id of instructors) this.#touch(reach.instructors.unitsOf(id));
    const parties = new Set(partyOrganizations);
    const loaded = new Set(instructors);
    for (const id of this.#touched) {
      for (const { owner } of reach.parties.of(id)) parties.add(owner.id);
      for (const { owner } of reach.instructors.of(id)) loaded.add(owner.id);
    }
    for (const id of parties) this.#touch(this.#joiner.leads.renew(id));
    // Edited records first, in the order of their edits: a new one takes its place behind all others.
    for (const id of new Set([...organizations, ...this.#touched])) {
      this.#judgeUnit(id);
      this.#trend?.touch(id);
    }
    for (const id of parties) this.#judgeParty(id);
    for (const id of loaded) this.#judgeInstructor(id);
    for (const edited of Object.values(this.#edited)) edited.clear();
    this.#touched.clear();
  }

  #judgeUnit(id: string): void {
    const record = this.tables.organizations.get(id);
    if (record === undefined) return;
    const unit = this.#joiner.join(record);
    this.#units.set(
      id,
      unit === undefined
        ? notListed
        : {
            unit,
            state: coverageState(unit, this.question.definitions),
            gaps: unitGaps(unit, this.question),
          },
    );
  }

  #judgeParty(id: string): void {
    const party = this.tables.reach.parties.get(id);
    if (party === undefined) return;
    this.#parties.set(id, partyOrganizationGaps(party, this.#unitById, this.question.asOf));
  }

  #judgeInstructor(id: string): void {
    const instructor = this.tables.reach.instructors.get(id);
    if (instructor === undefined) return;
    this.#instructors.set(id, instructorGaps(instructor, this.#unitById, this.question.asOf));
  }
}
