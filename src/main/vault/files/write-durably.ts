import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** Writes a file the user asked for, readable to nobody else, and answers once it is on the disk. */
export function writeDurably(path: string, content: string | Buffer): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
