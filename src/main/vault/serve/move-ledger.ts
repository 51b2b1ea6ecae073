import { dirname } from 'node:path';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { LedgerDamage, writeFailure } from '../ledger/failures';
import { copyFiles, proveCopy, type LeftLedger } from '../ledger/move-ledger';
import { forgetMoved, writeMoved } from '../ledger/moved-mark';
import { openFolder } from '../ledger/vault-files';
import type { CareRoom } from '../use-cases/care/care-room';
import type { Desk } from '../use-cases/desk';
import { sealDrafts, type HeldDrafts } from '../use-cases/drafts';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import type { Door } from './door';
import { nameOfPlace, type LedgerPlace, type MoveNews } from './ledger-place';
import { backupsOf, bytesIn, filesIn, foldersOfMove, removeCopy, targetIn } from './move-folders';
import { refusalOfTarget } from './move-target';
import { mayAsk } from './roles';

export type MoveParts = {
  readonly folder: string;
  readonly place: LedgerPlace;
  readonly care: CareRoom;
  readonly drafts: HeldDrafts;
  readonly door: Door;
  /** The ledger in its old place again, after a move that did not come about. */
  readonly goBack: (desk: Desk) => Promise<Result<unknown>>;
};

/**
 * 帮我移动并校验. The ledger ends here for good, everything is copied, read back and decrypted, and only then the old
 * folder is marked as left; until that mark the old folder is the ledger. Afterwards the window is locked, and the
 * next vault opens at the new place. Nothing is deleted.
 */
export async function moveLedger(
  desk: Desk,
  { token }: VaultInput<'session.move'>,
  parts: MoveParts,
): Promise<Result<VaultOutput<'session.move'>>> {
  if (!mayAsk(desk.role, 'session.move')) return failed('V-106');
  const { folder, care } = parts;
  const chosen = care.places.get(token);
  if (chosen === undefined) return failed('C-101');
  const present = [folder, backupsOf(folder)];
  const bytes = present.reduce((sum, each) => sum + bytesIn(each), 0);
  const refusal = refusalOfTarget(chosen, present, bytes);
  if (refusal !== undefined) return failed('L-506', `（${refusal}）`);
  // A backup under way is finished first, and none begins meanwhile.
  return care.inTurn(() => leaveAndCopy(desk, targetIn(chosen, folder), parts));
}

async function leaveAndCopy(
  desk: Desk,
  target: string,
  parts: MoveParts,
): Promise<Result<VaultOutput<'session.move'>>> {
  const { folder, place, door, drafts } = parts;
  sealDrafts(desk, drafts);
  const begun = desk.record('ledger.move', `移到“${nameOfPlace(target)}”文件夹`);
  if (!begun.ok) return begun;
  door.noteLastAct({ at: desk.now, sequence: desk.ledger.sequence });
  const left = await desk.ledger.leave();
  if (!left.ok) return { ok: false, failure: ledgerFailureWords(left.failure) };
  try {
    const news = await copied(desk, left.value, { folder, target });
    const { sequence } = left.value;
    writeMoved(openFolder(folder), { to: target, at: desk.now, sequence });
    place.note(target, { left: folder, news });
    return { ok: true, value: news };
  } catch (problem) {
    quietly(() => forgetMoved(openFolder(folder)));
    quietly(() => removeCopy(target));
    const back = await parts.goBack(desk);
    if (!back.ok) return back;
    return failed('L-506', `（${reasonOf(problem)}）`);
  } finally {
    desk.tellProgress(null);
  }
}

async function copied(
  desk: Desk,
  left: LeftLedger,
  { folder, target }: { readonly folder: string; readonly target: string },
): Promise<MoveNews> {
  const batches = foldersOfMove(folder, target).map(({ from, to }) => ({
    ...{ from, to, names: filesIn(from) },
  }));
  const total = batches.reduce((sum, { names }) => sum + names.length, 0);
  let files = 0;
  const onCopied = () => {
    files += 1;
    desk.tellProgress({ words: '正在复制并逐字节核对', share: files / (total + 1) });
  };
  for (const { from, to, names } of batches) {
    if (names.length === 0) continue;
    const into = openFolder(to);
    openFolder(dirname(to)).syncFolder();
    await copyFiles(openFolder(from), into, names, onCopied);
  }
  // The name of the chosen folder may be as young as the choice; the one around it may be nobody's to read.
  quietly(() => openFolder(dirname(dirname(target))).syncFolder());
  desk.tellProgress({ words: '正在整体解密校验', share: total / (total + 1) });
  return { files, records: proveCopy(left, openFolder(target)) };
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
  }
}

function reasonOf(problem: unknown): string {
  if (problem instanceof LedgerDamage) return '复制后核对不一致，请检查那块硬盘';
  if (!(problem instanceof Error && 'code' in problem)) throw problem;
  switch (writeFailure(problem).reason) {
    case 'diskFull':
      return '新位置空间不足，请换一个';
    case 'notWritable':
      return '新位置不允许写入，请换一个';
    default:
      return '复制时硬盘报告错误，请换一个位置';
  }
}
