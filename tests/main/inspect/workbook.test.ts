import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectWorkbook } from '../../../src/main/inspect/workbook';

const folder = join(import.meta.dirname, '../../fixtures/workbooks');
const files = readdirSync(folder);

interface Issue {
  readonly code: string;
  readonly col: string | null;
  readonly severity: string;
}
interface Row {
  readonly row: number;
  readonly verdict: string;
  readonly issues: readonly Issue[];
}
interface Document {
  readonly sheets: readonly Record<string, unknown>[];
  readonly columns: readonly { col: string; header: string; field: string; group?: string }[];
  readonly counts: Record<string, number>;
  readonly rows: readonly Row[];
  readonly [part: string]: unknown;
}

const pathOf = (sample: string, ending: RegExp) =>
  join(folder, files.find((name) => name.startsWith(sample) && ending.test(name)) ?? '');

async function inspect(sample: string, after: readonly string[] = []): Promise<Document> {
  const workbook = /\.(xlsx|csv)$/;
  const document = await inspectWorkbook(pathOf(sample, workbook), {
    after: after.map((earlier) => pathOf(earlier, workbook)),
    today: '2026-11-23',
  });
  // What counts is what the command prints.
  return JSON.parse(JSON.stringify(document)) as Document;
}

function expectedOf(sample: string): Document {
  return JSON.parse(readFileSync(pathOf(sample, /\.expected\.json$/), 'utf8')) as Document;
}

const verdicts = ({ rows }: Document) =>
  rows.map(({ row, verdict, issues }) => ({
    row,
    verdict,
    issues: issues.map(({ code, col }) => `${code} ${col}`).sort(),
  }));

const samples = [
  { sample: 'F01', after: [] },
  { sample: 'F06', after: ['F01'] },
  { sample: 'F07', after: [] },
  { sample: 'F09', after: [] },
  { sample: 'F11', after: ['F09'] },
] as const;

describe.each(samples)('$sample after $after', ({ sample, after }) => {
  it('reads every row with the expected verdict, codes and columns', async () => {
    const [found, expected] = [await inspect(sample, after), expectedOf(sample)];
    expect(verdicts(found)).toEqual(verdicts(expected));
    expect(found.counts).toEqual(expected.counts);
  });

  it('finds the same sheets, header rows and columns', async () => {
    const [found, expected] = [await inspect(sample, after), expectedOf(sample)];
    expect(found.sheets.map(({ reason: _reason, ...sheet }) => sheet)).toEqual(expected.sheets);
    expect(found.columns.map(({ col, header, group }) => [col, header, group])).toEqual(
      expected.columns.map(({ col, header, group }) => [col, header, group]),
    );
    const known = ({ columns }: Document) =>
      columns.map(({ field }) => (field.startsWith('custom.') ? 'custom' : field));
    expect(known(found)).toEqual(known(expected));
  });

  it('agrees on format, encoding, severity and raw values', async () => {
    const [found, expected] = [await inspect(sample, after), expectedOf(sample)];
    const head = ({ file, format, encoding, delimiter, newline, bom, as_of }: Document) => ({
      file,
      format,
      encoding,
      delimiter,
      newline,
      bom,
      as_of,
    });
    expect(head(found)).toEqual(head(expected));
    const heaviest = ({ rows }: Document) =>
      rows.flatMap(({ issues }) => issues.map((i) => `${i.code} ${i.severity}`)).sort();
    expect(heaviest(found)).toEqual(heaviest(expected));
  });
});

describe('what single samples say beside their rows', () => {
  it('gives the coverage of the enterprises in total and by town as the survey defines it', async () => {
    const found = await inspect('F09');
    expect(found['coverage']).toEqual(expectedOf('F09')['coverage']);
  });

  it('counts instructors once and their links to known enterprises', async () => {
    const found = await inspect('F11', ['F09']);
    const { instructors, valid_links } = expectedOf('F11');
    expect(found).toMatchObject({ instructors, valid_links });
  });

  it('names the earlier file and row of a person who is imported again', async () => {
    const found = await inspect('F06', ['F01']);
    expect(found['cross_file']).toEqual(expectedOf('F06')['cross_file']);
  });

  it('takes the day written on the form', async () => {
    expect((await inspect('F01'))['context']).toEqual({ fill_date: '2026-11-20' });
  });

  it.each(['F01', 'F09'])('gives the values of %s as they were normalised', async (sample) => {
    const [found, expected] = [await inspect(sample), expectedOf(sample)];
    const rows = (found['normalized_samples'] ?? []) as Record<string, unknown>[];
    expect(rows).toHaveLength(found.counts['importable'] ?? 0);
    for (const wanted of (expected['normalized_samples'] ?? []) as Record<string, unknown>[]) {
      expect(rows.find(({ row }) => row === wanted['row'])).toMatchObject(wanted);
    }
  });

  it('shows days stored as numbers beside the days they were read as', async () => {
    const { dates } = (await inspect('F01')) as unknown as { dates: Record<string, unknown>[] };
    expect(dates).toContainEqual({
      row: 9,
      col: 'K',
      header: '申请入党时间',
      stored: 45108,
      value: '2023-07-01',
    });
  });

  it('says how many people and branches it names and how long it took', async () => {
    const found = await inspect('F06');
    expect(found['extra_counts']).toMatchObject({ people: found.counts['importable'] ?? 0 });
    expect(found['performance']).toMatchObject({ rows: 206 });
  });
});

describe('the end of a month that is too short (rules §0.4, cases/README 6)', () => {
  const folderOfTest = mkdtempSync(join(tmpdir(), 'month-end-'));
  afterAll(() => rmSync(folderOfTest, { recursive: true, force: true }));
  const roster = (activistOn: string, targetOn: string) =>
    `姓名,学号,所在党支部,确定为积极分子时间,确定为发展对象时间\n测一,2023001,一支部,${activistOn},${targetOn}\n`;
  const terms = (electedOn: string, dueOn: string) =>
    `党组织名称,上级党组织,本届班子当选日期,任期届满日期\n测试支部,测试党委,${electedOn},${dueOn}\n`;

  it.each([
    [
      'a year from 29 February is full on 1 March, or on the 28th',
      roster('2024-02-29', '2025-02-28'),
      [['ok', []]],
    ],
    ['on 1 March nobody doubts it', roster('2024-02-29', '2025-03-01'), undefined],
    ['a day before either it is short either way', roster('2024-02-29', '2025-02-27'), undefined],
    [
      'a term of three years from 29 February ends on the 28th',
      terms('2024-02-29', '2027-02-27'),
      [['warn', ['TERM_MISMATCH', 'TERM_DUE_SOON']]],
    ],
    [
      'where the month is long enough there is one reading',
      terms('2024-03-15', '2027-03-15'),
      undefined,
    ],
  ])('%s', async (_words, text, expected) => {
    const file = join(folderOfTest, '名册.csv');
    writeFileSync(file, text);
    const { alternatives } = await inspectWorkbook(file, { after: [], today: '2026-11-23' });
    const found = (alternatives as readonly Row[] | undefined)?.map(({ verdict, issues }) => [
      verdict,
      issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    ]);
    expect(found).toEqual(expected);
  });

  it.each(samples)('no row of $sample hangs on it', async ({ sample, after }) => {
    expect((await inspect(sample, after))['alternatives']).toBeUndefined();
  });
});
