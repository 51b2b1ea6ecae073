export type Strength = {
  /** 0 太短 · 1 弱 · 2 尚可 · 3 好 · 4 很好 */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly isEnough: boolean;
  /** Why, and one thing to do. */
  readonly reason: string;
};

export const strengthWords = ['太短', '弱', '尚可', '好', '很好'] as const;

/** Product policy, not law: security.md §3.2 asks for twelve characters and fifty bits. */
const leastCharacters = 12;
const enoughBits = 50;
const goodBits = 64;
const veryGoodBits = 80;

const bitsPerHan = 9;
const bitsPerLetter = 4.2;
const bitsPerDigit = 3.3;
const bitsPerSign = 4.5;

const weakPieces = [
  /(.)\1{2,}/u,
  /0123|1234|2345|3456|4567|5678|6789|abcd|qwer|asdf|zxcv/i,
  /(19|20)\d{2}/,
  /password|admin|dangwu|dangjian|123456/i,
];

function bitsOf(character: string): number {
  if (/\p{Script=Han}/u.test(character)) return bitsPerHan;
  if (/[a-z]/i.test(character)) return bitsPerLetter;
  return /\d/.test(character) ? bitsPerDigit : bitsPerSign;
}

/**
 * A plain estimate of how hard a passphrase is to guess; repeated characters and well-known runs count little.
 * @example estimateStrength('12345678').isEnough //=> false
 */
export function estimateStrength(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFKC')];
  const distinct = new Set(characters);
  const raw = characters.reduce((sum, character) => sum + bitsOf(character), 0);
  const variety = Math.min(1, (distinct.size + 1) / (characters.length * 0.6 + 1));
  const weak = weakPieces.filter((piece) => piece.test(passphrase)).length;
  const bits = Math.max(0, raw * variety - weak * 12);
  if (characters.length < leastCharacters) {
    return {
      level: 0,
      isEnough: false,
      reason: `共 ${characters.length} 字，至少要 ${leastCharacters} 字。把四五个互不相干的词连成一句。`,
    };
  }
  if (bits < enoughBits) {
    return {
      level: 1,
      isEnough: false,
      reason:
        weak > 0
          ? '含有年份、连号或常见词，容易被猜中。换成互不相干的词。'
          : '字的种类太少，再加两个不常用的词。',
    };
  }
  if (bits < goodBits)
    return {
      level: 2,
      isEnough: true,
      reason: `共 ${characters.length} 字，可以使用；再加一个词更稳妥。`,
    };
  if (bits < veryGoodBits)
    return {
      level: 3,
      isEnough: true,
      reason: `共 ${characters.length} 字，再加一个不常用的词，就是很好。`,
    };
  return { level: 4, isEnough: true, reason: `共 ${characters.length} 字，不易猜中。` };
}
