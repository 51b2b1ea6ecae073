import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvCell } from '../../../../../src/main/vault/use-cases/trail/csv';
import {
  attestation,
  deskPassphrase,
  temporaryVault,
  bytesOf,
  type TestVault,
} from '../../../../support/vault-kit';

let vault: TestVault;
let remove: () => void;
beforeEach(() => ({ vault, remove } = temporaryVault()));
afterEach(async () => {
  await vault.service.end(60_000);
  remove();
});

const list = (filter: object = {}) => vault.ask('trail.list', { limit: 100, ...filter });
const titles = async (filter: object = {}) => (await list(filter)).rows.map(({ title }) => title);

describe('the trail', () => {
  test('holds unlock, reveal, passphrase, restore and copy, newest first, with who and what', async () => {
    await vault.create();
    const id = await vault.addPerson('测一');
    await vault.ask('people.reveal', { id, field: 'idNumber' });
    await vault.ask('session.changePassphrase', {
      current: bytesOf(deskPassphrase),
      next: bytesOf('另一句 灯火 石桥 骑手 十月'),
    });
    const { name } = await vault.ask('backups.make', {});
    const source = { kind: 'shelf' as const, name };
    const { against } = await vault.ask('backups.compare', { source });
    await vault.ask('backups.restore', {
      source,
      against,
      attestation: attestation('另一句 灯火 石桥 骑手 十月'),
    });
    const { rows } = await list();
    expect(rows.map(({ title, note, by }) => [title, note, by]).slice(0, 4)).toEqual([
      ['从备份恢复', '恢复到 2026-11-23 09:30 的备份，涉及 0 条记录；事由：测试用', '办理员甲'],
      ['更换口令', '', '办理员甲'],
      ['显示隐去的号码', '测一的身份证号', '办理员甲'],
      ['登记申请人', '', '办理员甲'],
    ]);
    expect(rows.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test('is filtered by person, kind and days', async () => {
    await vault.create();
    const id = await vault.addPerson('测一');
    vault.nowIso = '2026-11-25T01:30:00.000Z';
    await vault.ask('settings.save', { operator: '办理员乙' });
    await vault.ask('people.reveal', { id, field: 'idNumber' });
    expect(await titles({ by: '办理员乙' })).toContain('显示隐去的号码');
    expect(await titles({ by: '办理员乙' })).not.toContain('登记申请人');
    expect(await titles({ kind: 'reveal' })).toEqual(['显示隐去的号码']);
    expect(await titles({ until: '2026-11-23' })).not.toContain('显示隐去的号码');
    expect(await titles({ from: '2026-11-24' })).toContain('显示隐去的号码');
    expect((await list()).people).toEqual(['办理员乙', '办理员甲']);
  });

  test('survives a compaction and the next session', async () => {
    await vault.create();
    const id = await vault.addPerson('测一');
    await vault.ask('people.reveal', { id, field: 'idNumber' });
    await vault.ask('session.fillPractice', {});
    await vault.lock();
    await vault.unlock();
    expect(await titles()).toEqual(
      expect.arrayContaining(['建立账本', '登记申请人', '显示隐去的号码', '解锁账本']),
    );
  });

  test('is exported whole, as cells no program takes for formulas, and the export is on record', async () => {
    await vault.create();
    await vault.ask('settings.save', { operator: '=HYPERLINK("http://x")' });
    await vault.addPerson('测一');
    const path = join(vault.folder, 'trail.csv');
    vault.service.receivePlace('file', path);
    const { rows } = await vault.ask('trail.export', {
      token: 'file',
      attestation: attestation(),
    });
    const text = readFileSync(path, 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await list({ kind: 'output' })).rows[0]?.note).toBe(
      `${rows} 条操作记录；字段：序号、时间、经办人、类别、做了什么、说明、涉及记录；去向：CSV 文件；事由：测试用`,
    );
  });

  test('to a place that cannot be written is refused in words and records nothing (P-601)', async () => {
    await vault.create();
    const before = (await list()).total;
    vault.service.receivePlace('file', join(vault.folder, 'no', 'such', 'folder.csv'));
    expect(
      (
        await vault.refusal('trail.export', {
          token: 'file',
          attestation: attestation(),
        })
      ).code,
    ).toBe('P-601');
    expect((await list()).total).toBe(before);
  });
});

test.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠x'])(
  'a cell that begins like a formula (%j) is neutral',
  (value) => {
    expect(csvCell(value).startsWith(`"'`)).toBe(true);
  },
);
