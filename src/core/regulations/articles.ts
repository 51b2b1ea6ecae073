import type { Citation, EvidenceTag } from './types';

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** @example articleName(25) //=> '第二十五条' */
export function articleName(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const tensWords = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? '')}十`;
  return `第${tensWords}${ones === 0 && tens > 0 ? '' : (numerals[ones] ?? '')}条`;
}

/** From 18 on the new text counts one lower than the old one (rules §0.1). */
const firstShiftedArticle = 18;

/** Cited in both texts, by its 2026 article. */
export function bothTexts(
  article2026: number,
  tag: EvidenceTag = 'V26',
  tag2014: EvidenceTag = 'V14',
): Citation[] {
  const article2014 = article2026 >= firstShiftedArticle ? article2026 + 1 : article2026;
  return [
    { edition: 'regulation2026', article: articleName(article2026), tag },
    { edition: 'regulation2014', article: articleName(article2014), tag: tag2014 },
  ];
}

export function only2026(article: number, tag: EvidenceTag = 'V26'): Citation[] {
  return [{ edition: 'regulation2026', article: articleName(article), tag }];
}

export function elsewhere(article: string, tag: EvidenceTag = 'VO'): Citation[] {
  return [{ edition: 'other', article, tag }];
}

export function localPractice(article: string): Citation[] {
  return [{ edition: 'local', article, tag: 'L' }];
}
