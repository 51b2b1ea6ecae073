import { dateOfSerial } from '../../../core/intake/date-serial';
import type { MergedRange, RawCell, RawRow, RawSheet } from '../../../core/intake/raw-workbook';
import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { plainString, recordsFrom, recordType, rkNumber } from './records';

export interface BiffContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: 1900 | 1904;
  readonly limits: ParserLimits;
}

const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

export function readBiffSheet(
  stream: Buffer,
  offset: number,
  context: BiffContext,
): Omit<RawSheet, 'name' | 'state'> {
  const reader = new BiffSheetReader(context);
  for (const { type, data } of recordsFrom(stream, offset)) reader.accept(type, data);
  return reader.content;
}

type Handler = (data: Buffer) => void;

class BiffSheetReader {
  private readonly rows = new Map<number, (RawCell | null)[]>();
  private readonly merges: MergedRange[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly hiddenRows: number[] = [];
  /** A formula with a text result is followed by its text. */
  private awaited: { row: number; column: number } | undefined;

  private readonly handlers: ReadonlyMap<number, Handler> = new Map<number, Handler>([
    [recordType.sharedLabel, (data) => this.put(data, this.shared(data.readUInt32LE(6)))],
    [recordType.label, (data) => this.put(data, plainString(data, 6))],
    [recordType.number, (data) => this.put(data, this.numeric(data.readDoubleLE(6), data))],
    [recordType.rk, (data) => this.put(data, this.numeric(rkNumber(data.readInt32LE(6)), data))],
    [recordType.multipleRk, (data) => this.multiple(data)],
    [recordType.booleanOrError, (data) => this.put(data, special(data[6] ?? 0, data[7] === 1))],
    [recordType.formula, (data) => this.formula(data)],
    [recordType.formulaString, (data) => this.formulaString(data)],
    [recordType.mergedCells, (data) => this.merge(data)],
    [recordType.row, (data) => this.rowInfo(data)],
    [recordType.columnInfo, (data) => this.columnInfo(data)],
  ]);

  constructor(private readonly context: BiffContext) {}

  get content(): Omit<RawSheet, 'name' | 'state'> {
    const rows: RawRow[] = [...this.rows]
      .sort(([one], [other]) => one - other)
      .map(([row, cells]) => ({ row, cells }));
    const { merges, hiddenColumns, hiddenRows } = this;
    return { rows, merges, hiddenColumns, hiddenRows };
  }

  accept(type: number, data: Buffer): void {
    this.handlers.get(type)?.(data);
  }

  private put(data: Buffer, cell: RawCell | null): void {
    this.place(data.readUInt16LE(0) + 1, data.readUInt16LE(2), cell);
  }

  private place(row: number, column: number, cell: RawCell | null): void {
    if (cell === null || cell === '') return;
    if (column >= this.context.limits.columns) throw new RefusedFile('tooManyColumns');
    const cells = this.rows.get(row) ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
    this.rows.set(row, cells);
  }

  private shared(index: number): string | null {
    const text = this.context.strings[index] ?? null;
    if (text !== null && text.length > this.context.limits.cellCharacters) {
      throw new RefusedFile('cellTooLong');
    }
    return text;
  }

  private numeric(value: number, data: Buffer, styleAt = 4): RawCell {
    if (this.context.dateStyles[data.readUInt16LE(styleAt)] !== true) return value;
    const on = dateOfSerial(value, this.context.dateSystem);
    return { kind: 'date', on, serial: value, hasTime: value % 1 !== 0 };
  }

  private multiple(data: Buffer): void {
    const row = data.readUInt16LE(0) + 1;
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 6 <= data.length - 2; at += 6, column += 1) {
      this.place(row, column, this.numeric(rkNumber(data.readInt32LE(at + 2)), data, at));
    }
  }

  /** The cached result; a mark in its last two bytes says it is no number. */
  private formula(data: Buffer): void {
    if (data.readUInt16LE(12) !== 0xffff)
      return this.put(data, this.numeric(data.readDoubleLE(6), data));
    const kind = data[6];
    if (kind === 0) this.awaited = { row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(2) };
    else if (kind === 1 || kind === 2) this.put(data, special(data[8] ?? 0, kind === 2));
  }

  private formulaString(data: Buffer): void {
    if (this.awaited === undefined) return;
    this.place(this.awaited.row, this.awaited.column, plainString(data, 0));
    this.awaited = undefined;
  }

  private merge(data: Buffer): void {
    const count = Math.min(data.readUInt16LE(0), Math.floor((data.length - 2) / 8));
    for (let index = 0; index < count; index += 1) {
      const at = 2 + index * 8;
      this.merges.push({
        top: data.readUInt16LE(at) + 1,
        bottom: data.readUInt16LE(at + 2) + 1,
        left: data.readUInt16LE(at + 4),
        right: data.readUInt16LE(at + 6),
      });
    }
  }

  private rowInfo(data: Buffer): void {
    if ((data.readUInt16LE(12) & 0x20) !== 0) this.hiddenRows.push(data.readUInt16LE(0) + 1);
  }

  private columnInfo(data: Buffer): void {
    if ((data.readUInt16LE(8) & 1) === 0) return;
    const last = Math.min(data.readUInt16LE(2), this.context.limits.columns - 1);
    for (let column = data.readUInt16LE(0); column <= last; column += 1) {
      this.hiddenColumns.push(column);
    }
  }
}

function special(code: number, isError: boolean): RawCell {
  if (!isError) return { kind: 'boolean', value: code === 1 };
  return { kind: 'error', text: errorTexts[code] ?? '#N/A' };
}
