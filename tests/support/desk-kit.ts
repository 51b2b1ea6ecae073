import { createRecoveryCode } from '../../src/main/vault/crypto/recovery-code';
import { columnsProjection } from '../../src/main/vault/columns/columns';
import { createLedger } from '../../src/main/vault/ledger/open-ledger';
import { Desk } from '../../src/main/vault/use-cases/desk';
import { asJson } from '../../src/main/vault/use-cases/save-person';
import { initialSettings } from '../../src/main/vault/use-cases/settings';
import type { Progress } from '../../src/contract/channels';
import type { CalendarDate } from '../../src/core/calendar/calendar-date';
import type { RecordOf, TableName } from '../../src/core/records/tables';
import { deriveHere, passphrase, temporaryFolder, weakCost } from './ledger-kit';

export type SeedRecord = {
  [Table in TableName]: { readonly table: Table; readonly record: RecordOf<Table> };
}[TableName];

export type TestDesk = {
  readonly desk: Desk;
  /** Sets the day on which the desk thinks it is. */
  readonly setToday: (today: CalendarDate) => void;
  readonly progress: (Progress | null)[];
  readonly close: () => Promise<void>;
};

/** A desk over a real ledger in a folder of its own, filled with records in one change. */
export async function openTestDesk(
  records: readonly SeedRecord[] = [],
  startsOn: CalendarDate = '2026-11-23',
): Promise<TestDesk> {
  const home = temporaryFolder();
  const settings = { ...initialSettings(), unitName: '演练区', operator: '办理员甲' };
  const made = await createLedger({
    folder: home.folder,
    projection: columnsProjection,
    now: () => '2026-11-23T01:02:03.000Z',
    derive: deriveHere,
    passphrase: passphrase.slice(),
    recoveryCode: createRecoveryCode(),
    cost: weakCost,
    meta: { settings: asJson(settings) },
  });
  if (!made.ok) throw new Error(`create failed: ${made.failure.code}`);
  const { ledger } = made.value;
  let today = startsOn;
  let ids = 0;
  const progress: (Progress | null)[] = [];
  const clock = {
    today: () => today,
    nowIso: () => '2026-11-23T01:02:03.000Z',
    monotonic: () => 0,
  };
  const newId = () => `new-${(ids += 1)}`;
  const desk = new Desk(ledger, clock, newId, (each) => progress.push(each));
  if (records.length > 0) {
    const changes = records.map(({ table, record }) => ({
      table,
      id: record.id,
      before: null,
      after: asJson(record),
    }));
    const filled = desk.commit({ action: 'test.fill', changes });
    if (!filled.ok) throw new Error(filled.failure.message);
  }
  return {
    desk,
    setToday: (next) => (today = next),
    progress,
    close: async () => {
      await ledger.close();
      home.remove();
    },
  };
}

/** The value of an answer; a failure ends the test with its words. */
export function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; failure: { message: string } },
): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
