import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/runtime/locate.mjs';
import { verifyIntegrity } from '../../scripts/setup/electron-runtime.mjs';

const folder = mkdtempSync(join(tmpdir(), 'setup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the runtime from the registry', () => {
  const file = join(folder, 'runtime.tgz');
  writeFileSync(file, 'a runtime');

  it('is taken when its hash is the pinned one', async () => {
    const expected = createHash('sha512').update('a runtime').digest('base64');
    await expect(verifyIntegrity(file, expected)).resolves.toBeUndefined();
  });

  it('is refused when a byte differs', async () => {
    const expected = createHash('sha512').update('another runtime').digest('base64');
    await expect(verifyIntegrity(file, expected)).rejects.toThrow('校验值不符');
  });
});

describe('which Electron runs', () => {
  afterEach(() => delete process.env['ELECTRON_OVERRIDE_DIST_PATH']);

  it('the one named by the user comes first', () => {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/opt/own';
    expect(findElectron(folder)).toEqual({ kind: 'override', path: '/opt/own/electron' });
  });

  it('an installed official one comes before the fallback', () => {
    const electron = join(folder, 'node_modules', 'electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    writeFileSync(join(electron, 'path.txt'), 'electron');
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(findElectron(folder)?.kind).toBe('official');
  });
});
