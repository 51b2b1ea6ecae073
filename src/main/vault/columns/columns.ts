import type { RecordChange } from '../../../core/records/change';
import type { RecordOf, TableName } from '../../../core/records/tables';
import type { Person } from '../../../core/records/person';
import {
  allPackedDueDays,
  compileTable,
  packedDueDays,
  type CompiledTable,
} from '../../../core/deadlines/packed';
import type { EngineOptions } from '../../../core/deadlines/types';
import type { HotProjection } from '../ledger/hot-projection';
import { decodePeople, encodePeople } from './people-codec';
import { emptyPeople, putPerson, removePerson, type PeopleColumns } from './people-columns';
import { ReferenceTable } from './reference-table';

export const referenceTables = [
  'areas',
  'carriers',
  'organizations',
  'partyOrganizations',
  'instructors',
  'quotas',
  'gapTasks',
  'importBatches',
] as const satisfies readonly TableName[];
type ReferenceName = (typeof referenceTables)[number];

/** What stands ready in memory: people as columns, everything they are joined with as records. */
export type Columns = {
  people: PeopleColumns;
  readonly reference: { readonly [Name in ReferenceName]: ReferenceTable<RecordOf<Name>> };
  compiled: CompiledTable | undefined;
};

function openReference(source: (name: ReferenceName) => Buffer | undefined): Columns['reference'] {
  return Object.fromEntries(
    referenceTables.map((name) => [name, new ReferenceTable(source(name))]),
  ) as unknown as Columns['reference'];
}

const isReference = (table: string): table is ReferenceName =>
  referenceTables.some((name) => name === table);

function applyOne(columns: Columns, { table, id, after }: RecordChange): void {
  if (table === 'people') applyPerson(columns, id, after);
  else if (isReference(table)) applyReference(columns, table, id, after);
}

function applyPerson(columns: Columns, id: string, after: RecordChange['after']): void {
  const { people, compiled } = columns;
  if (after === null) {
    removePerson(people, id);
    return;
  }
  const row = putPerson(people, after as unknown as Person);
  if (people.isDueReady && compiled !== undefined)
    packedDueDays(compiled, people.facts, row, people.due);
  else people.isDueReady = false;
}

function applyReference(
  columns: Columns,
  table: ReferenceName,
  id: string,
  after: RecordChange['after'],
): void {
  const reference = columns.reference[table] as ReferenceTable<{ id: string }>;
  // A retired record is history: kept in the store, out of every list and count.
  if (after === null || (after as { retired?: unknown }).retired !== undefined)
    reference.remove(id);
  else reference.put(after as { id: string });
}

/** Due days of every row, once; afterwards each edit redoes its own row. */
export function readyDueDays(columns: Columns, options: EngineOptions): PeopleColumns {
  const { people } = columns;
  if (!people.isDueReady || columns.compiled === undefined) {
    columns.compiled = compileTable(options);
    allPackedDueDays(columns.compiled, people.facts, people.count, people.due);
    people.isDueReady = true;
  }
  return people;
}

/** After a change of settings the law of the open deadlines is looked up anew. */
export function forgetDueDays(columns: Columns): void {
  columns.people.isDueReady = false;
}

export const columnsProjection: HotProjection<Columns> = {
  version: 1,
  empty: () => ({
    people: emptyPeople(),
    reference: openReference(() => undefined),
    compiled: undefined,
  }),
  encode(columns) {
    const parts = [
      encodePeople(columns.people),
      ...referenceTables.map((name) => columns.reference[name].encode()),
    ];
    const lengths = Buffer.alloc(4 * parts.length);
    for (const [index, part] of parts.entries()) lengths.writeUInt32LE(part.length, index * 4);
    return Buffer.concat([lengths, ...parts]);
  },
  decode(bytes) {
    let offset = 4 * (referenceTables.length + 1);
    const parts = Array.from({ length: referenceTables.length + 1 }, (_, index) => {
      const start = offset;
      offset += bytes.readUInt32LE(index * 4);
      return bytes.subarray(start, offset);
    });
    const people = decodePeople(parts[0] ?? Buffer.alloc(4));
    return {
      people,
      reference: openReference((name) => parts[1 + referenceTables.indexOf(name)]),
      compiled: undefined,
    };
  },
  apply(columns, changes) {
    for (const change of changes) applyOne(columns, change);
  },
};
