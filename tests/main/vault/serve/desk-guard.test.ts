import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VaultChannel, VaultInput } from '../../../../src/contract/channels';
import { bytesIn, rewriteFormat } from '../../../support/damage';
import {
  bytesOf,
  attestation,
  deskPassphrase,
  temporaryVault,
  TestVault,
} from '../../../support/vault-kit';

/** security.md T3, §3.8, §3.12: whoever finds the desk open takes nothing out, and puts nothing else in its place. */
let vault: TestVault;
let remove: () => void;
beforeEach(async () => {
  ({ vault, remove } = temporaryVault());
  await vault.create();
  await vault.addPerson('测一');
  vault.service.receivePlace('file', file());
});
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const hers = '湖边 石灯 骑手 归来 冬至';
const next = '另一句 灯火 石桥 骑手 十月';
const wrong = () => attestation('不是这一句 口令 不对');
const file = () => join(vault.folder, 'out.csv');
const ledger = () => join(vault.folder, 'ledger');
const trail = async () => (await vault.ask('trail.list', { limit: 50 })).rows;
const exportTrail = (shown = attestation()) =>
  vault.refusal('trail.export', { token: 'file', attestation: shown });
const addColleague = () =>
  vault.ask('slots.add', {
    user: '办理员乙',
    role: 'clerk',
    passphrase: bytesOf(hers),
    attestation: attestation(),
  });

type Guarded = { readonly channel: VaultChannel; readonly input: object };
const source = { kind: 'shelf', name: 'x.djb' };
const guarded: Guarded[] = [
  { channel: 'trail.export', input: { token: 'file' } },
  { channel: 'imports.saveRejects', input: { token: 'x', place: 'file' } },
  { channel: 'backups.restore', input: { source, against: 1 } },
  { channel: 'slots.add', input: { user: '测二', role: 'clerk', passphrase: bytesOf(hers) } },
  { channel: 'slots.remove', input: { id: 'x' } },
];

describe('what takes data out, puts another state in its place or changes who can open the ledger', () => {
  test.each(guarded)('$channel is not heard without the own passphrase', async (each) => {
    const before = (await trail()).length;
    const { channel } = each;
    const ask = (input: object) => vault.refusal(channel, input as VaultInput<typeof channel>);
    expect((await ask(each.input)).code).toBe('C-101');
    const empty = { ...attestation(), reason: ' ' };
    expect((await ask({ ...each.input, attestation: empty })).code).toBe('C-101');
    expect(await ask({ ...each.input, attestation: wrong() })).toEqual({
      code: 'V-101',
      message:
        '口令不正确，数据没有任何变化。请检查大小写和输入法后重试。（还可连续尝试 4 次，之后需等待）[V-101]',
    });
    expect(existsSync(file())).toBe(false);
    expect((await trail()).length).toBe(before);
    expect(await vault.ask('slots.list', {})).toHaveLength(1);
  });

  test('is done once it is shown, and what for goes on record; the wrong tries before it too', async () => {
    await exportTrail(wrong());
    await exportTrail(wrong());
    await vault.ask('trail.export', { token: 'file', attestation: attestation() });
    expect(existsSync(file())).toBe(true);
    const [output, failures] = await trail();
    expect(output?.note).toContain('去向：CSV 文件；事由：测试用');
    expect(failures).toMatchObject({
      title: '有人没有解开账本',
      note: '此前有 2 次没有解开，最近一次 2026-11-23 09:30',
    });
    expect((await exportTrail(wrong())).message).toContain('还可连续尝试 4 次');
  });

  test('asks for the passphrase of who is at the desk; a colleague’s does not do', async () => {
    await addColleague();
    expect((await exportTrail(attestation(hers))).code).toBe('V-101');
    await vault.lock();
    await vault.unlock(hers);
    vault.service.receivePlace('file', file());
    expect((await exportTrail()).code).toBe('V-101');
    await vault.ask('trail.export', { token: 'file', attestation: attestation(hers) });
  });

  test('keeps nothing of the passphrase', async () => {
    const shown = attestation();
    await vault.ask('trail.export', { token: 'file', attestation: shown });
    expect([...shown.passphrase].every((byte) => byte === 0)).toBe(true);
  });

  test('the key file must be there again, where the own slot has one (V-102)', async () => {
    const stick = join(vault.folder, '..', `${vault.folder.split('/').at(-1) ?? ''}-stick`);
    mkdirSync(stick);
    vault.service.receivePlace('stick', stick);
    const { fileName } = await vault.ask('slots.useKeyFile', {
      passphrase: bytesOf(deskPassphrase),
      token: 'stick',
    });
    expect((await vault.ask('session.status', {})).keyFile).toBe('found');
    const [here, away] = [join(stick, fileName), join(stick, 'elsewhere')];
    cpSync(here, away);
    rmSync(here);
    expect((await exportTrail()).code).toBe('V-102');
    vault.service.receivePlace('key', away);
    const shown = { ...attestation(), keyFileToken: 'key' };
    await vault.ask('trail.export', { token: 'file', attestation: shown });
    rmSync(stick, { recursive: true });
  });
});

describe('guessing at the open desk', () => {
  const tries = 12;

  test('is slowed down as at the door, however many tries come at once (V-105)', async () => {
    const answers = await Promise.all(Array.from({ length: tries }, () => exportTrail(wrong())));
    expect(answers.map(({ code }) => code)).toEqual([
      ...Array<string>(5).fill('V-101'),
      ...Array<string>(tries - 5).fill('V-105'),
    ]);
    expect((await exportTrail()).code).toBe('V-105');
    vault.milliseconds += 1000;
    await vault.ask('trail.export', { token: 'file', attestation: attestation() });
  });

  test('is one count, whatever asks for the passphrase, and is kept over a lock', async () => {
    const guess = () => bytesOf('不是这一句 口令 不对');
    await vault.refusal('session.changePassphrase', { current: guess(), next: bytesOf(next) });
    await vault.refusal('keys.prepare', { passphrase: guess() });
    const third = await vault.refusal('slots.dropKeyFile', { passphrase: guess() });
    expect(third.message).toContain('还可连续尝试 2 次');
    await vault.lock();
    const fourth = await vault.refusal('session.unlock', { passphrase: guess() });
    expect(fourth.message).toContain('还可连续尝试 1 次');
    await vault.unlock();
    expect((await trail()).map(({ note }) => note)).toContain(
      '此前有 4 次没有解开，最近一次 2026-11-23 09:30',
    );
  });
});

describe('a ledger that takes nothing keeps its keys as they are, and lets nothing out', () => {
  async function expectHeld(held: TestVault, code: string): Promise<void> {
    const before = bytesIn(ledger());
    held.service.receivePlace('file', file());
    const passphrase = () => bytesOf(deskPassphrase);
    const slot = { user: '测二', role: 'clerk' as const, passphrase: bytesOf(hers) };
    const refusals = [
      await held.refusal('session.changePassphrase', {
        current: passphrase(),
        next: bytesOf(next),
      }),
      await held.refusal('slots.add', { ...slot, attestation: attestation() }),
      await held.refusal('slots.remove', { id: 'x', attestation: attestation() }),
      await held.refusal('slots.useKeyFile', { passphrase: passphrase(), token: 'stick' }),
      await held.refusal('slots.dropKeyFile', { passphrase: passphrase() }),
      await held.refusal('keys.prepare', { passphrase: passphrase() }),
      await held.refusal('trail.export', { token: 'file', attestation: attestation() }),
    ];
    expect(new Set(refusals.map((refusal) => refusal.code))).toEqual(new Set([code]));
    expect(bytesIn(ledger())).toEqual(before);
    expect(existsSync(file())).toBe(false);
  }

  test('R-330: an older copy, until the user answers for it', async () => {
    await vault.lock();
    const old = `${vault.folder}-old`;
    cpSync(ledger(), old, { recursive: true });
    await vault.unlock();
    await vault.addPerson('测二');
    await vault.lock();
    rmSync(ledger(), { recursive: true });
    cpSync(old, ledger(), { recursive: true });
    rmSync(old, { recursive: true });
    expect((await vault.unlock()).readOnly?.code).toBe('R-330');
    await expectHeld(vault, 'R-330');
    await vault.ask('session.accept', {});
    await addColleague();
    expect(await vault.ask('slots.list', {})).toHaveLength(2);
  });

  test('L-504: on another machine, until the user answers for it', async () => {
    await vault.lock();
    const elsewhere = new TestVault(vault.folder, join(vault.folder, 'other-machine'));
    expect((await elsewhere.unlock()).readOnly?.code).toBe('L-504');
    await expectHeld(elsewhere, 'L-504');
    await elsewhere.service.end(0);
  });

  test('F-601: of a newer program', async () => {
    await vault.lock();
    await rewriteFormat(ledger(), deskPassphrase, { major: 2, minor: 0 });
    expect((await vault.unlock()).readOnly?.code).toBe('F-601');
    await expectHeld(vault, 'F-601');
  });
});
