import { surveyStaffThreshold } from '../regulations/coverage-rules';
import { builtUnits, noneUnits, ownUnits } from './tally';
import type {
  CoverageCitation,
  CoverageDefinitions,
  CoverageTally,
  EvidenceTag,
  IndicatorId,
} from './types';

/** One indicator of rules §4.4: what is divided by what, in figures and in words. */
export interface IndicatorRule {
  readonly id: IndicatorId;
  readonly name: string;
  /** Legal units, or the gig-work sites that are counted beside them. */
  readonly over: 'legal' | 'site';
  readonly numerator: (tally: CoverageTally, definitions: CoverageDefinitions) => number;
  readonly denominator: (tally: CoverageTally) => number;
  readonly numeratorWords: (tally: CoverageTally, definitions: CoverageDefinitions) => string;
  readonly denominatorWords: (definitions: CoverageDefinitions) => string;
  readonly unknown: (tally: CoverageTally) => number;
  readonly citation: CoverageCitation;
  readonly tag: EvidenceTag;
}

const opinion: CoverageCitation = {
  instrument: '中办发〔2012〕11号',
  article: '',
  edition: '2012 年',
};
const form: CoverageCitation = { instrument: '党内统计年报第27表', article: '', edition: '' };
const survey: CoverageCitation = { instrument: '摸排口径', article: '', edition: '' };
const newGroups: CoverageCitation = {
  instrument: '《关于加强新就业群体服务管理的意见》',
  article: '',
  edition: '2026 年',
};

const builtWords = (tally: CoverageTally): string =>
  `（单独建立 ${ownUnits(tally)} ＋ 联合建立 ${tally.joint}）`;
const workWords = (tally: CoverageTally): string =>
  `（单独建立 ${ownUnits(tally)} ＋ 联合建立 ${tally.joint} ＋ 未建但已开展工作 ${tally.workCovered}）`;
const never = (): number => 0;
const membersUnknown = (tally: CoverageTally): number => tally.membersUnknown;
const staffUnknown = (tally: CoverageTally): number => tally.staffUnknown;
const units = (tally: CoverageTally): number => tally.units;
const shouldBuilt = (tally: CoverageTally, definitions: CoverageDefinitions): number =>
  definitions.shouldBuildRate === 'strict'
    ? tally.shouldBuildOwn
    : tally.shouldBuildOwn + tally.jointWithThree;

export const indicatorRules: readonly IndicatorRule[] = [
  {
    id: 'organizationCoverage',
    name: '组织覆盖率',
    over: 'legal',
    numerator: builtUnits,
    denominator: units,
    numeratorWords: builtWords,
    denominatorWords: () => '在册运营单位',
    unknown: never,
    citation: opinion,
    tag: 'VO',
  },
  {
    id: 'ownRate',
    name: '单独组建率',
    over: 'legal',
    numerator: ownUnits,
    denominator: units,
    numeratorWords: (tally) => `单独建立 ${ownUnits(tally)}`,
    denominatorWords: () => '在册运营单位',
    unknown: never,
    citation: opinion,
    tag: 'VO',
  },
  {
    id: 'shouldBuildRate',
    name: '应建已建率',
    over: 'legal',
    numerator: shouldBuilt,
    denominator: (tally) => tally.shouldBuild,
    numeratorWords: (tally, definitions) =>
      definitions.shouldBuildRate === 'strict'
        ? `应建单位中单独建立 ${tally.shouldBuildOwn}`
        : `应建单位中（单独建立 ${tally.shouldBuildOwn} ＋ 联合建立 ${tally.jointWithThree}）`,
    denominatorWords: () => '正式党员三名以上单位',
    unknown: membersUnknown,
    citation: form,
    tag: 'INF',
  },
  {
    id: 'withMembersRate',
    name: '有党员单位组建率',
    over: 'legal',
    numerator: (tally) => tally.withMembersBuilt,
    denominator: (tally) => tally.withMembers,
    numeratorWords: (tally) => `有党员且已建 ${tally.withMembersBuilt}`,
    denominatorWords: () => '有党员单位',
    unknown: membersUnknown,
    citation: form,
    tag: 'INF',
  },
  {
    id: 'staff50WithMembersRate',
    name: '50 人以上有党员率',
    over: 'legal',
    numerator: (tally) => tally.staff50WithMembers,
    denominator: (tally) => tally.staff50,
    numeratorWords: (tally) => `50 人以上且有党员 ${tally.staff50WithMembers}`,
    denominatorWords: () => '从业人员 50 人以上单位',
    unknown: staffUnknown,
    citation: form,
    tag: 'INF',
  },
  {
    id: 'staff100BuiltRate',
    name: '100 人以上有党组织率',
    over: 'legal',
    numerator: (tally) => tally.staff100Built,
    denominator: (tally) => tally.staff100,
    numeratorWords: (tally) => `100 人以上且已建 ${tally.staff100Built}`,
    denominatorWords: () => '从业人员 100 人以上单位',
    unknown: staffUnknown,
    citation: form,
    tag: 'INF',
  },
  {
    id: 'staff10Coverage',
    name: '10 人以上组织覆盖率',
    over: 'legal',
    numerator: (tally) => tally.staffSurveyBuilt,
    denominator: (tally) => tally.staffSurvey,
    numeratorWords: (tally) => `其中已建 ${tally.staffSurveyBuilt}`,
    denominatorWords: ({ socialStaff }) =>
      socialStaff === surveyStaffThreshold
        ? '从业人员 10 人以上单位'
        : `从业人员 10 人以上单位（社会组织 ${socialStaff} 人以上）`,
    unknown: staffUnknown,
    citation: survey,
    tag: 'INF',
  },
  {
    id: 'workCoverage',
    name: '工作覆盖率',
    over: 'legal',
    numerator: (tally) => builtUnits(tally) + tally.workCovered,
    denominator: units,
    numeratorWords: workWords,
    denominatorWords: () => '在册运营单位',
    unknown: never,
    citation: opinion,
    tag: 'INF',
  },
  {
    id: 'notBuiltWorkCoverage',
    name: '未建单位工作覆盖率',
    over: 'legal',
    numerator: (tally) => tally.workCovered,
    denominator: noneUnits,
    numeratorWords: (tally) => `未建但已开展工作 ${tally.workCovered}`,
    denominatorWords: () => '未建立党组织单位',
    unknown: never,
    citation: opinion,
    tag: 'INF',
  },
  {
    id: 'instructorRate',
    name: '指导员派驻率',
    over: 'legal',
    numerator: (tally) => tally.instructedNone,
    denominator: noneUnits,
    numeratorWords: (tally) => `未建且有指导员 ${tally.instructedNone}`,
    denominatorWords: () => '未建立党组织单位',
    unknown: never,
    citation: form,
    tag: 'INF',
  },
  {
    id: 'siteCoverage',
    name: '新就业站点组织覆盖率',
    over: 'site',
    numerator: builtUnits,
    denominator: units,
    numeratorWords: builtWords,
    denominatorWords: () => '在册运营站点',
    unknown: never,
    citation: newGroups,
    tag: 'INF',
  },
  {
    id: 'siteWorkCoverage',
    name: '新就业站点工作覆盖率',
    over: 'site',
    numerator: (tally) => builtUnits(tally) + tally.workCovered,
    denominator: units,
    numeratorWords: workWords,
    denominatorWords: () => '在册运营站点',
    unknown: never,
    citation: newGroups,
    tag: 'INF',
  },
];
