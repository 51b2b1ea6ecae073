import { ZipFile } from 'yazl';

/** One cell to write: text, number, or raw XML of a `<c>` element's inside with its type. */
export type SampleCell =
  | string
  | number
  | null
  | { readonly xml: string; readonly type?: string; readonly style?: number };

export interface SampleSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Row 1 first; `null` = no such row. */
  readonly rows: readonly (readonly SampleCell[] | null)[];
  readonly merges?: readonly string[];
  /** Extra XML inside the worksheet, before its rows. */
  readonly before?: string;
}

export interface SampleOptions {
  readonly is1904?: boolean;
  readonly dateStyleCode?: string;
  /** Parts to add or to put in place of the usual ones. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

/** Style 1 of every sample shows a date. */
export const dateStyle = 1;
export const asDate = (serial: number): SampleCell => ({
  xml: `<v>${serial}</v>`,
  style: dateStyle,
});

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

/** Writes a small .xlsx by hand, so that a test can also write a broken or hostile one. */
export async function makeWorkbook(
  sheets: readonly SampleSheet[],
  options: SampleOptions = {},
): Promise<Buffer> {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(sheets, options),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (_, index) => [`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`] as const,
      ),
      ['styles', 'styles', 'styles.xml'] as const,
    ]),
    'xl/styles.xml': stylesPart(options.dateStyleCode ?? 'yyyy-mm-dd'),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index}.xml`, sheetPart(sheet)]),
    ),
    ...options.parts,
  };
  return zip(Object.entries(parts));
}

export async function zip(
  entries: readonly (readonly [string, string | Buffer])[],
): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of entries) file.addBuffer(Buffer.from(content), name);
  file.end();
  const chunks: Buffer[] = [];
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packaged}/relationships">${items.join('')}</Relationships>`;
}

function workbookPart(sheets: readonly SampleSheet[], { is1904 = false }: SampleOptions): string {
  const items = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escape(name)}" sheetId="${index + 1}"${hidden} r:id="s${index}"/>`;
  });
  const properties = is1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${items.join('')}</sheets></workbook>`;
}

function stylesPart(code: string): string {
  return `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${escape(code)}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
}

export function sheetPart({ rows, merges = [], before = '' }: SampleSheet): string {
  const body = rows.map((cells, index) =>
    cells === null
      ? ''
      : `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, column, index + 1)).join('')}</row>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const mergedPart = merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`;
  return `<worksheet xmlns="${main}">${before}<sheetData>${body.join('')}</sheetData>${mergedPart}</worksheet>`;
}

function cellXml(cell: SampleCell, column: number, row: number): string {
  if (cell === null) return '';
  const at = `r="${letters(column)}${row}"`;
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  }
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`;
  return `<c ${at}${type}${style}>${cell.xml}</c>`;
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letters(Math.floor(column / 26) - 1) + letter;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
