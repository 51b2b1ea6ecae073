import { definitionOf, type FieldId } from './fields-data';
import type { HeaderCell } from './find-layout';
import type { ColumnReading, MappingOverride } from './interpretation';
import { columnLetters } from './raw-workbook';
import { settleInContext } from './header-context';
import { fieldOfHeader, foldHeader } from './map-header';

type SheetOverride = MappingOverride[string] | undefined;

/** Finds the field of every column; of several columns for one field the first keeps it. */
export function mapColumns(
  header: readonly HeaderCell[],
  override?: SheetOverride,
  titles = '',
): readonly ColumnReading[] {
  const chosen = override?.columns ?? {};
  const taken = new Set<FieldId>();
  for (const choice of Object.values(chosen)) {
    if (choice !== 'custom' && choice !== 'ignore') taken.add(choice);
  }
  const proposed = header.map((cell) => ({
    ...cell,
    field: fieldOfHeader(cell.header, cell.group),
  }));
  return settleInContext(proposed, titles).map((column) => {
    const choice = chosen[column.column];
    if (choice !== undefined) {
      const isField = choice !== 'custom' && choice !== 'ignore';
      return { ...column, field: isField ? choice : undefined, isIgnored: choice === 'ignore' };
    }
    const { field } = column;
    if (field === undefined || taken.has(field)) {
      return { ...column, field: undefined, isIgnored: false };
    }
    taken.add(field);
    return { ...column, isIgnored: false };
  });
}

export function isDerivedColumn(column: ColumnReading): boolean {
  return column.field !== undefined && definitionOf(column.field).kind === 'derived';
}

/** Key under which the values of an unknown column are kept; names that could harm are renamed. */
export function customKey(column: Pick<ColumnReading, 'header' | 'column'>): string {
  const name = foldHeader(column.header);
  const isUnsafe = name === '__proto__' || name === 'constructor' || name === 'prototype';
  return `custom.${isUnsafe || name === '' ? `第${column.column + 1}列` : name}`;
}

/** Keys by column; a header that stands over several unknown columns is told apart by its column. */
export function customKeys(columns: readonly ColumnReading[]): ReadonlyMap<number, string> {
  const used = new Set<string>();
  return new Map(
    columns.map((column) => {
      const plain = customKey(column);
      const key = used.has(plain) ? `${plain}(${columnLetters(column.column)})` : plain;
      if (column.field === undefined && !column.isIgnored) used.add(plain);
      return [column.column, key] as const;
    }),
  );
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
