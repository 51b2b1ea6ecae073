import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { factNames } from '../../../../core/development/facts';
import { overlayProblems } from '../../../../core/regulations/local-overlay';
import {
  hashedText,
  readOverlayFile,
  type OverlayFile,
} from '../../../../core/regulations/overlay-file';
import { sha256 } from '../../crypto/derive';
import type { CareRoom } from '../care/care-room';
import type { Desk } from '../desk';
import { paperOf } from './overlay-view';
import { storePaper } from './save-overlay';

const hashOf = (text: string) => sha256(Buffer.from(text, 'utf8')).toString('hex');
/** A paper of two hundred entries is far smaller; what is larger is not read. */
const largestFile = 1024 * 1024;

/** Writes the paper to the file the user named, and puts that on record. */
export function exportOverlay(
  desk: Desk,
  { token }: VaultInput<'overlay.export'>,
  room: Pick<CareRoom, 'places'>,
): Result<VaultOutput<'overlay.export'>> {
  const path = room.places.get(token);
  if (path === undefined) return failed('C-101');
  const overlay = paperOf(desk);
  const file: OverlayFile = {
    format: 'dual-coverage-overlay',
    version: 1,
    madeBy: desk.settings.unitName,
    madeOn: desk.today,
    overlay,
    hash: hashOf(hashedText(overlay)),
  };
  try {
    writeDurably(path, `${JSON.stringify(file, null, 2)}\n`);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return failed('P-601');
    throw problem;
  }
  const entries = overlay.entries.length;
  const recorded = desk.record('overlay.export', `${overlay.name}，${entries} 条`);
  return recorded.ok ? { ok: true, value: { entries } } : recorded;
}

function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    writeFileSync(descriptor, text, 'utf8');
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readFile(room: Pick<CareRoom, 'places'>, token: string): Result<OverlayFile> {
  const path = room.places.get(token);
  if (path === undefined) return failed('C-101');
  try {
    if (statSync(path).size > largestFile) return failed('C-112', '文件过大，不是地方口径文件。');
    const read = readOverlayFile(readFileSync(path, 'utf8'), hashOf);
    return read.ok ? { ok: true, value: read.file } : failed('C-112', read.message);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return failed('C-112', '文件打不开。');
    throw problem;
  }
}

/** What the file holds and what speaks against taking it over. */
export function readOverlay(
  desk: Desk,
  { token }: VaultInput<'overlay.read'>,
  room: Pick<CareRoom, 'places'>,
): Result<VaultOutput<'overlay.read'>> {
  const file = readFile(room, token);
  if (!file.ok) return file;
  const { overlay, madeBy, madeOn } = file.value;
  const held = new Set(overlay.entries.map((entry) => JSON.stringify(entry)));
  const lost = paperOf(desk).entries.filter((entry) => !held.has(JSON.stringify(entry))).length;
  const problems = overlayProblems(overlay, factNames).map(({ message }) => message);
  return { ok: true, value: { overlay, madeBy, madeOn, problems, lost } };
}

/** Takes the file's paper over whole; one entry that loosens keeps all of it out. */
export async function adoptOverlay(
  desk: Desk,
  { token }: VaultInput<'overlay.adopt'>,
  room: Pick<CareRoom, 'places'>,
): Promise<Result<VaultOutput<'overlay.adopt'>>> {
  const file = readFile(room, token);
  if (!file.ok) return file;
  const { overlay, madeBy, hash } = file.value;
  const entries = overlay.entries.length;
  const note = `${overlay.name}，${entries} 条，${madeBy}导出，校验值 ${hash.slice(0, 12)}`;
  const saved = await storePaper(desk, overlay, { action: 'overlay.import', note });
  return saved.ok ? { ok: true, value: { entries } } : saved;
}
