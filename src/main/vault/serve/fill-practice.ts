import { randomUUID } from 'node:crypto';
import type { Result } from '../../../contract/common';
import {
  generatePracticeLedger,
  practiceSettings,
} from '../../../core/practice/generate-practice-ledger';
import type { RecordChange } from '../../../core/records/change';
import type { Columns } from '../columns/columns';
import type { Ledger } from '../ledger/ledger';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import { asJson } from '../use-cases/save-person';
import type { ServiceOptions } from './service-options';

const practiceSeed = 20261123;

/** Through the same commit as everything else: one act, as long as it is. */
export function fillPractice(
  ledger: Ledger<Columns>,
  clock: ServiceOptions['clock'],
): Result<number> {
  const changes: RecordChange[] = [];
  for (const { table, record } of generatePracticeLedger({
    seed: practiceSeed,
    today: clock.today(),
  })) {
    changes.push({ table, id: record.id, before: null, after: asJson(record) });
  }
  const settings = { ...practiceSettings(), theme: 'light' as const };
  changes.push({
    table: 'meta',
    id: 'document',
    before: ledger.meta.data as RecordChange['before'],
    after: { ...ledger.meta.data, settings: asJson(settings) },
  });
  const result = ledger.commit({
    id: randomUUID(),
    at: clock.nowIso(),
    by: settings.operator,
    action: 'practice.fill',
    changes,
  });
  if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
  ledger.meta.data = { ...ledger.meta.data, settings: asJson(settings) };
  // A failed one leaves everything in the journal; the next one tries again.
  ledger.checkpoint().catch(() => undefined);
  return { ok: true, value: changes.length };
}
