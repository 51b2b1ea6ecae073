import { addDays, deadline } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import { coverageRules } from '../regulations/coverage-rules';
import { setupSuggestion } from './setup-suggestion';
import type { CoverageDefinitions, CoverageGap, CoverageRuleId, CoverageUnit } from './types';
import { builtAs, hasCountedWork } from './unit-state';

/** What a finding says about its subject beyond the rule's own words. */
export interface GapFinding {
  readonly reason: string;
  readonly figure: string;
  /** Where the rule's own words can be said closer to this case. */
  readonly suggestedAct?: string;
  readonly status?: CoverageGap['status'];
  readonly dueOn?: CoverageGap['dueOn'];
}

/** A gap in the shape lists show, from the rule's data and what was found. */
export function gapOf(
  rule: CoverageRuleId,
  subject: Pick<CoverageGap, 'subject' | 'subjectId' | 'column'>,
  finding: GapFinding,
): CoverageGap {
  const { title, severity, suggestedAct, citation, tag } = coverageRules[rule];
  return {
    key: `${rule}:${subject.subjectId}`,
    rule,
    title,
    severity,
    status: finding.status ?? 'open',
    ...subject,
    reason: finding.reason,
    figure: finding.figure,
    suggestedAct: finding.suggestedAct ?? suggestedAct,
    citation,
    tag,
    ...(finding.dueOn === undefined ? {} : { dueOn: finding.dueOn }),
  };
}

const staffWords = (unit: CoverageUnit): string =>
  unit.staff === undefined ? '从业未填' : `从业 ${unit.staff}`;

/** What the checks of a unit may look at besides the unit. */
interface UnitQuestion {
  readonly isBuilt: boolean;
  readonly definitions: CoverageDefinitions;
  readonly asOf: CalendarDate;
}
type UnitTest = (unit: CoverageUnit, question: UnitQuestion) => GapFinding | undefined;

const shouldBuild: UnitTest = (unit, { isBuilt }) => {
  const formal = unit.formalMembers;
  if (isBuilt || formal === undefined || formal < (coverageRules['ORG-3'].threshold ?? 0)) {
    return undefined;
  }
  const assumed = unit.isProbationaryAssumed ? '（预备党员数未填，按 0 计）' : '';
  return {
    reason: `正式党员 ${formal} 名${assumed}，未建立党组织`,
    figure: `正式党员 ${formal}`,
    suggestedAct: setupSuggestion(formal).words,
  };
};

const blank: UnitTest = (unit, { isBuilt, definitions }) => {
  if (isBuilt || hasCountedWork(unit, definitions)) return undefined;
  return {
    reason: '未建立党组织，也没有登记指导员、联络员、群团组织或党群服务阵地',
    figure: staffWords(unit),
  };
};

const largeWithoutOrganization: UnitTest = (unit, { isBuilt }) => {
  const limit = coverageRules['STAFF-100'].threshold ?? 0;
  if (isBuilt || unit.staff === undefined || unit.staff < limit) return undefined;
  return { reason: `从业人员 ${unit.staff} 人，未建立党组织`, figure: staffWords(unit) };
};

const largeWithoutMembers: UnitTest = (unit) => {
  const limit = coverageRules['STAFF-50'].threshold ?? 0;
  if (unit.members !== 0 || unit.staff === undefined || unit.staff < limit) return undefined;
  return { reason: `从业人员 ${unit.staff} 人，没有党员`, figure: staffWords(unit) };
};

const instructorMissing: UnitTest = (unit, { isBuilt }) => {
  if (isBuilt || unit.instructorTrouble === undefined) return undefined;
  const reason =
    unit.instructorTrouble === 'ended'
      ? '原派指导员任期已止，未派新的指导员'
      : '现派指导员登记为不是正式党员';
  return { reason, figure: staffWords(unit) };
};

const membersElsewhere: UnitTest = ({ membersElsewhere: elsewhere, members }) =>
  elsewhere === undefined || elsewhere === 0
    ? undefined
    : {
        reason: `在岗党员 ${elsewhere} 名组织关系不在本单位（关系在本单位的 ${members ?? '不详'} 名）`,
        figure: `未转入 ${elsewhere}`,
      };

/** Not verified for longer than the rule's months; a record that never says when is left to data quality. */
const stale: UnitTest = ({ verifiedOn }, { asOf }) => {
  if (verifiedOn === undefined) return undefined;
  const lastOn = deadline(verifiedOn, coverageRules['STALE-RECORD'].threshold ?? 0);
  return lastOn >= asOf
    ? undefined
    : {
        reason: `最近核实 ${verifiedOn}，至今超过一年`,
        figure: verifiedOn,
        dueOn: addDays(lastOn, 1),
      };
};

const unitTests: readonly (readonly [CoverageRuleId, UnitTest])[] = [
  ['ORG-3', shouldBuild],
  ['STAFF-100', largeWithoutOrganization],
  ['BLANK', blank],
  ['STAFF-50', largeWithoutMembers],
  ['INSTR-FORMAL', instructorMissing],
  ['MEMBERS-ELSEWHERE', membersElsewhere],
  ['STALE-RECORD', stale],
];

/** What is missing on one unit (rules §4.3). An excluded unit has no gaps; an unknown number raises none. */
export function unitGaps(
  unit: CoverageUnit,
  { definitions, asOf }: Pick<UnitQuestion, 'definitions' | 'asOf'>,
): CoverageGap[] {
  if (unit.exclusion !== undefined) return [];
  const question = { isBuilt: builtAs(unit.covers) !== 'none', definitions, asOf };
  const subject = { subject: 'organization', subjectId: unit.id, column: unit.column } as const;
  return unitTests.flatMap(([rule, test]) => {
    const finding = test(unit, question);
    return finding === undefined ? [] : [gapOf(rule, subject, finding)];
  });
}
