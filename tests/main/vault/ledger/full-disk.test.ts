import { describe, expect, it } from 'vitest';
import { openFolder, type VaultFiles } from '../../../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  openTestLedger,
  put,
  temporaryFolder,
} from '../../../support/ledger-kit';
import { reportFigures } from '../../../support/torture/report';

/** security.md §5 R5 and R6: the n-th step on the disk fails, for every n of a life of this many edits. */
const edits = Number(process.env['TORTURE_FULL'] || 12);
const steps = ['write', 'sync', 'open', 'syncFolder', 'remove'] as const;
type Step = (typeof steps)[number];

const errors = [
  ['ENOSPC', 'W-401'],
  ['EDQUOT', 'W-401'],
  ['EFBIG', 'W-401'],
  ['EACCES', 'W-402'],
  ['EROFS', 'W-402'],
  ['EIO', 'W-403'],
] as const;

const tally = { cases: 0, acknowledged: 0, lost: 0, silent: 0, messages: new Set<string>() };

describe('a disk that refuses (security.md R5, R6)', () => {
  it.each(errors.flatMap(([error, code]) => steps.map((step) => ({ error, code, step }))))(
    '$error at any $step: $code, read-only from then on, nothing acknowledged lost',
    { timeout: 300_000 },
    async ({ error, code, step }) => {
      for (let failing = 1; ; failing += 1) {
        const outcome = await lifeWithFault(error, step, failing);
        for (const seen of outcome.codes) {
          expect(seen).toBe(code);
          tally.messages.add(seen);
        }
        tally.cases += 1;
        tally.acknowledged += outcome.acknowledged;
        tally.lost += outcome.lost;
        tally.silent += outcome.ghosts;
        expect(outcome).toMatchObject({ lost: 0, ghosts: 0 });
        if (!outcome.hasFailed) break;
      }
    },
  );

  it('says what it found', () => {
    const { messages, ...figures } = tally;
    reportFigures({ ...figures, messages: [...messages].join(' ') });
    expect([...messages].sort()).toEqual(['W-401', 'W-402', 'W-403']);
  });
});

/** Edits and a checkpoint over a disk whose n-th step fails once and from then on; then the disk is mended. */
async function lifeWithFault(error: string, step: Step, failing: number) {
  const home = temporaryFolder();
  const switchboard = faultyFiles(openFolder(home.folder), error, step);
  const { ledger } = await createTestLedger(home.folder, switchboard.files);
  const acknowledged: string[] = [];
  const codes: string[] = [];
  switchboard.failAt(failing);
  for (let i = 0; i < edits; i += 1) {
    const result = ledger.commit(changeOf(put(`p${i}`, { i })));
    if (result.ok) acknowledged.push(`p${i}`);
    else codes.push(result.failure.code);
    // A checkpoint that fails leaves everything in the journal.
    if (i === Math.floor(edits / 2)) await ledger.checkpoint().catch(() => undefined);
  }
  const inMemory = [...ledger.scan('people')].map(({ id }) => id);
  const hasFailed = switchboard.hasFailed();
  switchboard.failAt(Infinity);
  await ledger.close();
  const { ledger: again } = await openTestLedger(home.folder);
  const onDisk = new Set([...again.scan('people')].map(({ id }) => id));
  await again.close();
  home.remove();
  return {
    codes,
    hasFailed,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !onDisk.has(id)).length,
    // One refused act may be on the disk, for its sync failed behind it; in memory it may not be.
    ghosts:
      Math.max(0, onDisk.size - acknowledged.length - 1) +
      inMemory.filter((id) => !acknowledged.includes(id)).length,
  };
}

function faultyFiles(files: VaultFiles, code: string, step: Step) {
  let left = Infinity;
  let hasFailed = false;
  const meet = (met: Step) => {
    if (met !== step) return;
    left -= 1;
    if (left >= 1) return;
    hasFailed = true;
    throw Object.assign(new Error(code), { code });
  };
  const faulty: VaultFiles = {
    ...files,
    open(name, mode) {
      meet('open');
      const file = files.open(name, mode);
      return {
        ...file,
        write(bytes, position) {
          meet('write');
          file.write(bytes, position);
        },
        sync() {
          meet('sync');
          file.sync();
        },
      };
    },
    remove(name) {
      meet('remove');
      files.remove(name);
    },
    syncFolder() {
      meet('syncFolder');
      files.syncFolder();
    },
  };
  return {
    files: faulty,
    hasFailed: () => hasFailed,
    failAt: (next: number) => {
      left = next;
    },
  };
}
