import type { VaultFiles } from '../../../src/main/vault/ledger/vault-files';
import { changeOf, createTestLedger, put, temporaryFolder, tryOpen } from '../ledger-kit';
import { sufferMove } from './move-loss';
import { PowerLossDisk } from './power-loss-disk';
import { isClean, sufferPowerLoss } from './power-loss';

/** Each asks one promise of the ledger and says whether it is broken. */
export const detectors = {
  /** R2: what was acknowledged outlives the power. */
  powerLoss: async () => !isClean(await sufferPowerLoss(1_500, true)),
  /** A ledger on its way to another folder is whole at one place. */
  move: async () => (await sufferMove(6)).problems.length > 0,
  /** R5: what was refused is nowhere. */
  fullDisk: async () => {
    const home = temporaryFolder();
    const disk = new PowerLossDisk();
    let isFull = false;
    const { ledger } = await createTestLedger(
      home.folder,
      filling(disk.files, () => isFull),
    );
    ledger.commit(changeOf(put('kept', { i: 1 })));
    isFull = true;
    const refused = ledger.commit(changeOf(put('refused', { i: 2, text: '演练'.repeat(200_000) })));
    const ids = [...ledger.scan('people')].map(({ id }) => id);
    isFull = false;
    await ledger.close();
    home.remove();
    return refused.ok || ids.join() !== 'kept';
  },
  /** S1: no nonce twice, in no file of the ledger. */
  nonces: async () => {
    const home = temporaryFolder();
    const disk = new PowerLossDisk();
    const { ledger, recoveryCode } = await createTestLedger(home.folder, disk.files);
    for (let i = 0; i < 40; i += 1) ledger.commit(changeOf(put(`p${i}`, { i })));
    await ledger.close();
    const again = await tryOpen(home.folder, { secret: { recoveryCode }, files: disk.files });
    if (!again.ok) throw new Error(again.failure.code);
    for (let i = 0; i < 40; i += 1) again.value.ledger.commit(changeOf(put(`p${i}`, { i })));
    await again.value.ledger.close();
    home.remove();
    const nonces = disk.files
      .list()
      .filter((name) => name.startsWith('j.'))
      .flatMap((name) => noncesOf(disk.files.read(name)));
    return nonces.length < 80 || new Set(nonces).size < nonces.length;
  },
  /** R7: of two writers on one folder the older one is stopped. */
  fence: async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const disk = new PowerLossDisk();
    const { ledger, recoveryCode } = await createTestLedger(one.folder, disk.files);
    const second = await tryOpen(other.folder, { secret: { recoveryCode }, files: disk.files });
    if (!second.ok) throw new Error(second.failure.code);
    const late = ledger.commit(changeOf(put('late', { i: 1 })));
    await second.value.ledger.close();
    one.remove();
    other.remove();
    return late.ok || late.failure.code !== 'L-502';
  },
  /** Finding 8: an anchor that says nothing is damage, never a reason to carry on. */
  anchor: async () => {
    const home = temporaryFolder();
    const disk = new PowerLossDisk();
    const { ledger, recoveryCode } = await createTestLedger(home.folder, disk.files);
    ledger.commit(changeOf(put('p', { i: 1 })));
    await ledger.close();
    const file = disk.files.open('ANCHOR', 'update');
    file.write(Buffer.alloc(1024), 0);
    const again = await tryOpen(home.folder, { secret: { recoveryCode }, files: disk.files });
    if (!again.ok) throw new Error(again.failure.code);
    await again.value.ledger.close();
    home.remove();
    return !again.value.report.damagedParts.includes('ANCHOR');
  },
} as const satisfies Record<string, () => Promise<boolean>>;

export type DetectorName = keyof typeof detectors;

function filling(files: VaultFiles, isFull: () => boolean): VaultFiles {
  return {
    ...files,
    open(name, mode) {
      const file = files.open(name, mode);
      return {
        ...file,
        write(bytes, position) {
          if (isFull()) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
          file.write(bytes, position);
        },
      };
    },
  };
}

const journalHeader = 128;

/** Reads a journal as docs/ledger-format.md says it stands: `length4 ‖ nonce12 ‖ …`. */
function noncesOf(journal: Buffer): string[] {
  const nonces: string[] = [];
  for (let at = journalHeader; at + 16 <= journal.length;) {
    const length = journal.readUInt32BE(at);
    if (length === 0) break;
    nonces.push(journal.toString('hex', at + 4, at + 16));
    at += 4 + length;
  }
  return nonces;
}
