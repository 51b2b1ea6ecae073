import { daysBetween } from '../calendar/arithmetic';
import { asDay } from '../calendar/calendar-date';
import { judge, type Check } from './audit-types';
import { readFact } from './facts';

/** C81: signature, seal and date as ticked off; what nobody ticked is not judged. */
export const checkPapers: Check = (context) =>
  (context.facts.dossier.papers ?? []).flatMap((paper) => {
    const lacks = [
      ...(paper.state === 'absent' ? ['原件'] : []),
      ...(paper.isSigned === false ? ['签名'] : []),
      ...(paper.isSealed === false ? ['印章'] : []),
    ];
    if (lacks.length === 0) return [];
    const rule = paper.state === 'absent' ? 'C80' : 'C81';
    return judge(context, {
      rule,
      on: asDay(paper.datedOn),
      outcome: 'broken',
      evidence: [paper.kind],
      message: `${paper.kind}缺${lacks.join('、')}，请核对原件。`,
    });
  });

/** The form that sums up review and notice is filled in once the notice is over (archive practice, AC19). */
const formsAfterNotice = /审查|审核|公示情况/;

export const checkPaperDates: Check = (context) => {
  const noticeUntil = asDay(readFact(context.facts, 'noticeUntil'));
  if (noticeUntil === undefined) return [];
  return (context.facts.dossier.papers ?? []).flatMap(({ kind, datedOn }) => {
    const on = asDay(datedOn);
    if (on === undefined || on >= noticeUntil || !formsAfterNotice.test(kind)) return [];
    return judge(context, {
      rule: 'C81',
      on,
      outcome: 'broken',
      evidence: [`公示结束 ${noticeUntil}`, `${kind} ${on}`],
      message: `${kind}填报时间（${on}）早于公示结束（${noticeUntil}）${daysBetween(on, noticeUntil)} 天，请核对。`,
    });
  });
};

/** 26#12: training counts on only with the former branch's papers. */
export const checkTransfers: Check = (context) =>
  (context.facts.dossier.transfers ?? []).flatMap(({ on, direction, hasPapers }) => {
    if (direction !== 'in' || hasPapers !== false) return [];
    return judge(context, {
      rule: 'C70',
      on: asDay(on),
      outcome: 'broken',
      evidence: [`转入 ${on ?? '日期不详'}`],
      message: '转入人员未见原单位培养考察材料，续算培养时间依据不足。',
    });
  });

/** AC29, AC45: a step without which the next could not stand, with nothing on record. */
export const checkMissingSteps: Check = (context) => {
  const confirmed =
    readFact(context.facts, 'confirmationMeeting') ??
    readFact(context.facts, 'confirmationApplied');
  const meeting = readFact(context.facts, 'meeting');
  if (
    meeting === undefined ||
    confirmed === undefined ||
    readFact(context.facts, 'approved') !== undefined
  )
    return [];
  return judge(context, {
    rule: 'APPROVE-3M',
    on: asDay(meeting),
    outcome: 'unknown',
    evidence: [`大会通过 ${meeting}`],
    message: '未找到上级党委审批意见，预备党员身份待核实。',
  });
};

export const checkObjection: Check = (context) => {
  const { notice, developmentTargetOn } = context.facts.dossier;
  if (notice?.hasObjection !== true || developmentTargetOn === undefined) return [];
  return judge(context, {
    rule: 'C61',
    on: asDay(developmentTargetOn),
    outcome: 'broken',
    evidence: [`列为发展对象 ${developmentTargetOn}`],
    message: '公示期间有异议，未见查清即列为发展对象。',
  });
};
