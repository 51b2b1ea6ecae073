import { readdirSync, realpathSync, statfsSync } from 'node:fs';
import { isInside } from './inside';
import { lookAtPlace, riskWords } from './place-risk';

const mebibyte = 1024 * 1024;
/** Beside the copy there must be room to go on working. */
const spareBytes = 64 * mebibyte;

/**
 * Why the ledger cannot go into this folder, in words; `undefined` where nothing speaks against it.
 * @param present folders of the ledger as it is
 * @param bytes how much there is to copy
 */
export function refusalOfTarget(
  chosen: string,
  present: readonly string[],
  bytes: number,
): string | undefined {
  try {
    const target = realpathSync(chosen);
    if (present.some((folder) => isInside(folder, target)))
      return '所选的就在账本现在的文件夹里，请换一个';
    if (readdirSync(target).length > 0) return '所选的文件夹里已有别的文件，请新建一个空文件夹';
    const risk = lookAtPlace(target);
    if (risk !== undefined) return `${riskWords(risk, '所选的文件夹')}，请换本机硬盘的文件夹`;
    const { bavail, bsize } = statfsSync(target);
    const needed = bytes + spareBytes;
    if (bavail * bsize < needed)
      return `新位置空间不足，至少要 ${Math.ceil(needed / mebibyte)} MB，请换一个`;
    return undefined;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return '所选的文件夹打不开，请换一个';
    throw problem;
  }
}
