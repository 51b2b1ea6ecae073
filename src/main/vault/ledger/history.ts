import type { Change } from '../../../core/records/change';
import { decodeJournalHeader } from './journal-header';
import { readJournal } from './journal-reader';
import { journalName } from './journal-writer';
import { journalNumbers } from './recovery';
import { framesOf, TransactionReader } from './transaction';
import type { VaultFiles } from './vault-files';

/** What the list of changes shows without opening the change itself. */
export type ChangeEntry = Pick<Change, 'id' | 'at' | 'by' | 'action' | 'note' | 'undoes'> & {
  readonly records: number;
  /** `table/id` of the records touched, for a page's own history. */
  readonly touched: ReadonlySet<string>;
  /** First and last sequence of its frames. */
  readonly first: number;
  readonly last: number;
};

/** The ledger's one list of changes, read from the journals the first time somebody asks. */
export class History {
  #entries: ChangeEntry[] | undefined;
  #byId = new Map<string, ChangeEntry>();

  constructor(
    private readonly files: VaultFiles,
    private readonly keys: { readonly dataKey: Buffer; readonly vaultId: Buffer },
  ) {}

  /** Oldest first. */
  entries(): readonly ChangeEntry[] {
    if (this.#entries === undefined) {
      this.#entries = [];
      for (const { change, first, last } of this.#read()) this.#add(change, first, last);
    }
    return this.#entries;
  }

  entry(id: string): ChangeEntry | undefined {
    this.entries();
    return this.#byId.get(id);
  }

  /** The whole change with every before and after. */
  change(id: string): Change | undefined {
    const entry = this.entry(id);
    if (entry === undefined) return undefined;
    for (const { change } of this.#read(entry)) if (change.id === id) return change;
    return undefined;
  }

  /** Keeps the list true after a commit whose first frame had this sequence. */
  note(changes: readonly Change[], firstSequence: number): void {
    if (this.#entries === undefined) return;
    let first = firstSequence;
    for (const change of changes) {
      const frames = framesOf(change);
      this.#add(change, first, first + frames - 1);
      first += frames;
    }
  }

  #add(change: Change, first: number, last: number): void {
    const { id, at, by, action, note, undoes, changes } = change;
    const touched = new Set(changes.map((record) => `${record.table}/${record.id}`));
    const entry: ChangeEntry = {
      id,
      at,
      by,
      action,
      ...(note === undefined ? {} : { note }),
      ...(undoes === undefined ? {} : { undoes }),
      records: changes.length,
      touched,
      first,
      last,
    };
    this.#entries?.push(entry);
    this.#byId.set(id, entry);
  }

  *#read(only?: ChangeEntry) {
    const transactions = new TransactionReader();
    let first: number | undefined;
    for (const fileNumber of journalNumbers(this.files)) {
      const bytes = this.files.read(journalName(fileNumber));
      if (only !== undefined && !this.#mayHold(bytes, only)) continue;
      for (const frame of readJournal(bytes, fileNumber, this.keys)?.frames ?? []) {
        if (only !== undefined && (frame.sequence < only.first || frame.sequence > only.last))
          continue;
        first ??= frame.sequence;
        const change = transactions.read(frame.payload);
        if (change === undefined) continue;
        yield { change, first, last: frame.sequence };
        first = undefined;
      }
    }
  }

  /** Skips journals that begin after the change ended. */
  #mayHold(bytes: Buffer, entry: ChangeEntry): boolean {
    const header = decodeJournalHeader(bytes, this.keys.dataKey, this.keys.vaultId);
    return header !== undefined && header.sequence <= entry.last;
  }
}
