import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const table = readFileSync(join(root, 'docs/messages.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, code = '']) => /^([A-Z]-\d{3}|–)$/.test(code))
  .map(([, code = '', title = '', words = '', file = '']) => ({ code, title, words, file }));

it('has the rows of security.md §6 that are built', () => {
  expect(table.map(({ title }) => title).length).toBe(19);
});

it.each(table)('$title ($code) is forced by $file', ({ code, words, file }) => {
  expect(existsSync(join(root, file))).toBe(true);
  const test = readFileSync(join(root, file), 'utf8');
  expect(test.includes(code) || test.includes(words)).toBe(true);
});
