import type { OrganizationFilter } from '../../../contract/coverage';

/** Words of the coverage states (rules §4.1). */
export const stateWords = {
  own: '单独建立',
  joint: '联合建立',
  workCovered: '已开展工作',
  blank: '工作覆盖空白',
  excluded: '不计入',
} as const;
export type CoverageState = keyof typeof stateWords;

/** Columns of the heat table, by which a cell opens its units. */
export const columnWords: Readonly<Record<string, string>> = {
  enterprise: '非公企业',
  association: '社会团体和基金会',
  serviceBody: '民办非企业单位',
  professional: '专业服务机构',
  legal: '法人单位合计',
  site: '新就业站点',
};

const partWords = { numerator: '计入分子', denominator: '计入分母', missing: '未达到' } as const;

/** A filter without the named part. */
export function without(
  filter: OrganizationFilter,
  part: keyof OrganizationFilter,
): OrganizationFilter {
  const { [part]: _dropped, ...rest } = filter;
  return rest;
}

/** The parts of a filter that came from a figure and have no control of their own. */
export function originWords(filter: OrganizationFilter, gapTitle: string | undefined): string[] {
  const words: string[] = [];
  if (filter.indicator !== undefined) words.push(partWords[filter.indicator.part]);
  if (filter.breakdown !== undefined) words.push(filter.breakdown.words);
  if (filter.asOf !== undefined) words.push(`截至 ${filter.asOf}`);
  if (filter.headquartersId !== undefined) words.push('同一平台（总部）');
  if (filter.gapRule !== undefined) words.push(`缺口：${gapTitle ?? filter.gapRule}`);
  return words;
}
