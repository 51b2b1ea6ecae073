import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

const open = promisify(yauzl.open);
const isSymbolicLink = (mode) => (mode & 0o170000) === 0o120000;

/** Unpacks the wanted entries of an archive whose hash was checked before, keeping their modes. */
export async function extractZip(file, target, isWanted) {
  const archive = await open(file, { lazyEntries: true });
  const openEntry = promisify(archive.openReadStream.bind(archive));
  await new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', resolve);
    archive.on('entry', (entry) => {
      extractEntry(entry, { target, isWanted, openEntry }).then(() => archive.readEntry(), reject);
    });
    archive.readEntry();
  });
}

async function extractEntry(entry, { target, isWanted, openEntry }) {
  const path = normalize(join(target, entry.fileName));
  if (!path.startsWith(normalize(target) + sep)) throw new Error('压缩包内有越界路径，已拒绝。');
  if (!isWanted(entry.fileName) || entry.fileName.endsWith('/')) return;
  mkdirSync(dirname(path), { recursive: true });
  const mode = entry.externalFileAttributes >>> 16;
  const source = await openEntry(entry);
  if (isSymbolicLink(mode)) {
    const chunks = await collect(source);
    symlinkSync(Buffer.concat(chunks).toString('utf8'), path);
    return;
  }
  await pipeline(source, createWriteStream(path, { mode: mode & 0o777 || 0o644 }));
}

async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}
