import type { CalendarDate } from '../calendar/calendar-date';
import { articleWords, editionWords } from '../regulations/rulebooks';
import type { Finding } from './audit-types';
import { factsCompared } from './settle';

export type LetterFacts = {
  readonly personName: string;
  readonly branchName: string;
  readonly finding: Finding;
  readonly today: CalendarDate;
};

export type Letter = {
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly dateLine: string;
};

const blank = '____________';

const longDate = (on: CalendarDate): string => {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/**
 * 情况说明 drafted from a finding: the facts and their dates as typed, the article, blanks where only the branch
 * can say why. It explains dates and never proposes another one.
 */
export function draftLetter({ personName, branchName, finding, today }: LetterFacts): Letter {
  const edition = editionWords[finding.citation.edition];
  const article = articleWords(finding.citation) + (edition === '' ? '' : `（${edition}）`);
  return {
    title: `关于${personName}同志发展党员材料有关情况的说明`,
    addressee: '上级党委：',
    paragraphs: [
      `我支部在核查${personName}同志发展党员材料时，发现以下情况：${finding.message}`,
      `所涉事实为：${factsCompared(finding)}。对照依据为${article}。`,
      `产生上述情况的原因是：${blank}。`,
      `已采取的补救措施是：${blank}。以上日期均为实际办理日期，未作改动。`,
      '经办人及支部书记对以上情况的真实性负责。特此说明。',
    ],
    signature: `${branchName === '' ? blank : branchName}（盖章）`,
    dateLine: longDate(today),
  };
}
