import { randomUUID } from 'node:crypto';
import { Low, type Adapter } from 'lowdb';
import type { Change, RecordChange } from '../../../core/records/change';
import { LedgerDamage, type LedgerFailure, type LedgerResult } from './failures';

/** Settings and remembered choices: small, one document, journalled like everything else. */
export type MetaDocument = { readonly [key: string]: RecordChange['after'] };

export const metaTable = 'meta';
export const metaId = 'document';
/** Which machine the ledger was last at work on. */
export const machinePart = 'machine';

/** What of a ledger the document needs. */
export type MetaHome = {
  readonly get: (table: string, id: string) => RecordChange['after'];
  readonly commit: (change: Change) => LedgerResult<void>;
};

/** lowdb asks for data and hands data back; between the two stands the ledger's own commit. */
class LedgerAdapter implements Adapter<MetaDocument> {
  constructor(
    private readonly ledger: MetaHome,
    private readonly now: () => string,
  ) {}

  /** Throws where the document is missing: lowdb would write its defaults over a `null`. */
  read(): Promise<MetaDocument> {
    const document = this.ledger.get(metaTable, metaId);
    if (document === null) return Promise.reject(new LedgerDamage('meta document'));
    return Promise.resolve(document as MetaDocument);
  }

  write(document: MetaDocument): Promise<void> {
    const result = this.ledger.commit({
      id: randomUUID(),
      at: this.now(),
      by: '',
      action: 'meta.save',
      changes: [
        {
          table: metaTable,
          id: metaId,
          before: this.ledger.get(metaTable, metaId),
          after: document,
        },
      ],
    });
    return result.ok ? Promise.resolve() : Promise.reject(new MetaNotSaved(result.failure.code));
  }
}

/** The document is as it was; the code says why. */
export class MetaNotSaved extends Error {
  constructor(readonly code: LedgerFailure['code']) {
    super(code);
  }
}

export async function openMeta(ledger: MetaHome, now: () => string): Promise<Low<MetaDocument>> {
  const low = new Low<MetaDocument>(new LedgerAdapter(ledger, now), {});
  await low.read();
  return low;
}
