import { definitionOf, type FieldId } from './fields-data';
import type { HeaderCell } from './find-layout';
import type { ColumnReading, MappingOverride } from './interpretation';
import { fieldOfHeader, foldHeader } from './map-header';

type SheetOverride = MappingOverride[string] | undefined;

/** Finds the field of every column; of several columns for one field the first keeps it. */
export function mapColumns(
  header: readonly HeaderCell[],
  override?: SheetOverride,
): readonly ColumnReading[] {
  const taken = new Set<FieldId>();
  const chosen = override?.columns ?? {};
  for (const choice of Object.values(chosen)) {
    if (choice !== 'custom' && choice !== 'ignore') taken.add(choice);
  }
  const found = header.map((cell) => {
    const choice = chosen[cell.column];
    if (choice !== undefined) {
      const isField = choice !== 'custom' && choice !== 'ignore';
      return { ...cell, field: isField ? choice : undefined, isIgnored: choice === 'ignore' };
    }
    const field = fieldOfHeader(cell.header, cell.group);
    if (field === undefined || taken.has(field))
      return { ...cell, field: undefined, isIgnored: false };
    taken.add(field);
    return { ...cell, field, isIgnored: false };
  });
  return found.map((column) =>
    chosen[column.column] === undefined ? inContext(column, taken) : column,
  );
}

/** Words that mean one thing on a roster of people and another on a list of units. */
function inContext(column: ColumnReading, fields: ReadonlySet<FieldId>): ColumnReading {
  const isOnTheWay = fields.has('name') && (fields.has('activistOn') || fields.has('appliedOn'));
  if (column.field === 'contactName' && isOnTheWay && !fields.has('mentors')) {
    return { ...column, field: 'mentors' };
  }
  const isInstructorSheet =
    fields.has('targetOrganizations') || fields.has('employment') || fields.has('dispatchLevel');
  if (column.field === 'name' && isInstructorSheet && !fields.has('instructorName')) {
    return { ...column, field: 'instructorName' };
  }
  return column;
}

export function isDerivedColumn(column: ColumnReading): boolean {
  return column.field !== undefined && definitionOf(column.field).kind === 'derived';
}

/** Key under which the values of an unknown column are kept; names that could harm are renamed. */
export function customKey(column: ColumnReading): string {
  const name = foldHeader(column.header);
  const isUnsafe = name === '__proto__' || name === 'constructor' || name === 'prototype';
  return `custom.${isUnsafe || name === '' ? `第${column.column + 1}列` : name}`;
}

/** Same headers in the same order give the same fingerprint (FNV-1a, 32 bit, twice salted). */
export function fingerprintOf(header: readonly HeaderCell[]): string {
  const words = header.map((cell) => `${cell.group ?? ''}/${foldHeader(cell.header)}`).join('|');
  return `${hash(words, 0x811c9dc5)}${hash(words, 0x01000193)}`;
}

function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
