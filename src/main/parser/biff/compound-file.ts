import { RefusedFile } from '../refusal';

const freeSector = 0xfffffffa;
const directoryEntryBytes = 128;

/** The streams of a compound file (MS-CFB) by name, upper case. */
export function readCompoundFile(bytes: Buffer): ReadonlyMap<string, () => Buffer> {
  if (bytes.length < 512) throw new RefusedFile('damaged');
  try {
    return new CompoundFile(bytes).streams();
  } catch (error) {
    if (error instanceof RangeError) throw new RefusedFile('damaged');
    throw error;
  }
}

class CompoundFile {
  private readonly sectorBytes: number;
  private readonly fat: number[];
  private readonly miniFat: number[];
  private miniStream: Buffer = Buffer.alloc(0);
  private readonly miniCutoff: number;

  constructor(private readonly bytes: Buffer) {
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new RefusedFile('damaged');
    this.sectorBytes = 1 << shift;
    this.miniCutoff = bytes.readUInt32LE(56);
    this.fat = this.fatSectors().flatMap((sector) => this.numbersOf(sector));
    this.miniFat = this.chain(bytes.readUInt32LE(60)).flatMap((sector) => this.numbersOf(sector));
  }

  streams(): Map<string, () => Buffer> {
    const directory = this.bigStream(this.bytes.readUInt32LE(48));
    const streams = new Map<string, () => Buffer>();
    for (let at = 0; at + directoryEntryBytes <= directory.length; at += directoryEntryBytes) {
      const entry = directory.subarray(at, at + directoryEntryBytes);
      const nameBytes = Math.max(0, Math.min(62, entry.readUInt16LE(64) - 2));
      const name = entry.toString('utf16le', 0, nameBytes).toUpperCase();
      const start = entry.readUInt32LE(116);
      const size = entry.readUInt32LE(120);
      const kind = entry[66];
      if (kind === 5) this.miniStream = this.bigStream(start).subarray(0, size);
      if (kind === 2 && !streams.has(name)) streams.set(name, () => this.stream(start, size));
    }
    return streams;
  }

  private stream(start: number, size: number): Buffer {
    const whole = size < this.miniCutoff ? this.smallStream(start) : this.bigStream(start);
    if (whole.length < size) throw new RefusedFile('damaged');
    return whole.subarray(0, size);
  }

  private bigStream(start: number): Buffer {
    return Buffer.concat(this.chain(start).map((sector) => this.sector(sector)));
  }

  private smallStream(start: number): Buffer {
    const parts: Buffer[] = [];
    for (const sector of follow(start, this.miniFat)) {
      parts.push(this.miniStream.subarray(sector * 64, sector * 64 + 64));
    }
    return Buffer.concat(parts);
  }

  private chain(start: number): number[] {
    return follow(start, this.fat);
  }

  private sector(index: number): Buffer {
    const start = (index + 1) * this.sectorBytes;
    if (start >= this.bytes.length) throw new RefusedFile('damaged');
    return this.bytes.subarray(start, start + this.sectorBytes);
  }

  private numbersOf(sector: number): number[] {
    const content = this.sector(sector);
    return Array.from({ length: content.length >> 2 }, (_, index) =>
      content.readUInt32LE(index * 4),
    );
  }

  /** 109 sectors are named in the header, further ones in a chain of their own. */
  private fatSectors(): number[] {
    const sectors = Array.from({ length: 109 }, (_, index) =>
      this.bytes.readUInt32LE(76 + index * 4),
    );
    let next = this.bytes.readUInt32LE(68);
    const most = Math.ceil(this.bytes.length / this.sectorBytes);
    for (let count = 0; next < freeSector && count < most; count += 1) {
      const numbers = this.numbersOf(next);
      next = numbers.pop() ?? freeSector;
      sectors.push(...numbers);
    }
    return sectors.filter((sector) => sector < freeSector);
  }
}

/** Follows a chain of sectors; one that bites its own tail is damage. */
function follow(start: number, table: readonly number[]): number[] {
  const chain: number[] = [];
  for (let next = start; next < freeSector; next = table[next] ?? freeSector) {
    if (chain.length > table.length) throw new RefusedFile('damaged');
    chain.push(next);
  }
  return chain;
}
