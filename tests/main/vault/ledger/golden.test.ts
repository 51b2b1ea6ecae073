import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesIn, rewriteFormat } from '../../../support/damage';
import { bytesOf, deskPassphrase, TestVault } from '../../../support/vault-kit';

/** One folder per version that wrote ledgers; what is in it was made by that version and is never made anew. */
const fixtures = join(import.meta.dirname, '../../../fixtures/ledgers');
const versions = readdirSync(fixtures);

let folder: string;
let vault: TestVault;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'golden-'))));
afterEach(async () => {
  await vault.service.end(0);
  rmSync(folder, { recursive: true, force: true });
});

function take(version: string): TestVault {
  cpSync(join(fixtures, version, 'ledger'), join(folder, 'ledger'), { recursive: true });
  return (vault = new TestVault(folder));
}

/** What an opening must leave as it is: journals with frames, and snapshots. */
const oldFiles = (version: string) =>
  readdirSync(join(fixtures, version, 'ledger')).filter((name) => /^(j|snap)\./.test(name));

/** Acts of a person whose closure was written in shape 1. */
async function actsOf(id: string) {
  const { record } = await vault.ask('people.get', { id });
  expect(record.dossier).not.toHaveProperty('closure');
  return record.dossier?.events;
}
const withdrawn = [{ kind: 'applicationWithdrawn', on: '2026-11-02', reason: '本人要求' }];

describe.each(versions)('the golden ledger of format %s (security.md §5 R11)', (version) => {
  it('opens with every record, old shapes read as today’s, old files untouched', async () => {
    take(version);
    const { notices, readOnly } = await vault.unlock();
    // It comes from the machine it was made on.
    expect(readOnly?.code).toBe('L-504');
    expect(notices).toEqual([]);
    await vault.ask('session.accept', {});
    expect(await vault.people()).toBe(3);
    const { rows } = await vault.ask('people.list', {
      filter: {},
      sort: { by: 'name', descending: false },
      range: { offset: 0, limit: 10 },
    });
    const closed = rows.find(({ name }) => name === '测一');
    expect(await actsOf(closed?.id ?? '')).toEqual(withdrawn);
    await vault.ask('people.saveFacts', {
      id: closed?.id ?? '',
      patch: { talkedOn: '2026-11-01' as never },
      clears: [],
    });
    await vault.lock();
    for (const name of oldFiles(version))
      expect(
        readFileSync(join(folder, 'ledger', name)).equals(
          readFileSync(join(fixtures, version, 'ledger', name)),
        ),
      ).toBe(true);
    expect((await vault.unlock()).readOnly).toBeUndefined();
    expect(await actsOf(closed?.id ?? '')).toEqual(withdrawn);
  });

  it('its backup is read as today’s', async () => {
    take(version);
    await vault.unlock();
    await vault.ask('session.accept', {});
    const [backup = ''] = readdirSync(join(fixtures, version, 'backups'));
    vault.service.receivePlace('old', join(fixtures, version, 'backups', backup));
    const difference = await vault.ask('backups.compare', {
      source: { kind: 'file', token: 'old' },
    });
    expect(difference).toMatchObject({ isSameLedger: true, lostPeople: 0 });
    expect(difference.tables).toEqual([]);
  });

  it('of an unknown minor version is read, of an unknown major one looked at and not touched (F-601)', async () => {
    take(version);
    const ledger = join(folder, 'ledger');
    await rewriteFormat(ledger, deskPassphrase, { major: 1, minor: 9 });
    expect((await vault.unlock()).notices).toEqual([]);
    await vault.lock();
    await rewriteFormat(ledger, deskPassphrase, { major: 2, minor: 0 });
    const before = bytesIn(ledger);
    expect((await vault.unlock()).readOnly).toMatchObject({ code: 'F-601', remedy: 'none' });
    expect(await vault.people()).toBe(3);
    const acts: [() => Promise<{ code: string }>, string][] = [
      [() => vault.refusal('people.create', { person: { name: '测', dossier: {} } }), 'F-601'],
      [() => vault.refusal('session.accept', {}), 'F-601'],
      [
        () =>
          vault.refusal('session.changePassphrase', {
            current: bytesOf(deskPassphrase),
            next: bytesOf('另一句 灯火 石桥 骑手 十月'),
          }),
        'F-601',
      ],
    ];
    for (const [act, code] of acts) expect((await act()).code).toBe(code);
    await vault.lock();
    expect(bytesIn(ledger)).toEqual(before);
  });
});
