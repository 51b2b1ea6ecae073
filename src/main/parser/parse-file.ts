import type { RawWorkbook } from '../../core/intake/raw-workbook';
import { parserLimits, type ParserLimits } from './limits';
import { readDelimited } from './read-delimited';
import { refusal, RefusedFile, type Refusal } from './refusal';
import { readXlsx } from './xlsx/read-xlsx';

export type ParseOutcome =
  | { readonly ok: true; readonly workbook: RawWorkbook }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads a foreign file by what it is, not by what it is called. Every expected failure is a coded
 * refusal; nothing of the file is kept then.
 */
export async function parseFile(
  fileName: string,
  bytes: Uint8Array,
  limits: ParserLimits = parserLimits,
): Promise<ParseOutcome> {
  try {
    return { ok: true, workbook: await read(fileName, asBuffer(bytes), limits) };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, refusal: refusal(error.reason) };
    throw error;
  }
}

async function read(fileName: string, bytes: Buffer, limits: ParserLimits): Promise<RawWorkbook> {
  if (bytes.length > limits.fileBytes) throw new RefusedFile('fileTooLarge');
  if (bytes.length === 0) throw new RefusedFile('empty');
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(fileName, bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new RefusedFile('notAWorkbook');
  return readDelimited(fileName, bytes, limits);
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
