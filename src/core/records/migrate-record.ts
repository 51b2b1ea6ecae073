import type { RecordChange } from './change';
import { closureIsAnAct } from './migrations/people-2-closure-is-an-act';
import { tableNames, type TableName } from './tables';

type Fields = { readonly [name: string]: unknown };
type Json = RecordChange['after'];

/** What leads a table's records from one shape to the next, in order: the first makes shape 2 of shape 1. */
const migrations: Readonly<Partial<Record<TableName, readonly ((record: Fields) => Fields)[]>>> = {
  people: [closureIsAnAct],
};

/** Shapes by table, where they are no longer the first; written beside what they describe. */
export type Shapes = Readonly<Record<string, number>>;

const isTable = (table: string): table is TableName => (tableNames as string[]).includes(table);

/** The shape in which records of a table are written today. */
export function shapeOf(table: string): number {
  return 1 + ((isTable(table) ? migrations[table] : undefined)?.length ?? 0);
}

export const presentShapes: Shapes = shapesOf(tableNames);

export function shapesOf(tables: Iterable<string>): Shapes {
  const shapes: Record<string, number> = {};
  for (const table of tables) if (shapeOf(table) > 1) shapes[table] = shapeOf(table);
  return shapes;
}

/** A record written by a newer program: nobody here knows what its fields mean. */
export class NewerRecord extends Error {
  constructor(readonly table: string) {
    super(`a record of ${table} of a newer shape`);
  }
}

/**
 * A record as today's program knows it; the stored one stays as it is until somebody edits it.
 * @param shapes what was written beside it; a table that is not named is of shape 1
 * @throws NewerRecord
 */
export function migrateRecord(table: string, value: Json, shapes: Shapes = {}): Json {
  const shape = shapes[table] ?? 1;
  const present = shapeOf(table);
  if (shape > present) throw new NewerRecord(table);
  if (shape === present || value === null || typeof value !== 'object' || Array.isArray(value))
    return value;
  const steps = isTable(table) ? (migrations[table] ?? []) : [];
  return steps.slice(shape - 1).reduce((record, step) => step(record), value as Fields) as Json;
}
