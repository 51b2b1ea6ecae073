import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { readKeys } from '../ledger/key-store';
import { digestOf } from '../ledger/move-ledger';
import { readMoved, type Moved } from '../ledger/moved-mark';
import { openFolder } from '../ledger/vault-files';
import type { Desk } from '../use-cases/desk';
import { nameOfPlace, type FoundPlace } from './ledger-place';
import { filesIn, foldersOfMove } from './move-folders';
import { lookAtPlace, riskWords } from './place-risk';

type Room = { readonly place: FoundPlace };

/** Where the ledger is, what speaks against that place, and what a move left behind. */
export function placeView(
  _desk: Desk,
  _input: VaultInput<'place.get'>,
  { place }: Room,
): Result<VaultOutput<'place.get'>> {
  const { folder, left } = place;
  const risk = lookAtPlace(folder);
  const files = left === undefined ? 0 : filesLeft(left, folder).length;
  return {
    ok: true,
    value: {
      name: nameOfPlace(folder),
      risk: risk === undefined ? '' : riskWords(risk, '账本'),
      left: left === undefined || files === 0 ? null : { name: nameOfPlace(left), files },
    },
  };
}

/**
 * ［删除旧文件夹中的副本］: only what stands at the new place byte for byte, and files that the ledger makes anew by
 * itself. What came into the old folder after the move, as from another computer, stays and is counted.
 */
export function clearOldCopy(
  desk: Desk,
  _input: VaultInput<'place.clearOld'>,
  { place }: Room,
): Result<VaultOutput<'place.clearOld'>> {
  const { folder, left } = place;
  const moved = left === undefined ? undefined : leftByThis(desk, left);
  if (left === undefined || moved === undefined) return failed('C-101');
  let removed = 0;
  let kept = 0;
  for (const file of filesLeft(left, folder)) {
    // A file that stays needs its keys beside it.
    if (isExpendable(file, moved) && !(isHeader(file) && kept > 0)) {
      rmSync(join(file.from, file.name));
      removed += 1;
    } else kept += 1;
  }
  const recorded = desk.record('place.clearOld', `删除 ${removed} 个文件，保留 ${kept} 个`);
  return recorded.ok ? { ok: true, value: { removed, kept } } : recorded;
}

const isHeader = ({ name }: LeftFile) => name.startsWith('KEYS.');
type LeftFile = { readonly from: string; readonly to: string; readonly name: string };

/** The ledger's own folder last and KEYS at its very end: without them nobody can tell whose files these are. */
function filesLeft(left: string, folder: string): LeftFile[] {
  const files = foldersOfMove(left, folder).flatMap(({ from, to }) =>
    filesIn(from).map((name) => ({ from, to, name })),
  );
  return [...files.filter((file) => !isHeader(file)), ...files.filter(isHeader)];
}

/** The mark of the move, in a folder that holds this very ledger, or nothing of it any more. */
function leftByThis(desk: Desk, left: string): Moved | undefined {
  const files = openFolder(left);
  const keys = readKeys(files);
  const isSame =
    filesIn(left).length === 0 || (keys.ok && keys.value.header.vaultId === desk.ledger.vaultId);
  return isSame ? readMoved(files) : undefined;
}

/** Written in place, or only a cache of the journals: the ledger goes on with its own. */
const isRemade = (name: string) => /^(KEYS\.[AB]|DOOR|(k\d+\.)?(ANCHOR|snap\.\d+))$/.test(name);

/** Of the days before the move; the shelf at the new place has long thinned out its own. */
function isOlderBackup(name: string, { sequence }: Moved): boolean {
  const [, reached] = /^[\dT-]+-(\d{6,})(?:-\d+)?\.djb(?:\.verified)?$/.exec(name) ?? [];
  return reached !== undefined && Number(reached) <= sequence;
}

function isExpendable({ from, to, name }: LeftFile, moved: Moved): boolean {
  if (isRemade(name) || isOlderBackup(name, moved)) return true;
  if (!existsSync(join(to, name))) return false;
  return digestOf(openFolder(from), name) === digestOf(openFolder(to), name);
}
