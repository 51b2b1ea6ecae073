/**
 * Reads a ledger without the app, from docs/ledger-format.md alone: no code of ours is imported. It changes
 * nothing in the folder. Records come out as JSON lines `{"table","id","value"}`; what was found out about the
 * files goes to standard error.
 *
 *   node scripts/rescue.mjs FOLDER [KEY-FILE]   asks for the passphrase or the recovery code on standard input
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { openKeys } from './rescue/keys.mjs';
import { readJournals } from './rescue/journals.mjs';
import { readNewestSnapshot } from './rescue/snapshots.mjs';

const [folder, keyFile] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    '用法：node scripts/rescue.mjs 账本文件夹 [密钥文件]（口令或恢复码从标准输入读一行）',
  );
  process.exit(2);
}

async function askSecret() {
  if (process.stdin.isTTY) process.stderr.write('口令或恢复码：');
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

const inFolder = (name) => readFileSync(join(folder, name));
const names = readdirSync(folder);
if (names.includes('MOVED')) {
  const [text, digest] = inFolder('MOVED').toString('utf8').split('\n');
  if (createHash('sha256').update(text).digest('hex') === digest)
    console.error(`这里是移走时留下的副本，账本后来在：${JSON.parse(text).to}`);
}
const keys = await openKeys(
  ['KEYS.A', 'KEYS.B'].filter((name) => names.includes(name)).map(inFolder),
  await askSecret(),
  keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8'),
);
if (keys === undefined) {
  console.error('口令或恢复码不正确，或两份钥匙文件都已损坏。没有读出任何内容，文件没有变化。');
  process.exit(1);
}

// After a change of key the files of the new one carry its number in front.
const home = keys.home === undefined ? '' : `k${keys.home}.`;
const read = (name) => inFolder(home + name);
const numbered = (prefix) =>
  names
    .filter((name) => name.startsWith(home + prefix))
    .map((name) => name.slice(home.length + prefix.length))
    .filter((number) => /^\d+$/.test(number))
    .map(Number)
    .sort((a, b) => a - b);

const tables = new Map();
function put({ table, id, after }) {
  if (!tables.has(table)) tables.set(table, new Map());
  if (after === null) tables.get(table).delete(id);
  else tables.get(table).set(id, after);
}

const snapshot = readNewestSnapshot(numbered('snap.').reverse(), (n) => read(`snap.${n}`), keys);
for (const { table, id, value } of snapshot.records) put({ table, id, after: value });
const journals = numbered('j.').filter((number) => number >= snapshot.number);
const { frames, problems } = readJournals(journals, (n) => read(`j.${n}`), {
  ...keys,
  from: snapshot.sequence,
  put,
});
console.error(`快照 ${snapshot.number || '无'}，其后操作 ${frames} 帧`);
for (const problem of problems) console.error(problem);
for (const [table, records] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1)))
  for (const [id, value] of records)
    process.stdout.write(`${JSON.stringify({ table, id, value })}\n`);
