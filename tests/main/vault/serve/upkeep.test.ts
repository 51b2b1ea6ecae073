import { join } from 'node:path';
import { expect, it } from 'vitest';
import { columnsProjection } from '../../../../src/main/vault/columns/columns';
import { createLedger, openLedger } from '../../../../src/main/vault/ledger/open-ledger';
import { createRecoveryCode } from '../../../../src/main/vault/crypto/recovery-code';
import { ClockWatch } from '../../../../src/main/vault/serve/opening';
import { Upkeep } from '../../../../src/main/vault/serve/upkeep';
import { openCareRoom } from '../../../../src/main/vault/use-cases/care/care-room';
import { warmCoverage } from '../../../../src/main/vault/use-cases/coverage';
import { Desk } from '../../../../src/main/vault/use-cases/desk';
import { asJson } from '../../../../src/main/vault/use-cases/save-person';
import { initialSettings } from '../../../../src/main/vault/use-cases/settings';
import {
  deriveHere,
  now,
  passphrase,
  temporaryFolder,
  weakCost,
} from '../../../support/ledger-kit';

const clock = { today: () => '2026-11-23' as const, nowIso: now, monotonic: () => 0 };

it('coverage that cannot be made ready ends nothing: what throws behind an answer would end the vault (adr 0006)', async () => {
  const home = temporaryFolder();
  const recoveryCode = createRecoveryCode();
  const base = { folder: home.folder, projection: columnsProjection, now, derive: deriveHere };
  const made = await createLedger({
    ...base,
    ...{ passphrase: passphrase.slice(), recoveryCode, cost: weakCost },
    meta: { settings: asJson(initialSettings()) },
  });
  if (!made.ok) throw new Error(made.failure.code);
  await made.value.ledger.checkpoint();
  await made.value.ledger.close();
  const opened = await openLedger({ ...base, secret: { recoveryCode } });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { ledger } = opened.value;
  const desk = new Desk(ledger, clock, () => 'id');
  const upkeep = new Upkeep(
    desk,
    openCareRoom(join(home.folder, 'backups')),
    new ClockWatch(clock),
  );
  upkeep.stop();
  // Another opening of the same ledger has taken its place: its file is closed.
  ledger.abandon();
  await expect(warmCoverage(desk)).rejects.toThrow();
  await expect(upkeep.warmUp()).resolves.toBeUndefined();
  home.remove();
});
