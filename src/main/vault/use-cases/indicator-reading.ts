import type { Decomposition } from '../../../core/coverage/decomposition';
import { percentWords } from '../../../core/coverage/percent';
import { surveyStaffThreshold } from '../../../core/regulations/coverage-rules';
import type { IndicatorId } from '../../../core/coverage/types';
import type { Desk } from './desk';

/** Which indicator the district calls 工作覆盖率: A over all units, B over those without an organisation. */
export const workIndicator = (desk: Desk): IndicatorId =>
  desk.settings.indicatorReading?.workRate === 'B' ? 'notBuiltWorkCoverage' : 'workCoverage';

/** 工作覆盖率 of a row by the reading the district chose. */
export function workRate(
  desk: Desk,
  { units, own, joint, none, workCovered }: Decomposition,
): string {
  return workIndicator(desk) === 'workCoverage'
    ? percentWords(own + joint + workCovered, units)
    : percentWords(workCovered, none);
}

const linkWords = {
  instructor: '指导员',
  liaison: '联络员',
  union: '工会',
  youthLeague: '团组织',
  womensFederation: '妇联',
  serviceCentre: '党群服务阵地',
} as const;

/** The reading behind the figures in one sentence, printed with every table that shows them. */
export function readingNote(desk: Desk): string {
  const { counts, shouldBuildRate, socialStaff } = desk.definitions;
  const counted = Object.entries(linkWords)
    .filter(([link]) => counts[link as keyof typeof linkWords])
    .map(([, words]) => words);
  const work =
    workIndicator(desk) === 'workCoverage'
      ? '工作覆盖率按 A 口径（已建＋未建但有工作，比全部单位）'
      : '工作覆盖率按 B 口径（未建但有工作，比未建单位）';
  const should =
    shouldBuildRate === 'strict' ? '应建已建只计单独建立' : '应建已建计单独建立和联合建立';
  const social =
    socialStaff === surveyStaffThreshold
      ? ''
      : `；10 人以上单位中社会组织按从业 ${socialStaff} 人以上`;
  return `口径：有${counted.join('、')}之一的计为有党的工作；${work}；${should}${social}。`;
}
