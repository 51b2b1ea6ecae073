import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganization } from '../records/party-organization';
import { coveredIds, existsOn, holdsOn } from './join-units';
import { termOf } from './term';
import { coverageRules } from './thresholds-data';
import type { CoverageGap, CoverageRuleId, CoverageUnit } from './types';
import { gapOf } from './unit-gaps';
import type { GapFinding } from './unit-gaps';

/** What the checks know of one party organisation on the day. */
interface PartyFacts {
  readonly party: PartyOrganization;
  readonly today: CalendarDate;
  readonly coveredUnits: number;
  /** 正式党员; undefined = unknown, and then no size rule speaks. */
  readonly fullMembers: number | undefined;
}

type PartyTest = (facts: PartyFacts) => GapFinding | undefined;

const limitOf = (rule: CoverageRuleId): number => coverageRules[rule].threshold ?? 0;

const unionTooWide: PartyTest = ({ party, coveredUnits }) => {
  const limit = limitOf('ORG-UNION-5');
  if (party.form !== 'joint' || coveredUnits <= limit) return undefined;
  return {
    reason: `联合党支部覆盖 ${coveredUnits} 个单位，一般不超过 ${limit} 个`,
    figure: `覆盖 ${coveredUnits} 家`,
  };
};

const tooFew: PartyTest = ({ party, fullMembers }) => {
  const limit = limitOf('ORG-LT3');
  if (party.form !== 'own' || party.level !== 'branch') return undefined;
  if (fullMembers === undefined || fullMembers >= limit) return undefined;
  return {
    reason: `单独建立的党支部只有正式党员 ${fullMembers} 名，不足 ${limit} 名`,
    figure: `正式党员 ${fullMembers}`,
  };
};

const committeeMissing: PartyTest = ({ party, fullMembers }) => {
  const limit = limitOf('ORG-COMMITTEE-7');
  if (party.level !== 'branch' || party.hasCommittee !== false) return undefined;
  if (fullMembers === undefined || fullMembers < limit) return undefined;
  return {
    reason: `正式党员 ${fullMembers} 名，满 ${limit} 名应设支部委员会，登记为未设`,
    figure: `正式党员 ${fullMembers}`,
  };
};

const sizeFinding = (fullMembers: number, limit: number, next: string): GapFinding => ({
  reason:
    fullMembers === limit
      ? `正好正式党员 ${limit} 名，是否设${next}文件表述重叠，需人工核对`
      : `正式党员 ${fullMembers} 名，超过 ${limit} 名`,
  figure: `正式党员 ${fullMembers}`,
  status: fullMembers === limit ? 'manual' : 'open',
});

const overFifty: PartyTest = ({ party, fullMembers }) => {
  const limit = limitOf('ORG-50');
  if (party.level !== 'branch' || fullMembers === undefined) return undefined;
  if (fullMembers < limit || fullMembers > limitOf('ORG-100')) return undefined;
  return sizeFinding(fullMembers, limit, '党总支');
};

const overHundred: PartyTest = ({ party, fullMembers }) => {
  const limit = limitOf('ORG-100');
  const isBelowCommittee = party.level === 'branch' || party.level === 'generalBranch';
  if (!isBelowCommittee || fullMembers === undefined || fullMembers < limit) return undefined;
  return sizeFinding(fullMembers, limit, '党委');
};

function termTest(rule: 'TERM-3Y' | 'TERM-5Y'): PartyTest {
  return ({ party, today }) => {
    const term = termOf(party, today);
    if (term === undefined || term.rule !== rule || term.status === 'waiting') return undefined;
    const verb = term.status === 'overdue' ? '已于' : '将于';
    return {
      reason: `${term.lastElectedOn} 选举产生，任期 ${term.years} 年，${verb} ${term.dueOn} 届满`,
      figure: term.dueOn,
      status: term.status === 'overdue' ? 'open' : 'dueSoon',
      dueOn: term.dueOn,
    };
  };
}

const secretaryMissing: PartyTest = ({ party, today }) => {
  const secretaries = (party.posts ?? []).filter((post) => post.kind === 'secretary');
  // Nobody entered at all is unknown, not a vacancy.
  if (party.level === 'group' || secretaries.length === 0) return undefined;
  if (secretaries.some((post) => holdsOn(post, today))) return undefined;
  const lastDay =
    secretaries
      .map((post) => post.until ?? '')
      .sort()
      .at(-1) ?? '';
  return {
    reason: lastDay === '' ? '登记的书记任职尚未开始，现无书记' : `书记自 ${lastDay} 后空缺`,
    figure: lastDay,
  };
};

const partyTests: readonly (readonly [CoverageRuleId, PartyTest])[] = [
  ['TERM-3Y', termTest('TERM-3Y')],
  ['TERM-5Y', termTest('TERM-5Y')],
  ['ORG-UNION-5', unionTooWide],
  ['ORG-LT3', tooFew],
  ['ORG-COMMITTEE-7', committeeMissing],
  ['ORG-100', overHundred],
  ['ORG-50', overFifty],
  ['MISSING-POST', secretaryMissing],
];

/** Full members on record, else those of the covered units where every one is known. */
function fullMembersOf(
  party: PartyOrganization,
  covered: readonly CoverageUnit[],
): number | undefined {
  if (party.fullMembers !== undefined) return party.fullMembers;
  if (covered.length === 0) return undefined;
  let sum = 0;
  for (const unit of covered) {
    if (unit.formalMembers === undefined) return undefined;
    sum += unit.formalMembers;
  }
  return sum;
}

/**
 * What is missing on one party organisation today (rules §4.3 and TERM-* of §2). `unitById` are the joined
 * units of the same day; units that are out of business are not among those it covers.
 */
export function partyOrganizationGaps(
  party: PartyOrganization,
  unitById: ReadonlyMap<string, CoverageUnit>,
  today: CalendarDate,
): CoverageGap[] {
  if (!existsOn(party, today)) return [];
  const covered = coveredIds(party, today)
    .map((id) => unitById.get(id))
    .filter((unit) => unit !== undefined)
    .filter((unit) => unit.exclusion === undefined);
  const facts: PartyFacts = {
    party,
    today,
    coveredUnits: covered.length,
    fullMembers: fullMembersOf(party, covered),
  };
  const subject = { subject: 'partyOrganization', subjectId: party.id } as const;
  return partyTests.flatMap(([rule, test]) => {
    const finding = test(facts);
    return finding === undefined ? [] : [gapOf(rule, subject, finding)];
  });
}
