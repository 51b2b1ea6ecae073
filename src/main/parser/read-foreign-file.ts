import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parserLimits } from './limits';
import { parseFile, type ParseOutcome } from './parse-file';
import { refusal } from './refusal';

/** Reads and parses one file; its size is looked at before a byte is read. */
export async function readForeignFile(path: string): Promise<ParseOutcome> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return { ok: false, refusal: refusal('unreadable') };
  if (found.size > parserLimits.fileBytes) return { ok: false, refusal: refusal('fileTooLarge') };
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return { ok: false, refusal: refusal('unreadable') };
  return parseFile(basename(path), bytes);
}
