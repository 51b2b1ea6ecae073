import { TextColumn } from './text-column';
import type { EncodedTexts } from './text-index';

const alignment = 4;

/** Lays columns one behind the other, each on a multiple of four so that it can be read where it lies. */
export class ColumnWriter {
  readonly #pieces: Uint8Array[] = [];
  #size = 0;

  number(value: number): void {
    const bytes = Buffer.alloc(alignment);
    bytes.writeUInt32LE(value);
    this.bytes(bytes);
  }

  bytes(bytes: Uint8Array): void {
    const padding = (alignment - (bytes.length % alignment)) % alignment;
    this.#pieces.push(bytes);
    if (padding > 0) this.#pieces.push(Buffer.alloc(padding));
    this.#size += bytes.length + padding;
  }

  /** `length4 ‖ bytes`. */
  block(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.bytes(bytes);
  }

  /** As it stands now: later edits of the column are not in it. */
  column(column: Uint8Array | Uint16Array | Int32Array): void {
    this.bytes(new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice());
  }

  /** What `write` lays out, behind its length. */
  nested(write: (writer: ColumnWriter) => void): void {
    const inner = new ColumnWriter();
    write(inner);
    this.number(inner.#size);
    this.#pieces.push(...inner.#pieces);
    this.#size += inner.#size;
  }

  text(text: string): void {
    this.block(Buffer.from(text, 'utf8'));
  }

  /** Ends of the texts, then their bytes. */
  texts(column: TextColumn): void {
    const { ends, bytes } = column.encode();
    this.bytes(new Uint8Array(ends.buffer, ends.byteOffset, ends.byteLength));
    this.block(bytes);
  }

  strings(list: string[]): void {
    this.texts(new TextColumn(list));
  }

  get pieces(): readonly Uint8Array[] {
    return this.#pieces;
  }
}

/** Reads what `ColumnWriter` wrote; number columns are views of the source, not copies. */
export class ColumnReader {
  #at = 0;
  readonly #source: Buffer;

  constructor(source: Buffer) {
    // Views need an even place in memory; a decrypted segment stands on its own and is never copied.
    this.#source = source.byteOffset % alignment === 0 ? source : Buffer.from(source);
  }

  number(): number {
    return this.bytes(alignment).readUInt32LE(0);
  }
  bytes(length: number): Buffer {
    const bytes = this.#source.subarray(this.#at, this.#at + length);
    if (bytes.length < length) throw new RangeError('the columns end too early');
    this.#at += Math.ceil(length / alignment) * alignment;
    return bytes;
  }
  block(): Buffer {
    return this.bytes(this.number());
  }
  text(): string {
    return this.block().toString('utf8');
  }
  uint8(count: number): Uint8Array {
    return viewOf(Uint8Array, this.bytes(count));
  }
  uint16(count: number): Uint16Array {
    return viewOf(Uint16Array, this.bytes(count * 2));
  }
  int32(count: number): Int32Array {
    return viewOf(Int32Array, this.bytes(count * 4));
  }
  texts(count: number): TextColumn {
    return new TextColumn(this.encodedTexts(count));
  }
  encodedTexts(count: number): EncodedTexts {
    const ends = viewOf(Uint32Array, this.bytes(count * 4));
    return { ends, bytes: this.block() };
  }
}

type View<Column> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): Column;
};

function viewOf<Column>(kind: View<Column>, bytes: Buffer): Column {
  return new kind(bytes.buffer, bytes.byteOffset, bytes.length / kind.BYTES_PER_ELEMENT);
}
