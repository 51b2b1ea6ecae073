import { randomBytes, randomUUID } from 'node:crypto';
import type { RecordChange } from '../../../core/records/change';
import { isKeyFileGenuine, type KeyHeader } from '../crypto/key-file';
import {
  makePassphraseSlot,
  makeRecoverySlot,
  openWithPassphrase,
  openWithRecoveryCode,
  type Credentials,
} from '../crypto/key-slots';
import { deriveInWorker, type DerivePassphraseKey, type KdfCost } from '../crypto/passphrase-kdf';
import { AnchorWriter, readAnchor, type AnchorReading } from './anchor';
import {
  failed,
  LedgerDamage,
  writeFailure,
  type LedgerFailure,
  type LedgerResult,
} from './failures';
import { filesOf, firstHome } from './data-home';
import { hashLength } from './frame';
import { rebuildHot, type HotProjection } from './hot-projection';
import { journalName, JournalWriter } from './journal-writer';
import { hasKeys, readKeys, writeNewKeys } from './key-store';
import { slotFailure } from './slots';
import { Ledger, type LedgerKeys } from './ledger';
import { machinePart, metaId, metaTable, openMeta, type MetaDocument } from './meta-document';
import { RecordStore } from './record-store';
import { holdOf, reportOf, type Machine, type OpenReport } from './open-report';
import { OutsideMark } from './outside-mark';
import { recover, type Recovered } from './recovery';
import { finishRekey } from './rekey';
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
};

export type Secret = Credentials | { readonly recoveryCode: string };

export type { OpenReport } from './open-report';

const vaultIdLength = 16;
const dataKeyLength = 32;

export function hasLedger(folder: string): boolean {
  return hasKeys(openFolder(folder));
}

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
  if (files.list().some((name) => /^(KEYS|ANCHOR|snap|j|k\d+)\b/.test(name))) {
    return failed({ code: 'R-320', reason: 'damaged', part: 'folder' });
  }
  const attempt = await takeWriterLock(folder, options.now());
  if (attempt.kind === 'taken')
    return failed({ code: 'L-501', reason: 'openElsewhere', since: attempt.since });
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
  const keys = { dataKey, vaultId: Buffer.from(envelope.vaultId, 'base64'), home: firstHome };
  try {
    writeNewKeys(files, header, dataKey);
    const ledger = start(
      options,
      { folder: files, files, keys, lock: attempt.lock, derive },
      { recovered: emptyRecovery, anchor: noAnchor, mark: new OutsideMark(options.marks, keys) },
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
    return failed({ code: 'L-501', reason: 'openElsewhere', since: attempt.since });
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
  const unlocked = await unlock(folder, options.secret, derive);
  if (!unlocked.ok) return unlocked;
  const keys = unlocked.value;
  const files = filesOf(folder, keys.home);
  try {
    const recovered = recover(files, keys, options.isVerified ?? false);
    const anchor = readAnchor(files, keys.dataKey);
    const found = { recovered, anchor, mark: new OutsideMark(options.marks, keys) };
    const ledger = start(options, { ...base, files, keys }, found);
    ledger.meta = await openMeta(ledger, options.now);
    return { ok: true, value: { ledger, report: reportOf(found) } };
  } catch (problem) {
    return failed(openFailure(problem));
  }
}

function openFailure(problem: unknown): LedgerFailure {
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
  const { header } = reading.value;
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

/**
 * Replays into store and columns; a new journal is begun at once, unless the user must answer for this copy first:
 * nothing is ever appended behind a torn tail.
 */
function start<Hot>(
  options: LedgerOptions<Hot>,
  base: {
    readonly folder: VaultFiles;
    readonly files: VaultFiles;
    readonly keys: LedgerKeys;
    readonly lock: WriterLock;
    readonly derive: DerivePassphraseKey;
  },
  found: {
    readonly recovered: Recovered;
    readonly anchor: AnchorReading;
    readonly mark: OutsideMark;
  },
): Ledger<Hot> {
  const { projection } = options;
  const { files, keys } = base;
  const { recovered, anchor, mark } = found;
  const store = new RecordStore(recovered.snapshot);
  const hot = readHot(projection, recovered, store);
  for (const { changes } of recovered.changes) {
    store.apply(changes);
    projection.apply(hot, changes);
  }
  const writer = new AnchorWriter(files, keys.dataKey);
  const end = {
    fileNumber: recovered.lastFileNumber + 1,
    sequence: recovered.nextSequence,
    prevHash: recovered.headHash,
  };
  const hold = holdOf(
    { ...found, ...keys, files },
    { machine: options.machine, lastMachine: lastMachineIn(store) },
  );
  const begin = () => {
    finishRekey(base.folder, keys);
    syncLastJournal(files, recovered, anchor);
    const journal = new JournalWriter(files, end, keys);
    let anchorCounter = anchor.kind === 'read' ? anchor.anchor.counter : 1;
    // What was closed in order is anchored already: the same head needs no second writing.
    if (anchor.kind !== 'read' || !end.prevHash.equals(anchor.anchor.headHash)) {
      anchorCounter += 1;
      const { fileNumber, sequence, prevHash: headHash } = end;
      writer.write({ counter: anchorCounter, sequence, headHash, fileNumber });
    }
    return { journal, anchorCounter };
  };
  return new Ledger({ ...base, projection, store, hot, anchor: writer, mark, end, begin, hold });
}

function lastMachineIn(store: RecordStore): RecordChange['after'] {
  const meta = store.get(metaTable, metaId);
  return typeof meta === 'object' && meta !== null && !Array.isArray(meta)
    ? (meta[machinePart] ?? null)
    : null;
}

/**
 * A writer killed between its write and its sync leaves frames that are read and may not be on the disk yet.
 * What is built on them would go with them when the power goes, so they are made durable first.
 */
function syncLastJournal(files: VaultFiles, recovered: Recovered, anchor: AnchorReading): void {
  if (anchor.kind === 'read' && recovered.headHash.equals(anchor.anchor.headHash)) return;
  const name = journalName(recovered.lastFileNumber);
  if (!files.exists(name)) return;
  const file = files.open(name, 'update');
  try {
    file.sync();
  } finally {
    file.close();
  }
}

function readHot<Hot>(
  projection: HotProjection<Hot>,
  { snapshot }: Recovered,
  store: RecordStore,
): Hot {
  if (snapshot === undefined) return projection.empty();
  if (snapshot.index.hotVersion === projection.version)
    return projection.decode(snapshot.readHot(), (name) => store.readPart(name));
  return rebuildHot(projection, store.tables(), (table) => store.scan(table));
}
