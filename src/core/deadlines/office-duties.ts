import { daysBetween } from '../calendar/arithmetic';
import { asDay, daysInMonth, type CalendarDate, type FactDate } from '../calendar/calendar-date';
import { dayNumberOf, fromDayNumber } from '../calendar/day-number';
import { judge, type Finding } from '../development/audit-types';
import type { Organization } from '../records/organization';
import type { PartyOrganization } from '../records/party-organization';
import { limitOf, ruleOf, type DevelopmentRuleId } from '../regulations/development-rules';
import { localRule } from '../regulations/local-overlay';
import { citationIn, editionOn, rulebooks as nationalRulebooks } from '../regulations/rulebooks';
import type { Citation, Rule } from '../regulations/types';
import { applyOffset } from './apply-offset';
import { reminderDay } from './reminder-day';
import type { DeadlineStatus, EngineOptions } from './types';

/** A duty of an office or a unit, not of a person: it falls on a day of the year or follows a day of a record. */
export type OfficeDuty = {
  readonly rule: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly remindOn: CalendarDate;
  readonly doneOn: FactDate | undefined;
  readonly status: DeadlineStatus;
  readonly days: number;
  readonly citation: Citation;
  readonly nextAct: string;
};

type Due = {
  readonly rule: Rule;
  readonly dueOn: CalendarDate;
  readonly doneOn: FactDate | undefined;
  readonly nextAct: string;
};

function dutyOf({ rule, dueOn, doneOn, nextAct }: Due, options: EngineOptions): OfficeDuty[] {
  const { today } = options;
  const citation = citationIn(rule, editionOn(dueOn, options.rulebooks ?? nationalRulebooks));
  if (citation === undefined || !rule.isOn) return [];
  const remindOn = reminderDay(dueOn, rule.leadDays, options);
  return [
    {
      rule: rule.id,
      title: rule.title,
      dueOn,
      remindOn,
      doneOn,
      status: statusOf({ dueOn, remindOn, doneOn }, today),
      days: daysBetween(today, dueOn),
      citation,
      nextAct,
    },
  ];
}

function statusOf(
  { dueOn, remindOn, doneOn }: Pick<OfficeDuty, 'dueOn' | 'remindOn' | 'doneOn'>,
  today: CalendarDate,
): DeadlineStatus {
  if (doneOn !== undefined) {
    const day = asDay(doneOn);
    if (day === undefined) return 'unknown';
    return day <= dueOn ? 'met' : 'breached';
  }
  if (today > dueOn) return 'overdue';
  return today >= remindOn ? 'due' : 'waiting';
}

const two = (value: number) => String(value).padStart(2, '0');

/** The rule's day of the year. */
function dayOfYear(id: DevelopmentRuleId, year: number): CalendarDate {
  const rule = ruleOf(id);
  return `${year}-${two(limitOf(rule, 'month'))}-${two(limitOf(rule, 'day'))}` as CalendarDate;
}

/** STAT-0630, STAT-1231: the next two days on which figures are frozen. */
export function statisticsDuties(
  snapshots: readonly CalendarDate[],
  options: EngineOptions,
): OfficeDuty[] {
  const year = Number(options.today.slice(0, 4));
  return (['STAT-0630', 'STAT-1231'] as const).flatMap((id) => {
    const thisYear = dayOfYear(id, year);
    const dueOn = options.today <= thisYear ? thisYear : dayOfYear(id, year + 1);
    const doneOn = snapshots.find((on) => on === dueOn);
    return dutyOf({ rule: ruleOf(id), dueOn, doneOn, nextAct: '印出报表后填报' }, options);
  });
}

const approving: ReadonlySet<PartyOrganization['level']> = new Set(['committee', 'workCommittee']);

/** POOL-YEARLY (26#11): one analysis each calendar year, by committees alone; last year's while it is missing. */
export function poolDuties(committee: PartyOrganization, options: EngineOptions): OfficeDuty[] {
  if (!approving.has(committee.level)) return [];
  const year = Number(options.today.slice(0, 4));
  const done = committee.poolAnalysedOn ?? [];
  const of = (each: number) => done.find((on) => on.startsWith(String(each)));
  // A ledger knows nothing of the years before it was begun: only a year with a record before it can be missed.
  const isMissed = of(year - 1) === undefined && done.some((on) => on < String(year - 1));
  return [...(isMissed ? [year - 1] : []), year].flatMap((each) => {
    const dueOn = dayOfYear('POOL-YEARLY', each);
    const nextAct = '分析并登记日期';
    return dutyOf({ rule: ruleOf('POOL-YEARLY'), dueOn, doneOn: of(each), nextAct }, options);
  });
}

/** SOC-5WD: where the district asks for it, of social organisations founded while it does. */
export function socialOrganizationDuties(
  unit: Pick<Organization, 'kind' | 'foundedOn' | 'pledgedOn'>,
  options: EngineOptions,
): OfficeDuty[] {
  const foundedOn = asDay(unit.foundedOn);
  if (foundedOn === undefined || !socialKinds.has(unit.kind)) return [];
  const rule = localRule(ruleOf('SOC-5WD'), options.overlay, foundedOn);
  // The day of registration is the trigger and is not counted.
  const asked = { offset: rule.offset, times: 1, bound: 'noLaterThan' } as const;
  const due = applyOffset(foundedOn, asked, { ...options, countsPostingDay: false });
  if (due === undefined) return [];
  const nextAct = '报送承诺书和党员情况调查表';
  return dutyOf({ rule, dueOn: due.on, doneOn: unit.pledgedOn, nextAct }, options);
}

const socialKinds: ReadonlySet<Organization['kind']> = new Set([
  'socialGroup',
  'foundation',
  'socialServiceBody',
]);

/** PLAN-Q: where the district asks for it, the plan of next year is applied for and this year's handed down. */
export function planDuties(plannedYears: readonly number[], options: EngineOptions): OfficeDuty[] {
  const { today, overlay } = options;
  const rule = localRule(ruleOf('PLAN-Q'), overlay, today);
  const year = Number(today.slice(0, 4));
  const lastOf = (each: number, month: number): CalendarDate =>
    fromDayNumber(dayNumberOf(each, month, daysInMonth(each, month)));
  const ask = lastOf(year, limitOf(rule, 'askMonth'));
  const give = lastOf(year, limitOf(rule, 'giveMonth'));
  const isGiven = plannedYears.includes(year);
  const open = { rule, doneOn: undefined };
  return [
    ...(today <= ask ? dutyOf({ ...open, dueOn: ask, nextAct: '申报明年计划' }, options) : []),
    ...(isGiven ? [] : dutyOf({ ...open, dueOn: give, nextAct: '登记下达的计划' }, options)),
  ];
}

/** ELECT-QUORUM: four fifths of 应到, in whole numbers. */
export function electionFindings(
  organization: Pick<PartyOrganization, 'elections'>,
  options: EngineOptions,
): readonly Finding[] {
  const rule = ruleOf('ELECT-QUORUM');
  const [parts, of] = [limitOf(rule, 'parts'), limitOf(rule, 'of')];
  const context = { facts: { dossier: {} }, options };
  return (organization.elections ?? []).flatMap(({ on, should, present }) => {
    const evidence = [
      `选举 ${on ?? '日期未登记'}`,
      `应到 ${should ?? '—'}`,
      `实到 ${present ?? '—'}`,
    ];
    if (should === undefined || present === undefined)
      return judge(context, {
        rule: 'ELECT-QUORUM',
        on,
        outcome: 'unknown',
        evidence,
        message: '未登记选举的应到和实到人数，无法判断到会是否达到五分之四。',
      });
    const isKept = present * of >= should * parts && should > 0;
    return judge(context, {
      rule: 'ELECT-QUORUM',
      on,
      outcome: isKept ? 'clear' : 'broken',
      evidence,
      reckoned: [`应不少于 ${Math.ceil((should * parts) / of)} 人`],
      message: isKept
        ? '选举到会达到应到的五分之四。'
        : `选举（${on ?? '日期未登记'}）实到 ${present} 人，未达到应到 ${should} 人的五分之四（${Math.ceil((should * parts) / of)} 人），不能进行选举。`,
    });
  });
}
