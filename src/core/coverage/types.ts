import type { CalendarDate } from '../calendar/calendar-date';
import type { Area } from '../records/area';
import type { Organization, OrganizationKind, OrganizationStatus } from '../records/organization';
import type {
  PartyOrganization,
  PartyOrganizationForm,
  PartyOrganizationLevel,
} from '../records/party-organization';
import type { Instructor } from '../records/work';

/** own 单独建立 · joint 联合覆盖 · workCovered 未建但有党的工作 · blank 工作覆盖空白 · excluded 不进分母. */
export const coverageStates = ['own', 'joint', 'workCovered', 'blank', 'excluded'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What may count as party work for a unit without an organisation (rules §4.1). */
export const workLinks = [
  'instructor',
  'liaison',
  'union',
  'youthLeague',
  'womensFederation',
  'serviceCentre',
] as const;
export type WorkLink = (typeof workLinks)[number];

/** Which links count; the shape of `settings.workCoverageCounts`. */
export type WorkCoverageCounts = Readonly<Record<WorkLink, boolean>>;

/** Columns of the heat table and groups of the printed table; legal = the first four together. */
export const baseColumns = [
  'enterprise',
  'association',
  'serviceBody',
  'professional',
  'site',
  'soleTrader',
] as const;
export type BaseColumn = (typeof baseColumns)[number];
export type CoverageColumn = BaseColumn | 'legal';

/** How a figure is to be read; everything a district may choose (rules §4.4). */
export interface CoverageDefinitions {
  readonly counts: WorkCoverageCounts;
  /** lenient: (own + joint with 3) / should build; strict: own / should build. */
  readonly shouldBuildRate: 'lenient' | 'strict';
  /** From how many staff on a social organisation belongs to the survey subset. */
  readonly socialStaff: number;
}

/** Records of one ledger as they stand; nothing is dated yet. */
export interface CoverageRecords {
  readonly organizations: readonly Organization[];
  readonly partyOrganizations: readonly PartyOrganization[];
  readonly instructors: readonly Instructor[];
  readonly areas: readonly Area[];
}

/** One party organisation that reaches a unit on the day asked. */
export interface UnitCover {
  readonly partyOrganizationId: string;
  readonly form: PartyOrganizationForm;
  readonly level: PartyOrganizationLevel;
}

export type ExclusionReason = Exclude<OrganizationStatus, 'operating'> | 'notFounded' | 'stated';

/** A unit joined with everything that reaches it on one day. Absent numbers are unknown, never 0. */
export interface CoverageUnit {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly column: BaseColumn;
  /** The street (heat row) the unit lies in; absent where no area is known. */
  readonly areaId?: string;
  readonly exclusion?: ExclusionReason;
  readonly staff?: number;
  /** 组织关系在本单位的党员, probationary included. */
  readonly members?: number;
  /** members − probationary; a blank 其中预备 reads as none and is marked. */
  readonly formalMembers?: number;
  readonly isProbationaryAssumed: boolean;
  /** Members at work there whose 组织关系 is elsewhere (隐形、口袋党员). */
  readonly membersElsewhere?: number;
  /** The last day somebody verified the record. */
  readonly verifiedOn?: CalendarDate;
  readonly covers: readonly UnitCover[];
  readonly links: readonly WorkLink[];
  /** How many joint branches are counted on this unit's row (牵头单位). */
  readonly leads: number;
  /** Had an instructor whose assignment has ended, or has one who is not a full member. */
  readonly instructorTrouble?: 'ended' | 'notFullMember';
}

/** Counts of one cell (area × column) or of any set of units. All are numbers of units unless said. */
export interface CoverageTally {
  /** In-scope operating units: the denominator U. */
  readonly units: number;
  readonly ownCommittee: number;
  readonly ownGeneralBranch: number;
  readonly ownBranch: number;
  readonly joint: number;
  readonly jointWithThree: number;
  /** Branches, not units. */
  readonly jointBranches: number;
  readonly shouldBuildNone: number;
  readonly fewMembersNone: number;
  readonly noMembersNone: number;
  readonly membersUnknownNone: number;
  readonly workCovered: number;
  readonly blank: number;
  readonly shouldBuild: number;
  readonly shouldBuildOwn: number;
  readonly ownBelowThree: number;
  readonly canJoinNone: number;
  readonly withMembers: number;
  readonly withMembersBuilt: number;
  readonly instructedNone: number;
  readonly staff10: number;
  readonly staff10Built: number;
  readonly staff30: number;
  readonly staff30Built: number;
  /** The survey subset: from ten staff on, social organisations from as many as the district set. */
  readonly staffSurvey: number;
  readonly staffSurveyBuilt: number;
  readonly staff50: number;
  readonly staff50WithMembers: number;
  readonly staff50NoMembers: number;
  readonly staff100: number;
  readonly staff100Built: number;
  readonly membersUnknown: number;
  readonly staffUnknown: number;
  readonly excluded: number;
}

export const indicatorIds = [
  'organizationCoverage',
  'ownRate',
  'shouldBuildRate',
  'withMembersRate',
  'staff50WithMembersRate',
  'staff100BuiltRate',
  'staff10Coverage',
  'workCoverage',
  'notBuiltWorkCoverage',
  'instructorRate',
  'siteCoverage',
  'siteWorkCoverage',
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/** 原文/转引/他规/地方/通行做法/推断 stand behind the tags (rules §0.2). */
export type EvidenceTag = 'V26' | 'V26b' | 'V14' | 'VO' | 'L' | 'M' | 'INF';

export interface CoverageCitation {
  readonly instrument: string;
  readonly article: string;
  readonly edition: string;
}

export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Two places; null where the denominator is 0 and the screen shows —. */
  readonly percent: number | null;
  /** 组织覆盖率＝（单独建立 215 ＋ 联合建立 220）÷ 在册运营单位 678 ＝ 64.2% */
  readonly formula: string;
  /** Units the figure cannot judge because staff or members are unknown; they are listed, not dropped. */
  readonly unknown: number;
  readonly citation: CoverageCitation;
  readonly tag: EvidenceTag;
}

export type CoverageRuleId =
  | 'ORG-3'
  | 'BLANK'
  | 'STAFF-50'
  | 'STAFF-100'
  | 'ORG-UNION-5'
  | 'ORG-LT3'
  | 'ORG-COMMITTEE-7'
  | 'ORG-50'
  | 'ORG-100'
  | 'TERM-3Y'
  | 'TERM-5Y'
  | 'MISSING-POST'
  | 'INSTR-FORMAL'
  | 'INSTR-VISIT'
  | 'INSTR-LOAD'
  | 'MEMBERS-ELSEWHERE'
  | 'STALE-RECORD'
  | 'TEMP/FUNC';

export type GapSeverity = 'hard' | 'soft' | 'info';

export const gapSubjectKinds = ['organization', 'partyOrganization', 'instructor'] as const;
export type GapSubjectKind = (typeof gapSubjectKinds)[number];

/** Something missing on one unit or party organisation, or too much for one instructor, in words a worker can act on. */
export interface CoverageGap {
  /** rule + subject: the same gap has the same key every day. */
  readonly key: string;
  readonly rule: CoverageRuleId;
  readonly title: string;
  readonly severity: GapSeverity;
  /** open: it is so today · dueSoon: it will be · manual: the law's wording overlaps, a person decides. */
  readonly status: 'open' | 'dueSoon' | 'manual';
  readonly subject: GapSubjectKind;
  readonly subjectId: string;
  /** Of a unit: legal units and gig-work sites are listed apart. */
  readonly column?: BaseColumn;
  readonly reason: string;
  readonly figure: string;
  readonly suggestedAct: string;
  readonly citation: CoverageCitation;
  readonly tag: EvidenceTag;
  readonly dueOn?: CalendarDate;
}

/** Exclusions of the denominator with their reason in Chinese. */
export interface ExclusionCount {
  readonly reason: ExclusionReason;
  readonly words: string;
  readonly count: number;
}

export interface TrendPoint {
  readonly monthEnd: CalendarDate;
  readonly percent: number | null;
  readonly numerator: number;
  readonly denominator: number;
}
