import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rewriteFormat } from '../../../support/damage';
import { deskPassphrase, bytesOf, TestVault, temporaryVault } from '../../../support/vault-kit';

/** Every row of security.md §6 that the vault itself answers: the case is forced, code and words are read, the state is as before. */
let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const ledger = (...names: string[]) => join(vault.folder, 'ledger', ...names);
const journals = () =>
  readdirSync(ledger())
    .filter((name) => /^j\.\d+$/.test(name))
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
const unlockRefusal = () =>
  vault.refusal('session.unlock', { passphrase: bytesOf(deskPassphrase) });

/** Every file of the ledger but the door's plain counter. */
const contents = () =>
  Object.fromEntries(
    readdirSync(ledger())
      .filter((name) => name !== 'DOOR')
      .map((name) => [name, readFileSync(ledger(name)).toString('base64')]),
  );

async function withPeople(count: number): Promise<string> {
  const code = await vault.create();
  for (let number = 1; number <= count; number += 1) await vault.addPerson(`测${number}`);
  return code;
}

describe('the words of security.md §6', () => {
  test('V-101: a wrong passphrase changes nothing and says how many tries are left', async () => {
    await withPeople(1);
    await vault.lock();
    const refusal = await vault.refusal('session.unlock', {
      passphrase: bytesOf('不对的 口令 一句'),
    });
    expect(refusal).toEqual({
      code: 'V-101',
      message:
        '口令不正确，数据没有任何变化。请检查大小写和输入法后重试。（还可连续尝试 4 次，之后需等待）[V-101]',
    });
    await vault.unlock();
    expect(await vault.people()).toBe(1);
  });

  test('V-103: a wrong recovery code changes nothing; the right one opens', async () => {
    const code = await withPeople(1);
    await vault.lock();
    const nextPassphrase = () => bytesOf('另一句 灯火 石桥 骑手 十月');
    const wrong = await vault.refusal('session.unlockWithRecovery', {
      code: '00000 00000 00000 00000 00000 00000',
      nextPassphrase: nextPassphrase(),
    });
    expect(wrong.code).toBe('V-103');
    await vault.ask('session.unlockWithRecovery', { code, nextPassphrase: nextPassphrase() });
    expect(await vault.people()).toBe(1);
  });

  test('R-200: after a torn last frame everything acknowledged is there, and the last act is named', async () => {
    await withPeople(2);
    await vault.lock();
    await vault.unlock();
    await vault.addPerson('测三');
    const copy = `${vault.folder}-copy`;
    cpSync(vault.folder, copy, { recursive: true });
    const torn = new TestVault(copy);
    const journal = readdirSync(join(copy, 'ledger')).filter((name) => /^j\.\d+$/.test(name));
    const last = join(
      copy,
      'ledger',
      `j.${Math.max(...journal.map((name) => Number(name.slice(2))))}`,
    );
    const bytes = readFileSync(last);
    const end = bytes.length - [...bytes].reverse().findIndex((byte) => byte !== 0);
    writeFileSync(
      last,
      Buffer.concat([bytes.subarray(0, end), Buffer.from([0, 0, 1, 0, 9, 9, 9])]),
    );
    const { notices } = await torn.unlock();
    expect(notices[0]).toEqual({
      code: 'R-200',
      message:
        '上次没有正常退出。已自动恢复，全部已保存内容完好（最后一条：11月23日 09:30 办理员甲 录入）。[R-200]',
    });
    expect(await torn.people()).toBe(3);
    await torn.service.end(60_000);
    rmSync(copy, { recursive: true });
  });

  test('R-310: one bad frame is reported with the number of acts to be checked; the rest is there', async () => {
    await withPeople(4);
    await vault.lock();
    const file = ledger(journals()[0] ?? '');
    const bytes = readFileSync(file);
    const place = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(file, bytes);
    const { notices } = await vault.unlock();
    expect(notices[0]?.code).toBe('R-310');
    expect(notices[0]?.message).toMatch(
      /^数据文件有一处损坏（j\.1），已从完好的副本恢复。缺少 1 条操作，清单如下，请核对补录。损坏文件已原样保留，没有删除。\[R-310\]\n第 \d+ 条（.*）$/,
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const { rows } = await vault.ask('trail.list', { kind: 'backup', limit: 10 });
    expect(rows.map(({ note }) => note).join()).toContain('缺少 1 条操作：第');
    await vault.lock();
    expect((await vault.unlock()).notices).toEqual([]);
  });

  test('R-320: a ledger that does not open names its verified backups and is not written to', async () => {
    await withPeople(1);
    await vault.ask('backups.make', {});
    await vault.lock();
    for (const name of ['KEYS.A', 'KEYS.B']) writeFileSync(ledger(name), 'no header any more');
    const before = readdirSync(ledger()).sort();
    const refusal = await unlockRefusal();
    expect(refusal.code).toBe('R-320');
    expect(refusal.message).toContain('已停止写入以免扩大损坏');
    expect(refusal.message).toContain('可以从 2 份已校验的备份中恢复，最近一份：2026-11-23 09:30');
    expect(readdirSync(ledger()).sort()).toEqual(before);
  });

  test('R-330: a folder put back whole to an older copy is only looked at until the user answers for it', async () => {
    await withPeople(1);
    await vault.lock();
    const old = `${vault.folder}-old`;
    cpSync(ledger(), old, { recursive: true });
    await vault.unlock();
    await vault.addPerson('测二');
    await vault.lock();
    rmSync(ledger(), { recursive: true });
    cpSync(old, ledger(), { recursive: true });
    const before = contents();
    const { notices, readOnly } = await vault.unlock();
    expect(notices).toEqual([]);
    expect(readOnly).toEqual({
      code: 'R-330',
      remedy: 'accept',
      message:
        '现在打开的数据比本机上次使用时旧（少 2 条操作）。可能是恢复了旧备份或文件被替换。请确认来源；确认前只能查看，没有写入任何内容。[R-330]',
    });
    const refusal = await vault.refusal('people.create', { person: { name: '测三', dossier: {} } });
    expect(refusal.code).toBe('R-330');
    expect(await vault.people()).toBe(1);
    await vault.lock();
    expect(contents()).toEqual(before);
    expect((await vault.unlock()).readOnly?.code).toBe('R-330');
    expect((await vault.ask('session.accept', {})).readOnly).toBeUndefined();
    await vault.addPerson('测三');
    const { rows } = await vault.ask('trail.list', { kind: 'door', limit: 20 });
    expect(rows.find(({ title }) => title === '确认以这份数据为准')?.note).toContain('少 2 条操作');
    await vault.lock();
    expect((await vault.unlock()).readOnly).toBeUndefined();
    expect(await vault.people()).toBe(2);
    rmSync(old, { recursive: true });
  });

  test('L-502: a copy that went another way than the one seen here last is not written to', async () => {
    await withPeople(1);
    await vault.lock();
    const copy = `${vault.folder}-fork`;
    cpSync(vault.folder, copy, { recursive: true });
    const other = new TestVault(copy, join(copy, 'other-machine'));
    await other.unlock();
    await other.ask('session.accept', {});
    for (const name of ['样一', '样二', '样三']) await other.addPerson(name);
    await other.lock();
    await vault.unlock();
    await vault.addPerson('测二');
    await vault.lock();
    rmSync(ledger(), { recursive: true });
    cpSync(join(copy, 'ledger'), ledger(), { recursive: true });
    const { readOnly } = await vault.unlock();
    expect(readOnly?.message).toContain('这份数据在另一台电脑上被修改过');
    expect(readOnly).toMatchObject({ code: 'L-502', remedy: 'choose' });
    expect(await vault.people()).toBe(4);
    await vault.ask('session.accept', {});
    await vault.addPerson('测三');
    await vault.lock();
    expect((await vault.unlock()).readOnly).toBeUndefined();
    await other.service.end(0);
    rmSync(copy, { recursive: true });
  });

  test('L-504: on another machine the ledger asks before it is written to, once', async () => {
    await withPeople(1);
    await vault.lock();
    const elsewhere = new TestVault(vault.folder, join(vault.folder, 'other-machine'));
    const { readOnly } = await elsewhere.unlock();
    expect(readOnly?.remedy).toBe('accept');
    expect(readOnly?.message).toContain('上次是在另一台电脑上使用的');
    expect(readOnly?.message).toContain('[L-504]');
    await elsewhere.ask('session.accept', {});
    await elsewhere.addPerson('测二');
    await elsewhere.lock();
    expect((await elsewhere.unlock()).readOnly).toBeUndefined();
    await elsewhere.service.end(0);
  });

  test('L-501: a second program is told who has the ledger, and since when', async () => {
    await withPeople(1);
    const second = new TestVault(vault.folder);
    const refusal = await second.refusal('session.unlock', { passphrase: bytesOf(deskPassphrase) });
    expect(refusal.code).toBe('L-501');
    expect(refusal.message).toBe(
      '本系统已由“办理员甲”在本机打开（09:30）。请切换到已打开的窗口；为防止数据冲突，这里不能再次打开。[L-501]',
    );
  });

  test('L-502: another writer that got in between is noticed before anything is written over it', async () => {
    await withPeople(1);
    const next = Number(journals().at(-1)?.slice(2)) + 1;
    writeFileSync(ledger(`j.${next}`), 'another program was here '.repeat(20));
    const refusal = await vault.refusal('people.create', {
      person: { name: '测二', dossier: {} },
    });
    expect(refusal.code).toBe('L-502');
    expect(refusal.message).toContain('已停止写入');
    expect(await vault.people()).toBe(1);
    const { readOnly } = await vault.ask('session.status', {});
    expect(readOnly?.remedy).toBe('reopen');

    await vault.ask('drafts.hold', {
      key: 'person:new',
      title: '登记申请人',
      place: { page: 'newPerson' },
      values: { name: '测二' },
    });
    const stick = join(vault.folder, 'stick');
    mkdirSync(stick);
    vault.service.receivePlace('stick', stick);
    const copy = await vault.ask('backups.emergency', { token: 'stick' });
    expect(copy.drafts).toBe(1);
    vault.service.receivePlace('copy', join(stick, copy.fileName));

    const reopened = await vault.ask('session.reopen', {});
    expect(reopened.readOnly).toBeUndefined();
    expect(reopened.notices.map(({ code }) => code)).toEqual(['R-310']);
    expect(readdirSync(ledger('quarantine')).join()).toContain(`j.${next}`);
    await vault.addPerson('测二');
    expect(await vault.people()).toBe(2);
    const source = { kind: 'file' as const, token: 'copy' };
    const difference = await vault.ask('backups.compare', { source });
    expect(difference.isSameLedger).toBe(true);
    expect(difference.tables.find(({ words }) => words === '未提交的草稿')?.returned).toBe(1);
  });

  test('L-503: a ledger in a folder kept in step with a cloud opens and says so', async () => {
    const synced = new TestVault(join(vault.folder, '坚果云'));
    await synced.create();
    await synced.lock();
    const { notices } = await synced.unlock();
    expect(notices.map(({ code }) => code)).toEqual(['L-503']);
    await synced.service.end(0);
  });

  test('F-601: a ledger a newer program laid out otherwise is not opened, not called damaged and not touched', async () => {
    await withPeople(1);
    await vault.lock();
    await rewriteFormat(ledger(), deskPassphrase, { major: 9, minor: 0 }, { slots: 'otherwise' });
    const before = contents();
    const refusal = await unlockRefusal();
    expect(refusal).toEqual({
      code: 'F-601',
      message: '这份数据由更新版本创建，当前版本读不出来，数据没有变化。请升级程序。[F-601]',
    });
    expect(contents()).toEqual(before);
  });

  test('F-601: one newer copy of the header is enough to write nothing', async () => {
    await withPeople(1);
    await vault.lock();
    const old = readFileSync(ledger('KEYS.B'));
    await rewriteFormat(ledger(), deskPassphrase, { major: 2, minor: 0 });
    writeFileSync(ledger('KEYS.B'), old);
    const before = contents();
    expect((await vault.unlock()).readOnly?.code).toBe('F-601');
    expect(await vault.people()).toBe(1);
    await vault.lock();
    expect(contents()).toEqual(before);
  });

  test('F-601: what does not read in a newer ledger is no damage, and no backup is offered over it', async () => {
    await withPeople(1);
    await vault.ask('backups.make', {});
    await vault.lock();
    await rewriteFormat(ledger(), deskPassphrase, { major: 2, minor: 0 });
    for (const name of journals()) writeFileSync(ledger(name), 'laid out otherwise '.repeat(20));
    const before = contents();
    expect((await unlockRefusal()).code).toBe('F-601');
    expect(contents()).toEqual(before);
  });
});
