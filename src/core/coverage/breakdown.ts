import { organizationKindWords, workerGroupWords, carrierKindWords } from '../labels/labels';
import { groupOfSite } from '../new-groups/group-goal';
import type { Area, Carrier } from '../records/area';
import type { Organization } from '../records/organization';
import { coverageRules, surveyStaffThreshold } from '../regulations/coverage-rules';
import { addTally, emptyTally, tallyUnit } from './tally';
import type { CoverageDefinitions, CoverageTally, CoverageUnit } from './types';
import { builtAs } from './unit-state';

/** Ways to take a figure apart (rules §4.5); each unit falls into exactly one part of each. */
export const breakdownIds = [
  'street',
  'community',
  'carrier',
  'carrierKind',
  'kind',
  'industry',
  'registration',
  'staff',
  'scale',
  'form',
  'head',
  'under35',
  'massOrganizations',
  'group',
] as const;
export type BreakdownId = (typeof breakdownIds)[number];

export const breakdownWords: Readonly<Record<BreakdownId, string>> = {
  street: '街道',
  community: '社区',
  carrier: '楼宇园区商圈',
  carrierKind: '载体类型',
  kind: '单位类型',
  industry: '行业',
  registration: '登记类型',
  staff: '从业人数',
  scale: '规模以上',
  form: '组建形式',
  head: '负责人是否党员',
  under35: '35 岁以下占比',
  massOrganizations: '群团组织',
  group: '新就业群体',
};

/** A unit with its record, and the names of places. */
export interface BreakdownPair {
  readonly unit: CoverageUnit;
  readonly organization: Organization;
}
export interface BreakdownPlaces {
  readonly areas: (id: string | undefined) => Area | undefined;
  readonly carriers: (id: string | undefined) => Carrier | undefined;
}

/** The part a unit falls into: `key` tells parts apart and orders them, `words` are shown. */
export interface BreakdownPart {
  readonly key: string;
  readonly words: string;
}

/** Sorts behind every known part. */
const unknownKey = '~';
const unknown = (words: string): BreakdownPart => ({ key: unknownKey, words });
const named = (text: string | undefined, missing: string): BreakdownPart =>
  text === undefined || text === '' ? unknown(missing) : { key: text, words: text };

type PartOf = (pair: BreakdownPair, places: BreakdownPlaces) => BreakdownPart;

const street: PartOf = ({ unit }, { areas }) =>
  unit.areaId === undefined
    ? unknown('未填街道')
    : { key: unit.areaId, words: areas(unit.areaId)?.name ?? unit.areaId };

const community: PartOf = ({ organization, unit }, { areas }) => {
  const area = areas(organization.areaId);
  if (area === undefined || area.level === 'street' || area.level === 'district')
    return unknown('未填社区');
  return { key: area.id, words: `${areas(unit.areaId)?.name ?? ''} ${area.name}`.trim() };
};

const carrier: PartOf = ({ organization }, { carriers }) => {
  const found = carriers(organization.carrierId);
  return found === undefined ? unknown('不在载体内或未填') : { key: found.id, words: found.name };
};

const carrierKind: PartOf = ({ organization }, { carriers }) => {
  const found = carriers(organization.carrierId);
  return found === undefined
    ? unknown('不在载体内或未填')
    : { key: found.kind, words: carrierKindWords[found.kind] };
};

const staffSteps = [
  surveyStaffThreshold,
  coverageRules['STAFF-50'].threshold ?? 0,
  coverageRules['STAFF-100'].threshold ?? 0,
];

const staff: PartOf = ({ unit }) => {
  const count = unit.staff;
  if (count === undefined) return unknown('从业人数不详');
  const above = staffSteps.filter((step) => count >= step).length;
  const [from, next] = [staffSteps[above - 1], staffSteps[above]];
  if (from === undefined) return { key: '0', words: `不足 ${next ?? 0} 人` };
  return {
    key: String(above),
    words: next === undefined ? `${from} 人以上` : `${from} 至 ${next - 1} 人`,
  };
};

const scale: PartOf = ({ organization: { isAboveScale } }) =>
  isAboveScale === undefined
    ? unknown('不详')
    : { key: isAboveScale ? '1' : '2', words: isAboveScale ? '规模以上' : '规模以下' };

const formWords = {
  ownCommittee: '单独建立党委',
  ownGeneralBranch: '单独建立党总支',
  ownBranch: '单独建立党支部',
  joint: '联合党支部覆盖',
  none: '未建立党组织',
} as const;
const formOrder = Object.keys(formWords);

const form: PartOf = ({ unit }) => {
  const built = builtAs(unit.covers);
  return { key: String(formOrder.indexOf(built)), words: formWords[built] };
};

const head: PartOf = ({ organization }) => {
  const { isPartyMember, isSecretary } = organization.head ?? {};
  if (isPartyMember === undefined) return unknown('不详');
  if (!isPartyMember) return { key: '3', words: '不是党员' };
  return isSecretary === true
    ? { key: '1', words: '党员，兼任书记' }
    : { key: '2', words: '党员，未兼任书记' };
};

const under35: PartOf = ({ organization: { staffUnder35, staff: all } }) => {
  if (staffUnder35 === undefined || all === undefined || all === 0) return unknown('不详');
  return staffUnder35 * 2 >= all
    ? { key: '1', words: '一半以上' }
    : { key: '2', words: '不到一半' };
};

const massOrganizations: PartOf = ({ organization: { massOrganizations: mass } }) => {
  if (mass === undefined) return unknown('没有登记');
  const parts = [
    mass.union === true ? '工会' : '',
    mass.youthLeague === true ? '团组织' : '',
    mass.womensFederation === true ? '妇联' : '',
  ].filter((each) => each !== '');
  return parts.length === 0 ? { key: '9', words: '都没有' } : named(parts.join('、'), '');
};

const group: PartOf = ({ unit }) => {
  const found = unit.column === 'site' ? groupOfSite(unit.kind) : undefined;
  return found === undefined ? unknown('不是站点') : { key: found, words: workerGroupWords[found] };
};

const partOf: Readonly<Record<BreakdownId, PartOf>> = {
  street,
  community,
  carrier,
  carrierKind,
  kind: ({ unit }) => ({ key: unit.kind, words: organizationKindWords[unit.kind] }),
  industry: ({ organization }) => named(organization.industry, '未填行业'),
  registration: ({ organization }) => named(organization.registrationType, '未填登记类型'),
  staff,
  scale,
  form,
  head,
  under35,
  massOrganizations,
  group,
};

/** The one part of a breakdown a unit belongs to; lists and figures ask the same. */
export function breakdownPart(
  id: BreakdownId,
  pair: BreakdownPair,
  places: BreakdownPlaces,
): BreakdownPart {
  return partOf[id](pair, places);
}

/** Breakdowns whose parts have an order of their own; the others go by size. */
const ordered: ReadonlySet<BreakdownId> = new Set(['staff', 'scale', 'form', 'head', 'under35']);

export interface BreakdownRow extends BreakdownPart {
  readonly tally: CoverageTally;
}

/** Counts by part. They add up to the whole, for every unit stands in one part. */
export function breakDown(
  id: BreakdownId,
  pairs: readonly BreakdownPair[],
  question: { readonly places: BreakdownPlaces; readonly definitions: CoverageDefinitions },
): BreakdownRow[] {
  const rows = new Map<string, BreakdownRow>();
  for (const pair of pairs) {
    const part = breakdownPart(id, pair, question.places);
    const tally = rows.get(part.key)?.tally ?? emptyTally;
    rows.set(part.key, {
      ...part,
      tally: addTally(tally, tallyUnit(pair.unit, question.definitions)),
    });
  }
  return [...rows.values()].sort(
    (left, right) =>
      Number(left.key === unknownKey) - Number(right.key === unknownKey) ||
      (ordered.has(id) ? 0 : right.tally.units - left.tally.units) ||
      (left.key < right.key ? -1 : 1),
  );
}
