import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { isInside } from '../../../../src/main/vault/serve/inside';

it.each([
  ['the folder itself', posix, '/data/ledger', '/data/ledger', true],
  ['a folder in it', posix, '/data/ledger', '/data/ledger/a/b', true],
  ['a folder beside it', posix, '/data/ledger', '/data/ledger-backups', false],
  ['one whose name begins with dots', posix, '/data', '/data/..cache', true],
  ['the folder around it', posix, '/data/ledger', '/data', false],
  ['another drive', win32, 'C:\\data\\ledger', 'D:\\mirror', false],
  ['the same drive in other letters', win32, 'C:\\data\\ledger', 'c:\\DATA\\ledger\\x', true],
])('%s', (...[, path, folder, other, expected]) => {
  expect(isInside(folder, other, path)).toBe(expected);
});
