import type { DueItem } from '../../../contract/common';
import type { DueBucket } from '../../../contract/desk-work';
import { fromDayNumber } from '../../../core/calendar/day-number';
import { daysBetween } from '../../../core/calendar/arithmetic';
import { isProvisionalYear } from '../../../core/calendar/working-days';
import { termOf } from '../../../core/coverage/term';
import { coverageRules } from '../../../core/coverage/thresholds-data';
import { anchorWords } from '../../../core/deadlines/compute-deadlines';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import { absent, packedColumns } from '../../../core/deadlines/packed';
import { ruleOf } from '../../../core/regulations/development-rules';
import {
  articleWords,
  citationIn,
  editionOn,
  editionWords,
  evidenceWords,
  rulebooks,
} from '../../../core/regulations/rulebooks';
import type { Citation } from '../../../core/regulations/types';
import { gapTitle } from './gap-views';
import { isNotBefore, type DayBounds } from '../columns/query-people';
import { personFlags } from '../columns/people-columns';
import type { Desk } from './desk';

export function citationView(citation: Citation): DueItem['citation'] {
  return {
    article: articleWords(citation),
    edition: editionWords[citation.edition],
    evidence: evidenceWords[citation.tag],
  };
}

const ordinals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** One open deadline of a person, from the columns alone. */
export function personDueItem(desk: Desk, row: number, line: number): DueItem | undefined {
  const { people, engine } = desk;
  const entry = deadlineTable[line];
  const day = people.due[line]?.[row] ?? absent;
  if (entry === undefined || day === absent) return undefined;
  const rule = ruleOf(entry.rule);
  const anchorDay = people.facts[packedColumns.indexOf(entry.anchor)]?.[row] ?? absent;
  const anchorOn = fromDayNumber(anchorDay);
  const citation = citationIn(rule, editionOn(anchorOn, engine.rulebooks ?? rulebooks));
  if (citation === undefined) return undefined;
  const dueOn = fromDayNumber(day);
  const branch = desk.reference.partyOrganizations.get(people.branchIds[row]);
  const times = (people.facts[packedColumns.indexOf('reviews')]?.[row] ?? 0) + 1;
  const id = people.ids[row] ?? '';
  return {
    key: `${id}/${entry.rule}`,
    subject: 'person',
    subjectId: id,
    subjectName: people.names[row] ?? '',
    rule: entry.rule,
    title: entry.isRepeated ? `第${ordinals[times] ?? times}次${rule.title}` : rule.title,
    context: [branch?.name, `${anchorOn} ${anchorWords(entry.anchor)}`].filter(Boolean).join(' • '),
    dueOn,
    bound: entry.bound,
    days: daysBetween(desk.today, dueOn),
    citation: citationView(citation),
    nextAct: entry.nextAct,
    isProvisional:
      entry.rule === 'PUBLICITY-5WD' &&
      isProvisionalYear(Number(dueOn.slice(0, 4)), engine.calendar),
  };
}

type Place = { readonly day: number; readonly make: () => DueItem | undefined };

function bucketOf(
  day: number,
  canBePast: boolean,
  { today, sunday, in30 }: DayBounds,
): DueBucket | undefined {
  if (day < today) return canBePast ? 'overdue' : undefined;
  if (day <= sunday) return 'thisWeek';
  return day <= in30 ? 'within30' : undefined;
}

/** Everything due, by bucket, earliest first; items are made only for the rows asked for. */
export function duePlaces(desk: Desk): Record<DueBucket, Place[]> {
  const buckets: Record<DueBucket, Place[]> = { overdue: [], thisWeek: [], within30: [] };
  collectPeople(desk, buckets);
  collectTerms(desk, buckets);
  collectTasks(desk, buckets);
  for (const places of Object.values(buckets)) places.sort((a, b) => a.day - b.day);
  return buckets;
}

function collectPeople(desk: Desk, buckets: Record<DueBucket, Place[]>): void {
  const { people, bounds } = desk;
  for (const [line, due] of people.due.entries()) {
    const canBePast = isNotBefore[line] !== true;
    for (let row = 0; row < people.count; row += 1) {
      const day = due[row] ?? absent;
      if (day === absent || day > bounds.in30) continue;
      if (((people.flags[row] ?? 0) & (personFlags.retired | personFlags.closed)) !== 0) continue;
      const bucket = bucketOf(day, canBePast, bounds);
      if (bucket !== undefined)
        buckets[bucket].push({ day, make: () => personDueItem(desk, row, line) });
    }
  }
}

function collectTerms(desk: Desk, buckets: Record<DueBucket, Place[]>): void {
  const { bounds, today } = desk;
  for (const party of desk.reference.partyOrganizations.all()) {
    if (party.dissolvedOn !== undefined) continue;
    const item = termItem(desk, party.id);
    if (item === undefined) continue;
    const day = bounds.today + daysBetween(today, item.dueOn);
    const bucket = bucketOf(day, true, bounds);
    if (bucket !== undefined) buckets[bucket].push({ day, make: () => item });
  }
}

/** 换届 of one party organisation, where a term runs. */
export function termItem(desk: Desk, id: string): DueItem | undefined {
  const party = desk.reference.partyOrganizations.get(id);
  const term = party === undefined ? undefined : termOf(party, desk.today);
  if (party === undefined || term === undefined) return undefined;
  const rule = coverageRules[term.rule];
  return {
    key: `${party.id}/${term.rule}`,
    subject: 'partyOrganization',
    subjectId: party.id,
    subjectName: party.name,
    rule: term.rule,
    title: term.status === 'overdue' ? '届满未换届' : '任期届满换届',
    context: `${term.lastElectedOn} 选举产生，任期${ordinals[term.years] ?? term.years}年`,
    dueOn: term.dueOn,
    bound: 'noLaterThan',
    days: daysBetween(desk.today, term.dueOn),
    citation: {
      article: `《任期意见》${ordinals[term.years] ?? term.years}年`,
      edition: '',
      evidence: evidenceWords[rule.tag],
    },
    nextAct: term.status === 'overdue' ? '报批延期或换届' : '准备换届',
    isProvisional: false,
  };
}

function collectTasks(desk: Desk, buckets: Record<DueBucket, Place[]>): void {
  const { bounds, today } = desk;
  for (const task of desk.reference.gapTasks.all()) {
    if (task.dueOn === undefined || task.closedOn !== undefined) continue;
    const day = bounds.today + daysBetween(today, task.dueOn);
    const bucket = bucketOf(day, true, bounds);
    if (bucket !== undefined) buckets[bucket].push({ day, make: () => taskItem(desk, task.id) });
  }
}

function taskItem(desk: Desk, id: string): DueItem | undefined {
  const task = desk.reference.gapTasks.get(id);
  if (task?.dueOn === undefined) return undefined;
  const isUnit = task.organizationId !== undefined;
  const subject = isUnit
    ? desk.reference.organizations.get(task.organizationId)
    : desk.reference.partyOrganizations.get(task.partyOrganizationId);
  if (subject === undefined) return undefined;
  const area = desk.reference.areas.get(subject.areaId)?.name ?? '';
  return {
    key: `${task.id}/task`,
    subject: isUnit ? 'organization' : 'partyOrganization',
    subjectId: subject.id,
    subjectName: subject.name,
    rule: task.rule,
    title: gapTitle(task.rule),
    context: [area, `缺口任务，责任人 ${task.owner ?? '未定'}`].filter(Boolean).join(' • '),
    dueOn: task.dueOn,
    bound: 'noLaterThan',
    days: daysBetween(desk.today, task.dueOn),
    citation: { article: '本区任务', edition: '', evidence: '自定期限' },
    nextAct: '办理并销号',
    isProvisional: false,
  };
}
