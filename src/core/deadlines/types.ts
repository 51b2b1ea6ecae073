import type { CalendarDate, FactDate } from '../calendar/calendar-date';
import type { WorkingDayCalendar } from '../calendar/working-days';
import type { LocalOverlay } from '../regulations/local-overlay';
import type { Citation, Rulebook, Severity } from '../regulations/types';
import type { Anchor } from './deadline-table';

export type DeadlineStatus = 'waiting' | 'due' | 'overdue' | 'met' | 'breached' | 'unknown';

export type Deadline = {
  readonly rule: string;
  readonly step: number;
  readonly title: string;
  readonly status: DeadlineStatus;
  readonly bound: 'noLaterThan' | 'notBefore';
  /** The day it is due, or from which it may be done; absent while a fact is missing. */
  readonly on: CalendarDate | undefined;
  /** The outer limit of a special case. */
  readonly outerOn: CalendarDate | undefined;
  /** Working day on which the desk begins to remind; absent once it is done or nothing is due. */
  readonly remindOn: CalendarDate | undefined;
  /** From today to `on`; negative when that day is past. */
  readonly days: number | undefined;
  readonly anchor: {
    readonly fact: Anchor;
    readonly words: string;
    readonly on: FactDate | undefined;
  };
  readonly doneOn: FactDate | undefined;
  readonly citation: Citation;
  readonly severity: Severity;
  /** 暂算: a year without an official holiday arrangement took part. */
  readonly isProvisional: boolean;
  /** The period began under a rulebook without this limit and runs into the one that has it. */
  readonly isStraddling: boolean;
  readonly nextAct: string;
  /** Whether it is something to do now, rather than something of the past. */
  readonly isOpen: boolean;
};

/** Rolling: counted from the anchor each time, so that nothing drifts. Fixed: on the district's days of the year. */
export type RecurringMode =
  { readonly kind: 'rolling' } | { readonly kind: 'fixed'; readonly days: readonly string[] };

export type EngineOptions = {
  readonly today: CalendarDate;
  readonly rulebooks?: readonly Rulebook[];
  readonly calendar?: WorkingDayCalendar;
  readonly countsPostingDay?: boolean;
  /** Latest days on a day off move to the next working day; by default they stay (rules §0.4). */
  readonly rollsOverHolidays?: boolean;
  /** When 半年考察 falls due; rolling by default. */
  readonly reviewMode?: RecurringMode;
  /** Rules whose wording a user has seen and confirmed (rules §0.3). */
  readonly confirmedRules?: readonly string[];
  /** The district's own rules, which add and tighten and never loosen. */
  readonly overlay?: LocalOverlay;
};
