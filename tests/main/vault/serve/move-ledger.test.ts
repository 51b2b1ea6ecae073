import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/ledger-kit';
import { bytesOf, attestation, deskPassphrase, TestVault } from '../../../support/vault-kit';

/** 帮我移动并校验 (security.md §6, L-503), through the service as the window asks it. */
let home: ReturnType<typeof temporaryFolder>;
let vault: TestVault;
beforeEach(() => {
  home = temporaryFolder();
  vault = new TestVault(join(home.folder, '坚果云'), join(home.folder, 'state'));
});
afterEach(async () => {
  await vault.service.end(0);
  home.remove();
});

const at = (...parts: string[]) => join(home.folder, ...parts);
const oldLedger = (...names: string[]) => join(vault.folder, 'ledger', ...names);

/** The dialog of main answers with a folder. */
function choose(...parts: string[]): { token: string } {
  const path = at(...parts);
  mkdirSync(path, { recursive: true });
  vault.service.receivePlace(path.slice(-80), path);
  return { token: path.slice(-80) };
}

async function lived(): Promise<void> {
  await vault.create();
  await vault.addPerson('测一');
  await vault.addPerson('测二');
  await vault.ask('backups.make', {});
}

async function moved(): Promise<void> {
  await lived();
  await vault.ask('session.move', choose('新账本'));
  await vault.lock();
}

const noticesOf = async () => (await vault.unlock()).notices.map(({ code }) => code);

describe('the ledger moves to a folder the user chose', () => {
  test('it opens there with everything, once says so, and the old folder is a copy nobody opens', async () => {
    await lived();
    const mirror = at('mirror');
    mkdirSync(mirror);
    vault.service.receivePlace('mirror', mirror);
    await vault.ask('mirror.choose', { token: 'mirror' });
    await vault.ask('drafts.hold', {
      key: 'person:new',
      title: '登记申请人',
      place: { page: 'newPerson' },
      values: { name: '测三' },
    });
    expect(await vault.ask('place.get', {})).toEqual({
      name: '坚果云',
      risk: '账本位于网盘同步文件夹（坚果云），可能造成泄密和互相覆盖',
      left: null,
    });
    const done = await vault.ask('session.move', choose('新账本'));
    expect(done.records).toBeGreaterThan(2);
    const late = await vault.refusal('people.create', { person: { name: '测晚', dossier: {} } });
    expect(late.code).toBe('L-507');
    expect((await vault.refusal('session.reopen', {})).code).toBe('L-507');
    await vault.lock();

    expect(await vault.ask('session.status', {})).toMatchObject({
      state: 'locked',
      movedTo: '新账本',
    });
    const { notices, readOnly } = await vault.unlock();
    expect(readOnly).toBeUndefined();
    expect(notices).toEqual([
      {
        code: 'L-509',
        message: `账本已移到“新账本”文件夹：${done.files} 个文件逐字节核对、${done.records} 条记录整体解密核对，全部一致。旧文件夹“坚果云”里还留有一份副本，程序不会再打开它；用过一阵确认无误后，可在［备份］页删除。[L-509]`,
      },
    ]);
    expect(await vault.people()).toBe(2);
    expect((await vault.ask('drafts.list', {})).map(({ key }) => key)).toEqual(['person:new']);
    const care = await vault.ask('care.overview', {});
    expect(care.mirror.state).toBe('good');
    expect(care.backups.filter(({ verified }) => verified !== undefined)).toHaveLength(1);
    const { rows } = await vault.ask('trail.list', { limit: 50 });
    expect(rows.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '账本移到新文件夹，校验一致',
        '开始把账本移到别的文件夹',
        '建立账本',
      ]),
    );
    await vault.addPerson('测四');
    await vault.lock();
    expect(await noticesOf()).toEqual([]);
    expect(await vault.people()).toBe(3);
  });

  test('either witness is enough: the mark in the old folder, or the note of this machine', async () => {
    await moved();
    rmSync(at('state', 'ledger.place'));
    vault.start();
    expect(await noticesOf()).toEqual([]);
    await vault.lock();
    rmSync(vault.folder, { recursive: true });
    vault.start();
    expect((await vault.ask('session.status', {})).state).toBe('locked');
    await vault.unlock();
    expect(await vault.people()).toBe(2);
    await vault.lock();
    rmSync(at('state', 'ledger.place'));
    mkdirSync(vault.folder);
  });

  test('it can move again, and a program that had found the old place opens nothing there', async () => {
    await lived();
    await vault.ask('session.move', choose('新账本'));
    const waiting = vault.service;
    await vault.lock();
    await vault.unlock();
    const second = new TestVault(vault.folder, vault.stateFolder);
    await vault.ask('session.move', choose('再换一处'));
    await vault.lock();
    const late = await second.refusal('session.unlock', { passphrase: bytesOf(deskPassphrase) });
    expect(late.code).toBe('L-507');
    await second.service.end(0);
    await waiting.end(0);
    expect(await noticesOf()).toEqual(['L-509']);
    expect((await vault.ask('place.get', {})).name).toBe('再换一处');
    expect(await vault.people()).toBe(2);
  });

  test('L-505: where the disk is away nothing is made and nothing else is opened; the folder may have another name', async () => {
    await moved();
    renameSync(at('新账本'), at('改了名'));
    vault.start();
    expect((await vault.ask('session.status', {})).state).toBe('away');
    const refusal = await vault.refusal('session.unlock', { passphrase: bytesOf(deskPassphrase) });
    expect(refusal.code).toBe('L-505');
    expect(refusal.message).toContain('现在没有找到那个文件夹（“新账本”）');
    expect((await vault.refusal('session.prepare', { passphrase: bytesOf('x') })).code).toBe(
      'L-505',
    );
    expect(existsSync(at('新账本'))).toBe(false);
    expect((await vault.refusal('session.locate', choose('空的'))).code).toBe('L-508');
    await vault.ask('session.locate', choose('改了名'));
    vault.start();
    await vault.unlock();
    expect(await vault.people()).toBe(2);
  });

  test('where the disk is lost, a backup and the recovery sheet make a new ledger; what the move left keeps another name', async () => {
    const code = await vault.create();
    await vault.addPerson('测一');
    await vault.ask('session.move', choose('新账本'));
    await vault.lock();
    await vault.unlock();
    await vault.addPerson('测二');
    const stick = choose('stick');
    const { fileName } = await vault.ask('backups.copyOut', stick);
    await vault.lock();
    rmSync(at('新账本'), { recursive: true });
    vault.start();
    expect((await vault.ask('session.status', {})).state).toBe('away');
    vault.service.receivePlace('backup', at('stick', fileName));
    const chosen = {
      source: { kind: 'file' as const, token: 'backup' },
      recoveryCode: code,
    };
    const holding = await vault.ask('session.rescueLook', chosen);
    expect(holding).toMatchObject({ people: 2 });
    expect(holding.missingActs).toBeUndefined();
    const next = '另一句 灯火 石桥 骑手 十月';
    const opened = await vault.ask('session.rescue', { ...chosen, nextPassphrase: bytesOf(next) });
    expect(opened.notices[0]?.message).toContain(
      '移动时留下的副本没有删除，保留在“ledger-damaged-',
    );
    expect(await vault.people()).toBe(2);
    await vault.addPerson('测三');
    await vault.lock();
    expect((await vault.ask('session.status', {})).state).toBe('locked');
    await vault.unlock(next);
    expect(await vault.people()).toBe(3);
    const kept = readdirSync(vault.folder).find((name) => name.startsWith('ledger-damaged-')) ?? '';
    expect(readdirSync(join(vault.folder, kept))).toContain('MOVED');
  });

  test('［删除旧文件夹中的副本］ takes what is at the new place and nothing else', async () => {
    await moved();
    await vault.unlock();
    await vault.addPerson('测三');
    writeFileSync(oldLedger('j.99'), 'came from another computer after the move');
    const { left } = await vault.ask('place.get', {});
    expect(left?.name).toBe('坚果云');
    expect(await vault.ask('place.clearOld', {})).toEqual({
      removed: (left?.files ?? 0) - 3,
      kept: 3,
    });
    expect(readdirSync(oldLedger()).sort()).toEqual(['KEYS.A', 'KEYS.B', 'MOVED', 'j.99']);
    rmSync(oldLedger('j.99'));
    expect(await vault.ask('place.clearOld', {})).toEqual({ removed: 2, kept: 0 });
    expect(readdirSync(oldLedger())).toEqual(['MOVED']);
    expect((await vault.ask('place.get', {})).left).toBeNull();
    await vault.lock();
    await vault.unlock();
    expect(await vault.people()).toBe(3);
  });
});

describe('L-506: what keeps the ledger where it is, with nothing lost', () => {
  const refused = async (token: string, words: string) => {
    const refusal = await vault.refusal('session.move', { token });
    expect(refusal.code).toBe('L-506');
    expect(refusal.message).toContain('账本没有移动，仍在原来的文件夹，全部内容完好');
    expect(refusal.message).toContain(words);
    await vault.addPerson('测还在');
  };

  test('a folder that is not empty, that is kept in step with a cloud, or that is the ledger itself', async () => {
    await lived();
    const full = choose('已有文件');
    writeFileSync(at('已有文件', 'a.txt'), 'x');
    await refused(full.token, '已有别的文件');
    await refused(choose('OneDrive').token, '网盘同步文件夹（OneDrive）');
    await refused(choose('坚果云', 'ledger', 'inside').token, '就在账本现在的文件夹里');
    expect((await vault.refusal('session.move', { token: 'nobody' })).code).toBe('C-101');
    expect(existsSync(oldLedger('MOVED'))).toBe(false);
  });

  test('a copy that fails half way is taken away, and work goes on where it was', async () => {
    await lived();
    // A path just short enough for the ledger's own files, and too long for a backup's.
    let deep = '深';
    while (at(deep).length < 3_880)
      deep = join(deep, 'x'.repeat(Math.min(200, 3_890 - at(deep).length)));
    const { token } = choose(deep);
    const names = readdirSync(join(vault.folder, 'ledger-backups'));
    writeFileSync(join(vault.folder, 'ledger-backups', 'y'.repeat(240)), 'long name');
    await refused(token, '请换一个位置');
    expect(readdirSync(at(deep))).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
    await vault.lock();
    await vault.unlock();
    expect(await vault.people()).toBe(3);
    expect(readFileSync(oldLedger('KEYS.A')).length).toBeGreaterThan(0);
  });

  test('only an administrator moves it, deletes the copy, or fills in the practice data', async () => {
    await lived();
    await vault.ask('slots.add', {
      user: '测录入',
      role: 'clerk',
      passphrase: bytesOf('另一句 灯火 石桥 骑手 十月'),
      attestation: attestation(),
    });
    await vault.lock();
    await vault.unlock('另一句 灯火 石桥 骑手 十月');
    expect((await vault.refusal('session.move', choose('新账本'))).code).toBe('V-106');
    expect((await vault.refusal('place.clearOld', {})).code).toBe('V-106');
    expect((await vault.refusal('session.fillPractice', {})).code).toBe('V-106');
  });
});
