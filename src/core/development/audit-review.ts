import { asDay } from '../calendar/calendar-date';
import type { Dossier } from '../records/dossier';
import { limitOf, ruleOf } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { firstDay } from './audit-people';
import { judge, type AuditContext, type Check, type Claim, type Finding } from './audit-types';
import { factTable, readFact } from './facts';

const failed = /不合格|未通过|不通过|fail/i;

/** 26#16: a conclusion, and 合格, before the dossier moves on. */
export const checkPoliticalReview: Check = (context) => {
  const { politicalReview } = context.facts.dossier;
  const movedOn = (['preReviewed', 'meeting', 'approved'] as const).find(
    (name) => readFact(context.facts, name) !== undefined,
  );
  if (movedOn === undefined) return [];
  const movedOnDay = readFact(context.facts, movedOn) ?? '';
  const evidence = [`${factTable[movedOn].words} ${movedOnDay}`];
  const on = politicalReview?.on ?? readFact(context.facts, movedOn);
  const { result } = politicalReview ?? {};
  // A dossier without any review on record is asked by the list of gaps, unless the pre-review took it as given.
  if (politicalReview === undefined && movedOn !== 'preReviewed') return [];
  if (result === undefined)
    return judge(context, {
      rule: 'REVIEW-DONE',
      on,
      outcome: 'unknown',
      evidence,
      message: '未登记政治审查结论，无法判断是否合格。',
    });
  const said = `政审结论 ${result}${politicalReview?.on === undefined ? '' : ` ${politicalReview.on}`}`;
  const isBad = failed.test(result);
  return judge(context, {
    rule: 'REVIEW-DONE',
    on,
    outcome: isBad ? 'broken' : 'clear',
    evidence: [said, ...evidence],
    message: isBad ? `政治审查结论为“${result}”，仍继续办理（${movedOnDay}）。` : '政治审查合格。',
  });
};

/** 26#17: three days or 24 hours, either will do. */
export const checkTraining: Check = (context) => {
  const { training } = context.facts.dossier;
  if (training === undefined) return trainingMissing(context);
  const on = training.until ?? training.from ?? firstDay(context, 'preReviewed', 'meeting');
  const { overlay, today } = context.options;
  const rule = localRule(ruleOf('TRAIN-3D24H'), overlay, asDay(on) ?? today);
  const need = { days: limitOf(rule, 'days'), hours: limitOf(rule, 'hours') };
  const figures = `${training.days ?? '—'} 天/${training.hours ?? '—'} 学时`;
  return judge(context, {
    rule: 'TRAIN-3D24H',
    on,
    evidence: [`集中培训 ${figures}`],
    ...trainingAnswer(training, need, figures),
  });
};

type Training = NonNullable<Dossier['training']>;
type Answer = Pick<Claim, 'outcome' | 'message' | 'severity'>;

function trainingAnswer(
  { days, hours, exemption }: Training,
  need: { readonly days: number; readonly hours: number },
  figures: string,
): Answer {
  if ((days ?? 0) >= need.days || (hours ?? 0) >= need.hours)
    return { outcome: 'clear', message: '集中培训达到要求。' };
  const short = `集中培训 ${figures}，未达到 ${need.days} 天或 ${need.hours} 学时`;
  if (exemption !== undefined)
    return {
      outcome: 'broken',
      severity: 'SOFT',
      message: `${short}；已写明个别特殊情况：${exemption}，请核实。`,
    };
  // Either figure suffices, so one that is missing leaves it open.
  const missing = [
    ...(days === undefined ? ['天数'] : []),
    ...(hours === undefined ? ['学时'] : []),
  ].join('和');
  return missing === ''
    ? { outcome: 'broken', message: `${short}。` }
    : { outcome: 'unknown', message: `${short}，但未登记${missing}，无法判断。` };
}

function trainingMissing(context: AuditContext): readonly Finding[] {
  const on = readFact(context.facts, 'preReviewed');
  if (on === undefined) return [];
  return judge(context, {
    rule: 'TRAIN-3D24H',
    on,
    outcome: 'unknown',
    evidence: [`${factTable.preReviewed.words} ${on}`],
    message: '未登记短期集中培训，无法判断。',
  });
}
