/** Record numbers of BIFF8 (MS-XLS 2.3) the reader listens to. */
export const recordType = {
  formula: 0x06,
  endOfFile: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continued: 0x3c,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  multipleRk: 0xbd,
  cellFormat: 0xe0,
  mergedCells: 0xe5,
  sharedStrings: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  booleanOrError: 0x205,
  formulaString: 0x207,
  row: 0x208,
  rk: 0x27e,
  numberFormat: 0x41e,
  beginning: 0x809,
} as const;

export interface BiffRecord {
  readonly type: number;
  /** The record's own bytes and those of the records that continue it. */
  readonly parts: readonly Buffer[];
  readonly data: Buffer;
}

/** Walks the records from an offset to the end of their substream. */
export function* recordsFrom(stream: Buffer, offset: number): Generator<BiffRecord> {
  let at = offset;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    let end = at + 4 + stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + 4, end);
    const parts = [data];
    while (end + 4 <= stream.length && stream.readUInt16LE(end) === recordType.continued) {
      const next = end + 4 + stream.readUInt16LE(end + 2);
      parts.push(stream.subarray(end + 4, next));
      end = next;
    }
    yield { type, parts, data };
    if (type === recordType.endOfFile) return;
    at = end;
  }
}

/** The number packed into 30 bits (MS-XLS 2.5.217). */
export function rkNumber(rk: number): number {
  const isHundredth = (rk & 1) === 1;
  const value = (rk & 2) === 2 ? rk >> 2 : highBits(rk & ~3);
  return isHundredth ? value / 100 : value;
}

function highBits(bits: number): number {
  const buffer = Buffer.alloc(8);
  buffer.writeInt32LE(bits, 4);
  return buffer.readDoubleLE(0);
}

/** A string with a 16-bit length and its width in the flags, not continued. */
export function plainString(data: Buffer, offset: number): string {
  const length = data.readUInt16LE(offset);
  const isWide = ((data[offset + 2] ?? 0) & 1) === 1;
  return isWide
    ? data.toString('utf16le', offset + 3, offset + 3 + length * 2)
    : data.toString('latin1', offset + 3, offset + 3 + length);
}

/** Reads the shared strings, whose characters may change width where a record is continued. */
export function readStringTable(parts: readonly Buffer[]): string[] {
  const cursor = new PartsCursor(parts);
  cursor.skip(4);
  const count = cursor.uint32();
  const strings: string[] = [];
  while (strings.length < count && !cursor.isAtEnd) strings.push(readRichString(cursor));
  return strings;
}

function readRichString(cursor: PartsCursor): string {
  const length = cursor.uint16();
  const flags = cursor.uint8();
  const runs = (flags & 8) === 8 ? cursor.uint16() : 0;
  // Phonetic guides of East Asian text follow the characters and are passed over.
  const phoneticBytes = (flags & 4) === 4 ? cursor.uint32() : 0;
  const text = cursor.characters(length, (flags & 1) === 1);
  cursor.skip(runs * 4 + phoneticBytes);
  return text;
}

class PartsCursor {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  get isAtEnd(): boolean {
    this.settle();
    return this.part >= this.parts.length;
  }

  uint8(): number {
    this.settle();
    const value = this.current.readUInt8(this.at);
    this.at += 1;
    return value;
  }

  uint16(): number {
    return this.uint8() + this.uint8() * 0x100;
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 0x10000;
  }

  skip(bytes: number): void {
    let left = bytes;
    while (left > 0 && !this.isAtEnd) {
      const step = Math.min(left, this.current.length - this.at);
      this.at += step;
      left -= step;
    }
  }

  characters(length: number, startsWide: boolean): string {
    let text = '';
    let isWide = startsWide;
    while (text.length < length) {
      if (this.at >= this.current.length) {
        this.settle();
        // Every continuation states anew how wide its characters are.
        isWide = (this.uint8() & 1) === 1;
      }
      const width = isWide ? 2 : 1;
      const fits = Math.floor((this.current.length - this.at) / width);
      const taken = Math.min(length - text.length, fits);
      if (taken === 0) throw new RangeError('string cut inside a character');
      const end = this.at + taken * width;
      text += this.current.toString(isWide ? 'utf16le' : 'latin1', this.at, end);
      this.at = end;
    }
    return text;
  }

  private get current(): Buffer {
    const part = this.parts[this.part];
    if (part === undefined) throw new RangeError('record ends early');
    return part;
  }

  private settle(): void {
    while (this.part < this.parts.length && this.at >= (this.parts[this.part]?.length ?? 0)) {
      this.part += 1;
      this.at = 0;
    }
  }
}
