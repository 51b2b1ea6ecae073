import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import type { RawWorkbook } from '../../../src/core/intake/raw-workbook';
import { parseFile } from '../../../src/main/parser/parse-file';

const made = join(import.meta.dirname, '../../fixtures/workbooks/made');

async function read(name: string, bytes: Buffer): Promise<RawWorkbook> {
  const outcome = await parseFile(name, bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.workbook;
}

const issuesOf = (workbook: RawWorkbook) =>
  interpretWorkbook(workbook, { today: '2026-11-23' }).sheets[0]?.rows.flatMap(({ row, issues }) =>
    issues.map(({ code }) => `${row} ${code}`),
  );

describe.each(['roster.xls', 'roster1904.xls'])('a binary .xls written elsewhere: %s', (name) => {
  const bytes = readFileSync(join(made, name));

  it('has its sheets with their states, merges and the right date system', async () => {
    const workbook = await read(name, bytes);
    expect(workbook).toMatchObject({
      format: 'xls-biff8',
      dateSystem: name.includes('1904') ? 1904 : 1900,
    });
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['党员名册', 'visible'],
      ['字典', 'hidden'],
      ['长文本', 'visible'],
    ]);
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 6 }]);
    expect(workbook.sheets[0]?.rows[2]?.cells[5]).toMatchObject({ kind: 'date', on: '2015-07-01' });
  });

  it('keeps every text whole where the shared strings run over several records', async () => {
    const rows = (await read(name, bytes)).sheets[2]?.rows ?? [];
    const expected = Array.from(
      { length: 300 },
      (_, index) => `${`${'测'.repeat(40)}abc`.repeat(1 + (index % 3))}${index}`,
    );
    expect(rows.map(({ cells }) => cells[0])).toEqual(expected);
  });

  it('is examined like any other roster', async () => {
    expect(issuesOf(await read(name, bytes))?.sort()).toEqual([
      '4 PROBATION_LT_1Y',
      '5 ID_PRECISION_LOST',
      '5 PROBATION_OVERDUE',
      '6 TOTAL_ROW',
    ]);
  });

  it('is refused when it is cut short', async () => {
    const outcome = await parseFile(name, bytes.subarray(0, 3000));
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'damaged' } });
  });
});

const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><x:Name>名册</x:Name>
<style>td{color:red}</style><script>alert("<td>x</td>")</script></head><body><table border=1>
<tr><td colspan=4>流动党员台账</td></tr>
<tr><th>姓名<th>流入时间</th><th>所在党支部</th><th>身份证号</th></tr>
<tr><td>测一</td><td>2024&#45;03-05</td><td rowspan="2">第一&amp;第二党支部</td><td style='mso-number-format:"\\@"'>990101199003070117</td></tr>
<tr><td>样<br>四</td><td x:num="45108">2023/7/1</td><td>无</td></tr>
</table></body></html>`;

describe('a web page saved as .xls', () => {
  it.each(['utf8', 'gb18030', 'utf16le'])(
    'is read in %s with spans and entities',
    async (encoding) => {
      const mark = encoding === 'utf16le' ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0);
      const bytes = Buffer.concat([mark, iconv.encode(page, encoding)]);
      const workbook = await read('台账.xls', bytes);
      expect(workbook.format).toBe('html-as-xls');
      const [sheet] = workbook.sheets;
      expect(sheet?.name).toBe('名册');
      expect(sheet?.rows[2]?.cells).toEqual([
        '测一',
        '2024-03-05',
        '第一&第二党支部',
        '990101199003070117',
      ]);
      expect(sheet?.rows[3]?.cells).toEqual(['样\n四', 45108, null, '无']);
      expect(sheet?.merges).toContainEqual({ top: 3, left: 2, bottom: 4, right: 2 });
    },
  );

  it('fills a spanned cell down and says so', async () => {
    expect(issuesOf(await read('台账.xls', Buffer.from(page)))).toEqual(
      expect.arrayContaining(['4 FILL_DOWN', '4 DATE_SERIAL_GENERAL', '4 ID_LENGTH']),
    );
  });
});

const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="名册"><Table>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">党员名册</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">性别</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">入党时间</Data></Cell></Row>
<Row ss:Index="5"><Cell><Data ss:Type="String">测一</Data></Cell><Cell ss:Index="4"><Data ss:Type="DateTime">2015-07-01T00:00:00.000</Data></Cell></Row>
</Table></Worksheet></Workbook>`;

describe('XML Spreadsheet 2003 saved as .xls', () => {
  it('keeps the places its indexes name and its dates', async () => {
    const workbook = await read('名册.xls', Buffer.from(xml));
    expect(workbook.format).toBe('xml-as-xls');
    expect(workbook.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 5]);
    expect(workbook.sheets[0]?.rows[2]?.cells[3]).toMatchObject({
      kind: 'date',
      on: '2015-07-01',
      hasTime: false,
    });
  });

  it('is refused with a document type', async () => {
    const bytes = Buffer.from(xml.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "b">]><Workbook'));
    expect(await parseFile('名册.xls', bytes)).toMatchObject({
      refusal: { reason: 'documentType' },
    });
  });
});
