import type { RawCell } from './raw-workbook';
import { problem, type ValueReading } from './read-value';
import { cellText, foldText, fullWidthProblem, hasFullWidth, withoutSpaces } from './text';

const unit = '(?:人|名|个|家|户|年|岁|位)?';
const exact = new RegExp(`^(\\d+)(?:\\.0+)?${unit}$`);
const approximate = new RegExp(
  `^(?:约|大约|近|将近|左右)?(\\d+)(?:余|多|来|\\+)?${unit}(?:余|多|左右|以上|上下)?$`,
);

/** Reads a headcount. An approximate one counts as its figure and says so. */
export function readCount(cell: RawCell): ValueReading<number> {
  if (typeof cell === 'number') {
    return Number.isInteger(cell) && cell >= 0
      ? { value: cell, problems: [] }
      : problem('NUMBER_INVALID', '不是非负整数');
  }
  const raw = cellText(cell);
  const text = withoutSpaces(foldText(raw)).replace(/(\d),(?=\d{3})/g, '$1');
  const notes = hasFullWidth(raw) ? [fullWidthProblem] : [];
  const plain = exact.exec(text);
  if (plain !== null) return { value: Number(plain[1]), problems: notes };
  const about = approximate.exec(text);
  if (about === null) return problem('NUMBER_INVALID', `“${raw}”不是数字`);
  const why = `约数，按 ${about[1]} 计，请核实`;
  return { value: Number(about[1]), problems: [...notes, { code: 'NUMBER_APPROX', why }] };
}
