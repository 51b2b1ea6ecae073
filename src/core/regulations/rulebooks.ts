import { asDay, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import type { Citation, Edition, EvidenceTag, Rulebook, Severity } from './types';

/** 《中国共产党发展党员工作细则》: the 2014 text and the one of 2026 that replaced it (rules §0.1). */
export const rulebooks: readonly Rulebook[] = [
  { edition: 'regulation2026', from: '2026-05-18' },
  { edition: 'regulation2014', from: '2014-05-28' },
];

/** Rulebooks with the district's own boundary between old and new, where it differs from the national day. */
export function rulebooksWithBoundary(boundaryOn: CalendarDate): readonly Rulebook[] {
  return rulebooks.map((book) =>
    book.edition === 'regulation2026' ? { ...book, from: boundaryOn } : book,
  );
}

/** The rulebook in force on a day; `undefined` before the first one we hold. */
export function editionOn(
  day: CalendarDate,
  books: readonly Rulebook[] = rulebooks,
): Edition | undefined {
  return books.find((book) => book.from <= day)?.edition;
}

/**
 * The rulebook of a day or of a month: a month on the boundary is read as the newer one, as nobody says otherwise.
 */
export function editionOfFact(
  on: FactDate,
  books: readonly Rulebook[] = rulebooks,
): Edition | undefined {
  return editionOn(asDay(on) ?? (`${on}-31` as CalendarDate), books);
}

/** The citation of a rule that holds under an edition; rules of other instruments hold under every one. */
export function citationIn(
  rule: { readonly citations?: readonly Citation[] | undefined },
  edition: Edition | undefined,
): Citation | undefined {
  const { citations = [] } = rule;
  return (
    citations.find((citation) => citation.edition === edition) ??
    citations.find((citation) => citation.edition === 'other' || citation.edition === 'local')
  );
}

const blockingTags: ReadonlySet<EvidenceTag> = new Set(['V26', 'V14', 'VO']);

/** A HARD rule whose wording we have not seen behaves as SOFT until a user confirms it (rules §0.3). */
export function effectiveSeverity(
  severity: Severity,
  tag: EvidenceTag,
  isConfirmed = false,
): Severity {
  return severity === 'HARD' && !isConfirmed && !blockingTags.has(tag) ? 'SOFT' : severity;
}

/** Whether a citation alone lets a HARD rule block. */
export const isStrongTag = (tag: EvidenceTag): boolean => blockingTags.has(tag);

export const evidenceWords: Readonly<Record<EvidenceTag, string>> = {
  V26: '原文',
  V14: '原文',
  V26b: '转引',
  VO: '他规',
  L: '地方',
  M: '通行做法',
  INF: '推断',
};

export const editionWords: Readonly<Record<Edition, string>> = {
  regulation2014: '2014 版',
  regulation2026: '2026 版',
  other: '',
  local: '本地口径',
};

/** 《细则》第七条, or the other instrument by its own name. */
export function articleWords({ edition, article }: Citation): string {
  return edition === 'regulation2014' || edition === 'regulation2026'
    ? `《细则》${article}`
    : article;
}
