import { SaxesParser } from 'saxes';
import { RefusedFile } from '../refusal';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to hear; names come without their namespace prefix. */
export interface MarkupListener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const chunkBytes = 1024 * 1024;

/** Streams one XML part through a SAX parser; document types and broken markup refuse the file. */
export function walkMarkup(part: Buffer, listener: MarkupListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new RefusedFile('documentType');
  });
  parser.on('error', () => {
    throw new RefusedFile('malformedMarkup');
  });
  parser.on('opentag', (tag) => listener.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  if (listener.text !== undefined) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  feed(part, parser);
}

function feed(part: Buffer, parser: SaxesParser): void {
  const decoder = new TextDecoder(encodingOf(part), { fatal: true });
  try {
    for (let start = 0; start < part.length; start += chunkBytes) {
      parser.write(decoder.decode(part.subarray(start, start + chunkBytes), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('malformedMarkup');
  }
}

function encodingOf(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le';
  return part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The attribute whatever its prefix; relationship ids come as `r:id` or under another prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const suffix = `:${name}`;
  const key = Object.keys(attributes).find((candidate) => candidate.endsWith(suffix));
  return key === undefined ? undefined : attributes[key];
}

/** XML booleans of spreadsheets. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
