import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allDevelopmentRules } from '../../src/core/regulations/development-rules';
import { checkNumbers } from '../../src/core/regulations/material-checks';

/** Where the tables of the law live. */
const folders = ['core/development', 'core/deadlines', 'core/regulations', 'main/inspect'];

const tests = join(import.meta.dirname, '..');
const tables = folders.flatMap((folder) =>
  readdirSync(join(tests, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(tests, folder, name), 'utf8')),
);

/** The checks of rules.md §3, by number. */
const checks = [
  ...['C01', 'C02', 'C03', 'C04', 'C05'],
  ...['C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16'],
  ...['C20', 'C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C28', 'C29'],
  ...['C30', 'C31', 'C32', 'C33', 'C34', 'C35', 'C36', 'C37', 'C38'],
  ...['C40', 'C41', 'C42', 'C43', 'C44', 'C45', 'C46', 'C47', 'C48', 'C49', 'C50', 'C51'],
  ...['C60', 'C61', 'C62', 'C63', 'C64', 'C65', 'C66', 'C67', 'C68', 'C69', 'C70'],
  ...['C80', 'C81', 'C82', 'C83', 'C84'],
];

describe('the law and its rows', () => {
  it('every rule of core/regulations is named in a table of tests', () => {
    const without = allDevelopmentRules
      .map(({ id }) => id)
      .filter((id) => !tables.some((text) => text.includes(`'${id}'`)));
    expect(without).toEqual([]);
  });

  it('every check of rules §3 is a rule, or the same question as one', () => {
    const known = new Set<string>([
      ...allDevelopmentRules.map(({ id }) => id),
      ...Object.values(checkNumbers).flat(),
    ]);
    expect(checks.filter((id) => !known.has(id))).toEqual([]);
  });

  it('a check number leads to a rule that exists', () => {
    const ids = new Set<string>(allDevelopmentRules.map(({ id }) => id));
    expect(Object.keys(checkNumbers).filter((id) => !ids.has(id))).toEqual([]);
  });
});
