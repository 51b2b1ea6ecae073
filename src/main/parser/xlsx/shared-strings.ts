import type { ParserLimits } from '../limits';
import { RefusedFile } from '../refusal';
import { walkMarkup } from './walk-markup';

/** Reads the table of texts; rich text is joined, phonetic guides (`rPh`) are left out. */
export function readSharedStrings(part: Buffer | undefined, limits: ParserLimits): string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let isInText = false;
  let isPhonetic = false;
  walkMarkup(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isInText = !isPhonetic;
    },
    text(piece) {
      if (isInText) text += piece;
      if (text.length > limits.cellCharacters) throw new RefusedFile('cellTooLong');
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** `_x000D_` stands for a control character XML cannot carry (ECMA-376 18.4.12). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
