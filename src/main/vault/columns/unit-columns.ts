import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { toDayNumber } from '../../../core/calendar/day-number';
import { streetIdsOf } from '../../../core/coverage/area-tree';
import { nextTurn } from '../../../core/coverage/horizon';
import { coveredIds, unitJoiner, type UnitJoiner } from '../../../core/coverage/join-units';
import type { CoverageTables } from '../../../core/coverage/live-coverage';
import {
  countBoard,
  emptyUnits,
  type CoverageBoard,
  type PackedUnits,
} from '../../../core/coverage/packed-units';
import { appendUnit, recountUnit, removeUnit, withRoom } from '../../../core/coverage/unit-rows';
import type { CoverageDefinitions } from '../../../core/coverage/types';
import { absent } from '../../../core/deadlines/packed';
import type { RecordChange } from '../../../core/records/change';
import type { Organization } from '../../../core/records/organization';
import type { PartyOrganization } from '../../../core/records/party-organization';
import type { Instructor } from '../../../core/records/work';
import { TextColumn } from './text-column';

export type UnitRows = {
  readonly asOf: CalendarDate;
  /** First day on which the rows may not hold any more; undefined = nothing dated lies ahead. */
  horizon: CalendarDate | undefined;
  packed: PackedUnits;
  readonly ids: TextColumn;
  readonly names: TextColumn;
  /** Area of each unit as recorded, '' where there is none. */
  readonly areaIds: TextColumn;
  /** Day number of the last verification, or absent. */
  verified: Int32Array;
  staffKnown: Uint8Array;
};

/** Units packed for counting as of one day; an edit redoes the rows it touches and no other. */
export class UnitColumns {
  readonly #touched = new Set<string>();
  #rowById: Map<string, number> | undefined;
  #joiner: UnitJoiner | undefined;
  #board: { readonly key: string; readonly board: CoverageBoard } | undefined;

  constructor(readonly rows: UnitRows) {}

  /** Joins and packs every unit of the ledger. */
  static build(tables: CoverageTables, asOf: CalendarDate): UnitColumns {
    const organizations = tables.organizations.all();
    const columns = new UnitColumns({
      asOf,
      horizon: nextTurn(
        {
          organizations,
          partyOrganizations: tables.partyOrganizations.all(),
          instructors: tables.instructors.all(),
          areas: tables.areas.all(),
        },
        asOf,
      ),
      packed: emptyUnits(streetIdsOf(tables.areas.all()), organizations.length),
      ids: new TextColumn([]),
      names: new TextColumn([]),
      areaIds: new TextColumn([]),
      verified: new Int32Array(organizations.length),
      staffKnown: new Uint8Array(organizations.length),
    });
    const joiner = columns.#joinerOf(tables);
    for (const unit of organizations) columns.#put(unit, joiner);
    return columns;
  }

  get isUpToDate(): boolean {
    return this.#touched.size === 0;
  }

  holdsOn(today: CalendarDate): boolean {
    const { asOf, horizon } = this.rows;
    return asOf <= today && (horizon === undefined || today < horizon);
  }

  /** Notes which rows a change touches; nothing is read before somebody asks for figures. */
  note({ table, id, before, after }: RecordChange): void {
    const states = [before, after].filter((state) => state !== null);
    if (table === 'organizations') {
      this.#touched.add(id);
      this.#look({ organizations: states as unknown as Organization[] });
    } else if (table === 'partyOrganizations') {
      const parties = states as unknown as PartyOrganization[];
      this.#touch(parties.flatMap(({ covers }) => covers ?? []));
      this.#look({ partyOrganizations: parties });
    } else if (table === 'instructors') {
      const instructors = states as unknown as Instructor[];
      this.#touch(instructors.flatMap(({ assignments }) => assignments ?? []));
      this.#look({ instructors });
    }
  }

  /** Brings the touched rows up to date, and the counts with them. */
  refresh(tables: CoverageTables): void {
    if (this.#touched.size === 0) return;
    const joiner = this.#joinerOf(tables);
    joiner.leads.forget();
    for (const id of this.#withCompanions(joiner, tables)) {
      const unit = tables.organizations.get(id);
      if (unit === undefined) this.#remove(id);
      else this.#put(unit, joiner);
    }
    this.#touched.clear();
  }

  /** Name and area of one unit, without opening its record. */
  find(id: string): { readonly name: string; readonly areaId: string } | undefined {
    const { ids, names, areaIds } = this.rows;
    const row = this.#rowById === undefined ? ids.find(id) : this.#rowById.get(id);
    return row === undefined ? undefined : { name: names.at(row), areaId: areaIds.at(row) };
  }

  /** Counts by street and column under these definitions. */
  board(definitions: CoverageDefinitions): CoverageBoard {
    const key = JSON.stringify(definitions);
    if (this.#board?.key !== key)
      this.#board = { key, board: countBoard(this.rows.packed, definitions) };
    return this.#board.board;
  }

  #joinerOf(tables: CoverageTables): UnitJoiner {
    this.#joiner ??= unitJoiner(tables.reach, tables.areas.all(), {
      asOf: this.rows.asOf,
      unitById: (id) => tables.organizations.get(id),
    });
    return this.#joiner;
  }

  #touch(links: readonly { readonly organizationId: string }[]): void {
    for (const { organizationId } of links) this.#touched.add(organizationId);
  }

  #look(records: Parameters<typeof nextTurn>[0]): void {
    const turn = nextTurn(records, this.rows.asOf);
    const { horizon } = this.rows;
    if (turn !== undefined && (horizon === undefined || turn < horizon)) this.rows.horizon = turn;
  }

  /** Touched units and those that share a branch with them: another may lead it now. */
  #withCompanions(joiner: UnitJoiner, tables: CoverageTables): Set<string> {
    const all = new Set(this.#touched);
    for (const id of this.#touched) {
      for (const { partyOrganizationId } of joiner.coversOf(id)) {
        const party = tables.partyOrganizations.get(partyOrganizationId);
        if (party === undefined) continue;
        for (const companion of coveredIds(party, this.rows.asOf)) all.add(companion);
      }
    }
    return all;
  }

  #put(unit: Organization, { join }: UnitJoiner): void {
    const joined = join(unit);
    if (joined === undefined) {
      this.#remove(unit.id);
      return;
    }
    const { rows } = this;
    const known = this.#byId.get(unit.id);
    if (known === undefined) this.#makeRoom();
    const row = known ?? appendUnit(rows.packed, joined, this.#board?.board);
    if (known !== undefined) recountUnit(this.#board?.board, rows.packed, row, joined);
    rows.ids.set(row, unit.id);
    rows.names.set(row, unit.name);
    rows.areaIds.set(row, unit.areaId ?? '');
    rows.verified[row] =
      unit.lastVerifiedOn === undefined ? absent : toDayNumber(unit.lastVerifiedOn);
    rows.staffKnown[row] = unit.staff === undefined ? 0 : 1;
    this.#byId.set(unit.id, row);
  }

  #remove(id: string): void {
    const row = this.#byId.get(id);
    if (row === undefined) return;
    const { packed, verified, staffKnown } = this.rows;
    removeUnit(packed, row, this.#board?.board);
    const last = packed.length;
    const moved = this.rows.ids.at(last);
    for (const texts of [this.rows.ids, this.rows.names, this.rows.areaIds]) {
      texts.set(row, texts.at(last));
      texts.pop();
    }
    verified[row] = verified[last] ?? absent;
    staffKnown[row] = staffKnown[last] ?? 0;
    this.#byId.set(moved, row);
    this.#byId.delete(id);
  }

  #makeRoom(): void {
    const { rows } = this;
    rows.packed = withRoom(rows.packed);
    const room = rows.packed.area.length;
    if (rows.verified.length >= room) return;
    const verified = new Int32Array(room);
    verified.set(rows.verified);
    const staffKnown = new Uint8Array(room);
    staffKnown.set(rows.staffKnown);
    Object.assign(rows, { verified, staffKnown });
  }

  get #byId(): Map<string, number> {
    this.#rowById ??= new Map(this.rows.ids.list().map((id, row) => [id, row]));
    return this.#rowById;
  }
}
