/** @typedef {{ path: string, bytes: Buffer }} ArchivedFile */

const alignment = 4;
const wordBytes = 4;

/**
 * The archive Electron loads an app from: a length-prefixed JSON directory, then the files one after the other.
 * @param {readonly ArchivedFile[]} files with forward slashes in their paths
 * @returns {Buffer}
 */
export function asarOf(files) {
  const directory = { files: Object.create(null) };
  let offset = 0;
  for (const { path, bytes } of files) {
    const names = path.split('/');
    const name = names.pop();
    folderOf(directory, names)[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  return Buffer.concat([header(JSON.stringify(directory)), ...files.map(({ bytes }) => bytes)]);
}

/**
 * The paths an archive holds.
 * @param {Buffer} archive
 * @returns {string[]}
 */
export function pathsInAsar(archive) {
  const length = archive.readUInt32LE(3 * wordBytes);
  const json = archive.subarray(4 * wordBytes, 4 * wordBytes + length).toString('utf8');
  return [...walk(JSON.parse(json).files, '')];
}

function* walk(files, above) {
  for (const [name, entry] of Object.entries(files))
    if ('files' in entry) yield* walk(entry.files, `${above}${name}/`);
    else yield `${above}${name}`;
}

function folderOf(directory, names) {
  let { files } = directory;
  for (const name of names) {
    files[name] ??= { files: Object.create(null) };
    files = files[name].files;
  }
  return files;
}

/** Two of Chromium's "pickles", one inside the other: size of the second, then its text padded to four bytes. */
function header(json) {
  const text = Buffer.from(json, 'utf8');
  const padded = Math.ceil(text.length / alignment) * alignment;
  const words = [wordBytes, padded + 2 * wordBytes, padded + wordBytes, text.length];
  const head = Buffer.alloc(words.length * wordBytes + padded);
  words.forEach((word, index) => head.writeUInt32LE(word, index * wordBytes));
  text.copy(head, words.length * wordBytes);
  return head;
}
