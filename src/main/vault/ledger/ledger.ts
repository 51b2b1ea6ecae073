import type { Low } from 'lowdb';
import type { Change, RecordChange } from '../../../core/records/change';
import { deriveKey } from '../crypto/derive';
import { writeCheckpoint } from './checkpoint';
import { failed, writeFailure, type LedgerFailure, type LedgerResult } from './failures';
import { History } from './history';
import { Fenced, JournalWriter } from './journal-writer';
import { mirrorIn, type JournalMirror } from './journal-mirror';
import type { LedgerParts } from './ledger-parts';
import type { LeftLedger } from './move-ledger';
import type { MetaDocument } from './meta-document';
import { Slots } from './slots';
import {
  copyFailure,
  KeysUncertain,
  makeNewKey,
  rekey,
  type NewKeyHolders,
  type RekeyedCopy,
} from './rekey';
import { recover, type Recovered } from './recovery';
import type { StoredRecord } from './snapshot-reader';
import { payloadsOf } from './transaction';
import type { VaultFiles } from './vault-files';

const framesPerAnchor = 20;
/** The anchor follows behind the answer, but no further than this, however many acts one turn brings. */
const framesPerTurn = 2 * framesPerAnchor;
const framesPerCheckpoint = 5_000;
const bytesPerCheckpoint = 8 * 1024 * 1024;
/** Without a journal there is a reason; this one is for a ledger that has just stopped. */
const heldStill: LedgerFailure = { code: 'W-403', reason: 'deviceError' };

/**
 * The open ledger. Order of every act: write → sync → apply → answer. What only follows from the records, the
 * columns and the anchor, is brought up to date behind the answer, the columns at the latest by who reads them.
 */
export class Ledger<Hot> {
  readonly history: History;
  readonly slots: Slots;
  meta!: Low<MetaDocument>;
  /** Absent while the user has not yet answered for this copy: then nothing at all is written. */
  #journal: JournalWriter | undefined;
  #anchorCounter = 0;
  #anchoredSequence: number;
  #failure: LedgerFailure | undefined;
  #checkpoint: Promise<void> | undefined;
  #checkpointSequence: number;
  /** Acts that stand in the records and not yet in the columns. */
  #ahead: RecordChange[] = [];
  #upkeep: NodeJS.Immediate | undefined;
  #mirror: JournalMirror | undefined;

  constructor(private readonly parts: LedgerParts<Hot>) {
    this.#mirror = parts.mirror;
    this.#anchoredSequence = parts.end.sequence;
    this.#checkpointSequence = parts.end.sequence;
    this.#failure = parts.hold;
    if (parts.hold === undefined) this.#begin();
    this.history = new History(parts.files, parts.keys);
    this.slots = new Slots({ ...parts, files: parts.folder, failure: () => this.#failure });
  }

  /** The columns, with every act up to now. */
  get hot(): Hot {
    this.#bringColumnsUp();
    return this.parts.hot;
  }

  /** Frames written over the ledger's life. */
  get sequence(): number {
    return (this.#journal ?? this.parts.end).sequence;
  }

  /** Why nothing more can be written, or `undefined` while all is well. */
  get failure(): LedgerFailure | undefined {
    return this.#failure;
  }

  /** The user answers for this copy: from here on it is the one, and this machine has seen no other. */
  accept(): LedgerResult<void> {
    const { hold } = this.parts;
    if (this.#journal !== undefined || hold === undefined || hold.reason === 'newerVersion')
      return this.#failure === undefined ? { ok: true, value: undefined } : failed(this.#failure);
    try {
      this.#failure = undefined;
      this.#begin();
    } catch (problem) {
      return failed(this.#stop(problem));
    }
    this.settle();
    // Two lines in one folder: a snapshot of the chosen one, and no later opening asks again. No file goes.
    if (hold.reason === 'forked') this.checkpoint().catch(() => undefined);
    return this.#failure === undefined ? { ok: true, value: undefined } : failed(this.#failure);
  }

  get(table: string, id: string): RecordChange['after'] {
    return this.parts.store.get(table, id);
  }

  scan(table: string): Iterable<StoredRecord> {
    return this.parts.store.scan(table);
  }

  tables(): string[] {
    return this.parts.store.tables();
  }

  get vaultId(): string {
    return this.parts.keys.vaultId.toString('base64');
  }

  /** A key of this ledger for one purpose outside its own files, as the marks of its backups. */
  subkey(purpose: string): Buffer {
    return deriveKey(this.parts.keys.dataKey, Buffer.alloc(0), purpose);
  }

  /** Reads every file of the ledger through and says what does not authenticate; changes nothing. */
  scrub(): Pick<Recovered, 'damagedParts' | 'missingFrames'> {
    const found = recover(this.parts.files, this.parts.keys, true);
    found.snapshot?.close();
    return found;
  }

  /** Durable when it answers; after a failed write the ledger is read-only until it is opened anew. */
  commit(change: Change): LedgerResult<void> {
    return this.commitAll([change]);
  }

  /** Several changes with one write and one sync. */
  commitAll(changes: readonly Change[]): LedgerResult<void> {
    if (this.#failure !== undefined || this.#journal === undefined)
      return failed(this.#failure ?? heldStill);
    const payloads = changes.flatMap(payloadsOf);
    const first = this.#journal.sequence;
    try {
      this.#journal.append(payloads);
    } catch (problem) {
      return failed(this.#stop(problem));
    }
    this.#apply(changes);
    this.history.note(changes, first);
    if (this.#journal.sequence - this.#anchoredSequence >= framesPerTurn) this.#keepUp();
    else this.#upkeep ??= setImmediate(() => this.#keepUp());
    return { ok: true, value: undefined };
  }

  /** Writes a snapshot in the background; resolves when it is verified and the older ones are gone. */
  checkpoint(): Promise<void> {
    this.#checkpoint ??= this.#runCheckpoint().finally(() => (this.#checkpoint = undefined));
    return this.#checkpoint;
  }

  /**
   * 更换保险库密钥. Afterwards nothing is written through this ledger any more: it is opened anew with the new key.
   * @param last acts behind the copied ones, made at the moment of copying
   */
  async rekey(
    holders: Pick<NewKeyHolders, 'passphrase' | 'recoveryCode' | 'cost'>,
    last: () => readonly Change[],
  ): Promise<LedgerResult<void>> {
    await this.#checkpoint?.catch(() => undefined);
    const own = this.slots.own();
    if (!own.ok) return own;
    const { header } = own.value;
    const key = await makeNewKey(header, { ...holders, ...own.value }, this.parts.derive);
    if (this.#failure !== undefined) return failed(this.#failure);
    try {
      const copy = rekey({ ...this.parts, header }, key, last());
      this.#failure = { code: 'V-110', reason: 'rekeyed' };
      this.#leaveTo(copy, key.dataKey);
    } catch (problem) {
      if (problem instanceof KeysUncertain) return failed(this.#stop(problem.problem));
      return failed(copyFailure(problem));
    } finally {
      key.dataKey.fill(0);
    }
    return { ok: true, value: undefined };
  }

  /** The old witness learns that there is more than it can see, the new one begins; then the old files go. */
  #leaveTo({ head, home, removeOld }: RekeyedCopy, dataKey: Buffer): void {
    const { mark, keys, store } = this.parts;
    mark.write(head);
    const next = mark.under({ ...keys, dataKey, home });
    next.write(head);
    next.close();
    this.#journal?.close();
    this.#journal = undefined;
    this.parts.anchor.close();
    store.close();
    removeOld();
  }

  /**
   * The ledger is about to move: nothing is written through it any more, and both witnesses name its last frame.
   * The lock stays until it is closed.
   */
  async leave(): Promise<LedgerResult<LeftLedger>> {
    await this.#checkpoint?.catch(() => undefined);
    this.settle();
    if (this.#failure !== undefined || this.#journal === undefined)
      return failed(this.#failure ?? heldStill);
    const { folder, keys, store, anchor, mark } = this.parts;
    const { sequence } = this.#journal;
    this.#failure = { code: 'L-507', reason: 'moved' };
    this.#journal.close();
    this.#journal = undefined;
    anchor.close();
    mark.close();
    return { ok: true, value: { folder, keys, store, sequence } };
  }

  /** Whether a second folder gets every frame as well; `failed` once one did not reach it. */
  get mirrorState(): 'none' | 'good' | 'failed' {
    if (this.#mirror === undefined) return 'none';
    return this.#mirror.hasFailed ? 'failed' : 'good';
  }

  /** Begins or ends the copying of journals into a second folder. */
  mirrorTo(files: VaultFiles | undefined): void {
    this.#mirror = files === undefined ? undefined : mirrorIn(files, this.parts.keys.home);
    this.#mirror?.catchUp(this.parts.files, this.parts.quarantine.keep);
    this.#journal?.copyTo(this.#mirror);
  }

  /** What opening the same ledger anew from the disk needs: the lock goes over, the key is a copy. */
  succession() {
    const { lock, keys } = this.parts;
    return { lock, secret: { ...keys, dataKey: Buffer.from(keys.dataKey) } };
  }

  /** Another opening of the same ledger has taken its place. */
  abandon(): void {
    clearImmediate(this.#upkeep);
    this.parts.store.close();
    this.#closeFiles();
  }

  /** A second program on this machine is told who has the ledger. */
  tellHolder(name: string): void {
    this.parts.lock.tell(name);
  }

  async close(): Promise<void> {
    await this.#checkpoint?.catch(() => undefined);
    this.parts.store.close();
    await this.end();
  }

  /** Closes the journal in order without waiting for anything; a checkpoint under way is left unfinished. */
  end(): Promise<void> {
    clearImmediate(this.#upkeep);
    this.settle();
    this.#closeFiles();
    return this.parts.lock.release();
  }

  #closeFiles(): void {
    this.#journal?.close();
    this.parts.anchor.close();
    this.parts.mark.close();
    this.parts.keys.dataKey.fill(0);
  }

  /** Both witnesses are brought up to what was written last. */
  settle(): void {
    if (this.#failure !== undefined || this.#journal === undefined) return;
    const { sequence, headHash, fileNumber } = this.#journal;
    if (sequence !== this.#anchoredSequence) this.#anchor(this.#journal);
    this.parts.mark.write({ sequence, headHash, fileNumber });
  }

  #begin(): void {
    const { journal, anchorCounter } = this.parts.begin();
    this.#journal = journal;
    this.#anchorCounter = anchorCounter;
  }

  #apply(changes: readonly Change[]): void {
    for (const { changes: records } of changes) {
      this.parts.store.apply(records);
      for (const record of records) this.#ahead.push(record);
    }
  }

  #bringColumnsUp(): void {
    const ahead = this.#ahead;
    if (ahead.length === 0) return;
    this.#ahead = [];
    this.parts.projection.apply(this.parts.hot, ahead);
  }

  #stop(problem: unknown): LedgerFailure {
    this.#failure =
      problem instanceof Fenced ? { code: 'L-502', reason: 'fenced' } : writeFailure(problem);
    return this.#failure;
  }

  #keepUp(): void {
    clearImmediate(this.#upkeep);
    this.#upkeep = undefined;
    this.#bringColumnsUp();
    if (this.#failure !== undefined || this.#journal === undefined) return;
    const { sequence, size } = this.#journal;
    if (sequence - this.#anchoredSequence >= framesPerAnchor) this.#anchor(this.#journal);
    if (sequence - this.#checkpointSequence >= framesPerCheckpoint || size >= bytesPerCheckpoint) {
      // A failed checkpoint leaves everything in the journal; the next one tries again.
      this.checkpoint().catch(() => (this.#checkpointSequence = this.sequence));
    }
  }

  /** The frame is already durable; an anchor that cannot be written only ends writing. */
  #anchor({ sequence, headHash, fileNumber }: JournalWriter): void {
    this.#anchorCounter += 1;
    try {
      const counter = this.#anchorCounter;
      this.parts.anchor.write({ counter, sequence, headHash, fileNumber });
      this.#anchoredSequence = sequence;
      this.parts.mark.follow({ sequence, headHash, fileNumber });
    } catch (problem) {
      this.#stop(problem);
    }
  }

  async #runCheckpoint(): Promise<void> {
    const { files, keys } = this.parts;
    const old = this.#journal;
    if (old === undefined) throw new Error('a ledger that is held writes no snapshot');
    const fileNumber = old.fileNumber + 1;
    const { sequence, headHash } = old;
    this.#checkpointSequence = sequence;
    try {
      this.#journal = new JournalWriter(
        files,
        { fileNumber, sequence, prevHash: headHash },
        keys,
        this.#mirror,
      );
      old.close();
    } catch (problem) {
      this.#stop(problem);
      throw problem;
    }
    this.#bringColumnsUp();
    await writeCheckpoint(this.parts, { fileNumber, sequence, headHash });
  }
}
