import type {
  MergedRange,
  RawCell,
  RawRow,
  RawSheet,
  RawWorkbook,
} from '../../core/intake/raw-workbook';
import { isCalendarDate } from '../../core/calendar/calendar-date';
import { toDayNumber } from '../../core/calendar/day-number';
import type { ParserLimits } from './limits';
import { RefusedFile } from './refusal';
import { attribute, walkMarkup, type Attributes } from './xlsx/walk-markup';

export const xmlSpreadsheetMark = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Reads XML Spreadsheet 2003, which older systems save under .xls. */
export function readXmlSpreadsheet(
  fileName: string,
  bytes: Buffer,
  limits: ParserLimits,
): RawWorkbook {
  const reader = new Reader(limits);
  walkMarkup(bytes, reader);
  return {
    fileName,
    format: 'xml-as-xls',
    encoding: 'utf-8',
    dateSystem: 1900,
    sheets: reader.sheets,
    notices: [],
  };
}

interface OpenSheet {
  readonly name: string;
  readonly rows: RawRow[];
  readonly merges: MergedRange[];
  isHidden: boolean;
}

class Reader {
  private readonly found: OpenSheet[] = [];
  private row = 0;
  private column = -1;
  private cells: (RawCell | null)[] = [];
  private type: string | undefined;
  private value = '';
  private hasFormula = false;

  constructor(private readonly limits: ParserLimits) {}

  get sheets(): RawSheet[] {
    return this.found.map(({ name, rows, merges, isHidden }) => ({
      name,
      state: isHidden ? 'hidden' : 'visible',
      rows,
      merges,
      hiddenColumns: [],
      hiddenRows: [],
    }));
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'Worksheet') this.openSheet(attributes);
    else if (name === 'Row') this.openRow(attributes);
    else if (name === 'Cell') this.openCell(attributes);
    else if (name === 'Data') this.type = attribute(attributes, 'Type') ?? 'String';
    this.value = name === 'Data' || name === 'Visible' ? '' : this.value;
  };

  readonly text = (text: string): void => {
    this.value += text;
    if (this.value.length > this.limits.cellCharacters) this.value = this.keepOrRefuse();
  };

  readonly close = (name: string): void => {
    const sheet = this.found.at(-1);
    if (name === 'Cell') this.closeCell();
    else if (name === 'Row') this.closeRow();
    else if (name === 'Visible' && sheet !== undefined) {
      sheet.isHidden = /hidden/i.test(this.value);
    }
  };

  /** Only text inside a cell is bounded by the cell's limit; blanks between elements are dropped. */
  private keepOrRefuse(): string {
    if (this.type !== undefined) throw new RefusedFile('cellTooLong');
    return '';
  }

  private openSheet(attributes: Attributes): void {
    if (this.found.length >= this.limits.sheets) throw new RefusedFile('tooManySheets');
    const name = attribute(attributes, 'Name') ?? '';
    this.found.push({ name, rows: [], merges: [], isHidden: false });
    this.row = 0;
  }

  private openRow(attributes: Attributes): void {
    const index = Number(attribute(attributes, 'Index'));
    this.row = index > this.row ? index : this.row + 1;
    this.column = -1;
    this.cells = [];
  }

  private openCell(attributes: Attributes): void {
    const index = Number(attribute(attributes, 'Index'));
    this.column = index >= 1 ? index - 1 : this.nextColumn();
    if (this.column >= this.limits.columns) throw new RefusedFile('tooManyColumns');
    this.type = undefined;
    this.hasFormula = attribute(attributes, 'Formula') !== undefined;
    const across = Number(attribute(attributes, 'MergeAcross') ?? 0);
    const down = Number(attribute(attributes, 'MergeDown') ?? 0);
    if (!(across > 0 || down > 0)) return;
    this.found.at(-1)?.merges.push({
      top: this.row,
      left: this.column,
      bottom: this.row + down,
      right: this.column + across,
    });
  }

  private nextColumn(): number {
    const range = this.found
      .at(-1)
      ?.merges.findLast(({ left, top }) => top === this.row && left === this.column);
    return range === undefined ? this.column + 1 : range.right + 1;
  }

  private closeCell(): void {
    const cell = this.cellValue();
    if (cell === null) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private closeRow(): void {
    const sheet = this.found.at(-1);
    if (this.cells.length === 0 || sheet === undefined) return;
    if (sheet.rows.length >= this.limits.rows) throw new RefusedFile('tooManyRows');
    sheet.rows.push({ row: this.row, cells: this.cells });
  }

  private cellValue(): RawCell | null {
    const { type, value } = this;
    if (type === undefined) return this.hasFormula ? { kind: 'formulaWithoutCache' } : null;
    if (value === '') return null;
    if (type === 'Number') return Number.isFinite(Number(value)) ? Number(value) : value;
    if (type === 'Boolean') return { kind: 'boolean', value: value === '1' };
    if (type === 'Error') return { kind: 'error', text: value };
    return type === 'DateTime' ? dateCell(value) : value;
  }
}

function dateCell(value: string): RawCell {
  const on = value.slice(0, 10);
  if (!isCalendarDate(on)) return value;
  const hasTime = !/T00:00:00/.test(value) && value.length > 10;
  return { kind: 'date', on, serial: toDayNumber(on) - toDayNumber('1899-12-30'), hasTime };
}
