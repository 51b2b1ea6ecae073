import { randomUUID } from 'node:crypto';
import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { readPastedBlock } from '../../../../core/intake/pasted-block';
import type { Desk } from '../desk';
import { waitingFor, type Shelf } from './intake-shelf';

const reasons = {
  empty: '没有内容。请在 Excel 或 WPS 里连同表头一起选中，复制后粘贴到这里。',
  tooManyRows: '超过 2 万行。请存成文件再导入。',
  tooManyColumns: '超过 256 列。请只选需要的列。',
  cellTooLong: '有单元格超过 32767 个字符。请核对后再粘贴。',
} as const;

/** Cells copied out of a spreadsheet go the way of a file from here on. */
export function pasteImport(
  _desk: Desk,
  shelf: Shelf,
  { text }: VaultInput<'imports.paste'>,
): Result<VaultOutput<'imports.paste'>> {
  const block = readPastedBlock(text);
  if (!block.ok) {
    const message = `粘贴的内容没有导入，现有数据没有变化。原因：${reasons[block.reason]}[I-702]`;
    return { ok: false, failure: { code: 'I-702', message } };
  }
  const token = randomUUID();
  shelf.put(token, waitingFor(block.workbook.fileName, block.workbook));
  return { ok: true, value: { token, fileName: block.workbook.fileName } };
}
