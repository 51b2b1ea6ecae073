import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { RefusedFile } from '../refusal';
import type { ParserLimits } from '../limits';

/** Below this an extreme ratio is harmless: an empty styled sheet compresses very well. */
const ratioFloorBytes = 1024 * 1024;
const forbiddenSegments = new Set(['__proto__', 'constructor', 'prototype', '..', '.']);
const stored = 0;
const deflated = 8;

/** The parts of an Office package, inflated one at a time under one budget. */
export interface OfficePackage {
  readonly names: readonly string[];
  /** The part's bytes, or `undefined` where the package has none of that name. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
}

/** Lists the parts; refuses unsafe, repeated or too many names before anything is inflated. */
export async function openPackage(bytes: Buffer, limits: ParserLimits): Promise<OfficePackage> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }).catch(
    () => refuse('damaged'),
  );
  if (zip.entryCount > limits.entries) refuse('tooManyEntries');
  const entries = await listEntries(zip, limits);
  let spent = 0;
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    async read(name) {
      const entry = entries.get(keyOf(name));
      if (entry === undefined) return undefined;
      const part = inflate(await compressedBytes(zip, entry, bytes), entry, {
        limits,
        left: limits.totalBytes - spent,
      });
      spent += part.length;
      // A flipped bit would otherwise import a wrong digit without a word.
      if (crc32(part) !== entry.crc32) refuse('damaged');
      return part;
    },
  };
}

async function listEntries(zip: ZipFile, limits: ParserLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (!isSafe(entry.fileName)) refuse('unsafeName');
      if (entries.has(keyOf(entry.fileName))) refuse('duplicateEntry');
      if (entries.size >= limits.entries) refuse('tooManyEntries');
      entries.set(keyOf(entry.fileName), entry);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    // yauzl refuses absolute paths, `..` and backslashes itself, with these words.
    const isName = /absolute path|relative path|invalid characters in fileName/.test(String(error));
    refuse(isName ? 'unsafeName' : 'damaged');
  }
  return entries;
}

/** Part names compare without case (ECMA-376 part 2, 9.1.1). */
function keyOf(name: string): string {
  return name.toLowerCase();
}

function isSafe(name: string): boolean {
  if (name.includes('\\') || name.includes('\0') || name.startsWith('/') || /^[a-z]:/i.test(name))
    return false;
  return !name.split('/').some((segment) => forbiddenSegments.has(segment));
}

async function compressedBytes(zip: ZipFile, entry: Entry, bytes: Buffer): Promise<Buffer> {
  if (entry.isEncrypted()) refuse('encrypted');
  const { fileDataStart } = await zip
    .readLocalFileHeaderPromise(entry, { minimal: true })
    .catch(() => refuse('damaged'));
  const end = fileDataStart + entry.compressedSize;
  if (end > bytes.length) refuse('damaged');
  return bytes.subarray(fileDataStart, end);
}

interface Budget {
  readonly limits: ParserLimits;
  /** Bytes that may still be inflated from this file. */
  readonly left: number;
}

/** Inflates under the tightest of three caps; the sizes in the headers are never consulted. */
function inflate(compressed: Buffer, entry: Entry, { limits, left }: Budget): Buffer {
  const caps = [
    { bytes: limits.entryBytes, reason: 'entryTooLarge' },
    { bytes: left, reason: 'totalTooLarge' },
    { bytes: Math.max(ratioFloorBytes, compressed.length * limits.ratio), reason: 'ratioTooHigh' },
  ] as const;
  const tightest = caps.reduce((least, cap) => (cap.bytes < least.bytes ? cap : least));
  if (entry.compressionMethod === stored) {
    return compressed.length > tightest.bytes ? refuse(tightest.reason) : compressed;
  }
  if (entry.compressionMethod !== deflated) refuse('damaged');
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(1, tightest.bytes) });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(isTooLarge ? tightest.reason : 'damaged');
  }
}

function refuse(reason: RefusedFile['reason']): never {
  throw new RefusedFile(reason);
}
