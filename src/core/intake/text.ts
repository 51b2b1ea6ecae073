import type { Problem, RawValue } from './issue-codes';
import type { RawCell } from './raw-workbook';

/** Printable ASCII and common ideographs without outer spaces: folding would change nothing. */
const isPlain = /^(?:[!-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?)?$/;
const anySpace = /[\s\u00a0\u200b\u3000\ufeff]+/g;

/**
 * Text as it is compared: compatibility forms folded (NFKC), ends trimmed, invisible marks removed.
 * A cell of ideographic spaces becomes empty.
 * @example foldText('　２０２３．７．１ ') //=> '2023.7.1'
 */
export function foldText(text: string): string {
  if (isPlain.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .trim();
}

export function withoutSpaces(text: string): string {
  return text.replace(anySpace, '');
}

/** Whether folding changed more than spaces: full-width digits or punctuation were typed. */
export function hasFullWidth(text: string): boolean {
  if (isPlain.test(text)) return false;
  const bare = withoutSpaces(text);
  return bare.normalize('NFKC') !== bare;
}

/** In running text only digits and letters are meant half-width; brackets belong to the language. */
export function hasFullWidthDigits(text: string): boolean {
  return /[０-９Ａ-Ｚａ-ｚ]/.test(text);
}

export const fullWidthProblem: Problem = { code: 'FULLWIDTH', why: '全角数字或标点，已换成半角' };

/** The cell as text a person would read; errors and uncalculated formulas have none. */
export function cellText(cell: RawCell | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  switch (cell.kind) {
    case 'date':
      return cell.on ?? String(cell.serial);
    case 'boolean':
      return cell.value ? '是' : '否';
    case 'error':
      return cell.text;
    case 'formulaWithoutCache':
      return '';
  }
}

/** Whether a person would see something in the cell. */
export function hasContent(cell: RawCell | null | undefined): boolean {
  if (cell === null || cell === undefined) return false;
  if (typeof cell !== 'string')
    return typeof cell === 'number' || cell.kind !== 'formulaWithoutCache';
  return foldText(cell) !== '';
}

/** The cell as the report repeats it. */
export function rawValue(cell: RawCell | null | undefined): RawValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  if (cell.kind === 'boolean') return cell.value;
  return cell.kind === 'formulaWithoutCache' ? null : cellText(cell);
}
