import { brotliDecompressSync } from 'node:zlib';
import { derive, isMac, open } from './seal.mjs';

const headerLength = 128;
const hashLength = 32;
const smallestFrame = 28 + hashLength + 1;

/** Plays the frames after the snapshot into `put`; stops in each journal where a frame does not authenticate. */
export function readJournals(numbers, read, { dataKey, vaultId, from, put }) {
  const problems = [];
  let next = from;
  let frames = 0;
  let pending;
  for (const number of numbers) {
    const file = read(number);
    const header = headerOf(number, file, { dataKey, vaultId });
    if (header === undefined) {
      if (file.length > headerLength) problems.push(`j.${number} 的文件头不能读出`);
      continue;
    }
    let { sequence } = header;
    for (let at = headerLength; ; sequence += 1) {
      const frame = frameAt(file, at, { key: header.key, number, sequence });
      if (frame === undefined) break;
      at += frame.size;
      if (sequence < next) continue;
      if (sequence > next) problems.push(`缺少 ${sequence - next} 帧（j.${number} 之前）`);
      next = sequence + 1;
      frames += 1;
      pending = play(JSON.parse(frame.payload.toString('utf8')), pending, put);
    }
  }
  return { frames, problems };
}

/** A large act travels in parts; they count only together with the closing one. */
function play(value, pending, put) {
  if ('part' in value) {
    const known = value.part === 0 ? { id: value.id, parts: 0, changes: [] } : pending;
    if (known?.id !== value.id || known.parts !== value.part) return undefined;
    return { id: value.id, parts: value.part + 1, changes: [...known.changes, ...value.changes] };
  }
  const isWhole = value.parts === 0 || (pending?.id === value.id && pending.parts === value.parts);
  if (!isWhole) return undefined;
  for (const change of [...(value.parts === 0 ? [] : pending.changes), ...value.changes])
    put(change);
  return undefined;
}

function headerOf(number, file, { dataKey, vaultId }) {
  if (file.length < headerLength || file.toString('ascii', 0, 4) !== 'DJJ1') return undefined;
  const body = file.subarray(0, headerLength - 32);
  const salt = body.subarray(body.length - 32);
  const mac = file.subarray(headerLength - 32, headerLength);
  if (!isMac(derive(dataKey, salt, 'jrnl-header'), body, mac)) return undefined;
  if (body.readUInt32BE(4) !== number || !body.subarray(8, 24).equals(vaultId)) return undefined;
  return { sequence: Number(body.readBigUInt64BE(24)), key: derive(dataKey, salt, 'jrnl') };
}

function frameAt(file, at, { key, number, sequence }) {
  if (at + 4 > file.length) return undefined;
  const length = file.readUInt32BE(at);
  if (length < smallestFrame || at + 4 + length > file.length) return undefined;
  const aad = Buffer.alloc(16);
  file.copy(aad, 0, at, at + 4);
  aad.writeUInt32BE(number, 4);
  aad.writeBigUInt64BE(BigInt(sequence), 8);
  const plain = open(key, file.subarray(at + 4, at + 4 + length), aad);
  if (plain === undefined) return undefined;
  const body = plain.subarray(hashLength + 1);
  return { size: 4 + length, payload: plain[hashLength] === 1 ? brotliDecompressSync(body) : body };
}
