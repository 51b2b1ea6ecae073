import { describe, expect, it } from 'vitest';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import { parserLimits } from '../../../src/main/parser/limits';
import { parseFile } from '../../../src/main/parser/parse-file';
import { refusalReasons } from '../../../src/main/parser/refusal';
import { archiveFiles, carriedFiles } from '../../support/hostile/archives';
import { basicFiles } from '../../support/hostile/basic-files';
import { bomb, replaceSheet, tinySheet } from '../../support/hostile/hostile-file';
import { harmlessOlderFiles, olderFiles } from '../../support/hostile/older-files';
import { markupFiles, sheetFiles } from '../../support/hostile/sheets';
import { makeWorkbook, sheetPart } from '../../support/make-workbook';

const patience = 5_000;
const refusedFiles = [...basicFiles, ...archiveFiles, ...markupFiles, ...olderFiles];
const harmlessFiles = [...carriedFiles, ...sheetFiles, ...harmlessOlderFiles];

it('holds at least sixty files (security.md S2)', () => {
  const titles = [...refusedFiles, ...harmlessFiles].map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(60);
});

describe('files that must be read as what they are', () => {
  it.each(harmlessFiles)('reads $title and nothing in it acts', async ({ file, reads, as }) => {
    const started = performance.now();
    const outcome = await parseFile('样例.xlsx', await file());
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    expect(reads(outcome.workbook)).toEqual(as);
    interpretWorkbook(outcome.workbook, { today: '2026-11-23' });
    expect(performance.now() - started).toBeLessThan(patience);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('files that must be refused', () => {
  it.each(refusedFiles)('refuses $title as $reason', async ({ file, reason }) => {
    const bytes = await file();
    const started = performance.now();
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(performance.now() - started).toBeLessThan(patience);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'I-701', reason } });
  });

  it('says in Chinese what happened, that nothing changed and what to do', async () => {
    const outcome = await parseFile('样例.xlsx', await replaceSheet(bomb(30 * 1024 * 1024)));
    const message = outcome.ok ? '' : outcome.refusal.message;
    expect(message).toContain(refusalReasons.ratioTooHigh);
    expect(message).toMatch(/^表格未导入，现有数据没有变化。.*另存为.*\[I-701\]$/);
  });

  it('spends one budget over all parts', async () => {
    const part = Buffer.from(sheetPart({ name: '', rows: [['x'.repeat(20_000)]] }));
    const bytes = await makeWorkbook([tinySheet, tinySheet, tinySheet], {
      parts: { 'xl/worksheets/sheet1.xml': part, 'xl/worksheets/sheet2.xml': part },
    });
    const outcome = await parseFile('样例.xlsx', bytes, { ...parserLimits, totalBytes: 30_000 });
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'totalTooLarge' } });
  });

  it('leaves prototypes alone whatever sheets and texts are called', async () => {
    const bytes = await makeWorkbook([
      {
        name: '__proto__',
        rows: [
          ['姓名', '__proto__', 'constructor'],
          ['测一', 'polluted', 'x'],
        ],
      },
    ]);
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(outcome.ok && outcome.workbook.sheets[0]?.name).toBe('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('does not believe a declared range of a million rows and merges', async () => {
    const bytes = await makeWorkbook([
      { ...tinySheet, before: '<dimension ref="A1:XFD1048576"/>', merges: ['A1:XFD1048576'] },
    ]);
    const outcome = await parseFile('样例.xlsx', bytes);
    expect(outcome.ok && outcome.workbook.sheets[0]?.rows.length).toBe(2);
  });

  it('notices macros and links to other files without reading them', async () => {
    const bytes = await makeWorkbook([tinySheet], {
      parts: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>' },
    });
    const outcome = await parseFile('样例.xlsm', bytes);
    expect(outcome.ok && outcome.workbook.notices).toHaveLength(2);
  });
});
