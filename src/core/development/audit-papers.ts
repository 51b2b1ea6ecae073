import { daysBetween } from '../calendar/arithmetic';
import { asDay, type FactDate } from '../calendar/calendar-date';
import { judge, type AuditContext, type Check, type Finding } from './audit-types';
import { factTable, readFact } from './facts';
import { leastOfList, papersOf, requiredPapers } from './paper-kinds';

/** C81: signature, seal and date as ticked off; what nobody ticked is not judged. */
export const checkPapers: Check = (context) =>
  (context.facts.dossier.papers ?? []).flatMap((paper) => {
    const isAbsent = paper.state === 'absent';
    const lacks = [
      ...(isAbsent ? ['原件'] : []),
      ...(paper.isSigned === false ? ['签名'] : []),
      ...(paper.isSealed === false ? ['印章'] : []),
      ...(paper.isDated === false && paper.datedOn === undefined ? ['日期'] : []),
    ];
    if (lacks.length === 0) return [];
    return judge(context, {
      rule: isAbsent ? 'C80' : 'C81',
      on: paper.datedOn,
      outcome: 'broken',
      evidence: [paper.datedOn === undefined ? paper.kind : `${paper.kind} ${paper.datedOn}`],
      reckoned: [`缺 ${lacks.join('、')}`],
      message: `${paper.kind}缺${lacks.join('、')}，请核对原件。`,
    });
  });

/** C80: papers of steps taken that the dossier's list does not name. Without a list nothing is judged. */
export const checkRequiredPapers: Check = (context) => {
  const { dossier } = context.facts;
  if (dossier.papers === undefined) return [];
  const missing = requiredPapers.flatMap(({ kind, fact, words }): Missing[] => {
    const on = readFact(context.facts, fact);
    if (on === undefined || papersOf(dossier, kind).length > 0) return [];
    return [{ words, on, step: factTable[fact].words }];
  });
  // One or two papers typed are remarks on those papers and no list that could lack one.
  return dossier.papers.length < leastOfList
    ? papersUnknown(context, missing)
    : missing.flatMap((each) => paperMissing(context, each));
};

type Missing = { readonly words: string; readonly on: FactDate; readonly step: string };

function paperMissing(context: AuditContext, { words, on, step }: Missing): readonly Finding[] {
  return judge(context, {
    rule: 'C80',
    on,
    outcome: 'broken',
    evidence: [`${step} ${on}`, `材料清单 未见${words}`],
    message: `未找到${words}（${step} ${on}），请核实。`,
  });
}

function papersUnknown(context: AuditContext, missing: readonly Missing[]): readonly Finding[] {
  const [first] = missing;
  if (first === undefined) return [];
  const words = missing.map((each) => each.words).join('、');
  return judge(context, {
    rule: 'C80',
    on: first.on,
    outcome: 'unknown',
    evidence: missing.map(({ step, on }) => `${step} ${on}`),
    message: `材料清单未登记${words}，是否齐备无法判断。`,
  });
}

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
      reckoned: [`早 ${daysBetween(on, noticeUntil)} 天`],
      message: `${kind}填报时间（${on}）早于公示结束（${noticeUntil}）${daysBetween(on, noticeUntil)} 天，请核对。`,
    });
  });
};

/** 26#12: training counts on only with the former branch's papers, looked through by the new one. */
export const checkTransfers: Check = (context) => {
  const { transfers = [] } = context.facts.dossier;
  return transfers
    .filter(({ direction }) => direction === 'in')
    .flatMap((transfer) => transferFinding(context, transfer));
};

function transferFinding(
  context: AuditContext,
  {
    on,
    hasPapers,
    isReviewed,
  }: {
    readonly on?: FactDate | undefined;
    readonly hasPapers?: boolean | undefined;
    readonly isReviewed?: boolean | undefined;
  },
): readonly Finding[] {
  const activistOn = readFact(context.facts, 'activist');
  const claim = {
    rule: 'C70' as const,
    on,
    evidence: [
      ...(activistOn === undefined ? [] : [`${factTable.activist.words} ${activistOn}`]),
      `转入 ${on ?? '日期不详'}`,
    ],
  };
  if (hasPapers === false)
    return judge(context, {
      ...claim,
      outcome: 'broken',
      message: '转入人员未见原单位培养考察材料，续算培养时间依据不足。',
    });
  if (isReviewed === false)
    return judge(context, {
      ...claim,
      outcome: 'broken',
      message: '转入人员的培养考察材料未见接收单位审查意见，续算培养时间依据不足。',
    });
  if (hasPapers === undefined)
    return judge(context, {
      ...claim,
      outcome: 'unknown',
      message: '未登记转入时培养考察材料是否随转，续算培养时间的依据无法判断。',
    });
  return judge(context, { ...claim, outcome: 'clear', message: '转入材料已随转。' });
}
