import {
  countUnit,
  emptyUnits,
  packUnit,
  type CoverageBoard,
  type PackedUnits,
} from './packed-units';
import type { CoverageUnit } from './types';

const leastRoom = 256;

/** The same rows with room for at least one more. */
export function withRoom(packed: PackedUnits): PackedUnits {
  if (packed.length < packed.area.length) return packed;
  const roomy = emptyUnits(packed.areaIds.slice(0, -1), Math.max(leastRoom, packed.length * 2));
  roomy.length = packed.length;
  roomy.area.set(packed.area);
  roomy.column.set(packed.column);
  roomy.profile.set(packed.profile);
  roomy.links.set(packed.links);
  roomy.leads.set(packed.leads);
  return roomy;
}

/** Adds one unit behind the last row; the columns must have room. Returns its row. */
export function appendUnit(packed: PackedUnits, unit: CoverageUnit, board?: CoverageBoard): number {
  const row = packed.length;
  packed.length += 1;
  packUnit(packed, row, unit);
  if (board !== undefined) countUnit(board, packed, row, 1);
  return row;
}

/** Replaces one unit in the columns and in the counts; nothing else is read. */
export function recountUnit(
  board: CoverageBoard | undefined,
  packed: PackedUnits,
  row: number,
  unit: CoverageUnit,
): void {
  if (board !== undefined) countUnit(board, packed, row, -1);
  packUnit(packed, row, unit);
  if (board !== undefined) countUnit(board, packed, row, 1);
}

/** Takes one unit out; the last row moves into its place. */
export function removeUnit(packed: PackedUnits, row: number, board?: CoverageBoard): void {
  if (board !== undefined) countUnit(board, packed, row, -1);
  const last = packed.length - 1;
  for (const column of [packed.area, packed.column, packed.profile, packed.links, packed.leads])
    column[row] = column[last] ?? 0;
  packed.length = last;
}
