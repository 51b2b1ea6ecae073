import type { FactDate } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import type { OrganizationStatus } from '../records/organization';
import type { PostKind } from '../records/party-organization';
import type { Person } from '../records/person';

/** What the engine reads of a person: the dossier's facts and the few of the person beside it. */
export type DossierFacts = {
  readonly dossier: Dossier;
  readonly birthOn?: FactDate | undefined;
  readonly declaredStage?: Person['declaredStage'];
  readonly branch?: BranchFacts | undefined;
  readonly person?: PersonFacts | undefined;
  readonly unit?: UnitFacts | undefined;
};

export type PostFacts = {
  readonly kind: PostKind;
  readonly name: string;
  readonly from?: FactDate | undefined;
  readonly until?: FactDate | undefined;
};

export type BranchFacts = {
  readonly id?: string | undefined;
  readonly fullMembers?: number | undefined;
  /** Full members under 留党察看: on the roster, without a vote. */
  readonly underDiscipline?: number | undefined;
  readonly hasCommittee?: boolean | undefined;
  readonly form?: string | undefined;
  readonly canApprove?: boolean | undefined;
  readonly foundedOn?: FactDate | undefined;
  readonly dissolvedOn?: FactDate | undefined;
  readonly posts?: readonly PostFacts[] | undefined;
  /** Posts of the committee above, which sends the talker of step 16. */
  readonly committeePosts?: readonly PostFacts[] | undefined;
  readonly quotas?: readonly { readonly year: number; readonly count: number }[] | undefined;
};

export type PersonFacts = {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly gender?: Person['gender'];
};

/** Where the person works, as far as an audit asks. */
export type UnitFacts = {
  readonly status?: OrganizationStatus | undefined;
  readonly statusSince?: FactDate | undefined;
  readonly hasPartyOrganization?: boolean | undefined;
};

/** Facts of a stored person; a roster's dates stand in where the dossier has none. */
export function factsOf(person: Person, branch?: BranchFacts, unit?: UnitFacts): DossierFacts {
  const dossier = person.dossier ?? {};
  const meeting =
    dossier.meeting?.on === undefined && person.joinedOn !== undefined
      ? { ...dossier.meeting, on: person.joinedOn }
      : dossier.meeting;
  const approved = dossier.confirmationApprovedOn ?? person.confirmedOn;
  return {
    dossier: {
      ...dossier,
      ...(meeting === undefined ? {} : { meeting }),
      ...(approved === undefined ? {} : { confirmationApprovedOn: approved }),
      ...statedOfRoster(person, dossier),
    },
    birthOn: person.birthOn,
    declaredStage: person.declaredStage,
    branch,
    unit,
    person: { name: person.name, idNumber: person.idNumber, gender: person.gender },
  };
}

/** A roster's 入党时间 and 转正时间, to be compared where the dossier has the days they should be (C68). */
function statedOfRoster({ joinedOn, confirmedOn }: Person, dossier: Dossier): Partial<Dossier> {
  const joined = dossier.meeting?.on === undefined ? undefined : joinedOn;
  const confirmed = dossier.confirmationApprovedOn === undefined ? undefined : confirmedOn;
  return {
    ...(joined === undefined ? {} : { printedJoinedOn: dossier.printedJoinedOn ?? joined }),
    ...(confirmed === undefined
      ? {}
      : { printedConfirmedOn: dossier.printedConfirmedOn ?? confirmed }),
  };
}

/** Dated facts of the 25 steps, each with its words and the step it belongs to. */
export const factTable = {
  applied: { words: '递交入党申请书', step: 1, read: (d: Dossier) => d.appliedOn },
  received: { words: '收到入党申请书', step: 1, read: (d: Dossier) => d.receivedOn ?? d.appliedOn },
  talked: { words: '党组织派人谈话', step: 2, read: (d: Dossier) => d.talkedOn },
  recommended: { words: '推荐（推优）', step: 3, read: (d: Dossier) => d.recommendedOn },
  activist: { words: '确定为入党积极分子', step: 3, read: (d: Dossier) => d.activistOn },
  activistFiled: { words: '积极分子备案', step: 4, read: (d: Dossier) => d.activistFiledOn },
  mentorAssigned: { words: '指定培养联系人', step: 5, read: (d: Dossier) => d.mentors?.[0]?.from },
  targetDiscussed: {
    words: '研究确定发展对象人选',
    step: 7,
    read: (d: Dossier) => d.targetDiscussedOn,
  },
  targetAgreed: { words: '上级党委同意（备案）', step: 8, read: (d: Dossier) => d.targetAgreedOn },
  noticeFrom: { words: '公示开始', step: 8, read: (d: Dossier) => d.notice?.from },
  noticeUntil: { words: '公示结束', step: 8, read: (d: Dossier) => d.notice?.until },
  developmentTarget: {
    words: '列为发展对象',
    step: 8,
    read: (d: Dossier) => d.developmentTargetOn,
  },
  politicalReview: { words: '政治审查结论', step: 10, read: (d: Dossier) => d.politicalReview?.on },
  trainingFrom: { words: '集中培训开始', step: 11, read: (d: Dossier) => d.training?.from },
  trainingUntil: {
    words: '集中培训结束',
    step: 11,
    read: (d: Dossier) => d.training?.until ?? d.training?.from,
  },
  committeeReviewed: { words: '支委会审查', step: 12, read: (d: Dossier) => d.committeeReviewedOn },
  preReviewSubmitted: { words: '报送预审', step: 13, read: (d: Dossier) => d.preReviewSubmittedOn },
  preReviewed: { words: '上级党委预审合格', step: 13, read: (d: Dossier) => d.preReviewedOn },
  membershipForm: { words: '填写入党志愿书', step: 14, read: (d: Dossier) => d.membershipFormOn },
  meeting: { words: '党支部党员大会通过接收', step: 15, read: (d: Dossier) => d.meeting?.on },
  committeeTalk: { words: '上级党委派人谈话', step: 16, read: (d: Dossier) => d.committeeTalkOn },
  generalBranchReviewed: {
    words: '党总支审议',
    step: 16,
    read: (d: Dossier) => d.generalBranchReviewedOn,
  },
  submitted: { words: '决议上报', step: 17, read: (d: Dossier) => d.submittedOn },
  approved: { words: '上级党委审批', step: 17, read: (d: Dossier) => d.approvedOn },
  filedUp: { words: '再上一级组织部门备案', step: 18, read: (d: Dossier) => d.filedUpOn },
  groupAssigned: { words: '编入党支部和党小组', step: 19, read: (d: Dossier) => d.groupAssignedOn },
  oath: { words: '入党宣誓', step: 20, read: (d: Dossier) => d.oathOn },
  confirmationApplied: {
    words: '提出转正申请',
    step: 22,
    read: (d: Dossier) => d.confirmationAppliedOn,
  },
  confirmationMeeting: {
    words: '党支部党员大会讨论转正',
    step: 23,
    read: (d: Dossier) => d.confirmationMeeting?.on,
  },
  confirmationApproved: {
    words: '上级党委审批转正',
    step: 24,
    read: (d: Dossier) => d.confirmationApprovedOn,
  },
  archived: { words: '材料归档', step: 25, read: (d: Dossier) => d.archivedOn },
} as const satisfies FactTable;

/** Dated facts of a member beside the steps: not steps, so no order and no path is asked of them. */
export const memberFactTable = {
  away: { words: '外出', read: (d: Dossier) => awayFrom(d) },
  floatingRegistered: {
    words: '登记为流动党员',
    read: (d: Dossier) => d.membership?.floatingRegisteredOn,
  },
  memberSign: { words: '最近参加组织生活、交纳党费或做工作', read: (d: Dossier) => memberSign(d) },
} as const satisfies Record<string, Omit<FactTable[string], 'step'>>;

type FactTable = Record<
  string,
  {
    readonly words: string;
    readonly step: number;
    readonly read: (dossier: Dossier) => FactDate | undefined;
  }
>;

/** The day somebody went away, unless they came back. */
function awayFrom({ membership }: Dossier): FactDate | undefined {
  return membership?.returnedOn === undefined ? membership?.awayFrom : undefined;
}

/** 党章 names three signs, and the absence of any one for six months: so the oldest counts. A 正当理由 ends it. */
function memberSign({ membership }: Dossier): FactDate | undefined {
  if (membership === undefined || membership.excuse !== undefined) return undefined;
  const { lastActivityOn, lastDuesOn, lastTaskOn } = membership;
  return [lastActivityOn, lastDuesOn, lastTaskOn].filter((on) => on !== undefined).sort()[0];
}

export type FactName = keyof typeof factTable;
export const factNames = Object.keys(factTable) as readonly FactName[];
export type MemberFactName = keyof typeof memberFactTable;
export const memberFactNames = Object.keys(memberFactTable) as readonly MemberFactName[];

export function readFact(facts: DossierFacts, name: FactName): FactDate | undefined {
  return factTable[name].read(facts.dossier);
}
