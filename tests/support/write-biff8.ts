/** A cell of a binary sheet: text, number, a day as a serial, a flag, an error. */
export type BiffCell =
  | string
  | number
  | null
  | { readonly day: number }
  | { readonly flag: boolean }
  | { readonly error: number };

export interface BiffSheet {
  readonly name: string;
  readonly state?: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly BiffCell[])[];
  /** top, bottom, left, right, all from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

const sector = 512;
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;

/** Writes a small Excel 97–2003 workbook by hand: records, then one stream in a compound file. */
export function writeBiff8(sheets: readonly BiffSheet[], is1904 = false): Buffer {
  const bodies = sheets.map(sheetStream);
  const globalsWith = (offsets: readonly number[]) =>
    Buffer.concat([
      record(0x809, words(0x600, 0x5, 0, 0, 0, 0, 0, 0)),
      record(0x22, words(is1904 ? 1 : 0)),
      cellFormat(0),
      cellFormat(14),
      ...sheets.map((sheet, index) => boundSheet(sheet, offsets[index] ?? 0)),
      record(0x0a, Buffer.alloc(0)),
    ]);
  let at = globalsWith([]).length;
  const offsets = bodies.map((body) => {
    const here = at;
    at += body.length;
    return here;
  });
  return compoundFile(Buffer.concat([globalsWith(offsets), ...bodies]));
}

function record(type: number, data: Buffer): Buffer {
  return Buffer.concat([words(type, data.length), data]);
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
  return buffer;
}

function cellFormat(format: number): Buffer {
  return record(0xe0, words(0, format, 0, 0, 0, 0, 0, 0, 0, 0));
}

function boundSheet({ name, state = 'visible' }: BiffSheet, offset: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(offset, 0);
  head[4] = ['visible', 'hidden', 'veryHidden'].indexOf(state);
  head[6] = name.length;
  head[7] = 1;
  return record(0x85, Buffer.concat([head, Buffer.from(name, 'utf16le')]));
}

function sheetStream({ rows, merges = [] }: BiffSheet): Buffer {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell === null ? [] : [cellRecord(cell, words(index, column))])),
  );
  const merged =
    merges.length === 0
      ? []
      : [record(0xe5, words(merges.length, ...merges.flatMap((range) => [...range])))];
  return Buffer.concat([
    record(0x809, words(0x600, 0x10, 0, 0, 0, 0, 0, 0)),
    ...cells,
    ...merged,
    record(0x0a, Buffer.alloc(0)),
  ]);
}

function cellRecord(cell: Exclude<BiffCell, null>, place: Buffer): Buffer {
  const plain = Buffer.concat([place, words(0)]);
  if (typeof cell === 'string') {
    const text = Buffer.concat([
      words(cell.length),
      Buffer.from([1]),
      Buffer.from(cell, 'utf16le'),
    ]);
    return record(0x204, Buffer.concat([plain, text]));
  }
  if (typeof cell === 'number') return record(0x203, Buffer.concat([plain, double(cell)]));
  if ('day' in cell) {
    return record(0x203, Buffer.concat([place, words(1), double(cell.day)]));
  }
  const special = 'flag' in cell ? [cell.flag ? 1 : 0, 0] : [cell.error, 1];
  return record(0x205, Buffer.concat([plain, Buffer.from(special)]));
}

function double(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return buffer;
}

/** One stream, large enough for the ordinary chain; allocation table and directory behind it. */
function compoundFile(stream: Buffer): Buffer {
  const size = Math.max(4096, Math.ceil(stream.length / sector) * sector);
  const sectors = size / sector;
  const tables = Math.ceil((sectors + 1) / (sector / 4 - 1)) + 1;
  const allocation = Buffer.alloc(tables * sector, 0xff);
  for (let index = 0; index < sectors; index += 1) {
    allocation.writeUInt32LE(index === sectors - 1 ? endOfChain : index + 1, index * 4);
  }
  allocation.writeUInt32LE(endOfChain, sectors * 4);
  for (let index = 0; index < tables; index += 1) {
    allocation.writeUInt32LE(0xfffffffd, (sectors + 1 + index) * 4);
  }
  const body = Buffer.concat([stream, Buffer.alloc(size - stream.length)]);
  const head = header(sectors, tables);
  return Buffer.concat([head, body, directory(stream.length), allocation]);
}

function header(sectors: number, tables: number): Buffer {
  const head = Buffer.alloc(sector, 0);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(sectors, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(endOfChain, 60);
  head.writeUInt32LE(endOfChain, 68);
  for (let index = 0; index < 109; index += 1) {
    head.writeUInt32LE(index < tables ? sectors + 1 + index : freeSector, 76 + index * 4);
  }
  return head;
}

function directory(length: number): Buffer {
  return Buffer.concat([
    entry('Root Entry', 5, endOfChain, 0),
    entry('Workbook', 2, 0, Math.max(4096, length)),
    Buffer.alloc(256),
  ]);
}

function entry(name: string, kind: number, start: number, size: number): Buffer {
  const buffer = Buffer.alloc(128);
  buffer.write(name, 0, 'utf16le');
  buffer.writeUInt16LE((name.length + 1) * 2, 64);
  buffer[66] = kind;
  buffer[67] = 1;
  for (const at of [68, 72, 76]) buffer.writeUInt32LE(freeSector, at);
  if (kind === 5) buffer.writeUInt32LE(1, 76);
  buffer.writeUInt32LE(start, 116);
  buffer.writeUInt32LE(size, 120);
  return buffer;
}
