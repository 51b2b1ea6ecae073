import type { CalendarDate } from '../calendar/calendar-date';

export const editions = ['regulation2014', 'regulation2026', 'other', 'local'] as const;
export type Edition = (typeof editions)[number];

/** How sure we are of the wording (rules §0.2). */
export const evidenceTags = ['V26', 'V26b', 'V14', 'VO', 'L', 'M', 'INF'] as const;
export type EvidenceTag = (typeof evidenceTags)[number];

export const severities = ['HARD', 'SOFT', 'INFO'] as const;
export type Severity = (typeof severities)[number];

/** One place in one edition that says so. A rule holds in an edition only if it is cited there. */
export type Citation = {
  readonly edition: Edition;
  /** 第七条, or the name and article of another instrument. */
  readonly article: string;
  readonly tag: EvidenceTag;
};

export type Offset =
  { readonly months: number } | { readonly days: number } | { readonly workingDays: number };

export type Rule = {
  readonly id: string;
  readonly title: string;
  /** What the article asks, in our own words. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly severity: Severity;
  readonly scope: 'national' | 'local';
  /** Local practice is off until a district turns it on. */
  readonly isOn: boolean;
  readonly offset?: Offset;
  /** A second, outer limit: the six months of a special case. */
  readonly outerOffset?: Offset;
  /** Other numbers of the rule, by name. */
  readonly limits?: Readonly<Record<string, number>>;
  /** Days before the due day on which the desk begins to remind, and on which it reminds again. */
  readonly leadDays: number;
  readonly laterLeadDays?: number;
  /** Reminders that count from the beginning of the period instead. */
  readonly remindAfterMonths?: readonly number[];
  /** HARD*: red as a finding, but what is late cannot be undone, so it stops no step (rules §0.3). */
  readonly neverBlocks?: true;
  /** Tag of the outer limit, where its wording is less sure than that of the first. */
  readonly outerTags?: Readonly<Partial<Record<Edition, EvidenceTag>>>;
};

/** An edition and the first day it was in force. */
export type Rulebook = { readonly edition: Edition; readonly from: CalendarDate };
