import type { Organization } from '../records/organization';
import { nearNames } from './near-names';
import type { ListedUnit } from './types';
import { nameKey } from './unit-names';

/** What a row belongs to: one record for sure, nothing at all, or a person has to say. */
export type Match =
  | { readonly as: 'unit'; readonly listed: ListedUnit; readonly unit: Organization }
  | { readonly as: 'none'; readonly listed: ListedUnit }
  /** The very same row once more; it says nothing new. */
  | { readonly as: 'repeated'; readonly listed: ListedUnit }
  | {
      readonly as: 'unclear';
      readonly listed: ListedUnit;
      readonly candidateIds: readonly string[];
      readonly why: string;
    };

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const codeKey = ({ creditCode }: { readonly creditCode?: string | undefined }) =>
  creditCode?.trim().toUpperCase();

/** The row without its place: two such rows say the same. */
const contentOf = ({ place: _place, ...content }: ListedUnit): string => JSON.stringify(content);

const byPlace = (left: ListedUnit, right: ListedUnit): number =>
  left.place.localeCompare(right.place, 'en', { numeric: true });

/** Everything known before the first row is asked about; rows are never compared in the order they stand. */
interface Indexes {
  readonly unitsByCode: ReadonlyMap<string, readonly Organization[]>;
  readonly unitsByName: ReadonlyMap<string, readonly Organization[]>;
  readonly rowsByCode: ReadonlyMap<string, readonly ListedUnit[]>;
  /** Rows for which no record has their code, by name. */
  readonly rowsByName: ReadonlyMap<string, readonly ListedUnit[]>;
  /** Records that some row names by code. */
  readonly takenByCode: ReadonlyMap<string, string>;
  readonly near: (name: string) => string[];
}

function indexesOf(rows: readonly ListedUnit[], units: readonly Organization[]): Indexes {
  const unitsByCode = groupBy(units, codeKey);
  const unitsByName = groupBy(units, ({ name }) => nameKey(name));
  const hasRecord = (row: ListedUnit) => unitsByCode.has(codeKey(row) ?? '');
  const takenByCode = new Map(
    [...rows]
      .sort(byPlace)
      .reverse()
      .flatMap((row) =>
        (unitsByCode.get(codeKey(row) ?? '') ?? []).map(({ id }) => [id, row.place] as const),
      ),
  );
  const openRows = rows.filter((row) => !hasRecord(row));
  const openNames = new Set(openRows.map(({ name }) => nameKey(name)));
  const free = units.filter(
    (unit) => !takenByCode.has(unit.id) && !openNames.has(nameKey(unit.name)),
  );
  return {
    unitsByCode,
    unitsByName,
    rowsByCode: groupBy(rows, codeKey),
    rowsByName: groupBy(openRows, ({ name }) => nameKey(name)),
    takenByCode,
    near: nearNames(free),
  };
}

const idsOf = (units: readonly Organization[]): string[] => units.map(({ id }) => id).sort();

/** Rows of one code or one name: the first stands for equal ones, unequal ones are left to a person. */
function repetition(row: ListedUnit, group: readonly ListedUnit[]): Match | undefined {
  if (group.length < 2) return undefined;
  const contents = new Set(group.map(contentOf));
  if (contents.size > 1) {
    const places = [...group].sort(byPlace).map(({ place }) => place);
    return {
      as: 'unclear',
      listed: row,
      candidateIds: [],
      why: `名单内同一单位有 ${group.length} 行，内容不同：${places.join('、')}`,
    };
  }
  const [first] = [...group].sort(byPlace);
  return first === row ? undefined : { as: 'repeated', listed: row };
}

function byCode(row: ListedUnit, indexes: Indexes): Match | undefined {
  const code = codeKey(row);
  if (code === undefined) return undefined;
  const repeated = repetition(row, indexes.rowsByCode.get(code) ?? []);
  const units = indexes.unitsByCode.get(code) ?? [];
  if (repeated !== undefined) {
    return repeated.as === 'unclear' ? { ...repeated, candidateIds: idsOf(units) } : repeated;
  }
  const [unit] = units;
  if (unit === undefined) return undefined;
  if (units.length === 1) return { as: 'unit', listed: row, unit };
  return {
    as: 'unclear',
    listed: row,
    candidateIds: idsOf(units),
    why: `本册有 ${units.length} 家登记同一代码，先合并重复单位`,
  };
}

function byName(row: ListedUnit, indexes: Indexes): Match | undefined {
  const key = nameKey(row.name);
  const units = indexes.unitsByName.get(key) ?? [];
  const repeated = repetition(row, indexes.rowsByName.get(key) ?? []);
  if (repeated !== undefined) {
    return repeated.as === 'unclear' ? { ...repeated, candidateIds: idsOf(units) } : repeated;
  }
  const [unit] = units;
  if (unit === undefined) return undefined;
  const unclear = (why: string): Match => ({
    as: 'unclear',
    listed: row,
    candidateIds: idsOf(units),
    why,
  });
  if (units.length > 1) return unclear(`本册有 ${units.length} 家同名`);
  const taken = indexes.takenByCode.get(unit.id);
  if (taken !== undefined) return unclear(`同名的一家已由${taken}按信用代码对上`);
  if (unit.creditCode !== undefined && row.creditCode !== undefined)
    return unclear('名称相同，信用代码不同');
  return { as: 'unit', listed: row, unit };
}

/** A near name is only ever proposed, and only where no two codes contradict each other. */
function byNearName(
  row: ListedUnit,
  indexes: Indexes,
  unitById: ReadonlyMap<string, Organization>,
): Match {
  const candidateIds = indexes
    .near(row.name)
    .filter((id) => row.creditCode === undefined || unitById.get(id)?.creditCode === undefined);
  return candidateIds.length === 0
    ? { as: 'none', listed: row }
    : { as: 'unclear', listed: row, candidateIds, why: '名称相近，请人工认定' };
}

/** Every row with what it belongs to: by credit code, then by name, then as a proposal by near name. */
export function matchList(rows: readonly ListedUnit[], units: readonly Organization[]): Match[] {
  const indexes = indexesOf(rows, units);
  const unitById = new Map(units.map((unit) => [unit.id, unit]));
  return rows.map(
    (row) => byCode(row, indexes) ?? byName(row, indexes) ?? byNearName(row, indexes, unitById),
  );
}
