import { baseColumns, workLinks } from './types';
import type { CoverageColumn, CoverageDefinitions, CoverageTally, CoverageUnit } from './types';
import { emptyTally, socialColumns, tallyKeys, tallyUnit } from './tally';
import {
  coverageRules,
  socialSurveyStaffThreshold,
  surveyStaffThreshold,
} from '../regulations/coverage-rules';
import { legalColumns } from './thresholds-data';
import { builtAs } from './unit-state';
import type { BuiltAs } from './unit-state';

/*
 * The fast path of G8. Every unit is reduced to the class it belongs to (how it is built × members × staff ×
 * links): units of one class add the same to every figure. One pass counts classes per cell; what a class
 * adds is asked once from the reference `tallyUnit`, so the law is written in one place only.
 */

const builtClasses: readonly BuiltAs[] = [
  'none',
  'joint',
  'ownBranch',
  'ownGeneralBranch',
  'ownCommittee',
];
interface MemberClass {
  readonly members?: number;
  readonly formalMembers?: number;
}
const three = coverageRules['ORG-3'].threshold ?? 0;
const memberClasses: readonly MemberClass[] = [
  {},
  { members: 0, formalMembers: 0 },
  { members: 1, formalMembers: 0 },
  { members: 1, formalMembers: 1 },
  { members: three, formalMembers: three },
  { members: 1 },
  { members: 0 },
];
const staffSteps = [
  surveyStaffThreshold,
  socialSurveyStaffThreshold,
  coverageRules['STAFF-50'].threshold ?? 0,
  coverageRules['STAFF-100'].threshold ?? 0,
];
const staffClasses: readonly (number | undefined)[] = [undefined, 0, ...staffSteps];

/** Changes whenever a stored row would mean something else: rows packed under another key are packed anew. */
export const packingKey = JSON.stringify([
  builtClasses,
  memberClasses,
  staffSteps,
  workLinks,
  baseColumns,
]);

const workClasses = 4;
const profileCount = builtClasses.length * memberClasses.length * staffClasses.length;
const excludedProfile = profileCount;
/** Bins of one cell: every profile with and without counted work and instructor, and the excluded. */
const binCount = (profileCount + 1) * workClasses;
const linkMasks = 1 << workLinks.length;

function memberClassOf(unit: CoverageUnit): number {
  const { members, formalMembers: formal } = unit;
  if (members === undefined) return 0;
  if (formal === undefined) return members > 0 ? 5 : 6;
  if (formal >= three) return 4;
  if (formal >= 1) return 3;
  return members > 0 ? 2 : 1;
}

function staffClassOf(staff: number | undefined): number {
  if (staff === undefined) return 0;
  return 1 + staffSteps.filter((step) => staff >= step).length;
}

function profileOf(unit: CoverageUnit): number {
  if (unit.exclusion !== undefined) return excludedProfile;
  const built = builtClasses.indexOf(builtAs(unit.covers));
  const cell = built * memberClasses.length + memberClassOf(unit);
  return cell * staffClasses.length + staffClassOf(unit.staff);
}

function maskOf(unit: CoverageUnit): number {
  return unit.links.reduce((mask, link) => mask | (1 << workLinks.indexOf(link)), 0);
}

/** Units as parallel columns; index i is the i-th unit given. `areaIds` ends with '' for 未填街道. */
export interface PackedUnits {
  /** Rows in use; the columns may have room for more. */
  length: number;
  readonly areaIds: readonly string[];
  readonly area: Uint16Array;
  readonly column: Uint8Array;
  readonly profile: Uint16Array;
  readonly links: Uint8Array;
  readonly leads: Uint16Array;
}

/** How many units of each class stand in each cell, one cell behind the other. */
interface Cells {
  readonly bins: Int32Array;
  readonly leads: Int32Array;
}

/** Classes counted per column, and per street and column, open to one-unit updates. */
export interface CoverageBoard {
  readonly areaIds: readonly string[];
  readonly district: Cells;
  /** Made when a street is first asked for: most questions are about the whole district. */
  streets: Cells | undefined;
  /** The rows that are counted. */
  packed: PackedUnits;
  readonly workOfMask: Uint8Array;
  readonly definitions: CoverageDefinitions;
  /** What a class adds, asked once per class and kept. */
  readonly additions: Map<number, readonly (keyof CoverageTally)[]>;
}

/** Columns without rows and with room for `capacity` of them; the last street row is 未填街道. */
export function emptyUnits(streetIds: readonly string[], capacity: number): PackedUnits {
  return {
    length: 0,
    areaIds: [...streetIds, ''],
    area: new Uint16Array(capacity),
    column: new Uint8Array(capacity),
    profile: new Uint16Array(capacity),
    links: new Uint8Array(capacity),
    leads: new Uint16Array(capacity),
  };
}

/** Packs units for counting. Areas that are not in `streetIds` fall into the last row, 未填街道. */
export function packUnits(
  units: readonly CoverageUnit[],
  streetIds: readonly string[],
): PackedUnits {
  const packed = emptyUnits(streetIds, units.length);
  packed.length = units.length;
  const rows = new Map(packed.areaIds.map((id, row) => [id, row]));
  for (const [index, unit] of units.entries()) {
    packed.area[index] = rows.get(unit.areaId ?? '') ?? streetIds.length;
    writeUnit(packed, index, unit);
  }
  return packed;
}

/** Writes one unit's row; whoever keeps a board of the same columns recounts it instead. */
export function packUnit(packed: PackedUnits, index: number, unit: CoverageUnit): void {
  const row = packed.areaIds.indexOf(unit.areaId ?? '');
  packed.area[index] = row < 0 ? packed.areaIds.length - 1 : row;
  writeUnit(packed, index, unit);
}

function writeUnit(packed: PackedUnits, index: number, unit: CoverageUnit): void {
  packed.column[index] = baseColumns.indexOf(unit.column);
  packed.profile[index] = profileOf(unit);
  packed.links[index] = maskOf(unit);
  packed.leads[index] = tallyLeads(unit);
}

function tallyLeads(unit: CoverageUnit): number {
  return unit.exclusion === undefined && builtAs(unit.covers) === 'joint' ? unit.leads : 0;
}

const instructorMask = 1 << workLinks.indexOf('instructor');

function workTable(definitions: CoverageDefinitions): Uint8Array {
  const counted = workLinks.reduce(
    (mask, link, bit) => (definitions.counts[link] ? mask | (1 << bit) : mask),
    0,
  );
  return Uint8Array.from({ length: linkMasks }, (_, mask) => {
    const instructed = (mask & instructorMask) === 0 ? 0 : 2;
    return ((mask & counted) === 0 ? 0 : 1) + instructed;
  });
}

const cellsFor = (count: number): Cells => ({
  bins: new Int32Array(count * binCount),
  leads: new Int32Array(count),
});

/** One pass over the columns: 100,000 units in a few milliseconds. */
export function countBoard(packed: PackedUnits, definitions: CoverageDefinitions): CoverageBoard {
  const board: CoverageBoard = {
    areaIds: packed.areaIds,
    district: cellsFor(baseColumns.length),
    streets: undefined,
    packed,
    workOfMask: workTable(definitions),
    definitions,
    additions: new Map(),
  };
  for (let index = 0; index < packed.length; index += 1) countUnit(board, packed, index, 1);
  return board;
}

/** A board of the same question with no unit counted in it. */
export const emptyBoardLike = (board: CoverageBoard): CoverageBoard => ({
  ...board,
  district: cellsFor(baseColumns.length),
});

/** Adds a row to the counts of the district and of its street, or takes it away. */
export function countUnit(
  board: CoverageBoard,
  packed: PackedUnits,
  index: number,
  sign: 1 | -1,
): void {
  board.packed = packed;
  const column = packed.column[index] ?? 0;
  const bin = binOfRow(board, packed, index);
  const leads = sign * (packed.leads[index] ?? 0);
  count(board.district.bins, column * binCount + bin, sign);
  count(board.district.leads, column, leads);
  if (board.streets === undefined) return;
  const street = (packed.area[index] ?? 0) * baseColumns.length + column;
  count(board.streets.bins, street * binCount + bin, sign);
  count(board.streets.leads, street, leads);
}

function binOfRow(board: CoverageBoard, packed: PackedUnits, index: number): number {
  const work = board.workOfMask[packed.links[index] ?? 0] ?? 0;
  return (packed.profile[index] ?? 0) * workClasses + work;
}

function count(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

/** The streets' cells, counted from the rows where nobody has asked for them yet. */
function streetCells(board: CoverageBoard): Cells {
  if (board.streets !== undefined) return board.streets;
  const { packed } = board;
  const streets = cellsFor(board.areaIds.length * baseColumns.length);
  for (let index = 0; index < packed.length; index += 1) {
    const cell = (packed.area[index] ?? 0) * baseColumns.length + (packed.column[index] ?? 0);
    count(streets.bins, cell * binCount + binOfRow(board, packed, index), 1);
    count(streets.leads, cell, packed.leads[index] ?? 0);
  }
  board.streets = streets;
  return streets;
}

/** The bin in which a unit counts for the whole district. */
export function binOf({ workOfMask }: CoverageBoard, unit: CoverageUnit): number {
  const work = workOfMask[maskOf(unit)] ?? 0;
  return baseColumns.indexOf(unit.column) * binCount + profileOf(unit) * workClasses + work;
}

export function addToBin({ district }: CoverageBoard, bin: number, sign: 1 | -1): void {
  count(district.bins, bin, sign);
}

/** What a bin stands for: the class, its links, and whether social organisations are counted in it. */
interface BinClass {
  readonly profile: number;
  readonly work: number;
  readonly isSocial: boolean;
}

/** A unit that stands for its class, so that the reference can say what the class adds. */
function standIn(
  { profile, work, isSocial }: BinClass,
  definitions: CoverageDefinitions,
): CoverageUnit {
  const staff = staffClasses[profile % staffClasses.length];
  const rest = Math.floor(profile / staffClasses.length);
  const built = builtClasses[Math.floor(rest / memberClasses.length)] ?? 'none';
  const counted = workLinks.find((link) => link !== 'instructor' && definitions.counts[link]);
  const needsOther = (work & 1) === 1 && !((work & 2) === 2 && definitions.counts.instructor);
  return {
    id: '',
    kind: 'enterprise',
    column: isSocial ? 'association' : 'enterprise',
    ...(profile === excludedProfile ? { exclusion: 'unknown' } : {}),
    ...memberClasses[rest % memberClasses.length],
    ...(staff === undefined ? {} : { staff }),
    isProbationaryAssumed: false,
    covers: coversOf(built),
    links: [
      ...((work & 2) === 2 ? (['instructor'] as const) : []),
      ...(needsOther && counted !== undefined ? [counted] : []),
    ],
    leads: 0,
  };
}

function coversOf(built: BuiltAs): CoverageUnit['covers'] {
  switch (built) {
    case 'none':
      return [];
    case 'joint':
      return [{ partyOrganizationId: '', form: 'joint', level: 'branch' }];
    case 'ownBranch':
      return [{ partyOrganizationId: '', form: 'own', level: 'branch' }];
    case 'ownGeneralBranch':
      return [{ partyOrganizationId: '', form: 'own', level: 'generalBranch' }];
    case 'ownCommittee':
      return [{ partyOrganizationId: '', form: 'own', level: 'committee' }];
  }
}

function additionsOf(
  board: CoverageBoard,
  bin: number,
  isSocial: boolean,
): readonly (keyof CoverageTally)[] {
  const place = bin + (isSocial ? binCount : 0);
  const known = board.additions.get(place);
  if (known !== undefined) return known;
  const binClass = { profile: Math.floor(bin / workClasses), work: bin % workClasses, isSocial };
  const stand = standIn(binClass, board.definitions);
  const part = tallyUnit(stand, board.definitions);
  const keys = tallyKeys.filter((key) => (part[key] ?? 0) > 0);
  board.additions.set(place, keys);
  return keys;
}

type Sums = Record<keyof CoverageTally, number>;

function addBins({ bins }: Cells, cell: number, counts: Int32Array): void {
  const base = cell * binCount;
  for (let bin = 0; bin < binCount; bin += 1)
    counts[bin] = (counts[bin] ?? 0) + (bins[base + bin] ?? 0);
}

/** Counts of one cell; without an area the whole district. Equal to `tallyUnits` over the same units. */
export function cellTally(
  board: CoverageBoard,
  column: CoverageColumn,
  areaId?: string,
): CoverageTally {
  const sums: Sums = { ...emptyTally };
  const wanted = column === 'legal' ? legalColumns : [column];
  // Classes first, over all columns asked for: what each adds is then added once.
  const classes = { social: new Int32Array(binCount), other: new Int32Array(binCount) };
  const row = areaId === undefined ? 0 : board.areaIds.indexOf(areaId);
  if (row < 0) return sums;
  const cells = areaId === undefined ? board.district : streetCells(board);
  for (const name of wanted) {
    const cell = row * baseColumns.length + baseColumns.indexOf(name);
    addBins(cells, cell, socialColumns.has(name) ? classes.social : classes.other);
    sums.jointBranches += cells.leads[cell] ?? 0;
  }
  for (let bin = 0; bin < binCount; bin += 1) {
    addClass(board, bin, { sums, count: classes.social[bin] ?? 0, isSocial: true });
    addClass(board, bin, { sums, count: classes.other[bin] ?? 0, isSocial: false });
  }
  return sums;
}

/** Adds what so many units of one class add. */
function addClass(
  board: CoverageBoard,
  bin: number,
  { sums, count, isSocial }: { sums: Sums; count: number; isSocial: boolean },
): void {
  if (count !== 0) for (const key of additionsOf(board, bin, isSocial)) sums[key] += count;
}
