import type { CalendarDate } from '../calendar/calendar-date';
import type { PartyOrganization } from '../records/party-organization';
import { coveredIds, existsOn, holdsOn } from './join-units';
import { termOf, type TermNotice, type TermState } from './term';
import { coverageRules } from '../regulations/coverage-rules';
import { formsWithoutTerm } from './thresholds-data';
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
  readonly term: TermState | undefined;
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
  const kind = party.form === 'own' ? '单独建立的党支部' : '联合党支部';
  if (party.level !== 'branch' || (party.form !== 'own' && party.form !== 'joint'))
    return undefined;
  if (fullMembers === undefined || fullMembers >= limit) return undefined;
  return {
    reason: `${kind}只有正式党员 ${fullMembers} 名，不足 ${limit} 名`,
    figure: `正式党员 ${fullMembers}`,
    ...(party.form === 'own' ? {} : { suggestedAct: '报上级并入其他单位或撤销' }),
  };
};

const committeeMissing: PartyTest = ({ party, fullMembers }) => {
  const limit = limitOf('ORG-COMMITTEE-7');
  if (party.level !== 'branch' || hasCommittee(party) === true) return undefined;
  if (fullMembers === undefined || fullMembers < limit) return undefined;
  const isKnown = hasCommittee(party) === false;
  return {
    reason: `正式党员 ${fullMembers} 名，满 ${limit} 名应设支部委员会，${isKnown ? '登记为未设' : '是否已设没有登记，需核实'}`,
    figure: `正式党员 ${fullMembers}`,
    status: isKnown ? 'open' : 'manual',
  };
};

/** As registered, else as the posts tell: someone besides the secretary and the deputy sits on it. */
function hasCommittee({ hasCommittee: stated, posts }: PartyOrganization): boolean | undefined {
  const small = ['secretary', 'deputySecretary', 'organizer'];
  const isTold = posts?.some(({ kind, until }) => until === undefined && !small.includes(kind));
  return stated ?? (isTold === true ? true : undefined);
}

/** 临时 and 功能型 do not elect (条例第八条): a day of election says that the form is wrong. */
const electedWithoutTerm: PartyTest = ({ party }) => {
  if (!formsWithoutTerm.has(party.form) || party.lastElectedOn === undefined) return undefined;
  return {
    reason: `登记为${party.form === 'temporary' ? '临时' : '功能型'}党组织，却有换届日期 ${party.lastElectedOn}`,
    figure: party.lastElectedOn,
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

/** The act that is due by then (rules §2 TERM-*). */
const termActs: Readonly<Record<TermNotice, string>> = {
  none: '',
  letter: '发函或电话提醒准备换届',
  request: '报送换届请示',
  overdue: '报批延期或按期换届',
};

function termTest(rule: 'TERM-3Y' | 'TERM-5Y'): PartyTest {
  return ({ term }) => {
    if (term === undefined || term.rule !== rule || term.status === 'waiting') return undefined;
    const verb = term.status === 'overdue' ? '已于' : '将于';
    return {
      reason: `${term.lastElectedOn} 选举产生，任期 ${term.years} 年，${verb} ${term.dueOn} 届满${term.isPostponedTooLong ? '（所填延期超过一年，按一年计）' : ''}`,
      figure: term.dueOn,
      suggestedAct: termActs[term.notice],
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
  ['TEMP/FUNC', electedWithoutTerm],
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
  unitById: { readonly get: (id: string) => CoverageUnit | undefined },
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
    term: termOf(party, today),
  };
  const subject = { subject: 'partyOrganization', subjectId: party.id } as const;
  return partyTests.flatMap(([rule, test]) => {
    const finding = test(facts);
    return finding === undefined ? [] : [gapOf(rule, subject, finding)];
  });
}
