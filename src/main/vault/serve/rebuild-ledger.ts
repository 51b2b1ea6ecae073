import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { RecordChange } from '../../../core/records/change';
import { settingsSchema, type Settings } from '../../../core/records/settings';
import type { Columns } from '../columns/columns';
import type { KdfCost } from '../crypto/passphrase-kdf';
import { failed, LedgerDamage, writeFailure, type LedgerResult } from '../ledger/failures';
import type { Ledger } from '../ledger/ledger';
import { machinePart, metaTable, type MetaDocument } from '../ledger/meta-document';
import { createLedger, openLedger, type LedgerOptions } from '../ledger/open-ledger';
import { replacementOf, swapIn } from '../ledger/replace-folder';
import { takeWriterLock } from '../ledger/writer-lock';
import { careFrom, careKey } from '../use-cases/care/care-state';
import type { Holding } from '../use-cases/care/read-holding';
import { timeWords } from '../use-cases/history';
import { asJson } from '../use-cases/save-person';
import { initialSettings } from '../use-cases/settings';
import type { CalendarDate } from '../../../core/calendar/calendar-date';

type Options = LedgerOptions<Columns>;
type NewKeys = {
  readonly passphrase: Uint8Array;
  readonly recoveryCode: string;
  readonly cost: KdfCost;
};

/**
 * A new ledger from a backup in the place of one that cannot be opened (security.md §6, R-320). It is made in a
 * folder of its own, opened again with both of its keys and compared record by record; only then the old folder gets
 * another name. Every file of the old one stays as it is.
 * @returns the name under which the old folder is kept
 */
export async function rebuildLedger(
  options: Options,
  holding: Holding,
  keys: NewKeys & { readonly today: CalendarDate },
): Promise<LedgerResult<string>> {
  const attempt = await takeWriterLock(options.folder, options.now());
  if (attempt.kind === 'taken')
    return failed({ code: 'L-501', reason: 'openElsewhere', ...attempt.holder });
  const names = replacementOf(options.folder, options.now().replaceAll(/[^0-9TZ]/g, ''));
  const { mirror: _ofTheOldOne, ...rest } = options;
  const fresh = { ...rest, folder: names.fresh };
  try {
    const made = await make(fresh, holding, { ...keys, keptAs: basename(names.damaged) });
    if (!made.ok) return abandoned(names.fresh, made);
    for (const secret of [{ passphrase: keys.passphrase.slice() }, keys]) {
      const proved = await prove({ ...fresh, secret, isVerified: true }, holding.changes);
      if (!proved.ok) return abandoned(names.fresh, proved);
    }
    await swapIn(options.folder, names);
    return { ok: true, value: basename(names.damaged) };
  } catch (problem) {
    return abandoned(names.fresh, failed(failureOf(problem)));
  } finally {
    await attempt.lock.release();
  }
}

/** Never came to count: the backup it was made from is where it was. */
function abandoned<Failed>(fresh: string, failure: Failed): Failed {
  rmSync(fresh, { recursive: true, force: true });
  return failure;
}

function failureOf(problem: unknown) {
  if (problem instanceof LedgerDamage)
    return { code: 'R-320', reason: 'damaged', part: problem.part } as const;
  if (problem instanceof Error && 'code' in problem) return writeFailure(problem);
  throw problem;
}

async function make(
  options: Options,
  { name, manifest, meta, changes }: Holding,
  keys: Parameters<typeof rebuildLedger>[2] & { readonly keptAs: string },
): Promise<LedgerResult<void>> {
  const settings = settingsOf(meta, manifest.unitName);
  const care = await careFrom(meta[careKey], keys.today, keys.recoveryCode);
  const { [machinePart]: _ofThen, ...parts } = meta;
  const { passphrase, recoveryCode, cost } = keys;
  const created = await createLedger({
    ...options,
    ...{ passphrase: passphrase.slice(), recoveryCode, cost },
    meta: {
      ...parts,
      settings: asJson(settings),
      [careKey]: asJson(care),
      ...(options.machine === undefined ? {} : { [machinePart]: asJson(options.machine) }),
    },
  });
  if (!created.ok) return created;
  const { ledger } = created.value;
  try {
    const saved = ledger.commit({
      id: randomUUID(),
      at: options.now(),
      by: settings.operator,
      action: 'ledger.rescue',
      note: `用备份“${name}”（${timeWords(manifest.madeAt)}）重建，${changes.length} 条记录；原文件保留在“${keys.keptAs}”`,
      changes: [...changes],
    });
    if (saved.ok) await ledger.checkpoint();
    return saved;
  } finally {
    await ledger.close();
  }
}

function settingsOf(meta: MetaDocument, unitName: string): Settings {
  const stored = settingsSchema.safeParse(meta['settings']);
  return stored.success ? stored.data : { ...initialSettings(), unitName };
}

/** Opens the new ledger as its user will, every block read, and finds every record of the backup in it and no other. */
async function prove(
  options: Parameters<typeof openLedger<Columns>>[0],
  changes: readonly RecordChange[],
): Promise<LedgerResult<void>> {
  const opened = await openLedger(options);
  if (!opened.ok) return opened;
  const { ledger, report } = opened.value;
  const isWhole = report.missingFrames === 0 && report.damagedParts.length === 0;
  const isSame = isWhole && ledger.failure === undefined && holdsExactly(ledger, changes);
  await ledger.close();
  return isSame
    ? { ok: true, value: undefined }
    : failed({ code: 'R-320', reason: 'damaged', part: 'copy' });
}

function holdsExactly(ledger: Ledger<Columns>, changes: readonly RecordChange[]): boolean {
  let records = 0;
  for (const table of ledger.tables())
    if (table !== metaTable) records += [...ledger.scan(table)].length;
  return (
    records === changes.length &&
    changes.every(({ table, id, after }) => isDeepStrictEqual(ledger.get(table, id), after))
  );
}
