import type { Interpretation, MappingOverride } from '../../../../core/intake/interpretation';
import { interpretWorkbook } from '../../../../core/intake/interpret-workbook';
import { compareList } from '../../../../core/reconciliation/compare-list';
import { isCertainReading, readForeignList } from '../../../../core/reconciliation/read-list';
import { rememberedWords, type Remembered } from '../../../../core/reconciliation/remembered';
import type {
  Comparison,
  Decision,
  ForeignList,
  Outcome,
} from '../../../../core/reconciliation/types';
import type { OutcomeClass } from '../../../../core/records/reconciliation';
import { outcomeClasses } from '../../../../core/records/reconciliation';
import type { ListHead, ReconciliationCountsView } from '../../../../contract/reconciliation';
import type { Desk } from '../desk';
import { areaWithin } from '../gap-views';
import { rememberedMappings, withRemembered } from '../imports/choices';
import type { Shelf, Waiting } from '../imports/intake-shelf';
import { scanRecords } from '../scan-records';

/** One list being compared: what was found and what was said about it, until it is committed or put away. */
export type Session = {
  /** Head and columns it was read with. */
  readonly question: string;
  readonly head: ListHead;
  readonly list: ForeignList;
  readonly sheets: readonly { name: string; isUsed: boolean; words: string }[];
  /** Read plainly enough to be compared without a look at its columns. */
  readonly isCertain: boolean;
  comparison: Comparison;
  /** The edition of the ledger it was compared with. */
  madeAt: number;
  readonly decisions: Map<string, Decision>;
  readonly remembered: Map<string, Remembered>;
  /** The edition that the last preview showed. */
  previewedAt?: number;
};

/** Kept beside the waiting workbook and gone with it. */
const sessions = new WeakMap<Waiting, Session>();

export function waitingOf(shelf: Shelf, token: string): Waiting | undefined {
  const waiting = shelf.get(token);
  return waiting === undefined || 'refusal' in waiting ? undefined : waiting;
}

function comparisonOf(desk: Desk, list: ForeignList, head: ListHead): Comparison {
  const { organizations } = desk.reference;
  return compareList(
    list,
    { units: organizations.all(), areas: desk.reference.areas.all() },
    {
      kinds: new Set(head.kinds),
      ...(head.areaId === undefined ? {} : { areaIds: areaWithin(desk, head.areaId) }),
    },
  );
}

function rememberedOf(desk: Desk, outcomes: readonly Outcome[]): Map<string, Remembered> {
  const look = rememberedWords(scanRecords(desk, 'reconciliations'));
  return new Map(
    outcomes.flatMap((outcome) => {
      const found = look(outcome);
      return found === undefined ? [] : [[outcome.key, found] as const];
    }),
  );
}

/** The workbook under the choices made now, and those made by hand for the same headers in an import before. */
function interpret(desk: Desk, { workbook }: Waiting, mapping: MappingOverride): Interpretation {
  const { today } = desk;
  const read = interpretWorkbook(workbook, { today, mapping });
  const recalled = withRemembered(read, mapping, rememberedMappings(desk));
  return recalled === undefined ? read : interpretWorkbook(workbook, { today, mapping: recalled });
}

/** Compares the waiting workbook anew; what was said about rows that are still there is kept. */
export function openSession(
  desk: Desk,
  waiting: Waiting,
  { head, mapping }: { readonly head: ListHead; readonly mapping: MappingOverride },
): Session {
  const question = JSON.stringify([head, mapping]);
  const kept = sessions.get(waiting);
  if (kept?.question === question) return refreshed(desk, kept);
  const interpretation = interpret(desk, waiting, mapping);
  const { source, listedOn } = head;
  const list = readForeignList(
    { interpretation, raw: waiting.workbook },
    { source, listedOn, fileName: waiting.fileName },
  );
  const comparison = comparisonOf(desk, list, head);
  const session: Session = {
    question,
    head,
    list,
    sheets: interpretation.sheets.map((sheet) => {
      const isUsed = sheet.isImported && sheet.subject === 'organization';
      const words = isUsed
        ? `${sheet.counts.rowsAfterHeader} 行`
        : (sheet.leftOutBecause ?? '不是单位名单');
      return { name: sheet.name, isUsed, words };
    }),
    comparison,
    isCertain: isCertainReading(interpretation),
    madeAt: desk.ledger.sequence,
    decisions: kept?.decisions ?? new Map<string, Decision>(),
    remembered: rememberedOf(desk, comparison.outcomes),
  };
  sessions.set(waiting, session);
  return session;
}

/** The same session, compared once more where the ledger has moved on. */
function refreshed(desk: Desk, session: Session): Session {
  if (session.madeAt !== desk.ledger.sequence) {
    session.comparison = comparisonOf(desk, session.list, session.head);
    session.madeAt = desk.ledger.sequence;
  }
  return session;
}

/** The session of a token, compared with the ledger as it is now. */
export function sessionOf(desk: Desk, shelf: Shelf, token: string): Session | undefined {
  const waiting = waitingOf(shelf, token);
  const session = waiting === undefined ? undefined : sessions.get(waiting);
  return session === undefined ? undefined : refreshed(desk, session);
}

/** Whether a row still waits for a word. Rows that agree have nothing to be asked. */
export function isOpen(session: Session, { key, class: kind }: Outcome): boolean {
  if (kind === 'same' || session.remembered.has(key)) return false;
  const choice = session.decisions.get(key)?.choice;
  return choice === undefined || choice === 'later';
}

export function isSettledBefore(session: Session, { key }: Outcome): boolean {
  return session.remembered.has(key) && !session.decisions.has(key);
}

export function countsView(session: Session): ReconciliationCountsView {
  const { outcomes, counts } = session.comparison;
  const open = Object.fromEntries(outcomeClasses.map((kind) => [kind, 0])) as Record<
    OutcomeClass,
    number
  >;
  for (const outcome of outcomes) if (isOpen(session, outcome)) open[outcome.class] += 1;
  return {
    ...counts,
    byClass: { ...counts.byClass },
    open,
    settledBefore: outcomes.filter((outcome) => isSettledBefore(session, outcome)).length,
  };
}
