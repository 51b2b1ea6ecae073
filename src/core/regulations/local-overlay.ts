import { z } from 'zod';
import { calendarDateSchema, type CalendarDate } from '../calendar/calendar-date';
import { findRule } from './development-rules';
import type { Offset, Rule, Severity } from './types';

const offsetSchema = z.union([
  z.strictObject({ months: z.int().min(1).max(120) }),
  z.strictObject({ days: z.int().min(1).max(3660) }),
  z.strictObject({ workingDays: z.int().min(1).max(260) }),
]);

/** One local rule: a known one switched on or made stricter, or a new one between two dated facts. */
export const overlayEntrySchema = z.strictObject({
  act: z.enum(['switchOn', 'tighten', 'add']),
  /** An id of rules §2 or, for a new rule, the district's own beginning with LOCAL-. */
  rule: z.string().min(1).max(40),
  /** First and last day on which it holds; a period is judged by its first day. */
  from: calendarDateSchema,
  until: calendarDateSchema.optional(),
  /** Name and number of the paper that says so. */
  source: z.string().min(1).max(400),
  offset: offsetSchema.optional(),
  limits: z.record(z.string().max(40), z.number()).optional(),
  leadDays: z.int().min(0).max(365).optional(),
  severity: z.enum(['SOFT', 'INFO']).optional(),
  title: z.string().max(60).optional(),
  text: z.string().max(400).optional(),
  /** Of a new rule: dated facts by their names, and which way the period binds. */
  between: z
    .strictObject({
      from: z.string().max(40),
      to: z.string().max(40),
      bound: z.enum(['noLaterThan', 'notBefore']),
    })
    .optional(),
});
export type OverlayEntry = z.infer<typeof overlayEntrySchema>;

/** What a district asks beyond the national text, as one paper that can be exported and imported. */
export const localOverlaySchema = z.strictObject({
  name: z.string().min(1).max(120),
  issuedBy: z.string().max(120),
  issuedOn: calendarDateSchema.optional(),
  entries: z.array(overlayEntrySchema).max(200),
});
export type LocalOverlay = z.infer<typeof localOverlaySchema>;

type Direction = 'lower' | 'higher';

/** Which way a number of a rule is stricter. A number that is not named here cannot be changed locally. */
const strictWays: Readonly<Record<string, Readonly<Record<string, Direction>>>> = {
  'TALK-1M': { offset: 'lower' },
  'FILE-ACTIVIST': { offset: 'lower' },
  'CONTACT-1..2': { offset: 'lower' },
  'OBSERVE-6M': { offset: 'lower', graceDays: 'lower', severeDays: 'lower' },
  'OBSERVE-COUNT': { least: 'higher' },
  'ACTIVIST-1Y': { offset: 'higher' },
  'PUBLICITY-5WD': { offset: 'higher' },
  'TRAIN-3D24H': { days: 'higher', hours: 'higher' },
  'MEET-1M': { offset: 'lower' },
  'APPROVE-3M': { offset: 'lower' },
  'FILE-UP': { offset: 'lower' },
  'GROUP-ASSIGN': { offset: 'lower' },
  'OATH-1M': { offset: 'lower' },
  'CONFIRM-APPLY': { offset: 'lower', earliestDays: 'lower' },
  'CONFIRM-PROMPT': { offset: 'lower', promptDays: 'lower', redDays: 'lower', severeDays: 'lower' },
  'CONFIRM-3M': { offset: 'lower' },
  'TRANSFER-DEFER-6M': { offset: 'lower' },
  ARCHIVE: { offset: 'lower' },
};

export type OverlayProblem = { readonly entry: number; readonly message: string };

/** Why entries cannot be taken over; empty = the paper adds or tightens and loosens nothing. */
export function overlayProblems(
  overlay: LocalOverlay,
  factNames: readonly string[],
): readonly OverlayProblem[] {
  return overlay.entries.flatMap((entry, index) => {
    const shared =
      entry.until !== undefined && entry.until < entry.from ? ['停用日早于启用日。'] : [];
    const own = entry.act === 'add' ? addProblems(entry, factNames) : changeProblems(entry);
    return [...shared, ...own].map((message) => ({
      entry: index,
      message: `第 ${index + 1} 条（${entry.rule}）：${message}`,
    }));
  });
}

function addProblems(
  { rule, between, offset, title, severity }: OverlayEntry,
  factNames: readonly string[],
): string[] {
  const problems: string[] = [];
  if (!rule.startsWith('LOCAL-')) problems.push('新增的本地规则编号应以 LOCAL- 开头。');
  if (title === undefined || title === '') problems.push('缺规则名称。');
  if (severity === undefined) problems.push('缺级别（提醒或者需核实）。');
  if (between === undefined || offset === undefined)
    problems.push('缺起止两个时间和期限，无法核对。');
  for (const name of between === undefined ? [] : [between.from, between.to])
    if (!factNames.includes(name)) problems.push(`没有“${name}”这一时间。`);
  return problems;
}

function changeProblems(entry: OverlayEntry): string[] {
  const rule = findRule(entry.rule);
  if (rule === undefined) return ['没有这一条规则，请核对编号。'];
  if (entry.between !== undefined) return ['已有规则的起止时间不能改。'];
  if (entry.act === 'switchOn')
    return rule.scope === 'national' ? ['国家规则已经启用，不需要再启用。'] : [];
  if (rule.scope === 'local') return ['本地规则请用“启用”并写明期限。'];
  const numbers = numbersOf(entry);
  if (numbers.length === 0) return ['没有写明要加严的数。'];
  return numbers.flatMap(([name, value]) => looseningOf(rule, { name, value, entry }));
}

/** A number of a rule that a local paper may make stricter: its national size and the way that is stricter. */
export type StricterNumber = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'months' | 'days' | 'workingDays' | 'count';
  readonly way: Direction;
};

export function stricterNumbers(rule: Rule): readonly StricterNumber[] {
  return Object.entries(strictWays[rule.id] ?? {}).flatMap(([name, way]): StricterNumber[] => {
    if (name === 'offset')
      return rule.offset === undefined
        ? []
        : [{ name, value: sizeOf(rule.offset), unit: unitOf(rule.offset) ?? 'days', way }];
    const value = rule.limits?.[name];
    return value === undefined ? [] : [{ name, value, unit: 'count', way }];
  });
}

function numbersOf({ offset, limits }: OverlayEntry): (readonly [string, number])[] {
  return [
    ...(offset === undefined ? [] : [['offset', sizeOf(offset)] as const]),
    ...Object.entries(limits ?? {}),
  ];
}

function looseningOf(
  rule: Rule,
  asked: { readonly name: string; readonly value: number; readonly entry: OverlayEntry },
): string[] {
  const { name, value, entry } = asked;
  const way = strictWays[rule.id]?.[name];
  const national = name === 'offset' ? rule.offset && sizeOf(rule.offset) : rule.limits?.[name];
  if (way === undefined || national === undefined)
    return ['这一条的数由国家规定，不能由本地改动。'];
  if (name === 'offset' && unitOf(entry.offset) !== unitOf(rule.offset))
    return [`单位应与国家规则一致（${unitWords[unitOf(rule.offset) ?? 'days']}）。`];
  const isLoose = way === 'lower' ? value > national : value < national;
  return isLoose ? [`只能加严：国家规则为 ${national}，所填为 ${value}。`] : [];
}

const unitWords = { months: '月', days: '天', workingDays: '工作日' } as const;

function unitOf(offset: Offset | undefined): keyof typeof unitWords | undefined {
  if (offset === undefined) return undefined;
  if ('months' in offset) return 'months';
  return 'days' in offset ? 'days' : 'workingDays';
}

function sizeOf(offset: Offset): number {
  if ('months' in offset) return offset.months;
  return 'days' in offset ? offset.days : offset.workingDays;
}

/** The entries in force on a day, in the order of the paper. */
export function entriesOn(
  overlay: LocalOverlay | undefined,
  day: CalendarDate,
): readonly OverlayEntry[] {
  if (overlay === undefined) return [];
  return overlay.entries.filter(
    ({ from, until }) => from <= day && (until === undefined || day <= until),
  );
}

/**
 * A rule as it holds locally on a day: the national rule with its stricter numbers, or a local one switched on.
 * An entry that would loosen the national rule is left out, also where nobody validated the paper.
 */
export function localRule(rule: Rule, overlay: LocalOverlay | undefined, day: CalendarDate): Rule {
  if (overlay === undefined) return rule;
  return entriesOn(overlay, day)
    .filter((entry) => entry.rule === rule.id && entry.act !== 'add')
    .reduce(withEntry, rule);
}

function withEntry(rule: Rule, entry: OverlayEntry): Rule {
  if (changeProblems(entry).length > 0) return rule;
  return {
    ...rule,
    isOn: true,
    ...(entry.offset === undefined ? {} : { offset: entry.offset }),
    ...(entry.limits === undefined ? {} : { limits: { ...rule.limits, ...entry.limits } }),
    ...(entry.leadDays === undefined ? {} : { leadDays: entry.leadDays }),
    ...(rule.scope === 'local' ? localWords(rule, entry) : {}),
  };
}

function localWords(rule: Rule, { severity, source }: OverlayEntry): Partial<Rule> {
  return {
    severity: severity ?? rule.severity,
    citations: [{ edition: 'local', article: source, tag: 'L' }],
  };
}

/** A rule that only the district has, judged between two dated facts. */
export type AddedRule = {
  readonly rule: Rule;
  readonly offset: Offset;
  readonly between: NonNullable<OverlayEntry['between']>;
};

export function addedRules(
  overlay: LocalOverlay | undefined,
  day: CalendarDate,
): readonly AddedRule[] {
  return entriesOn(overlay, day).flatMap((entry): AddedRule[] => {
    const { act, between, offset } = entry;
    if (act !== 'add' || between === undefined || offset === undefined) return [];
    return [{ rule: ruleFrom(entry, offset), offset, between }];
  });
}

function ruleFrom(entry: OverlayEntry, offset: Offset): Rule {
  const severity: Severity = entry.severity ?? 'INFO';
  return {
    id: entry.rule,
    title: entry.title ?? entry.rule,
    text: entry.text ?? entry.title ?? entry.rule,
    citations: [{ edition: 'local', article: entry.source, tag: 'L' }],
    severity,
    scope: 'local',
    isOn: true,
    offset,
    leadDays: entry.leadDays ?? 0,
  };
}
