import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectWorkbook } from '../../../../src/main/inspect/workbook';
import { issueCodes } from '../../../../src/core/intake/issue-codes';
import { extensionOf, writeSheets, type Format } from '../../../support/sheet-formats';
import type { WorkbookCase } from './case';
import { cases } from './all-cases';
import { platform } from './branch-cases';

/** Codes that one kind of column or sheet alone can have. */
const onlyOnce: readonly string[] = [];

const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Document {
  readonly sheets: readonly { readonly first_data_row?: number }[];
  readonly counts: Record<string, number>;
  readonly rows: readonly {
    readonly sheet?: string;
    readonly row: number;
    readonly verdict: string;
    readonly issues: readonly { code: string; col: string | null; severity: string }[];
  }[];
}

async function written({ file, sheets }: WorkbookCase, format: Format): Promise<string> {
  const path = join(folder, `${format}-${file.replace(/\.\w+$/, '')}.${extensionOf(format)}`);
  writeFileSync(path, await writeSheets(sheets, format));
  return path;
}

async function inspected(sample: WorkbookCase, format: Format): Promise<Document> {
  const after: string[] = [];
  for (const earlier of sample.after ?? []) after.push(await written(earlier, 'xlsx'));
  const path = await written(sample, format);
  return (await inspectWorkbook(path, { after, today: '2026-11-23' })) as unknown as Document;
}

/** `sheet!row CODE header`; the sheet only where a workbook has several. */
function linesOf({ rows }: Document): string[] {
  return rows.flatMap(({ sheet, row, issues }) =>
    issues.map(({ code, col }) => {
      const place = sheet === undefined ? `${row}` : `${sheet}!${row}`;
      return [place, code, col].filter((part) => part !== null).join(' ');
    }),
  );
}

const each = cases.flatMap((sample) =>
  sample.formats.map((format) => ({ title: sample.title, format, sample })),
);

describe.each(each)('$title as $format', ({ sample, format }) => {
  it('is judged row by row as a careful reader would', async () => {
    const document = await inspected(sample, format);
    expect(linesOf(document).sort()).toEqual([...sample.issues].sort());
    const { rows_after_header: all, ok = 0, warn = 0, reject = 0, skip = 0 } = document.counts;
    expect(ok + warn + reject + skip).toBe(all);
  });
});

/** The same sheets with only the rows that have nothing to be said about. */
function cleaned(sample: WorkbookCase, document: Document): WorkbookCase {
  const bad = new Set(sample.issues.map((line) => line.split(' ')[0]));
  const places = sample.issues.some((line) => line.includes('!'));
  return {
    ...sample,
    file: `无误${sample.file}`,
    issues: [],
    sheets: sample.sheets.map(({ name, rows, merges = [], ...rest }, index) => {
      const first = document.sheets[index]?.first_data_row ?? 1;
      const isKept = (row: number) =>
        row < first || !bad.has(places ? `${name}!${row}` : String(row));
      return {
        ...rest,
        name,
        rows: rows.filter((_, at) => isKept(at + 1)),
        merges: merges.filter((range) => Number(/\d+$/.exec(range)?.[0]) < first),
      };
    }),
  };
}

/** A first term is overdue itself once the later one is taken away. */
const mendable = cases.filter((sample) => sample !== platform);

describe.each(mendable)('$title without its mistakes', (sample) => {
  it('gives no warning and refuses nothing', async () => {
    const format = sample.formats[0] ?? 'xlsx';
    const clean = cleaned(sample, await inspected(sample, format));
    const document = await inspected(clean, format);
    expect(linesOf(document)).toEqual([]);
    expect(document.counts['importable']).toBeGreaterThan(0);
  });
});

describe('the codes of the table', () => {
  /** Codes of a whole row have no column: two layouts are two contexts. */
  const contexts = new Map<string, Set<string>>();
  for (const { title, issues } of cases) {
    for (const line of issues) {
      const [, code = '', ...header] = line.split(' ');
      const context = header.length === 0 ? title : header.join(' ');
      contexts.set(code, (contexts.get(code) ?? new Set()).add(context));
    }
  }
  const once = new Set<string>(onlyOnce);

  it.each(Object.keys(issueCodes))('%s is met in different columns or layouts', (code) => {
    expect(contexts.get(code)?.size ?? 0).toBeGreaterThanOrEqual(once.has(code) ? 1 : 2);
  });
});
