import { dateOfSerial } from '../../../core/intake/date-serial';
import type { MergedRange, RawCell, RawRow } from '../../../core/intake/raw-workbook';
import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { parseRange, parseReference } from './reference';
import { unescapeText } from './shared-strings';
import { isTrue, walkMarkup, type Attributes } from './walk-markup';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: 1900 | 1904;
  readonly limits: ParserLimits;
}

export interface SheetContent {
  readonly rows: readonly RawRow[];
  readonly merges: readonly MergedRange[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
}

/** Reads one worksheet; its declared dimension is not consulted, only what is there counts. */
export function readSheetPart(part: Buffer, context: SheetContext): SheetContent {
  const reader = new SheetReader(context);
  walkMarkup(part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.content;
}

class SheetReader {
  private readonly rows: RawRow[] = [];
  private readonly merges: MergedRange[] = [];
  private readonly hiddenColumns = new Set<number>();
  private readonly hiddenRows: number[] = [];
  private row = 0;
  private cells: (RawCell | null)[] = [];
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private hasFormula = false;
  private hasValue = false;
  private isCollecting = false;
  private isPhonetic = false;

  constructor(private readonly context: SheetContext) {}

  get content(): SheetContent {
    const { rows, merges, hiddenRows } = this;
    return { rows, merges, hiddenColumns: [...this.hiddenColumns], hiddenRows };
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        return this.openRow(attributes);
      case 'c':
        return this.openCell(attributes);
      case 'v':
        this.hasValue = true;
        this.isCollecting = true;
        return;
      case 't':
        this.hasValue = true;
        this.isCollecting = !this.isPhonetic;
        return;
      case 'f':
        this.hasFormula = true;
        return;
      default:
        return this.openRare(name, attributes);
    }
  }

  private openRare(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'col' && isTrue(attributes['hidden'])) this.hideColumns(attributes);
    else if (name === 'mergeCell') {
      const range = parseRange(attributes['ref'] ?? '');
      if (range !== undefined) this.merges.push(range);
    }
  }

  text(text: string): void {
    if (!this.isCollecting) return;
    this.value += text;
    if (this.value.length > this.context.limits.cellCharacters)
      throw new RefusedFile('cellTooLong');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isCollecting = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(attributes: Attributes): void {
    const given = Number(attributes['r']);
    this.row = Number.isInteger(given) && given > this.row ? given : this.row + 1;
    this.cells = [];
    this.column = -1;
    if (isTrue(attributes['hidden'])) this.hiddenRows.push(this.row);
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    const given = reference === undefined ? undefined : parseReference(reference)?.column;
    this.column = given ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.value = '';
    this.hasFormula = false;
    this.hasValue = false;
  }

  private closeCell(): void {
    const cell = this.cellValue();
    if (cell === null) return;
    if (this.column >= this.context.limits.columns) throw new RefusedFile('tooManyColumns');
    // Which of two values is meant nobody can say.
    if ((this.cells[this.column] ?? null) !== null) throw new RefusedFile('damaged');
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    if (this.rows.length >= this.context.limits.rows) throw new RefusedFile('tooManyRows');
    this.rows.push({ row: this.row, cells: this.cells });
  }

  private cellValue(): RawCell | null {
    if (!this.hasValue) return this.hasFormula ? { kind: 'formulaWithoutCache' } : null;
    const { value } = this;
    switch (this.type) {
      case 's':
        return this.sharedText(value) || null;
      case 'str':
      case 'inlineStr':
        return unescapeText(value) || null;
      case 'b':
        return { kind: 'boolean', value: isTrue(value) };
      case 'e':
        return { kind: 'error', text: value };
      case 'd':
        return value === '' ? null : value.replace('T', ' ');
      default:
        return this.numeric(value);
    }
  }

  /** A text that the table does not hold would otherwise be an empty cell without a word. */
  private sharedText(index: string): string {
    const text = this.context.strings[Number(index)];
    if (text === undefined) throw new RefusedFile('damaged');
    return text;
  }

  private numeric(value: string): RawCell | null {
    if (value.trim() === '') return this.hasFormula ? { kind: 'formulaWithoutCache' } : null;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (this.context.dateStyles[this.style] !== true) return number;
    return {
      kind: 'date',
      on: dateOfSerial(number, this.context.dateSystem),
      serial: number,
      hasTime: number % 1 !== 0,
    };
  }

  private hideColumns(attributes: Attributes): void {
    const first = Math.max(1, Number(attributes['min']));
    // A hidden tail is declared up to the last possible column.
    const last = Math.min(Number(attributes['max']), this.context.limits.columns);
    for (let column = first; column <= last; column += 1) this.hiddenColumns.add(column - 1);
  }
}
