import iconv from 'iconv-lite';
import { RefusedFile } from './refusal';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly hasByteOrderMark: boolean;
}

/**
 * Decodes delimited or marked-up text: by its byte order mark, else as UTF-8 where the bytes are
 * valid UTF-8, else as GB18030, the encoding Chinese spreadsheets save .csv in.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== undefined) {
    const text = strictly(mark.encoding, bytes.subarray(mark.length));
    if (text === undefined) throw new RefusedFile('undecodable');
    return { text, encoding: mark.encoding, hasByteOrderMark: true };
  }
  const unmarked = unmarkedWideText(bytes) ?? utf8(bytes) ?? gb18030(bytes);
  if (unmarked === undefined) throw new RefusedFile('undecodable');
  return { ...unmarked, hasByteOrderMark: false };
}

type Unmarked = Omit<DecodedText, 'hasByteOrderMark'>;

function byteOrderMark(bytes: Buffer) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', length: 3 } as const;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 } as const;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 } as const;
  return undefined;
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Two-byte text without a mark shows itself by the zero bytes of its commas and line ends. */
function unmarkedWideText(bytes: Buffer): Unmarked | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  const encoding = odd >= even ? 'utf-16le' : 'utf-16be';
  const text = strictly(encoding, bytes);
  return text === undefined ? undefined : { text, encoding };
}

function utf8(bytes: Buffer): Unmarked | undefined {
  const text = strictly('utf-8', bytes);
  return text === undefined ? undefined : { text, encoding: 'utf-8' };
}

function gb18030(bytes: Buffer): Unmarked | undefined {
  const text = iconv.decode(bytes, 'gb18030');
  return text.includes('\uFFFD') ? undefined : { text, encoding: 'gb18030' };
}
