import type { RecordChange } from '../../../core/records/change';
import type { DerivePassphraseKey } from '../crypto/passphrase-kdf';
import { AnchorWriter, type AnchorReading } from './anchor';
import { rebuildHot, type HotProjection } from './hot-projection';
import type { JournalMirror } from './journal-mirror';
import { journalName, JournalWriter } from './journal-writer';
import { healKeys } from './key-store';
import { Ledger } from './ledger';
import type { LedgerKeys } from './ledger-parts';
import { machinePart, metaId, metaTable } from './meta-document';
import { holdOf, type Found, type Machine } from './open-report';
import type { Quarantine } from './quarantine';
import { finishRekey } from './rekey';
import { RecordStore } from './record-store';
import type { Recovered } from './recovery';
import type { VaultFiles } from './vault-files';
import type { WriterLock } from './writer-lock';

/** What every part of an open ledger works on. */
export type LedgerBase = {
  /** The folder with KEYS; `files` are those of it that the present key seals. */
  readonly folder: VaultFiles;
  readonly files: VaultFiles;
  readonly keys: LedgerKeys;
  readonly lock: WriterLock;
  readonly derive: DerivePassphraseKey;
  readonly quarantine: Quarantine;
  readonly mirror: JournalMirror | undefined;
};

/**
 * Replays into store and columns; a new journal is begun at once, unless the user must answer for this copy first:
 * nothing is ever appended behind a torn tail.
 */
export function startLedger<Hot>(
  options: {
    readonly projection: HotProjection<Hot>;
    readonly machine?: Machine | undefined;
  },
  base: LedgerBase,
  found: Found,
): Ledger<Hot> {
  const { projection } = options;
  const { files, keys, mirror, quarantine } = base;
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
    healKeys(base.folder, quarantine);
    finishRekey(base.folder, keys);
    syncLastJournal(files, recovered, anchor);
    mirror?.catchUp(files, quarantine.keep);
    const journal = new JournalWriter(files, end, keys, mirror);
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
