import type { RawCell } from './raw-workbook';
import { problem, type ValueReading } from './read-value';
import { cellText, foldText, fullWidthProblem, hasFullWidth, withoutSpaces } from './text';

/** GB 32100—2015: 31 characters, without I O S V Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character over the first 17 characters: weights 3^i mod 31. */
export function creditCodeCheckCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += alphabet.indexOf(code[index] ?? '') * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** Reads a unified social credit code; a number cell has lost digits and is refused. */
export function readCreditCode(cell: RawCell): ValueReading<string> {
  if (typeof cell === 'number') return problem('USCC_PRECISION_LOST', '数值型代码，末几位已丢失');
  const raw = cellText(cell);
  const text = withoutSpaces(foldText(raw))
    .replace(/^['‘’]/, '')
    .toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) {
    return problem('USCC_PRECISION_LOST', '科学计数法文本，无法还原');
  }
  if (text.length !== 18 || [...text].some((character) => !alphabet.includes(character))) {
    return problem('USCC_LENGTH', '不是 18 位大写字母和数字');
  }
  if (creditCodeCheckCharacter(text) !== text[17]) return problem('USCC_CHECKSUM', '校验码不符');
  return { value: text, problems: hasFullWidth(raw) ? [fullWidthProblem] : [] };
}
