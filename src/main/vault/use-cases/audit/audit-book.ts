import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EngineOptions } from '../../../../core/deadlines/types';
import { auditDossier } from '../../../../core/development/audit';
import {
  auditRoster as compareRoster,
  rosterLineOf,
  type RosterLine,
} from '../../../../core/development/audit-roster';
import type { Finding } from '../../../../core/development/audit-types';
import { personFlags } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { placesVersion, surroundedFacts } from '../surroundings';

/** Findings of one dossier that are not clear; a dossier without any is in the book with none. */
export type AuditBook = ReadonlyMap<string, readonly Finding[]>;

type Keeping = {
  /** What every judgement depends on besides the dossier itself: the day, the rulebooks, the branches. */
  key: string;
  readonly findings: Map<string, readonly Finding[]>;
  /** What of each dossier is compared with the others. */
  readonly lines: Map<string, RosterLine>;
  waiting: Set<string>;
  /** What only several dossiers together show; dropped when what is compared of one of them changes. */
  shared: ReturnType<typeof compareRoster> | undefined;
  /** Own findings and those that only the roster shows; made when nothing waits, dropped by the next edit. */
  whole: AuditBook | undefined;
};

/** One book per open ledger; a lock ends the process and the book with it. */
const books = new WeakMap<Desk, Keeping>();

/** Long enough to be worth a turn, short enough that no other question waits noticeably. */
const sliceMilliseconds = 8;

/** The roster judged as of today: whole at first, then only what was edited. Other questions are answered between slices. */
export async function auditRoster(desk: Desk): Promise<AuditBook> {
  const keeping = await judgedBook(desk);
  return (keeping.whole ??= wholeBook(desk, keeping));
}

async function judgedBook(desk: Desk): Promise<Keeping> {
  for (;;) {
    const keeping = currentBook(desk);
    if (keeping.waiting.size === 0) return keeping;
    auditSlice(desk, keeping);
    const total = keeping.findings.size + keeping.waiting.size;
    desk.tellProgress({
      words: `正在核查档案，已核 ${keeping.findings.size} / ${total} 份`,
      share: keeping.findings.size / Math.max(1, total),
    });
    await nextTurn();
    if (keeping.waiting.size === 0) desk.tellProgress(null);
  }
}

/** Few enough to be judged while somebody waits for a page. */
const fewDossiers = 50;

/**
 * What only the comparison with other dossiers shows of one (C02, C33, C65, C82 …); `undefined` while most of the
 * roster has not been judged yet, unless the asker waits for it.
 */
export async function sharedFindings(
  desk: Desk,
  id: string,
  waits: boolean,
): Promise<readonly Finding[] | undefined> {
  if (!waits && currentBook(desk).waiting.size > fewDossiers) return undefined;
  const keeping = await judgedBook(desk);
  const place = [...keeping.lines.keys()].indexOf(id);
  return (sharedOf(desk, keeping).get(place) ?? []).filter(({ verdict }) => verdict !== 'clear');
}

function sharedOf({ engine }: Desk, keeping: Keeping) {
  return (keeping.shared ??= compareRoster([...keeping.lines.values()], engine));
}

/** Each dossier's own findings with what several dossiers together show. */
function wholeBook(desk: Desk, keeping: Keeping): AuditBook {
  const { findings, lines } = keeping;
  const shared = sharedOf(desk, keeping);
  if (shared.size === 0) return findings;
  const ids = [...lines.keys()];
  const whole = new Map(findings);
  for (const [place, found] of shared) {
    const id = ids[place] ?? '';
    const open = found.filter(({ verdict }) => verdict !== 'clear');
    if (open.length > 0) whole.set(id, [...(findings.get(id) ?? []), ...open]);
  }
  return whole;
}

function auditSlice(desk: Desk, keeping: Keeping): void {
  keeping.whole = undefined;
  const until = performance.now() + sliceMilliseconds;
  const { engine } = desk;
  for (const id of keeping.waiting) {
    keeping.waiting.delete(id);
    auditOne(desk, keeping, { id, engine });
    if (performance.now() > until) return;
  }
}

function auditOne(
  desk: Desk,
  keeping: Keeping,
  { id, engine }: { readonly id: string; readonly engine: EngineOptions },
): void {
  const { findings, lines } = keeping;
  const person = desk.stored('people', id);
  if (person?.dossier === undefined || person.retired !== undefined) {
    findings.delete(id);
    if (lines.delete(id)) keeping.shared = undefined;
    return;
  }
  const facts = surroundedFacts(desk, person);
  const judged = auditDossier(facts, engine);
  const line = rosterLineOf(facts);
  if (JSON.stringify(line) !== JSON.stringify(lines.get(id))) keeping.shared = undefined;
  lines.set(id, line);
  findings.set(
    id,
    judged.filter(({ verdict }) => verdict !== 'clear'),
  );
}

function currentBook(desk: Desk): Keeping {
  const key = JSON.stringify([desk.engine, placesVersion(desk)]);
  const { edited } = desk.ledger.hot;
  const known = books.get(desk);
  if (known?.key === key) {
    for (const id of edited) known.waiting.add(id);
    edited.clear();
    return known;
  }
  edited.clear();
  const made: Keeping = {
    key,
    findings: new Map(),
    lines: new Map(),
    waiting: new Set(dossierIds(desk)),
    shared: undefined,
    whole: undefined,
  };
  books.set(desk, made);
  return made;
}

function dossierIds({ people }: Desk): string[] {
  return people.ids.filter((_, row) => {
    const flags = people.flags[row] ?? 0;
    return (flags & personFlags.hasDossier) !== 0 && (flags & personFlags.retired) === 0;
  });
}
