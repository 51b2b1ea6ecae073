import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { OutcomeView } from '../../../../contract/reconciliation';
import { decisionProblem, takenUnits } from '../../../../core/reconciliation/apply-decisions';
import type { Decision, Outcome } from '../../../../core/reconciliation/types';
import { organizationKindWords, organizationStatusWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { overrideOf } from '../imports/choices';
import type { Shelf } from '../imports/intake-shelf';
import {
  countsView,
  isOpen,
  isSettledBefore,
  openSession,
  sessionOf,
  waitingOf,
  type Session,
} from './session';

export function compareWithList(
  desk: Desk,
  shelf: Shelf,
  { token, head, ...choices }: VaultInput<'reconciliation.compare'>,
): Result<VaultOutput<'reconciliation.compare'>> {
  const waiting = shelf.get(token);
  if (waiting !== undefined && 'refusal' in waiting)
    return { ok: false, failure: { code: 'I-701', message: waiting.refusal } };
  const open = waitingOf(shelf, token);
  if (open === undefined) return failed('C-103');
  const session = openSession(desk, open, { head, mapping: overrideOf(choices) });
  return {
    ok: true,
    value: {
      fileName: open.fileName,
      isCertain: session.isCertain,
      sheets: session.sheets.map((sheet) => ({ ...sheet })),
      counts: countsView(session),
    },
  };
}

export function listOutcomes(
  desk: Desk,
  shelf: Shelf,
  { token, class: asked, range }: VaultInput<'reconciliation.rows'>,
): Result<VaultOutput<'reconciliation.rows'>> {
  const session = sessionOf(desk, shelf, token);
  if (session === undefined) return failed('C-103');
  if (asked === 'unread') return { ok: true, value: unreadRows(session, range) };
  const found = session.comparison.outcomes.filter((outcome) =>
    asked === 'settledBefore'
      ? isSettledBefore(session, outcome)
      : outcome.class === asked && !isSettledBefore(session, outcome),
  );
  const rows = found
    .slice(range.offset, range.offset + range.limit)
    .map((outcome) => outcomeView(desk, session, outcome));
  return { ok: true, value: { rows, total: found.length } };
}

const blankView = {
  kindWords: '',
  areaName: '',
  unitId: '',
  unitName: '',
  differences: [],
  candidates: [],
  choice: 'later',
  reason: '',
  status: '',
  linkedId: '',
  leaves: [],
  rememberedWords: '',
} as const;

function unreadRows(session: Session, range: { readonly offset: number; readonly limit: number }) {
  const { unread } = session.list;
  const rows = unread
    .slice(range.offset, range.offset + range.limit)
    .map(({ place, name, creditCode, why }): OutcomeView => ({
      ...blankView,
      differences: [],
      candidates: [],
      leaves: [],
      key: place,
      class: 'pending',
      place,
      name: name === '' ? '（读不出名称）' : name,
      creditCode,
      remark: `这一行没有读入：${why}`,
    }));
  return { rows, total: unread.length };
}

function decisionView(decision: Decision | undefined) {
  const accepted = decision?.choice === 'accept' ? decision : undefined;
  return {
    choice: decision?.choice ?? ('later' as const),
    reason: decision?.choice === 'refuse' ? decision.reason : '',
    status: accepted?.status ?? '',
    linkedId: accepted?.unitId ?? '',
    leaves: [...(accepted?.leaves ?? [])],
  };
}

function candidateView(desk: Desk, id: string): OutcomeView['candidates'] {
  const candidate = desk.reference.organizations.get(id);
  if (candidate === undefined) return [];
  const parts = [
    candidate.creditCode ?? '无信用代码',
    streetName(desk, candidate.areaId),
    organizationStatusWords[candidate.status],
  ];
  return [{ id, name: candidate.name, remark: parts.filter(Boolean).join(' • ') }];
}

function rememberedWords(session: Session, key: string): string {
  const before = session.remembered.get(key);
  if (before === undefined) return '';
  const { madeOn, madeBy, fileName, choice, reason } = before;
  const word = choice === 'refuse' ? `不采纳：${reason}` : '已改状态';
  return `${madeOn} ${madeBy}比对《${fileName}》时${word}`;
}

/** The subject as the list names it, or as the register does where the list has no row. */
function subjectView(desk: Desk, { listed, unitId }: Outcome) {
  const unit = desk.reference.organizations.get(unitId);
  const { name, creditCode, kind } = listed ?? unit ?? { name: '', kind: 'enterprise' as const };
  return {
    place: listed?.place ?? '',
    name,
    creditCode: creditCode ?? unit?.creditCode ?? '',
    kindWords: organizationKindWords[kind],
    areaName: streetName(desk, unit?.areaId) || (listed?.town ?? ''),
    unitId: unitId ?? '',
    unitName: unit?.name ?? '',
  };
}

function outcomeView(desk: Desk, session: Session, outcome: Outcome): OutcomeView {
  const { key, class: kind, remark, differences, candidateIds } = outcome;
  return {
    key,
    class: kind,
    ...subjectView(desk, outcome),
    remark,
    differences: differences.map(({ kind: each, label, before, after }) => ({
      kind: each,
      label,
      before,
      after,
    })),
    candidates: candidateIds.flatMap((id) => candidateView(desk, id)),
    ...decisionView(session.decisions.get(key)),
    rememberedWords: rememberedWords(session, key),
  };
}

/** Refused as a whole where one row cannot be decided so: a class is never half decided. */
export function decideOutcomes(
  desk: Desk,
  shelf: Shelf,
  { token, target, decision: asked }: VaultInput<'reconciliation.decide'>,
): Result<VaultOutput<'reconciliation.decide'>> {
  const session = sessionOf(desk, shelf, token);
  if (session === undefined) return failed('C-103');
  const decision = asked as Decision;
  const { outcomes } = session.comparison;
  const chosen =
    'key' in target
      ? outcomes.filter(({ key }) => key === target.key)
      : outcomes.filter((each) => each.class === target.class && isOpen(session, each));
  if ('key' in target && chosen.length === 0) return failed('C-103');
  if ('class' in target && target.class === 'pending' && decision.choice === 'accept')
    return failed('C-101', '（待定的要逐行认定）');
  const taken = takenUnits(outcomes, session.decisions);
  const problem = chosen
    .map((outcome) => decisionProblem(outcome, decision, taken))
    .find((words) => words !== undefined);
  if (problem !== undefined) return failed('C-101', `（${problem}）`);
  for (const { key } of chosen) session.decisions.set(key, decision);
  return { ok: true, value: { counts: countsView(session), decided: chosen.length } };
}
