/** One text per row as UTF-8, with the place where each ends. */
export type EncodedTexts = { readonly ends: Uint32Array; readonly bytes: Buffer };

/**
 * Texts of one column. Single rows are decoded from the bytes; the first who needs the whole list, or
 * changes it, decodes all of it once.
 */
export class TextColumn {
  #source: EncodedTexts | undefined;
  #list: string[] | undefined;

  constructor(source: EncodedTexts | string[]) {
    if (Array.isArray(source)) this.#list = source;
    else this.#source = source;
  }

  at(row: number): string {
    if (this.#list !== undefined) return this.#list[row] ?? '';
    return this.#source === undefined ? '' : textAt(this.#source, row);
  }

  /** The first row with this text, found in the bytes where nothing was decoded yet. */
  find(text: string): number | undefined {
    if (this.#source === undefined) {
      const row = this.list().indexOf(text);
      return row < 0 ? undefined : row;
    }
    const { ends, bytes } = this.#source;
    const wanted = Buffer.from(text, 'utf8');
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
      const row = rowEndingAt(ends, at + wanted.length);
      if (row !== undefined && (row === 0 ? 0 : ends[row - 1]) === at) return row;
    }
    return undefined;
  }

  /** Every text; rows may be written into the list. */
  list(): string[] {
    const source = this.#source;
    if (this.#list === undefined && source !== undefined)
      this.#list = Array.from({ length: source.ends.length }, (_, row) => textAt(source, row));
    this.#source = undefined;
    return (this.#list ??= []);
  }

  encode(): EncodedTexts {
    if (this.#source !== undefined) return this.#source;
    const pieces = this.list().map((text) => Buffer.from(text, 'utf8'));
    let end = 0;
    const ends = Uint32Array.from(pieces, (piece) => (end += piece.length));
    return { ends, bytes: Buffer.concat(pieces, end) };
  }
}

function textAt({ ends, bytes }: EncodedTexts, row: number): string {
  return bytes.toString('utf8', row === 0 ? 0 : ends[row - 1], ends[row] ?? 0);
}

/** Ends rise, so the row is found by halving. */
function rowEndingAt(ends: Uint32Array, end: number): number | undefined {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return ends[low] === end ? low : undefined;
}
