import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishSwap } from '../../../../src/main/vault/ledger/replace-folder';
import { asRoot } from '../../../support/small-disk';
import {
  bytesOf,
  deskPassphrase,
  temporaryVault,
  type TestVault,
} from '../../../support/vault-kit';

/** security.md §6 R-320 and §3.7: out of a ledger that does not open, without deleting anything. */
let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const newPassphrase = '另一句 灯火 石桥 骑手 十月';
const ledger = (...names: string[]) => join(vault.folder, 'ledger', ...names);
const siblings = (part: string) =>
  readdirSync(vault.folder).filter((name) => name.startsWith(`ledger-${part}`));
const unlockRefusal = () =>
  vault.refusal('session.unlock', { passphrase: bytesOf(deskPassphrase) });

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  // The door's plain counter is written at every try.
  const names = files.map(({ name }) => name).filter((name) => name !== 'DOOR');
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

async function withBackup(people: number): Promise<string> {
  const code = await vault.create();
  for (let number = 1; number <= people; number += 1) await vault.addPerson(`测${number}`);
  await vault.ask('backups.make', {});
  await vault.lock();
  return code;
}

async function newest() {
  const [backup] = await vault.ask('session.rescueBackups', {});
  return { kind: 'shelf', name: backup?.name ?? '' } as const;
}

const newestOnDisk = () => {
  const names = readdirSync(join(vault.folder, 'ledger-backups'));
  return {
    name:
      names
        .filter((each) => each.endsWith('.djb'))
        .sort()
        .at(-1) ?? '',
  };
};

type Damage = { readonly words: string; readonly files: RegExp; readonly isRemoved?: boolean };
const damages: readonly Damage[] = [
  { words: 'both copies of KEYS unreadable', files: /^KEYS/ },
  { words: 'both copies of KEYS gone', files: /^KEYS/, isRemoved: true },
  { words: 'every journal and snapshot unreadable', files: /^(j|snap)\.\d+$/ },
];

function destroy({ files, isRemoved }: Damage): void {
  for (const name of readdirSync(ledger()).filter((each) => files.test(each)))
    if (isRemoved === true) rmSync(ledger(name));
    else
      writeFileSync(
        ledger(name),
        'nothing of a ledger any more, and longer than a header '.repeat(9),
      );
}

describe('R-320: from the words to a ledger that opens', () => {
  test.each(damages)(
    '$words: the people come back and every old file stays as it is',
    async (damage) => {
      const recoveryCode = await withBackup(3);
      destroy(damage);
      expect((await vault.ask('session.status', {})).state).toBe('locked');
      const before = contents(ledger());
      expect((await unlockRefusal()).code).toBe('R-320');

      const source = await newest();
      const holding = await vault.ask('session.rescueLook', { source, recoveryCode });
      expect(holding).toMatchObject({
        madeAt: '2026-11-23 09:30',
        unitName: '演练区委社会工作部',
        people: 3,
      });
      expect(contents(ledger())).toEqual(before);

      const { notices } = await vault.ask('session.rescue', {
        source,
        recoveryCode,
        nextPassphrase: bytesOf(newPassphrase),
      });
      const [kept = ''] = siblings('damaged-');
      expect(notices[0]?.message).toContain(`保留在“${kept}”文件夹`);
      expect(contents(join(vault.folder, kept))).toEqual(before);
      expect(siblings('restoring-')).toEqual([]);
      expect(await vault.people()).toBe(3);
      const { rows } = await vault.ask('trail.list', { kind: 'backup', limit: 10 });
      const acts = rows.filter(({ title }) => title === '账本打不开，从备份重建');
      expect(acts).toHaveLength(1);
      expect(acts[0]?.note).toContain(source.name);
      expect((await vault.refusal('history.undoLatest', {})).code).toBe('C-104');

      await vault.lock();
      expect((await vault.unlock(newPassphrase)).notices).toEqual([]);
      expect(await vault.people()).toBe(3);
      await vault.lock();
      await vault.ask('session.unlockWithRecovery', {
        code: recoveryCode,
        nextPassphrase: bytesOf(deskPassphrase),
      });
      expect(await vault.people()).toBe(3);
      expect((await vault.ask('backups.check', {})).isGood).toBe(true);
    },
  );

  test('a wrong code, a damaged backup and a weak passphrase change nothing', async () => {
    const recoveryCode = await withBackup(1);
    for (const name of ['KEYS.A', 'KEYS.B']) writeFileSync(ledger(name), 'no header any more');
    await unlockRefusal();
    const before = contents(ledger());
    const source = await newest();
    const nextPassphrase = () => bytesOf(newPassphrase);
    const refusal = async (input: object) =>
      (
        await vault.refusal('session.rescue', {
          ...{ source, recoveryCode, nextPassphrase: nextPassphrase() },
          ...input,
        })
      ).code;
    expect(await refusal({ recoveryCode: '00000 00000 00000 00000 00000 00000' })).toBe('V-103');
    expect(await refusal({ nextPassphrase: bytesOf('123456') })).toBe('V-104');
    expect(await refusal({ source: { kind: 'shelf', name: '../ledger/j.1' } })).toBe('C-101');
    const backup = join(vault.folder, 'ledger-backups', source.name);
    const bytes = readFileSync(backup);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
    writeFileSync(backup, bytes);
    expect(await refusal({})).toBe('B-703');
    expect(contents(ledger())).toEqual(before);
    expect([...siblings('damaged-'), ...siblings('restoring-')]).toEqual([]);
  });

  test('a backup from a stick serves where this machine has none left', async () => {
    const recoveryCode = await withBackup(2);
    const { name } = newestOnDisk();
    const stick = mkdtempSync(join(tmpdir(), 'stick-'));
    copyFileSync(join(vault.folder, 'ledger-backups', name), join(stick, '账本.djb'));
    rmSync(join(vault.folder, 'ledger-backups'), { recursive: true });
    for (const each of ['KEYS.A', 'KEYS.B']) rmSync(ledger(each));
    await vault.lock();
    expect((await unlockRefusal()).message).toContain('请找出 U 盘上的备份');
    expect(await vault.ask('session.rescueBackups', {})).toEqual([]);
    vault.service.receivePlace('stick', join(stick, '账本.djb'));
    await vault.ask('session.rescue', {
      source: { kind: 'file', token: 'stick' },
      recoveryCode,
      nextPassphrase: bytesOf(newPassphrase),
    });
    expect(await vault.people()).toBe(2);
    rmSync(stick, { recursive: true });
  });

  test('where the old folder cannot be renamed nothing is changed, and the half made one is gone', async () => {
    const recoveryCode = await withBackup(1);
    for (const name of ['KEYS.A', 'KEYS.B']) writeFileSync(ledger(name), 'no header any more');
    await unlockRefusal();
    const before = contents(ledger());
    const source = await newest();
    // A folder that something is mounted on cannot be renamed.
    asRoot('mount', ['--bind', ledger(), ledger()]);
    try {
      const input = { source, recoveryCode, nextPassphrase: bytesOf(newPassphrase) };
      expect((await vault.refusal('session.rescue', input)).code).toBe('W-402');
      expect(contents(ledger())).toEqual(before);
      expect([...siblings('damaged-'), ...siblings('restoring-')]).toEqual([]);
    } finally {
      asRoot('umount', ['--lazy', ledger()]);
    }
  });

  test('a ledger that opens cannot be put aside: the way back is heard only after R-320', async () => {
    const recoveryCode = await withBackup(1);
    const input = {
      source: { kind: 'shelf', name: '' } as const,
      recoveryCode,
      nextPassphrase: bytesOf(newPassphrase),
    };
    expect((await vault.refusal('session.rescue', input)).code).toBe('C-100');
    expect((await vault.refusal('session.rescueBackups', {})).code).toBe('C-100');
    await vault.unlock();
    expect((await vault.refusal('session.rescue', input)).code).toBe('C-100');
  });
});

test('the power goes between the two renames: the next start lets the verified folder in', () => {
  const home = mkdtempSync(join(tmpdir(), 'swap-'));
  const at = (name: string) => join(home, name);
  for (const name of ['ledger', 'ledger-restoring-1', 'ledger-restoring-2'])
    writeFileSync(at(name), name);
  finishSwap(at('ledger'));
  expect(readFileSync(at('ledger'), 'utf8')).toBe('ledger');
  renameSync(at('ledger'), at('ledger-damaged-2'));
  finishSwap(at('ledger'));
  expect(readFileSync(at('ledger'), 'utf8')).toBe('ledger-restoring-2');
  expect(existsSync(at('ledger-damaged-2'))).toBe(true);
  rmSync(home, { recursive: true });
});
