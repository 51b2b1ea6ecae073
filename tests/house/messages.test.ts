import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const table = readFileSync(join(root, 'docs/messages.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, code = '']) => /^([A-Z]-\d{3}|–)$/.test(code))
  .map(([, code = '', title = '', words = '', place = '']) => ({ code, title, words, place }));

/** The rows of security.md §6, in its order; those without a code by what they are called. */
const rows = [
  ...['V-101', 'V-102', 'R-200', 'Draft recovered', 'R-310', 'R-320', 'R-330'],
  ...['W-401', 'W-402', 'W-403', 'L-501', 'L-502', 'L-503', 'F-601'],
  ...['I-701', 'I-702', 'X-801', 'X-802', 'T-901', 'Idle lock', 'No external backup', 'S-901'],
];
/** Rows whose feature a later issue brings. */
const later = ['X-801', 'X-802'];

const nameOf = ({ code, title }: (typeof table)[number]) => (code === '–' ? title : code);

describe('every row of security.md §6', () => {
  it('is in docs/messages.md, once', () => {
    expect(table.map(nameOf)).toEqual(rows);
  });

  it('is forced through the window, but for those of a later issue', () => {
    const missing = table.filter(({ place }) => !/^tests\/e2e\/[a-z-]+\.spec\.ts$/.test(place));
    expect(missing.map(nameOf)).toEqual(later);
  });

  const built = table.filter((row) => !later.includes(nameOf(row)));
  it.each(built)('$title ($code): $place looks at code and words', ({ code, words, place }) => {
    const test = readFileSync(join(root, place), 'utf8');
    const asked = code === '–' ? [words] : [words, `[${code}]`];
    // In a regular expression the brackets are escaped.
    const text = test.replaceAll('\\', '');
    expect(asked.filter((each) => !text.includes(each))).toEqual([]);
  });
});
