import type { OverlayLine, OverlayNumber, OverlayRule } from '../../../contract/overlay';
import { isCalendarDate } from '../../../core/calendar/calendar-date';
import type { OverlayEntry } from '../../../core/regulations/local-overlay';
import { readTypedDate } from '../../lib/typed-date';

/** What a dialog is about: a rule to switch on or tighten, an entry to change, or a rule of the district's own. */
export type EntrySubject = {
  readonly act: OverlayEntry['act'];
  readonly rule?: OverlayRule;
  readonly line?: OverlayLine;
};

export const unitWords = {
  months: '个月',
  days: '天',
  workingDays: '个工作日',
  count: '',
} as const;

export type EntryDraft = {
  readonly from: string;
  readonly until: string;
  readonly source: string;
  readonly severity: 'SOFT' | 'INFO';
  readonly leadDays: string;
  /** Numbers by their names; `offset` is the period. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly unit: 'months' | 'days' | 'workingDays';
  readonly code: string;
  readonly title: string;
  readonly begins: string;
  readonly ends: string;
  readonly bound: 'noLaterThan' | 'notBefore';
};

type Offset = NonNullable<OverlayEntry['offset']>;
const sizeOf = (offset: Offset): number => Object.values(offset as Record<string, number>)[0] ?? 0;
const unitOf = (offset: Offset) => Object.keys(offset)[0] as EntryDraft['unit'];

const emptyDraft: EntryDraft = {
  from: '',
  until: '',
  source: '',
  severity: 'SOFT',
  leadDays: '',
  numbers: {},
  unit: 'days',
  code: '',
  title: '',
  begins: '',
  ends: '',
  bound: 'noLaterThan',
};

/** A rule as the dialog begins with it: the district's own numbers proposed, a national number left to be typed. */
export function draftOf({ rule, line }: EntrySubject): EntryDraft {
  const numbers = rule?.numbers ?? [];
  const proposed = numbers.filter(({ way }) => way === 'any');
  const base: EntryDraft = {
    ...emptyDraft,
    numbers: Object.fromEntries(proposed.map(({ name, value }) => [name, String(value)])),
    unit: periodUnit(numbers.find(({ name }) => name === 'offset')?.unit),
  };
  return line === undefined ? base : withEntry(base, line.entry);
}

function withEntry(base: EntryDraft, entry: OverlayEntry): EntryDraft {
  const { offset, limits = {}, leadDays, until, severity, title, between } = entry;
  const typed = Object.entries(limits).map(([name, value]) => [name, String(value)] as const);
  return {
    ...base,
    from: entry.from,
    source: entry.source,
    code: entry.rule.replace(/^LOCAL-/, ''),
    numbers: {
      ...base.numbers,
      ...Object.fromEntries(typed),
      ...(offset === undefined ? {} : { offset: String(sizeOf(offset)) }),
    },
    ...(offset === undefined ? {} : { unit: unitOf(offset) }),
    ...(until === undefined ? {} : { until }),
    ...(severity === undefined ? {} : { severity }),
    ...(title === undefined ? {} : { title }),
    ...(leadDays === undefined ? {} : { leadDays: String(leadDays) }),
    ...(between === undefined
      ? {}
      : { begins: between.from, ends: between.to, bound: between.bound }),
  };
}

const periodUnit = (unit: OverlayNumber['unit'] | undefined): EntryDraft['unit'] =>
  unit === undefined || unit === 'count' ? 'days' : unit;

const whole = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;

/** The entry as it would be written; what is missing is told by the vault, or here where it cannot be one. */
export function entryOf(subject: EntrySubject, draft: EntryDraft): OverlayEntry | undefined {
  const [from, until] = [readTypedDate(draft.from), readTypedDate(draft.until)];
  if (!isCalendarDate(from) || (until !== '' && !isCalendarDate(until))) return undefined;
  if (draft.source.trim() === '') return undefined;
  const leadDays = whole(draft.leadDays);
  return {
    act: subject.act,
    rule: subject.rule?.rule ?? `LOCAL-${draft.code.trim()}`,
    from,
    ...(until === '' ? {} : { until }),
    source: draft.source.trim(),
    ...numbersOf(draft),
    ...(leadDays === undefined ? {} : { leadDays }),
    ...(subject.act === 'tighten' ? {} : { severity: draft.severity }),
    ...(subject.act === 'add' ? addedOf(draft) : {}),
  };
}

function numbersOf({ numbers, unit }: EntryDraft): Pick<OverlayEntry, 'offset' | 'limits'> {
  const { offset = '', ...others } = numbers;
  const size = whole(offset);
  const limits = Object.entries(others).flatMap(([name, text]) => {
    const value = whole(text);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...(size === undefined ? {} : { offset: { [unit]: size } as Offset }),
    ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits) }),
  };
}

function addedOf({ title, begins, ends, bound }: EntryDraft): Partial<OverlayEntry> {
  return {
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(begins === '' || ends === '' ? {} : { between: { from: begins, to: ends, bound } }),
  };
}
