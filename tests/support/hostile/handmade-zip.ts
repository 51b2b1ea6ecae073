import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  readonly name: string | Buffer;
  readonly data: Buffer;
  /** What the headers say about the size. */
  readonly claimed?: number;
  /** Names under which the directory lists the same bytes, in place of its own. */
  readonly listedAs?: readonly string[];
  readonly method?: number;
  readonly flags?: number;
  readonly level?: number;
};

type Packed = ZipEntry & { readonly packed: Buffer; readonly nameBytes: Buffer };

/** Writes a zip by hand, so that names, sizes, methods and places can lie. */
export function handmadeZip(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = {
      ...entry,
      packed: deflateRawSync(entry.data, { level: entry.level ?? 6 }),
      nameBytes: Buffer.from(entry.name),
    };
    const local = [localHeader(packed), packed.nameBytes, packed.packed];
    pieces.push(...local);
    const names = entry.listedAs?.map((name) => Buffer.from(name)) ?? [packed.nameBytes];
    for (const name of names) directory.push(centralHeader(packed, name.length, offset), name);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...pieces, listed, endRecord(directory.length / 2, listed.length, offset)]);
}

function localHeader({ packed, data, claimed, nameBytes, method = 8, flags = 0 }: Packed): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(claimed ?? data.length, 22);
  head.writeUInt16LE(nameBytes.length, 26);
  return head;
}

function centralHeader(entry: Packed, nameLength: number, offset: number): Buffer {
  const { packed, data, claimed, method = 8, flags = 0 } = entry;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(crc32(data), 16);
  head.writeUInt32LE(packed.length, 20);
  head.writeUInt32LE(claimed ?? data.length, 24);
  head.writeUInt16LE(nameLength, 28);
  head.writeUInt32LE(offset, 42);
  return head;
}

function endRecord(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
