import type {
  MergedRange,
  RawCell,
  RawRow,
  RawSheet,
  RawWorkbook,
} from '../../../core/intake/raw-workbook';
import type { DecodedText } from '../decode-text';
import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { attributeOf, decodeEntities, tokensOf, type Token } from './tokens';

/** Reads the tables of a web page saved under .xls, as many systems export them. */
export function readHtmlTables(
  fileName: string,
  { text, encoding }: DecodedText,
  limits: ParserLimits,
): RawWorkbook {
  const names = [...text.matchAll(/<x:Name>([^<]{1,60})<\/x:Name>/gi)].map(
    ([, name]) => name ?? '',
  );
  const reader = new TableReader(limits);
  for (const token of tokensOf(text)) reader.accept(token);
  const tables = reader.finish();
  if (tables.length === 0) throw new RefusedFile('notAWorkbook');
  if (tables.length > limits.sheets) throw new RefusedFile('tooManySheets');
  const sheets = tables.map((table, index) => ({
    ...table,
    name: decodeEntities(names[index] ?? `表${index + 1}`),
  }));
  return { fileName, format: 'html-as-xls', encoding, dateSystem: 1900, sheets, notices: [] };
}

type Table = Omit<RawSheet, 'name'>;

class TableReader {
  private readonly tables: Table[] = [];
  private rows: RawRow[] = [];
  private merges: MergedRange[] = [];
  private cells: (RawCell | null)[] = [];
  private row = 0;
  private depth = 0;
  /** Attributes and text of the open cell. */
  private cell: { attributes: string; text: string } | undefined;

  constructor(private readonly limits: ParserLimits) {}

  accept(token: Token): void {
    if (token.kind === 'text') this.addText(decodeEntities(token.text.replace(/[\r\n\t]+/g, ' ')));
    else if (token.kind === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  finish(): Table[] {
    this.closeTable();
    return this.tables.filter((table) => table.rows.length > 0);
  }

  private addText(text: string): void {
    if (this.cell === undefined) return;
    this.cell.text += text;
    if (this.cell.text.length > this.limits.cellCharacters) throw new RefusedFile('cellTooLong');
  }

  private open(name: string, attributes: string): void {
    if (name === 'table') this.depth += 1;
    else if (name === 'br') this.addText('\n');
    // A table inside a cell belongs to that cell's text.
    else if (this.depth !== 1) return;
    else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
  }

  private close(name: string): void {
    if (name === 'table') {
      if (this.depth === 1) this.closeTable();
      this.depth = Math.max(0, this.depth - 1);
    } else if (this.depth !== 1) return;
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'tr') this.closeRow();
  }

  private openRow(): void {
    this.closeRow();
    this.row += 1;
    if (this.row > this.limits.rows) throw new RefusedFile('tooManyRows');
  }

  private openCell(attributes: string): void {
    this.closeCell();
    if (this.row === 0) this.row = 1;
    this.cell = { attributes, text: '' };
  }

  private closeCell(): void {
    if (this.cell === undefined) return;
    const { attributes, text } = this.cell;
    this.cell = undefined;
    const column = this.freeColumn();
    if (column >= this.limits.columns) throw new RefusedFile('tooManyColumns');
    while (this.cells.length < column) this.cells.push(null);
    this.cells[column] = cellOf(attributes, text);
    const right = column + spanOf(attributes, 'colspan', this.limits.columns - column) - 1;
    const bottom = this.row + spanOf(attributes, 'rowspan', this.limits.rows) - 1;
    if (right > column || bottom > this.row) {
      this.merges.push({ top: this.row, left: column, bottom, right });
    }
  }

  /** The next column no cell of this row and no merged cell from above takes. */
  private freeColumn(): number {
    let column = this.cells.length;
    for (;;) {
      const range = this.merges.find(
        ({ top, bottom, left, right }) =>
          this.row >= top && this.row <= bottom && column >= left && column <= right,
      );
      if (range === undefined) return column;
      column = range.right + 1;
    }
  }

  private closeRow(): void {
    this.closeCell();
    if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
    this.cells = [];
  }

  private closeTable(): void {
    this.closeRow();
    const { rows, merges } = this;
    this.tables.push({ state: 'visible', rows, merges, hiddenColumns: [], hiddenRows: [] });
    this.rows = [];
    this.merges = [];
    this.row = 0;
  }
}

function spanOf(attributes: string, name: string, most: number): number {
  const span = Number(attributeOf(attributes, name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, Math.max(1, most)) : 1;
}

/** Only `x:num` says a number; everything else is what it shows. */
function cellOf(attributes: string, text: string): RawCell | null {
  const number = attributeOf(attributes, 'x:num');
  if (number !== undefined && number.trim() !== '' && Number.isFinite(Number(number))) {
    return Number(number);
  }
  const shown = text.replace(/^[ \n]+|[ \n]+$/g, '');
  return shown === '' ? null : shown;
}
