import type { Area } from '../records/area';
import type { Organization, OrganizationStatus } from '../records/organization';
import { outcomeClasses, type ListSource, type OutcomeClass } from '../records/reconciliation';
import { areaBook, differencesOf, fillsOf, type AreaBook } from './compare-unit';
import { matchList, type Match } from './match-list';
import type {
  Comparison,
  Difference,
  ForeignList,
  ListedUnit,
  ListScope,
  Outcome,
  ReconciliationCounts,
} from './types';
import { nameKey } from './unit-names';

/** Statuses of a unit that is no longer there: that no list has it agrees with the record. */
const departed: ReadonlySet<OrganizationStatus> = new Set(['deregistered', 'revoked', 'movedAway']);

/** The class a row is counted under where it differs in more than one thing: the gravest. */
const gravest: readonly OutcomeClass[] = ['statusChanged', 'renamed', 'moved'];

const keyOf = ({ creditCode, name }: ListedUnit): string =>
  creditCode === undefined ? `name:${nameKey(name)}` : `uscc:${creditCode}`;

/** What the list says of the unit, without the place in the sheet. */
function fingerprintOf(kind: OutcomeClass, listed: ListedUnit): string {
  const { name, creditCode, address, town, status } = listed;
  return JSON.stringify([kind, nameKey(name), creditCode, address, town, status]);
}

function rowOutcome(
  kind: OutcomeClass,
  listed: ListedUnit,
  part: Partial<Omit<Outcome, 'key' | 'class' | 'listed' | 'fingerprint'>> = {},
): Outcome {
  return {
    key: kind === 'pending' ? `${keyOf(listed)}@${listed.place}` : keyOf(listed),
    class: kind,
    listed,
    differences: [],
    fills: {},
    candidateIds: [],
    remark: '',
    fingerprint: fingerprintOf(kind, listed),
    ...part,
  };
}

function classOf(differences: readonly Difference[]): OutcomeClass {
  return gravest.find((kind) => differences.some((each) => each.kind === kind)) ?? 'same';
}

/** What the list says of a unit nobody has, for the worker to recognise it by. */
function newUnitWords({ address, town, foundedOn, headName }: ListedUnit): string {
  const parts = [
    town ?? '',
    address ?? '',
    foundedOn === undefined ? '' : `${foundedOn} 成立`,
    headName === undefined ? '' : `负责人 ${headName}`,
  ].filter((words) => words !== '');
  return parts.length === 0 ? '名单只有名称和代码' : parts.join('，');
}

function outcomeOf(match: Exclude<Match, { as: 'repeated' }>, book: AreaBook): Outcome {
  const { listed } = match;
  switch (match.as) {
    case 'unit': {
      const differences = differencesOf(match.unit, listed, book);
      const fills = fillsOf(match.unit, listed, book);
      return rowOutcome(classOf(differences), listed, {
        unitId: match.unit.id,
        differences,
        fills,
      });
    }
    case 'none':
      return listed.status !== undefined && departed.has(listed.status)
        ? rowOutcome('same', listed, { remark: '名单上已不存续，本册也没有' })
        : rowOutcome('added', listed, {
            fills: fillsOf({}, listed, book),
            remark: newUnitWords(listed),
          });
    case 'unclear':
      return rowOutcome('pending', listed, {
        candidateIds: match.candidateIds,
        remark: match.why,
        fills: fillsOf({}, listed, book),
      });
  }
}

function isInScope(unit: Organization, { kinds, areaIds }: ListScope): boolean {
  if (!kinds.has(unit.kind)) return false;
  return areaIds === undefined || (unit.areaId !== undefined && areaIds.has(unit.areaId));
}

/** A missing unit as it stands: under another status it is asked about again. */
export function goneFingerprint(
  source: ListSource,
  { name, creditCode, status }: Pick<Organization, 'name' | 'creditCode' | 'status'>,
): string {
  return JSON.stringify(['gone', source, nameKey(name), creditCode, status]);
}

function goneOutcome(unit: Organization, list: ForeignList): Outcome {
  return {
    key: `unit:${unit.id}`,
    class: 'gone',
    unitId: unit.id,
    differences: [],
    fills: {},
    candidateIds: [],
    remark: '名单中没有这家',
    fingerprint: goneFingerprint(list.source, unit),
  };
}

/** Units the list lacks, apart from those that an unsettled row may be. */
function missingUnits(
  list: ForeignList,
  units: readonly Organization[],
  { scope, outcomes }: { readonly scope: ListScope; readonly outcomes: readonly Outcome[] },
): { readonly gone: Outcome[]; readonly withheld: number } {
  const found = new Set(outcomes.flatMap(({ unitId }) => unitId ?? []));
  const possible = new Set(outcomes.flatMap(({ candidateIds }) => candidateIds));
  const unreadNames = new Set(list.unread.map(({ name }) => nameKey(name)));
  const unreadCodes = new Set(list.unread.map(({ creditCode }) => creditCode));
  const missing = units.filter(
    (unit) => isInScope(unit, scope) && !found.has(unit.id) && !departed.has(unit.status),
  );
  const isOpen = (unit: Organization) =>
    possible.has(unit.id) ||
    unreadNames.has(nameKey(unit.name)) ||
    (unit.creditCode !== undefined && unreadCodes.has(unit.creditCode));
  const gone = missing.filter((unit) => !isOpen(unit)).map((unit) => goneOutcome(unit, list));
  return { gone, withheld: missing.length - gone.length };
}

/**
 * Compares a list with the register. Every row stands in exactly one class, whatever the order of the rows;
 * nothing is decided here, and nothing is ever removed.
 */
export function compareList(
  list: ForeignList,
  register: { readonly units: readonly Organization[]; readonly areas: readonly Area[] },
  scope: ListScope,
): Comparison {
  const book = areaBook(register.areas);
  const matches = matchList(list.units, register.units);
  const outcomes = matches.flatMap((match) =>
    match.as === 'repeated' ? [] : [outcomeOf(match, book)],
  );
  const { gone, withheld } = missingUnits(list, register.units, { scope, outcomes });
  const all = [...outcomes, ...gone];
  const byClass = Object.fromEntries(
    outcomeClasses.map((kind) => [kind, all.filter((each) => each.class === kind).length]),
  ) as ReconciliationCounts['byClass'];
  return {
    outcomes: all,
    counts: {
      rowsRead: list.units.length + list.unread.length + list.skipped,
      byClass,
      repeated: matches.length - outcomes.length,
      unread: list.unread.length,
      skipped: list.skipped,
      withheld,
    },
  };
}
