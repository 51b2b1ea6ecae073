import { TextIndex, type EncodedTexts } from './text-index';

/**
 * Texts of one column. Single rows are decoded from the bytes; the first who needs the whole list decodes all of
 * it once. Rows that were changed stand beside the bytes until the column is stored again.
 */
export class TextColumn {
  #stored: EncodedTexts | undefined;
  #list: string[] | undefined;
  #length: number;
  readonly #changed = new Map<number, string>();
  #index: TextIndex | undefined;

  constructor(source: EncodedTexts | string[]) {
    if (Array.isArray(source)) {
      this.#list = source;
      this.#length = source.length;
    } else {
      this.#stored = source;
      this.#length = source.ends.length;
    }
  }

  get length(): number {
    return this.#length;
  }

  at(row: number): string {
    if (this.#list !== undefined) return this.#list[row] ?? '';
    if (this.#stored === undefined || row >= this.#length) return '';
    return this.#changed.get(row) ?? textAt(this.#stored, row);
  }

  /** Writes one row; one behind the last makes the column longer. */
  set(row: number, text: string): void {
    if (row < this.#length && this.at(row) === text) return;
    this.#length = Math.max(this.#length, row + 1);
    if (this.#stored !== undefined) this.#changed.set(row, text);
    if (this.#list !== undefined) this.#list[row] = text;
  }

  /** Cuts off the last row. */
  pop(): void {
    this.#length -= 1;
    this.#changed.delete(this.#length);
    if (this.#list !== undefined) this.#list.length = this.#length;
  }

  /** The first row with this text, found in the bytes where they say it all. */
  find(text: string): number | undefined {
    const isStored = this.#changed.size === 0 && this.#stored?.ends.length === this.#length;
    if (this.#stored === undefined || !isStored) {
      const row = this.list().indexOf(text);
      return row < 0 ? undefined : row;
    }
    this.#index ??= new TextIndex(this.#stored);
    return this.#index.find(text);
  }

  /** Every text. */
  list(): readonly string[] {
    this.#list ??= Array.from({ length: this.#length }, (_, row) => this.at(row));
    return this.#list;
  }

  /** The column as bytes; what did not change since the last time is copied, not made anew. */
  encode(): EncodedTexts {
    const isSame = this.#changed.size === 0 && this.#stored?.ends.length === this.#length;
    if (this.#stored === undefined) this.#stored = encodeAll(this.list());
    else if (!isSame) this.#stored = merged(this.#stored, this.#changed, this.#length);
    if (!isSame) this.#index = undefined;
    this.#changed.clear();
    return this.#stored;
  }
}

function encodeAll(list: readonly string[]): EncodedTexts {
  const pieces = list.map((text) => Buffer.from(text, 'utf8'));
  let end = 0;
  const ends = Uint32Array.from(pieces, (piece) => (end += piece.length));
  return { ends, bytes: Buffer.concat(pieces, end) };
}

/** Runs of unchanged rows with the changed ones between them. */
function merged(
  stored: EncodedTexts,
  changed: ReadonlyMap<number, string>,
  length: number,
): EncodedTexts {
  const ends = new Uint32Array(length);
  const pieces: Buffer[] = [];
  const kept = Math.min(length, stored.ends.length);
  let end = 0;
  const copyRun = (from: number, until: number) => {
    if (from >= until) return;
    const start = startOf(stored, from);
    pieces.push(stored.bytes.subarray(start, stored.ends[until - 1]));
    const shift = end - start;
    for (let row = from; row < until; row += 1) ends[row] = (stored.ends[row] ?? 0) + shift;
    end = ends[until - 1] ?? end;
  };
  let next = 0;
  for (const row of [...changed.keys()].sort((a, b) => a - b)) {
    copyRun(next, Math.min(row, kept));
    const piece = Buffer.from(changed.get(row) ?? '', 'utf8');
    pieces.push(piece);
    end += piece.length;
    ends[row] = end;
    next = row + 1;
  }
  copyRun(next, kept);
  return { ends, bytes: Buffer.concat(pieces, end) };
}

const startOf = ({ ends }: EncodedTexts, row: number): number =>
  row === 0 ? 0 : (ends[row - 1] ?? 0);

function textAt(texts: EncodedTexts, row: number): string {
  return texts.bytes.toString('utf8', startOf(texts, row), texts.ends[row] ?? 0);
}
