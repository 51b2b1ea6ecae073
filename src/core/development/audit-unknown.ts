import { asDay } from '../calendar/calendar-date';
import type { DevelopmentRuleId } from '../regulations/development-rules';
import { judge, type Check } from './audit-types';
import { factTable, readFact, type DossierFacts, type FactName } from './facts';

type Gap = {
  readonly rule: DevelopmentRuleId;
  readonly isMissing: (facts: DossierFacts) => boolean;
  /** Facts that could not stand without the missing one; the first on record is named. */
  readonly since: readonly FactName[];
  readonly words: string;
};

const lacks = (name: FactName) => (facts: DossierFacts) => readFact(facts, name) === undefined;

const gaps: readonly Gap[] = [
  {
    rule: 'TALK-1M',
    isMissing: lacks('talked'),
    since: ['activist', 'developmentTarget', 'meeting'],
    words: '未登记党组织派人谈话的日期，无法判断是否在收到申请后一个月内谈话。',
  },
  {
    rule: 'FILE-ACTIVIST',
    isMissing: lacks('activistFiled'),
    since: ['targetDiscussed', 'developmentTarget', 'meeting'],
    words: '未登记积极分子报上级党委备案的日期，无法判断。',
  },
  {
    rule: 'CONTACT-1..2',
    isMissing: ({ dossier }) => dossier.mentors === undefined,
    since: ['targetDiscussed', 'developmentTarget', 'meeting'],
    words: '未登记培养联系人，无法判断人数和资格。',
  },
  {
    rule: 'OBSERVE-COUNT',
    isMissing: ({ dossier }) => dossier.reviewedOn === undefined,
    since: ['targetDiscussed', 'developmentTarget', 'meeting'],
    words: '未登记半年考察，无法判断次数和间隔。',
  },
  {
    rule: 'INTRODUCER-2',
    isMissing: ({ dossier }) => dossier.introducers === undefined,
    since: ['meeting', 'approved'],
    words: '未登记入党介绍人，无法判断人数和资格。',
  },
  {
    rule: 'REVIEW-DONE',
    // With a pre-review on record the check of the review itself asks.
    isMissing: ({ dossier }) =>
      dossier.politicalReview === undefined && dossier.preReviewedOn === undefined,
    since: ['meeting', 'approved'],
    words: '未登记政治审查结论，无法判断。',
  },
  {
    rule: 'TRAIN-3D24H',
    isMissing: ({ dossier }) =>
      dossier.training === undefined && dossier.preReviewedOn === undefined,
    since: ['meeting', 'approved'],
    words: '未登记短期集中培训，无法判断。',
  },
  {
    rule: 'MEET-1M',
    isMissing: lacks('preReviewed'),
    since: ['meeting', 'approved'],
    words: '未登记上级党委预审合格的日期，无法判断大会是否在预审合格后一个月内。',
  },
  {
    rule: 'QUORUM',
    isMissing: ({ dossier }) =>
      dossier.meeting?.should === undefined || dossier.meeting.present === undefined,
    since: ['meeting'],
    words: '未登记接收大会的应到和实到人数，无法判断会议是否有效。',
  },
  {
    rule: 'PASS',
    isMissing: ({ dossier }) =>
      dossier.meeting?.should === undefined || dossier.meeting.yes === undefined,
    since: ['meeting'],
    words: '未登记接收大会的票数，无法判断是否通过。',
  },
  {
    rule: 'PARTYTALK',
    isMissing: lacks('committeeTalk'),
    since: ['approved'],
    words: '未登记上级党委派人谈话的日期，无法判断是否在大会之后、审批之前。',
  },
  {
    rule: 'OATH-1M',
    isMissing: lacks('oath'),
    since: ['confirmationMeeting', 'confirmationApproved'],
    words: '未找到入党宣誓记录，无法判断。',
  },
];

/**
 * A fact that must have been there by now and is not on record: never "passed", always named. Asked only of
 * dossiers that were begun as dossiers; a line of a roster has a joining day and nothing before it.
 */
export const checkUnknown: Check = (context) => {
  const { facts } = context;
  const isDossier =
    readFact(facts, 'applied') !== undefined || readFact(facts, 'activist') !== undefined;
  if (!isDossier) return [];
  return gaps.flatMap(({ rule, isMissing, since, words }) => {
    const name = since.find((each) => readFact(facts, each) !== undefined);
    if (name === undefined || !isMissing(facts)) return [];
    const on = readFact(facts, name);
    return judge(context, {
      rule,
      on: asDay(on),
      outcome: 'unknown',
      evidence: [`${factTable[name].words} ${on ?? ''}`],
      message: words,
    });
  });
};
