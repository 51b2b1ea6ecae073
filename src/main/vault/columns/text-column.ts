import type { StoredPart } from '../ledger/hot-projection';
import { TextIndex, type EncodedTexts } from './text-index';

/** Texts that stand in a part of their own, read when somebody asks for them. */
type UnreadTexts = {
  readonly length: number;
  readonly part: StoredPart;
  readonly read: (bytes: Buffer) => EncodedTexts;
};

/**
 * Texts of one column. Single rows are decoded from the bytes; the first who needs the whole list decodes all of
 * it once. Rows that were changed stand beside the bytes until the column is stored again.
 */
export class TextColumn {
  #unread: UnreadTexts | undefined;
  #bytes: EncodedTexts | undefined;
  #list: string[] | undefined;
  #length: number;
  readonly #changed = new Map<number, string>();
  #index: TextIndex | undefined;

  constructor(source: EncodedTexts | string[] | UnreadTexts) {
    if (Array.isArray(source)) this.#list = source;
    else if ('part' in source) this.#unread = source;
    else this.#bytes = source;
    this.#length = 'ends' in source ? source.ends.length : source.length;
  }

  get length(): number {
    return this.#length;
  }

  at(row: number): string {
    if (this.#list !== undefined) return this.#list[row] ?? '';
    if (row >= this.#length) return '';
    const stored = this.#stored;
    return this.#changed.get(row) ?? (stored === undefined ? '' : textAt(stored, row));
  }

  /** Writes one row; one behind the last makes the column longer. */
  set(row: number, text: string): void {
    if (this.#unread === undefined && row < this.#length && this.at(row) === text) return;
    this.#length = Math.max(this.#length, row + 1);
    if (this.#unread !== undefined || this.#bytes !== undefined) this.#changed.set(row, text);
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
    const stored = this.#stored;
    if (stored === undefined || !this.#isAllIn(stored)) {
      const row = this.list().indexOf(text);
      return row < 0 ? undefined : row;
    }
    this.#index ??= new TextIndex(stored);
    return this.#index.find(text);
  }

  /** Every text. */
  list(): readonly string[] {
    this.#list ??= Array.from({ length: this.#length }, (_, row) => this.at(row));
    return this.#list;
  }

  /** The column as bytes; what did not change since the last time is copied, not made anew. */
  encode(): EncodedTexts {
    const stored = this.#stored;
    if (stored !== undefined && this.#isAllIn(stored)) return stored;
    const made =
      stored === undefined ? encodeAll(this.list()) : merged(stored, this.#changed, this.#length);
    this.#bytes = made;
    this.#index = undefined;
    this.#changed.clear();
    return made;
  }

  /** The part as it is stored, while nobody has read or written any of it. */
  get untouched(): StoredPart | undefined {
    return this.#changed.size === 0 ? this.#unread?.part : undefined;
  }

  /** The column as it stands now, made into bytes when they are asked for; an unread one is not read before. */
  encodeLater(): () => EncodedTexts {
    const unread = this.#unread;
    if (unread === undefined) {
      const encoded = this.encode();
      return () => encoded;
    }
    const [changed, length] = [new Map(this.#changed), this.#length];
    return () => merged(unread.read(unread.part.whole()), changed, length);
  }

  get #stored(): EncodedTexts | undefined {
    if (this.#unread !== undefined) {
      this.#bytes = this.#unread.read(this.#unread.part.whole());
      this.#unread = undefined;
    }
    return this.#bytes;
  }

  #isAllIn(stored: EncodedTexts): boolean {
    return this.#changed.size === 0 && stored.ends.length === this.#length;
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
