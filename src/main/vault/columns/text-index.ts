/** One text per row as UTF-8, with the place where each ends. Never written to once it is made. */
export type EncodedTexts = { readonly ends: Uint32Array; readonly bytes: Buffer };

const hashedBytes = 8;

/** Places of texts by a hash of their bytes, so that finding one does not walk through all. */
export class TextIndex {
  /** Row + 1 of each text, at the first free place from its hash on. */
  readonly #places: Int32Array;

  constructor(private readonly texts: EncodedTexts) {
    const { ends, bytes } = texts;
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(2 * ends.length + 2)));
    let start = 0;
    for (let row = 0; row < ends.length; row += 1) {
      const end = ends[row] ?? start;
      let at = this.#firstPlace(bytes, start, end);
      while (this.#places[at] !== 0) at = this.#next(at);
      this.#places[at] = row + 1;
      start = end;
    }
  }

  /** The first row with this text: rows were placed in their order. */
  find(text: string): number | undefined {
    const { ends, bytes } = this.texts;
    const wanted = Buffer.from(text, 'utf8');
    for (let at = this.#firstPlace(wanted, 0, wanted.length); ; at = this.#next(at)) {
      const row = (this.#places[at] ?? 0) - 1;
      if (row < 0) return undefined;
      const start = row === 0 ? 0 : ends[row - 1];
      if (wanted.equals(bytes.subarray(start, ends[row]))) return row;
    }
  }

  #next(at: number): number {
    return (at + 1) & (this.#places.length - 1);
  }

  /** FNV-1a over the last bytes, in which ids differ most, cut to the size of the index. */
  #firstPlace(bytes: Buffer, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = Math.max(start, end - hashedBytes); at < end; at += 1)
      hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#places.length - 1);
  }
}
