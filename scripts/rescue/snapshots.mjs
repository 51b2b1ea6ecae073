import { brotliDecompressSync } from 'node:zlib';
import { derive, isMac, open } from './seal.mjs';

const kinds = { hot: 0, directory: 1, records: 2, index: 3, part: 4 };
const headerLength = 88;
const indexNumber = 0xffffffff;
const firstBlock = 2;

function context(mac, number, kind) {
  const place = Buffer.alloc(5);
  place.writeUInt32BE(number, 0);
  place.writeUInt8(kinds[kind], 4);
  return Buffer.concat([mac, place]);
}

/** The newest snapshot whose header, footer and index are whole; none is an empty one. */
export function readNewestSnapshot(numbers, read, keys) {
  for (const number of numbers) {
    const found = readSnapshot(number, read(number), keys);
    if (found !== undefined) return found;
  }
  return { number: 0, sequence: 0, records: [] };
}

function readSnapshot(number, file, { dataKey, vaultId }) {
  if (file.length < headerLength + 16 || file.toString('ascii', 0, 4) !== 'DJS1') return undefined;
  const body = file.subarray(0, headerLength - 32);
  const mac = file.subarray(headerLength - 32, headerLength);
  const salt = body.subarray(24);
  const isOurs =
    body.readUInt32BE(4) === number &&
    body.subarray(8, 24).equals(vaultId) &&
    isMac(derive(dataKey, salt, 'snap-header'), body, mac);
  const footer = file.subarray(file.length - 16);
  if (!isOurs || footer.toString('ascii', 12) !== 'DJE1') return undefined;
  const key = derive(dataKey, salt, 'snap');
  const at = Number(footer.readBigUInt64BE(0));
  const sealed = file.subarray(at, at + footer.readUInt32BE(8));
  const bytes = open(key, sealed, context(mac, indexNumber, 'index'));
  if (bytes === undefined) return undefined;
  const index = JSON.parse(bytes.toString('utf8'));
  const records = index.blockTables.flatMap((table, block) => {
    const place = index.segments[firstBlock + block];
    const segment = file.subarray(place.offset, place.offset + place.length);
    const plain = open(key, segment, context(mac, firstBlock + block, 'records'));
    if (plain === undefined) throw new Error(`快照 ${number} 的第 ${block} 块已损坏`);
    return JSON.parse(brotliDecompressSync(plain).toString('utf8')).map(({ id, value }) => ({
      table,
      id,
      value,
    }));
  });
  return { number, sequence: index.sequence, records };
}
