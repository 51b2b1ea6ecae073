import { foldText, withoutSpaces } from '../intake/text';

const marks = /[()（）\[\]【】《》"'“”‘’·•.,，。、\-—_/]/g;

/** Name as it is compared: width, spaces and punctuation do not make another unit. */
export function nameKey(name: string): string {
  return withoutSpaces(foldText(name)).replace(marks, '').toUpperCase();
}

/** Words that say the legal form and not who it is. */
const formWords =
  /(股份有限公司|有限责任公司|有限公司|合伙企业|普通合伙|有限合伙|分公司|个人独资|工作室|经营部|事务所)/g;

/** What is left of a name without its legal form. */
export function nameCore(name: string): string {
  const key = nameKey(name);
  const core = key.replace(formWords, '');
  return core === '' ? key : core;
}

/** Address as it is compared: width, spaces and kinds of dashes do not move anybody. */
export function addressKey(address: string): string {
  return withoutSpaces(foldText(address))
    .replace(/[—–_]/g, '-')
    .replace(/[,，。、;；]/g, '')
    .toUpperCase();
}

const digit = /\d/;

/** One address written longer than the other is the same place; 路1号 within 路11号 is not. */
export function isSameAddress(one: string, other: string): boolean {
  const keys = [addressKey(one), addressKey(other)].sort((a, b) => a.length - b.length);
  const [short = '', long = ''] = keys;
  const at = long.indexOf(short);
  if (short === '' || at < 0) return short === '';
  const before = long[at - 1] ?? '';
  const after = long[at + short.length] ?? '';
  const cutsNumber =
    (digit.test(short.at(0) ?? '') && digit.test(before)) ||
    (digit.test(short.at(-1) ?? '') && digit.test(after));
  return !cutsNumber;
}

/** Pairs of neighbouring characters; a single character stands for itself. */
export function bigramsOf(text: string): string[] {
  const letters = [...text];
  if (letters.length < 2) return letters;
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))];
}
