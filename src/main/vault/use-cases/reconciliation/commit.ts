import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import {
  applyDecisions,
  sourceWords,
  type Application,
} from '../../../../core/reconciliation/apply-decisions';
import { goneFingerprint } from '../../../../core/reconciliation/compare-list';
import type { Outcome } from '../../../../core/reconciliation/types';
import type { RecordChange } from '../../../../core/records/change';
import { mostLines, type Reconciliation } from '../../../../core/records/reconciliation';
import { outcomeClassWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';
import type { Shelf } from '../imports/intake-shelf';
import { indicatorEffect } from '../indicator-effect';
import { asJson } from '../save-person';
import { scanRecords } from '../scan-records';
import { isOpen, sessionOf, type Session } from './session';

function applicationOf(desk: Desk, session: Session, fillsBlanks: boolean): Application {
  const { source, listedOn } = session.head;
  return applyDecisions(session.comparison.outcomes, session.decisions, {
    units: desk.reference.organizations.all(),
    areas: desk.reference.areas.all(),
    settling: {
      source,
      listedOn,
      fillsBlanks,
      fileName: session.list.fileName,
      today: desk.today,
      by: desk.who,
      newId: desk.newId,
    },
  });
}

/** What the decisions write, as records of the change. */
function changesOf(application: Application): RecordChange[] {
  return application.changes.map(({ before, after }) => ({
    table: 'organizations',
    id: after.id,
    before: before === undefined ? null : asJson(before),
    after: asJson(after),
  }));
}

export function previewReconciliation(
  desk: Desk,
  shelf: Shelf,
  { token, fillsBlanks }: VaultInput<'reconciliation.preview'>,
): Result<VaultOutput<'reconciliation.preview'>> {
  const session = sessionOf(desk, shelf, token);
  if (session === undefined) return failed('C-103');
  session.previewedAt = desk.ledger.sequence;
  const application = applicationOf(desk, session, fillsBlanks);
  const { created, updated } = application;
  const { outcomes } = session.comparison;
  return {
    ok: true,
    value: {
      created,
      updated,
      refused: [...session.decisions.values()].filter(({ choice }) => choice === 'refuse').length,
      open: outcomes.filter((outcome) => isOpen(session, outcome)).length,
      indicators: indicatorEffect(desk, changesOf(application)),
    },
  };
}

function wordsOf({ differences, remark, class: kind }: Outcome): string {
  const changes = differences.map(({ label, before, after }) => `${label}：${before} → ${after}`);
  const words = changes.length > 0 ? changes.join('；') : remark;
  return words === '' ? outcomeClassWords[kind] : words;
}

type Line = Reconciliation['lines'][number];

/** What was said about a row, now or when an earlier list said the same. */
function wordOn(session: Session, key: string): Pick<Line, 'choice' | 'reason'> {
  const decision = session.decisions.get(key);
  if (decision?.choice === 'refuse') return { choice: 'refuse', reason: decision.reason };
  if (decision !== undefined) return { choice: decision.choice };
  const before = session.remembered.get(key);
  if (before === undefined) return { choice: 'later' };
  return before.choice === 'refuse'
    ? { choice: 'refuse', reason: before.reason }
    : { choice: 'accept' };
}

function unitIdOf(session: Session, { key, unitId }: Outcome): string | undefined {
  const decision = session.decisions.get(key);
  return unitId ?? (decision?.choice === 'accept' ? decision.unitId : undefined);
}

/** A missing unit is remembered under the status it was given: under any other it is asked about again. */
function settledFingerprint(desk: Desk, session: Session, outcome: Outcome): string {
  const decision = session.decisions.get(outcome.key);
  const unit = desk.reference.organizations.get(outcome.unitId);
  if (outcome.class !== 'gone' || unit === undefined || decision?.choice !== 'accept')
    return outcome.fingerprint;
  return goneFingerprint(session.head.source, { ...unit, status: decision.status ?? 'unknown' });
}

function lineOf(desk: Desk, session: Session, outcome: Outcome): Line {
  const { key, class: kind, listed } = outcome;
  const unitId = unitIdOf(session, outcome);
  const { name, creditCode } = listed ?? desk.reference.organizations.get(unitId) ?? { name: '' };
  return {
    key,
    fingerprint: settledFingerprint(desk, session, outcome),
    class: kind,
    place: listed?.place ?? '',
    name,
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(unitId === undefined ? {} : { unitId }),
    words: wordsOf(outcome),
    ...wordOn(session, key),
  };
}

const choiceOrder = { accept: 0, refuse: 1, later: 2 } as const;

function recordOf(desk: Desk, session: Session, id: string): Reconciliation {
  const { source, listedOn, kinds, areaId } = session.head;
  const { outcomes, counts } = session.comparison;
  const { byClass, rowsRead, ...rest } = counts;
  const lines = outcomes
    .filter((outcome) => outcome.class !== 'same')
    .map((outcome) => lineOf(desk, session, outcome))
    // What was decided is kept first, should a list ever be longer than a record.
    .sort((left, right) => choiceOrder[left.choice] - choiceOrder[right.choice])
    .slice(0, mostLines);
  return {
    id,
    fileName: session.list.fileName,
    source,
    listedOn,
    madeOn: desk.today,
    madeAt: desk.now,
    madeBy: desk.who,
    scope: { kinds, ...(areaId === undefined ? {} : { areaId }) },
    rowsRead,
    counts: { ...byClass, ...rest },
    lines,
  };
}

/** Writes what the preview showed; if the ledger has moved on since, the worker looks again first. */
export function commitReconciliation(
  desk: Desk,
  shelf: Shelf,
  { token, fillsBlanks }: VaultInput<'reconciliation.commit'>,
): Result<VaultOutput<'reconciliation.commit'>> {
  const session = sessionOf(desk, shelf, token);
  if (session === undefined) return failed('C-103');
  if (session.previewedAt !== desk.ledger.sequence)
    return {
      ok: false,
      failure: {
        code: 'I-703',
        message: '看过变化之后账本又有改动，没有写入。请重新查看变化再确认。[I-703]',
      },
    };
  const changes = changesOf(applicationOf(desk, session, fillsBlanks));
  const id = desk.newId();
  const result = desk.commit({
    action: 'reconciliation.commit',
    note: id,
    changes: [
      ...changes,
      {
        table: 'reconciliations',
        id,
        before: null,
        after: asJson(recordOf(desk, session, id)),
      },
    ],
  });
  if (!result.ok) return result;
  shelf.delete(token);
  return { ok: true, value: { changeId: result.value.changeId, id } };
}

const shownClasses = ['added', 'gone', 'renamed', 'moved', 'statusChanged', 'pending'] as const;

export function listReconciliations(desk: Desk): Result<VaultOutput<'reconciliation.list'>> {
  const all = scanRecords(desk, 'reconciliations').sort((left, right) =>
    right.madeAt.localeCompare(left.madeAt),
  );
  return {
    ok: true,
    value: all.map(({ id, fileName, source, listedOn, madeOn, madeBy, rowsRead, counts }) => ({
      id,
      fileName,
      sourceWords: sourceWords[source],
      listedOn,
      madeOn,
      madeBy,
      rowsRead,
      words: shownClasses
        .filter((kind) => (counts[kind] ?? 0) > 0)
        .map((kind) => `${outcomeClassWords[kind]} ${counts[kind] ?? 0}`)
        .join('，'),
    })),
  };
}
