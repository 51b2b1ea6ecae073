import type { DueItem } from '../../../contract/common';
import { fromDayNumber } from '../../../core/calendar/day-number';
import { daysBetween } from '../../../core/calendar/arithmetic';
import { isProvisionalYear } from '../../../core/calendar/working-days';
import { subjectOfTask } from '../../../core/coverage/gap-tasks';
import { termRuleOf } from '../../../core/coverage/term';
import { coverageRules } from '../../../core/regulations/coverage-rules';
import { anchorWords } from '../../../core/deadlines/compute-deadlines';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import { absent } from '../../../core/deadlines/packed';
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
import type { PeopleColumns } from '../columns/people-columns';
import { gapTitle, type SubjectKey } from './gap-views';
import type { Desk } from './desk';

export function citationView(citation: Citation): DueItem['citation'] {
  return {
    article: articleWords(citation),
    edition: editionWords[citation.edition],
    evidence: evidenceWords[citation.tag],
  };
}

const ordinals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Which 考察 the next one is. */
function nextTimeWords(people: PeopleColumns, row: number): string {
  const times = (people.facts.column('reviews')[row] ?? 0) + 1;
  return `第${ordinals[times] ?? times}次`;
}

/** One open deadline of a person, from the columns alone. */
export function personDueItem(desk: Desk, row: number, line: number): DueItem | undefined {
  const { people, engine } = desk;
  const entry = deadlineTable[line];
  const day = people.due.at(line, row);
  if (entry === undefined || day === absent) return undefined;
  const rule = ruleOf(entry.rule);
  const anchorDay = people.facts.column(entry.anchor)[row] ?? absent;
  const anchorOn = fromDayNumber(anchorDay);
  const citation = citationIn(rule, editionOn(anchorOn, engine.rulebooks ?? rulebooks));
  if (citation === undefined) return undefined;
  const dueOn = fromDayNumber(day);
  const branch = desk.partyName(people.texts.branchIds.at(row));
  const id = people.texts.ids.at(row);
  return {
    key: `${id}/${entry.rule}`,
    subject: 'person',
    subjectId: id,
    subjectName: people.texts.names.at(row),
    rule: entry.rule,
    title: entry.isRepeated ? `${nextTimeWords(people, row)}${rule.title}` : rule.title,
    context: [branch, `${anchorOn} ${anchorWords(entry.anchor)}`].filter(Boolean).join(' • '),
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

/** 换届 of one party organisation, where a term runs. */
export function termItem(desk: Desk, id: string): DueItem | undefined {
  const row = desk.terms.ids.find(id);
  return row === undefined ? undefined : termItemOfRow(desk, row);
}

/** The same from the columns alone. */
export function termItemOfRow(desk: Desk, row: number): DueItem | undefined {
  const { terms, today } = desk;
  const due = terms.due[row] ?? absent;
  if (due === absent) return undefined;
  const years = terms.years[row] ?? 0;
  const yearsWords = ordinals[years] ?? years;
  const rule = termRuleOf(years);
  const dueOn = fromDayNumber(due);
  const electedOn = fromDayNumber(terms.electedOn[row] ?? absent);
  const isOverdue = dueOn < today;
  const id = terms.ids.at(row);
  return {
    key: `${id}/${rule}`,
    subject: 'partyOrganization',
    subjectId: id,
    subjectName: terms.names.at(row),
    rule,
    title: isOverdue ? '届满未换届' : '任期届满换届',
    context: `${electedOn} 选举产生，任期${yearsWords}年`,
    dueOn,
    bound: 'noLaterThan',
    days: daysBetween(today, dueOn),
    citation: {
      article: `《任期意见》${yearsWords}年`,
      edition: '',
      evidence: evidenceWords[coverageRules[rule].tag],
    },
    nextAct: isOverdue ? '报批延期或换届' : '报请示，准备换届',
    isProvisional: false,
  };
}

/** Units from the columns: the home page shall not read every unit for one name. */
function taskSubject(
  { units, reference }: Desk,
  { subject, subjectId }: SubjectKey,
): { readonly name: string; readonly areaId?: string | undefined } | undefined {
  if (subject === 'organization') return units.find(subjectId);
  if (subject === 'partyOrganization') return reference.partyOrganizations.get(subjectId);
  const instructor = reference.instructors.get(subjectId);
  return instructor && { name: instructor.name };
}

/** A gap somebody answers for, with the day it is to be closed. */
export function taskItem(desk: Desk, id: string): DueItem | undefined {
  const task = desk.reference.gapTasks.get(id);
  if (task?.dueOn === undefined) return undefined;
  const key = subjectOfTask(task);
  const subject = taskSubject(desk, key);
  if (subject === undefined) return undefined;
  const area = desk.reference.areas.get(subject.areaId)?.name ?? '';
  return {
    key: `${task.id}/task`,
    ...key,
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

const shownContent = 24;

/** From the columns where it is in them: the home page shall not read every unit for one name. */
function unitName(desk: Desk, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  return (desk.units.find(id) ?? desk.reference.organizations.get(id))?.name;
}

/** A request (诉求) that somebody waits for. */
export function requestItem(desk: Desk, id: string): DueItem | undefined {
  const request = desk.reference.requests.get(id);
  if (request?.dueOn === undefined) return undefined;
  const { content } = request;
  return {
    key: `${id}/request`,
    subject: 'request',
    subjectId: id,
    subjectName: unitName(desk, request.organizationId) ?? request.group ?? '诉求',
    rule: 'request',
    title: `答复诉求：${content.length > shownContent ? `${content.slice(0, shownContent)}…` : content}`,
    context: `${request.raisedOn} 提出，责任部门 ${request.department ?? '未定'}`,
    dueOn: request.dueOn,
    bound: 'noLaterThan',
    days: daysBetween(desk.today, request.dueOn),
    citation: { article: '党建＋服务', edition: '', evidence: '自定期限' },
    nextAct: '催办并登记结果',
    isProvisional: false,
  };
}
