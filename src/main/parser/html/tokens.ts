import { RefusedFile } from '../refusal';

/** A tag or a run of text of a lenient HTML reading; attributes are left unparsed until asked for. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

const rawTextTags = new Set(['script', 'style']);

/** Walks markup as browsers forgive it: nothing is fetched, scripts and styles are passed over. */
export function* tokensOf(html: string): Generator<Token> {
  if (/<!ENTITY/i.test(html)) throw new RefusedFile('documentType');
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (start > at) yield { kind: 'text', text: html.slice(at, start) };
    if (html.startsWith('<!--', start)) {
      at = after(html, '-->', start + 4);
      continue;
    }
    const end = after(html, '>', start);
    const token = readTag(html.slice(start + 1, end - 1));
    at = end;
    if (token === undefined) continue;
    if (token.kind === 'open' && rawTextTags.has(token.name)) at = closing(html, token.name, at);
    else yield token;
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length + 1 : found + mark.length;
}

function closing(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}\\s*>`, 'gi');
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  return found === null ? html.length : found.index;
}

function readTag(inside: string): Token | undefined {
  const match = /^(\/?)([a-z][\w:-]*)/i.exec(inside);
  if (match === null) return undefined;
  const kind = match[1] === '/' ? 'close' : 'open';
  return { kind, name: (match[2] ?? '').toLowerCase(), attributes: inside.slice(match[0].length) };
}

/** One attribute's value, quoted or not. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, 'i').exec(
    attributes,
  );
  const value = match?.[1];
  if (value === undefined) return undefined;
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
  middot: '·',
};

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);?/gi, (whole, body: string) => {
    if (!body.startsWith('#')) {
      return Object.hasOwn(named, body.toLowerCase())
        ? (named[body.toLowerCase()] ?? whole)
        : whole;
    }
    const isHex = body[1] === 'x' || body[1] === 'X';
    const code = Number.parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
