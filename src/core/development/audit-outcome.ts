import { addDays, daysBetween, deadline } from '../calendar/arithmetic';
import { asDay } from '../calendar/calendar-date';
import { isProvisionalYear, isPublicHoliday } from '../calendar/working-days';
import { limitOf, monthsOf, ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { readBallot } from './ballot';
import { judge, type Check } from './audit-types';
import { factTable, readFact } from './facts';
import { papersOf } from './paper-kinds';
import { probationOf } from './probation';

/** C66: a vote that failed cannot be approved. */
export const checkRejectedGoesOn: Check = (context) => {
  const { meeting, approvedOn } = context.facts.dossier;
  if (meeting === undefined || approvedOn === undefined) return [];
  const { isPassed, hasQuorum, yes } = readBallot(meeting);
  if (isPassed !== false && hasQuorum !== false) return [];
  return judge(context, {
    rule: 'C66',
    on: asDay(meeting.on) ?? asDay(approvedOn),
    outcome: 'broken',
    evidence: [
      ...(meeting.on === undefined ? [] : [`接收大会 ${meeting.on}`]),
      `应到 ${meeting.should ?? '—'}`,
      `赞成 ${yes ?? '—'}`,
      `审批 ${approvedOn}`,
    ],
    message: `接收大会未达到规定的到会或赞成人数，仍于 ${approvedOn} 审批，请核实。`,
  });
};

/** C48: the resolution and the form state the same figures as the record. */
export const checkResolution: Check = (context) =>
  (['meeting', 'confirmationMeeting'] as const).flatMap((name) => {
    const ballot = context.facts.dossier[name];
    const stated = ballot?.resolution;
    if (ballot === undefined || stated === undefined) return [];
    const pairs = [
      ['应到', ballot.should, stated.should],
      ['实到', ballot.present, stated.present],
      ['赞成', readBallot(ballot).yes, stated.yes],
    ] as const;
    return pairs.flatMap(([words, recorded, written]) => {
      if (recorded === undefined || written === undefined || recorded === written) return [];
      return judge(context, {
        rule: 'C48',
        on: asDay(ballot.on),
        outcome: 'broken',
        evidence: [`会议记录${words} ${recorded}`, `决议${words} ${written}`],
        message: `决议所写${words} ${written} 与会议记录 ${recorded} 不一致，请核对。`,
      });
    });
  });

/** C15: a day of a public holiday, its weekends included. Other weekends are ordinary meeting days. */
export const checkHolidayMeetings: Check = (context) => {
  const { calendar } = context.options;
  return heldMeetings.flatMap((name) => {
    const on = asDay(readFact(context.facts, name));
    // A year without an arrangement has no holidays that anybody knows.
    if (on === undefined || isProvisionalYear(Number(on.slice(0, 4)), calendar)) return [];
    if (!isPublicHoliday(on, calendar)) return [];
    return judge(context, {
      rule: 'C15',
      on,
      outcome: 'broken',
      evidence: [`${factTable[name].words} ${on}`],
      message: `${factTable[name].words}（${on}）在法定节假日，请核对原始记录。`,
    });
  });
};

const heldMeetings = [
  'activist',
  'targetDiscussed',
  'committeeReviewed',
  'meeting',
  'confirmationMeeting',
] as const;

/**
 * REPORT-Q: two reports days apart look written together; a local habit, so no more than a reminder, until a district
 * asks for quarters and the days between them.
 */
export const checkReportGaps: Check = (context) => {
  const { dossier } = context.facts;
  const { overlay } = context.options;
  const dates = [
    ...(dossier.reportedOn ?? []),
    ...papersOf(dossier, 'thoughtReport').map(({ datedOn }) => datedOn),
  ]
    .flatMap((on) => asDay(on) ?? [])
    .sort();
  return dates.slice(1).flatMap((on, index) => {
    const before = dates[index] ?? on;
    const rule = localRule(ruleOf('REPORT-Q'), overlay, before);
    const limit = limitOf(rule, rule.isOn ? 'gapDays' : 'suspiciousDays');
    const gap = daysBetween(before, on);
    if (gap >= limit) return [];
    return judge(context, {
      rule: 'REPORT-Q',
      on,
      outcome: 'broken',
      severity: rule.isOn ? rule.severity : 'INFO',
      citations: rule.citations,
      evidence: [`思想汇报 ${before}`, `思想汇报 ${on}`],
      reckoned: [`相隔 ${gap} 天`],
      message: rule.isOn
        ? `两篇思想汇报（${before}、${on}）仅隔 ${gap} 天，本地要求间隔不少于 ${limit} 天。`
        : `两篇思想汇报（${before}、${on}）仅隔 ${gap} 天，疑似集中补写；按季度提交是单位要求，不是法定期限。`,
    });
  });
};

/** REVIEW-1Y: some places hold a political review good for a year; the national text names no such limit. */
export const checkReviewAge: Check = (context) => {
  const reviewed = asDay(context.facts.dossier.politicalReview?.on);
  const meeting = asDay(readFact(context.facts, 'meeting'));
  if (reviewed === undefined || meeting === undefined) return [];
  const until = deadline(reviewed, monthsOf(ruleOf('REVIEW-1Y')));
  if (meeting <= until) return [];
  return judge(context, {
    rule: 'REVIEW-1Y',
    on: meeting,
    outcome: 'broken',
    severity: 'INFO',
    evidence: [`政审结论 ${reviewed}`, `大会 ${meeting}`],
    reckoned: [`本地口径有效至 ${until}`, `超 ${daysBetween(until, meeting)} 天`],
    message: `政审结论（${reviewed}）至大会（${meeting}）已超一年（地方口径有效至 ${until}）；国家规则未见有效期，请按本地口径核对。`,
  });
};

/** CONFIRM-APPLY: the day of the application for confirmation around the end of probation. */
export const checkConfirmationApplied: Check = (context) => {
  const applied = asDay(readFact(context.facts, 'confirmationApplied'));
  const probation = probationOf(context.facts.dossier);
  if (applied === undefined || probation === undefined) return [];
  const rule = ruleOf('CONFIRM-APPLY');
  const { offset } = rule;
  const lateDays = offset !== undefined && 'days' in offset ? offset.days : 0;
  const { confirmableOn } = probation;
  const earliest = addDays(confirmableOn, -limitOf(rule, 'earliestDays'));
  const latest = addDays(confirmableOn, lateDays);
  if (applied >= earliest && applied <= latest) return [];
  const words =
    applied < earliest
      ? `早于期满之日（${confirmableOn}）${daysBetween(applied, confirmableOn)} 天`
      : `晚于期满之日（${confirmableOn}）${daysBetween(confirmableOn, applied)} 天`;
  return judge(context, {
    rule: 'CONFIRM-APPLY',
    on: applied,
    outcome: 'broken',
    evidence: [`期满 ${confirmableOn}`, `转正申请 ${applied}`],
    reckoned: [
      applied < earliest
        ? `早 ${daysBetween(applied, confirmableOn)} 天`
        : `晚 ${daysBetween(confirmableOn, applied)} 天`,
    ],
    message: `转正申请（${applied}）${words}，一般在 ${earliest} 至 ${latest} 之间提出。`,
  });
};

/** TC65: probation was over when the member was transferred out, and nobody had decided. */
export const checkTransferOut: Check = (context) => {
  const probation = probationOf(context.facts.dossier);
  const decided = asDay(readFact(context.facts, 'confirmationMeeting'));
  if (probation === undefined) return [];
  return (context.facts.dossier.transfers ?? []).flatMap(({ direction, on: stated }) => {
    const on = asDay(stated);
    if (direction !== 'out' || on === undefined || on < probation.confirmableOn) return [];
    if (decided !== undefined && decided <= on) return [];
    return judge(context, {
      rule: 'TRANSFER-OUT-CONFIRM',
      on,
      outcome: 'broken',
      evidence: [`期满 ${probation.confirmableOn}`, `转出 ${on}`],
      reckoned: [`已过 ${daysBetween(probation.confirmableOn, on)} 天`],
      message: `预备期已于 ${probation.confirmableOn} 届满，转出（${on}）前未见原支部讨论转正，须写明原因随材料转出。`,
    });
  });
};
