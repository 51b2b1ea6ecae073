import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecoveryCode } from '../../src/main/vault/crypto/recovery-code';
import { createSecondFactor, encodeSecondFactor } from '../../src/main/vault/crypto/second-factor';
import { forgetMoved, writeMoved } from '../../src/main/vault/ledger/moved-mark';
import { openFolder } from '../../src/main/vault/ledger/vault-files';
import {
  changeOf,
  createTestLedger,
  now,
  openTestLedger,
  passphrase,
  put,
  temporaryFolder,
  weakCost,
} from '../support/ledger-kit';

const root = join(import.meta.dirname, '../..');
const rescue = (folder: string, secret: string, ...keyFile: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/rescue.mjs'), folder, ...keyFile], {
    encoding: 'utf8',
    input: `${secret}\n`,
  });

describe('the rescue reader, written from docs/ledger-format.md alone', () => {
  const home = temporaryFolder();
  let code = '';
  let truth: string[] = [];

  beforeAll(async () => {
    const { ledger, recoveryCode } = await createTestLedger(home.folder);
    code = recoveryCode;
    for (let i = 0; i < 300; i += 1) ledger.commit(changeOf(put(`p${i}`, { i, name: `测${i}` })));
    await ledger.checkpoint();
    // After the snapshot: edits, a removal, a large act in parts, and one large enough to be compressed.
    ledger.commit(changeOf(put('p1', { i: 1, name: '改过' }, { i: 1, name: '测1' })));
    ledger.commit(changeOf(put('p2', null, { i: 2, name: '测2' })));
    ledger.commit(changeOf(...Array.from({ length: 900 }, (_, i) => put(`q${i}`, { i }))));
    ledger.commit(changeOf(put('big', { text: '演练'.repeat(9_000) })));
    await ledger.close();
    const { ledger: again } = await openTestLedger(home.folder);
    again.commit(changeOf(put('p3', { i: 3, name: '第二次打开后' })));
    truth = ['meta', 'people']
      .flatMap((table) => [...again.scan(table)].map((record) => ({ table, ...record })))
      .map(({ table, id, value }) => JSON.stringify({ table, id, value }))
      .sort();
    // Left as a crash would leave it: with room reserved and not given back.
  });
  afterAll(() => home.remove());

  it.each(['passphrase', 'recovery code'])('prints every record, opened with the %s', (how) => {
    const secret = how === 'passphrase' ? new TextDecoder().decode(passphrase) : code;
    const { stdout, status } = rescue(home.folder, secret);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').sort()).toEqual(truth);
  });

  it('says that a wrong secret opens nothing, and changes nothing', () => {
    const before = readdirSync(home.folder).map((name) => readFileSync(join(home.folder, name)));
    const { stdout, stderr, status } = rescue(home.folder, '不是这一句');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('没有读出任何内容');
    expect(readdirSync(home.folder).map((name) => readFileSync(join(home.folder, name)))).toEqual(
      before,
    );
  });

  it('reads the copy that a move left behind, and says where the ledger went', () => {
    const files = openFolder(home.folder);
    writeMoved(files, { to: '/elsewhere/ledger', at: now(), sequence: 305 });
    const { stdout, stderr, status } = rescue(home.folder, code);
    forgetMoved(files);
    expect(status).toBe(0);
    expect(stderr).toContain('账本后来在：/elsewhere/ledger');
    expect(stdout.trimEnd().split('\n').sort()).toEqual(truth);
  });

  it('reads a ledger that got a new key and asks for a key file', async () => {
    const other = temporaryFolder();
    const { ledger } = await createTestLedger(other.folder);
    ledger.commit(changeOf(put('p1', { name: '测一' })));
    await ledger.rekey(
      { passphrase: passphrase.slice(), recoveryCode: createRecoveryCode(), cost: weakCost },
      () => [],
    );
    await ledger.close();
    const { ledger: again } = await openTestLedger(other.folder);
    const factor = createSecondFactor();
    const file = join(other.folder, 'key.djkey');
    writeFileSync(file, encodeSecondFactor(factor));
    await again.slots.setFactor({ passphrase: passphrase.slice(), factor, cost: weakCost });
    again.commit(changeOf(put('p2', { name: '测二' })));
    await again.close();
    const secret = new TextDecoder().decode(passphrase);
    expect(rescue(other.folder, secret).status).toBe(1);
    const { stdout, status } = rescue(other.folder, secret, file);
    expect(status).toBe(0);
    expect(stdout).toContain('测一');
    expect(stdout).toContain('测二');
    other.remove();
  });

  it('imports nothing of src', () => {
    const files = [
      'rescue.mjs',
      ...readdirSync(join(root, 'scripts/rescue')).map((n) => `rescue/${n}`),
    ];
    for (const file of files)
      expect(readFileSync(join(root, 'scripts', file), 'utf8')).not.toMatch(/from '.*src\//);
  });
});
