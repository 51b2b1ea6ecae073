import { createHash } from 'node:crypto';
import { workingDayYears } from '../../../core/calendar/working-day-data';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import type { RecordChange } from '../../../core/records/change';
import { presentShapes } from '../../../core/records/migrate-record';
import type { RecordOf, TableName } from '../../../core/records/tables';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { Person } from '../../../core/records/person';
import { compileTable, packedColumns, type CompiledTable } from '../../../core/deadlines/packed';
import type { EngineOptions } from '../../../core/deadlines/types';
import {
  LiveCoverage,
  type CoverageQuestion,
  type CoverageTables,
} from '../../../core/coverage/live-coverage';
import { reachOf, retie, type Reach } from '../../../core/coverage/reach';
import type { HotProjection, StoredPart } from '../ledger/hot-projection';
import { ColumnReader, ColumnWriter } from './column-bytes';
import { decodePeople, encodePeople, encodePeopleParts } from './people-codec';
import {
  emptyPeople,
  putPerson,
  removePerson,
  textNames,
  type PeopleColumns,
} from './people-columns';
import { ReferenceTable } from './reference-table';
import { decodeTerms, encodeTerms, packTerms, type TermColumns } from './term-columns';
import { decodeUnits, encodeUnits } from './unit-codec';
import { UnitColumns } from './unit-columns';

export const referenceTables = [
  'areas',
  'carriers',
  'organizations',
  'partyOrganizations',
  'instructors',
  'stations',
  'requests',
  'quotas',
  'gapTasks',
  'importBatches',
  'settlements',
  'snoozes',
] as const satisfies readonly TableName[];
type ReferenceName = (typeof referenceTables)[number];

/** What stands ready in memory: people and units as columns, everything they are joined with as records. */
export type Columns = {
  people: PeopleColumns;
  units: UnitColumns | undefined;
  terms: TermColumns | undefined;
  /** Coverage as judged today; never stored, made when a page first asks for more than counts. */
  live: LiveCoverage | undefined;
  /** Branches and instructors by the units they reach; never stored, made with the first join. */
  reach: Reach | undefined;
  readonly reference: { readonly [Name in ReferenceName]: ReferenceTable<RecordOf<Name>> };
  compiled: CompiledTable | undefined;
  /** People edited since the roster's audit last looked; it judges these anew and no others. */
  readonly edited: Set<string>;
};

function openReference(read: (name: ReferenceName) => StoredPart | undefined) {
  return Object.fromEntries(
    referenceTables.map((name) => [name, new ReferenceTable(read(name))]),
  ) as unknown as Columns['reference'];
}

const isReference = (table: string): table is ReferenceName =>
  referenceTables.some((name) => name === table);

function applyOne(columns: Columns, change: RecordChange): void {
  const { table, id, after } = change;
  if (table === 'people') applyPerson(columns, id, after);
  else if (isReference(table)) {
    applyReference(columns, table, id, after);
    // Streets are the rows of the counts: another street is another board.
    if (table === 'partyOrganizations') columns.terms = undefined;
    if (table === 'areas') columns.units = columns.live = undefined;
    columns.units?.note(change);
    columns.live?.note(table, id, isGone(table, after));
    if (columns.reach !== undefined)
      retie(columns.reach, isGone(table, after) ? { table, id, after: null } : change);
  }
}

function applyPerson(columns: Columns, id: string, after: RecordChange['after']): void {
  const { people, compiled } = columns;
  columns.edited.add(id);
  if (after === null) {
    removePerson(people, id);
    return;
  }
  const row = putPerson(people, after as unknown as Person);
  if (compiled === undefined) people.due.behind.add(row);
  else people.due.redo(compiled, people.facts, row);
}

function applyReference(
  columns: Columns,
  table: ReferenceName,
  id: string,
  after: RecordChange['after'],
): void {
  const reference = columns.reference[table] as ReferenceTable<{ id: string }>;
  if (isGone(table, after)) reference.remove(id);
  else reference.put(after as { id: string });
}

/**
 * A retired record is history: kept in the store, out of every list and count. A place that was merged into
 * another stays: it says where its units lay before that day, and where they lie since.
 */
export function isGone(table: string, after: RecordChange['after']): boolean {
  if (after === null) return true;
  const { retired } = after as { retired?: { intoId?: string } };
  return retired !== undefined && !(table === 'areas' && retired.intoId !== undefined);
}

/** From this share of the rows on, going through all of them line by line is quicker than one by one. */
const manyBehind = 0.05;

/** Due days of every row, as stored or made once; afterwards each edit redoes its own row. */
export function readyDueDays(columns: Columns, options: EngineOptions): PeopleColumns {
  const { people } = columns;
  if (columns.compiled !== undefined) return people;
  const { due, facts } = people;
  const compiled = compileTable(options);
  const key = dueKeyOf(compiled);
  if (due.key !== key || due.behind.size > people.count * manyBehind) due.fill(compiled, facts);
  else for (const row of due.behind) due.redo(compiled, facts, row);
  due.key = key;
  due.behind.clear();
  columns.compiled = compiled;
  return people;
}

const holidays = JSON.stringify(workingDayYears);

/** Everything that due days follow from beside the facts; which day it is today is not among it. */
function dueKeyOf({ lines, options }: CompiledTable): string {
  const law = JSON.stringify([lines, { ...options, today: undefined }]);
  return createHash('sha256').update(holidays).update(law).digest('base64');
}

/** After a change of settings the law of the open deadlines is looked up anew. */
export function forgetDueDays(columns: Columns): void {
  columns.compiled = undefined;
}

/** The tables units are joined from. */
function tablesOf(columns: Columns): CoverageTables {
  const { organizations, partyOrganizations, instructors, areas } = columns.reference;
  return {
    ...{ organizations, partyOrganizations, instructors, areas },
    get reach() {
      return (columns.reach ??= reachOf({
        partyOrganizations: partyOrganizations.all(),
        instructors: instructors.all(),
      }));
    },
  };
}

/** Units packed for counting as they stand on the day: made once, afterwards kept up by every edit. */
export function readyUnits(columns: Columns, today: CalendarDate): UnitColumns {
  if (columns.units?.holdsOn(today) !== true)
    columns.units = UnitColumns.build(tablesOf(columns), today);
  columns.units.refresh(tablesOf(columns));
  return columns.units;
}

/** Coverage of a day under the settings' definitions: judged whole once, afterwards kept up by every edit. */
export function readyLive(columns: Columns, question: CoverageQuestion): LiveCoverage {
  if (columns.live === undefined || !sameQuestion(columns.live.question, question))
    columns.live = new LiveCoverage(tablesOf(columns), question);
  return columns.live;
}

const sameQuestion = (one: CoverageQuestion, other: CoverageQuestion): boolean =>
  one.asOf === other.asOf && JSON.stringify(one.definitions) === JSON.stringify(other.definitions);

/** Ends of all terms; an edit of a party organisation has them looked up anew. */
export function readyTerms(columns: Columns, today: CalendarDate): TermColumns {
  columns.terms ??= packTerms(columns.reference.partyOrganizations.all(), today);
  return columns.terms;
}

/** Changes with the shape of what is stored, so that columns of another shape are made anew from the records. */
const shape = JSON.stringify([
  ...[textNames, packedColumns, deadlineTable.map(({ rule }) => rule)],
  ...[referenceTables, presentShapes],
]);
const shapeNumber = Buffer.from(shape).reduce((hash, byte) => (hash * 31 + byte) % 0x7fffffff, 3);

export const columnsProjection: HotProjection<Columns> = {
  version: shapeNumber,
  empty: () => ({
    people: emptyPeople(),
    units: undefined,
    terms: undefined,
    live: undefined,
    reach: undefined,
    reference: openReference(() => undefined),
    compiled: undefined,
    edited: new Set(),
  }),
  encode(columns) {
    columns.units?.refresh(tablesOf(columns));
    const writer = new ColumnWriter();
    writer.nested((inner) => encodePeople(columns.people, inner));
    writer.nested((inner) => encodeUnits(columns.units, inner));
    writer.nested((inner) => encodeTerms(columns.terms, inner));
    return {
      front: () => writer.pieces,
      parts: [
        ...referenceTables.map((name) => ({ name, pieces: columns.reference[name].encode() })),
        ...encodePeopleParts(columns.people),
      ],
    };
  },
  decode(front, readPart) {
    const reader = new ColumnReader(front);
    return {
      people: decodePeople(reader.block(), readPart),
      units: decodeUnits(reader.block()),
      terms: decodeTerms(reader.block()),
      live: undefined,
      reach: undefined,
      reference: openReference(readPart),
      compiled: undefined,
      edited: new Set(),
    };
  },
  apply(columns, changes) {
    for (const change of changes) applyOne(columns, change);
  },
};
