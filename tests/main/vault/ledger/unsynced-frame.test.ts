import { expect, it } from 'vitest';
import type { VaultFiles } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  put,
  temporaryFolder,
  tryOpen,
} from '../../../support/ledger-kit';
import { seededRandom } from '../../../support/seeded-random';
import { PowerLossDisk } from '../../../support/torture/power-loss-disk';

/** The program dies between the write of a frame and its sync: the frame is in the system's memory only. */
function dyingBeforeSync(files: VaultFiles, isDying: () => boolean): VaultFiles {
  return {
    ...files,
    open(name, mode) {
      const file = files.open(name, mode);
      return {
        ...file,
        sync() {
          if (isDying()) throw Object.assign(new Error('EIO'), { code: 'EIO' });
          file.sync();
        },
      };
    },
  };
}

it('what is acknowledged after a kill outlives the power, also on top of a frame that was never synced (security.md §5 R1, R2)', async () => {
  const home = temporaryFolder();
  const random = seededRandom(20261123);
  const disk = new PowerLossDisk();
  let isDying = false;
  const made = await createTestLedger(
    home.folder,
    dyingBeforeSync(disk.files, () => isDying),
  );
  made.ledger.commit(changeOf(put('kept', { i: 1 })));
  isDying = true;
  expect(made.ledger.commit(changeOf(put('unsynced', { i: 2 }))).ok).toBe(false);
  await made.ledger.close();

  const secret = { recoveryCode: made.recoveryCode };
  const second = await tryOpen(home.folder, { secret, files: disk.files });
  if (!second.ok) throw new Error(second.failure.code);
  expect(second.value.ledger.commit(changeOf(put('acknowledged', { i: 3 }))).ok).toBe(true);
  await second.value.ledger.close();

  for (let state = 0; state < 200; state += 1) {
    const after = new PowerLossDisk(disk.crashAt(disk.moment, random));
    const third = await tryOpen(home.folder, { secret, files: after.files });
    if (!third.ok) throw new Error(third.failure.code);
    const { ledger, report } = third.value;
    expect([...ledger.scan('people')].map(({ id }) => id)).toEqual([
      'kept',
      'unsynced',
      'acknowledged',
    ]);
    expect(report).toMatchObject({ missingFrames: 0, damagedParts: [], framesBehind: 0 });
    await ledger.close();
  }
  home.remove();
});
