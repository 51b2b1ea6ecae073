import type { Problem } from './issue-codes';
import type { ValueReading } from './read-value';
import { foldText, withoutSpaces } from './text';

const dotVariants = /[•・‧∙⋅･․●．｡]/g;
const middleDot = '·';

/** Characters few fonts and no GBK system can carry: extension A and everything beyond the BMP. */
function rareCharacters(text: string): string[] {
  return [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (code >= 0x3400 && code <= 0x4dbf) || code >= 0x20000;
  });
}

/** Reads a person's name: spaces that only align are dropped, the middle dot is unified. */
export function readName(raw: string): ValueReading<string> {
  const problems: Problem[] = [];
  const dotted = raw.replace(dotVariants, middleDot);
  if (dotted !== raw) problems.push({ code: 'NAME_DOT', why: `间隔号统一为“${middleDot}”` });
  const folded = foldText(dotted);
  const isLatin = /^[A-Za-z .'·-]+$/.test(folded);
  const value = isLatin ? folded.replace(/\s+/g, ' ') : withoutSpaces(folded);
  if (!isLatin && value !== dotted.normalize('NFKC')) {
    problems.push({ code: 'NAME_SPACE', why: '姓名中有空格，入库去除' });
  }
  const rare = rareCharacters(value);
  if (rare.length > 0) {
    const codes = rare.map(
      (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
    );
    problems.push({ code: 'RARE_CHAR', why: `含生僻字 ${codes.join('、')}` });
  }
  return value === '' ? { problems } : { value, problems };
}

/** Splits a cell that names several people or units. */
export function splitList(raw: string): string[] {
  const folded = raw.normalize('NFKC');
  const parts = folded.split(/[、,;/|\n\r]+|\s{2,}/);
  const pieces = parts.length > 1 ? parts : splitAtSpaces(folded);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** A single space separates people only where both sides could be whole names. */
function splitAtSpaces(text: string): string[] {
  const pieces = text.trim().split(/\s+/);
  return pieces.every((piece) => piece.length >= 2) ? pieces : [text];
}
