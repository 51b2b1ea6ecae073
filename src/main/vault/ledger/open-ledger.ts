import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { NewerRecord } from '../../../core/records/migrate-record';
import { isKeyFileGenuine, type KeyHeader } from '../crypto/key-file';
import {
  makePassphraseSlot,
  makeRecoverySlot,
  openWithPassphrase,
  openWithRecoveryCode,
  type Credentials,
} from '../crypto/key-slots';
import { deriveInWorker, type DerivePassphraseKey, type KdfCost } from '../crypto/passphrase-kdf';
import type { AnchorReading } from './anchor';
import {
  failed,
  LedgerDamage,
  writeFailure,
  type LedgerFailure,
  type LedgerResult,
} from './failures';
import { filesOf, firstHome } from './data-home';
import { hashLength } from './frame';
import { findOut } from './find-out';
import type { HotProjection } from './hot-projection';
import { mirrorIn } from './journal-mirror';
import { hasKeys, readKeys, writeNewKeys } from './key-store';
import { slotFailure } from './slots';
import type { Ledger } from './ledger';
import type { LedgerKeys } from './ledger-parts';
import { metaId, metaTable, openMeta, type MetaDocument } from './meta-document';
import { reportOf, type Machine, type OpenReport } from './open-report';
import { readMoved } from './moved-mark';
import { OutsideMark } from './outside-mark';
import { quarantineIn, type Quarantine } from './quarantine';
import type { Recovered } from './recovery';
import { startLedger } from './start-ledger';
import { openFolder, type VaultFiles } from './vault-files';
import { takeWriterLock, type WriterLock } from './writer-lock';

export type LedgerOptions<Hot> = {
  readonly folder: string;
  readonly projection: HotProjection<Hot>;
  readonly now: () => string;
  readonly derive?: DerivePassphraseKey;
  readonly files?: VaultFiles;
  /** Where this machine keeps what it saw last, outside every ledger's folder. */
  readonly marks?: VaultFiles | undefined;
  readonly machine?: Machine | undefined;
  /** The second folder for journals of this ledger, where there is one and it is there. */
  readonly mirror?: (vaultId: Buffer) => VaultFiles | undefined;
};

export type Secret =
  | Credentials
  | { readonly recoveryCode: string }
  /** Of a ledger that is open: it is opened anew from the disk. */
  | OpenedSlot;

export type { OpenReport } from './open-report';

const vaultIdLength = 16;
const dataKeyLength = 32;

/** Keys that are gone do not make the folder empty: what is left of a ledger is never taken for a first run. */
export function hasLedger(folder: string): boolean {
  const files = openFolder(folder);
  return hasKeys(files) || holdsLedgerFiles(files);
}

const holdsLedgerFiles = (files: VaultFiles) =>
  files.list().some((name) => /^(KEYS|ANCHOR|snap|j|k\d+)\b/.test(name));

/** Creates a ledger in an empty folder; refuses to touch one that holds anything of a ledger. */
export async function createLedger<Hot>(
  options: LedgerOptions<Hot> & {
    readonly passphrase: Uint8Array;
    readonly recoveryCode: string;
    readonly cost: KdfCost;
    readonly meta: MetaDocument;
  },
): Promise<LedgerResult<{ readonly ledger: Ledger<Hot> }>> {
  const { folder, derive = deriveInWorker } = options;
  const files = options.files ?? openFolder(folder);
  if (holdsLedgerFiles(files)) {
    return failed({ code: 'R-320', reason: 'damaged', part: 'folder' });
  }
  const attempt = await takeWriterLock(folder, options.now());
  if (attempt.kind === 'taken')
    return failed({ code: 'L-501', reason: 'openElsewhere', ...attempt.holder });
  const dataKey = randomBytes(dataKeyLength);
  const envelope = { vaultId: randomBytes(vaultIdLength).toString('base64') };
  const { passphrase, cost } = options;
  const header: KeyHeader = {
    format: { major: 1, minor: 0 },
    suite: 1,
    ...envelope,
    epoch: 1,
    createdAt: options.now(),
    slots: [
      await makePassphraseSlot({ envelope, dataKey, passphrase, cost, derive }),
      makeRecoverySlot(envelope, dataKey, options.recoveryCode),
    ],
  };
  const vaultId = Buffer.from(envelope.vaultId, 'base64');
  const keys = { dataKey, vaultId, home: firstHome, isNewer: false };
  try {
    writeNewKeys(files, header, dataKey);
    const ledger = startLedger(
      options,
      {
        ...{ folder: files, files, keys, derive, lock: attempt.lock },
        quarantine: quarantineOf(options),
        mirror: undefined,
      },
      {
        recovered: emptyRecovery,
        anchor: noAnchor,
        mark: new OutsideMark(options.marks, keys),
        returnedFrames: 0,
      },
    );
    const saved = ledger.commit({
      id: randomUUID(),
      at: options.now(),
      by: '',
      action: 'ledger.create',
      changes: [{ table: metaTable, id: metaId, before: null, after: options.meta }],
    });
    if (!saved.ok) return saved;
    ledger.meta = await openMeta(ledger, options.now);
    return { ok: true, value: { ledger } };
  } catch (problem) {
    await attempt.lock.release();
    return failed(writeFailure(problem));
  }
}

const noAnchor: AnchorReading = { kind: 'absent' };
const emptyRecovery: Recovered = {
  snapshot: undefined,
  changes: [],
  nextSequence: 0,
  headHash: Buffer.alloc(hashLength),
  lastFileNumber: 0,
  firstFileNumber: 0,
  hasTornTail: false,
  missingFrames: 0,
  gaps: [],
  isForked: false,
  damagedParts: [],
};

/**
 * Opens an existing ledger: lock → keys → newest good snapshot → journals → anchor → a new journal.
 * @param options.isVerified reads every block first and falls back to an older snapshot where one is bad
 */
export async function openLedger<Hot>(
  options: LedgerOptions<Hot> & { readonly secret: Secret; readonly isVerified?: boolean },
): Promise<LedgerResult<{ readonly ledger: Ledger<Hot>; readonly report: OpenReport }>> {
  const { folder, derive = deriveInWorker } = options;
  const files = options.files ?? openFolder(folder);
  const attempt = await takeWriterLock(folder, options.now());
  if (attempt.kind === 'taken')
    return failed({ code: 'L-501', reason: 'openElsewhere', ...attempt.holder });
  const opened = await openLocked(options, { folder: files, derive, lock: attempt.lock });
  if (!opened.ok) await attempt.lock.release();
  return opened;
}

async function openLocked<Hot>(
  options: LedgerOptions<Hot> & { readonly secret: Secret; readonly isVerified?: boolean },
  base: {
    readonly folder: VaultFiles;
    readonly derive: DerivePassphraseKey;
    readonly lock: WriterLock;
  },
): Promise<LedgerResult<{ readonly ledger: Ledger<Hot>; readonly report: OpenReport }>> {
  const { folder, derive } = base;
  if (readMoved(folder) !== undefined) return failed({ code: 'L-507', reason: 'moved' });
  const unlocked = await unlock(folder, options.secret, derive);
  if (!unlocked.ok) return unlocked;
  const keys = unlocked.value;
  const files = filesOf(folder, keys.home);
  try {
    const quarantine = keys.isNewer ? keepsNothing : quarantineOf(options);
    const second = keys.isNewer ? undefined : options.mirror?.(keys.vaultId);
    const mirror = second === undefined ? undefined : filesOf(second, keys.home);
    const found = findOut(options, { files, mirror, aside: quarantine.keep }, keys);
    const copies = second === undefined ? undefined : mirrorIn(second, keys.home);
    const ledger = startLedger(
      options,
      { ...base, files, keys, quarantine, mirror: copies },
      found,
    );
    try {
      ledger.meta = await openMeta(ledger, options.now);
    } catch (problem) {
      ledger.abandon();
      throw problem;
    }
    return { ok: true, value: { ledger, report: reportOf(found) } };
  } catch (problem) {
    return failed(openFailure(problem, keys.isNewer));
  }
}

/** Opens the ledger anew from the disk in the place of an opening that had to stop; that one stays where this fails. */
export async function reopenLedger<Hot>(
  options: LedgerOptions<Hot>,
  old: Ledger<Hot>,
): Promise<LedgerResult<{ readonly ledger: Ledger<Hot>; readonly report: OpenReport }>> {
  const { folder, derive = deriveInWorker } = options;
  const files = options.files ?? openFolder(folder);
  const { lock, secret } = old.succession();
  const opened = await openLocked({ ...options, secret }, { folder: files, derive, lock });
  if (opened.ok) old.abandon();
  return opened;
}

const keepsNothing: Quarantine = { keep: () => undefined };

function quarantineOf({
  folder,
  files,
}: {
  readonly folder: string;
  readonly files?: VaultFiles;
}): Quarantine {
  // A disk of the caller's own has no folders in it.
  if (files !== undefined) return keepsNothing;
  return quarantineIn(() => openFolder(join(folder, 'quarantine')));
}

/** What a newer program laid out otherwise is no damage: nobody shall restore a backup over it. */
function openFailure(problem: unknown, isNewer: boolean): LedgerFailure {
  const isUnknown = problem instanceof LedgerDamage && isNewer;
  if (problem instanceof NewerRecord || isUnknown)
    return { code: 'F-601', reason: 'unreadableVersion' };
  if (problem instanceof LedgerDamage)
    return { code: 'R-320', reason: 'damaged', part: problem.part };
  if (problem instanceof Error && 'code' in problem) return writeFailure(problem);
  throw problem;
}

async function unlock(
  files: VaultFiles,
  secret: Secret,
  derive: DerivePassphraseKey,
): Promise<LedgerResult<LedgerKeys>> {
  const reading = readKeys(files);
  if (!reading.ok) return reading;
  const { header, isNewer } = reading.value;
  const opened = await openSlot(header, secret, derive);
  if (!opened.ok) return opened;
  const { dataKey, ...how } = opened.value;
  if (!isKeyFileGenuine(reading.value, dataKey))
    return failed({ code: 'R-320', reason: 'damaged', part: 'KEYS' });
  return {
    ok: true,
    value: {
      dataKey,
      vaultId: Buffer.from(header.vaultId, 'base64'),
      home: header.home ?? firstHome,
      isNewer,
      ...how,
    },
  };
}

type OpenedSlot = Pick<LedgerKeys, 'dataKey' | 'slotId' | 'factor'>;

async function openSlot(
  header: KeyHeader,
  secret: Secret,
  derive: DerivePassphraseKey,
): Promise<LedgerResult<OpenedSlot>> {
  if ('dataKey' in secret) return { ok: true, value: secret };
  if ('recoveryCode' in secret) {
    const dataKey = openWithRecoveryCode(header, secret.recoveryCode);
    return dataKey === undefined
      ? failed({ code: 'V-103', reason: 'wrongRecoveryCode' })
      : { ok: true, value: { dataKey } };
  }
  const opened = await openWithPassphrase(header, secret, derive);
  if (opened.kind !== 'opened') return failed(slotFailure(opened.kind));
  const { dataKey, slot } = opened;
  const isAsked = slot.factorId !== undefined && secret.factor !== undefined;
  const factor = isAsked ? { factor: secret.factor } : {};
  return { ok: true, value: { dataKey, slotId: slot.id, ...factor } };
}
