/**
 * Runs on Node, not on Electron: the same people and units in a SQLCipher file, WAL, synchronous = FULL, with a
 * plain key instead of a derived one. Columns that are asked stand apart from the records, as one would lay them
 * out for speed; the record is JSON, as in the product, and is made from the edited object like there.
 */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { firstScreen } from './cipher-screen.mjs';

const [moduleFolder, folder] = process.argv.slice(2);
const Database = createRequire(join(moduleFolder, 'package.json'))(
  'better-sqlite3-multiple-ciphers',
);
function open() {
  const base = new Database(join(folder, 'peer.sqlite'));
  base.pragma("cipher = 'sqlcipher'");
  base.pragma(`key = "x'${'5a'.repeat(32)}'"`);
  base.pragma('journal_mode = WAL');
  base.pragma('synchronous = FULL');
  return base;
}

let base = open();
let edits = [];
let update;

function createTables(facts) {
  base.exec(`
    CREATE TABLE people (row INTEGER PRIMARY KEY, id TEXT, name TEXT, stage TEXT, since TEXT, hasIdNumber INTEGER,
      ${facts.map((name) => `${name} TEXT`).join(', ')});
    CREATE TABLE personRecords (row INTEGER PRIMARY KEY, body TEXT);
    CREATE TABLE organizations (row INTEGER PRIMARY KEY, id TEXT, area TEXT);
    CREATE TABLE covers (organization TEXT, party TEXT);
    CREATE TABLE others (row INTEGER PRIMARY KEY, kind TEXT, id TEXT, body TEXT);
    CREATE INDEX coversByUnit ON covers (organization);`);
}

async function load(argument) {
  const [factCount, rowsFile] = argument.split(' ');
  const facts = Array.from({ length: Number(factCount) }, (_, index) => `f${index}`);
  createTables(facts);
  const insert = inserts(facts);
  base.exec('BEGIN');
  for await (const line of createInterface({ input: createReadStream(rowsFile, 'utf8') }))
    insert(JSON.parse(line));
  base.exec('COMMIT');
  base.pragma('wal_checkpoint(TRUNCATE)');
  return 'ready';
}

function inserts(facts) {
  const marks = (count) => Array.from({ length: count }, () => '?').join(', ');
  const person = base.prepare(`INSERT INTO people VALUES (NULL, ${marks(5 + facts.length)})`);
  const record = base.prepare('INSERT INTO personRecords VALUES (?, ?)');
  const unit = base.prepare('INSERT INTO organizations VALUES (NULL, ?, ?)');
  const cover = base.prepare('INSERT INTO covers VALUES (?, ?)');
  const other = base.prepare('INSERT INTO others VALUES (NULL, ?, ?, ?)');
  return (row) => {
    const { table, id, body } = row;
    if (table === 'people') {
      const dates = facts.map((_, index) => row.facts[index] ?? null);
      const { name, stage, since, hasIdNumber } = row;
      const { lastInsertRowid } = person.run(id, name, stage, since, hasIdNumber, ...dates);
      record.run(lastInsertRowid, body);
    } else {
      if (table === 'organizations') unit.run(id, row.area);
      other.run(table, id, body);
    }
    for (const each of row.covers ?? []) cover.run(each, id);
  };
}

/** Pages were shown before: the records to edit are there, as in the product. */
function prepare(count) {
  const { people } = base.prepare('SELECT count(*) AS people FROM personRecords').get();
  const read = base.prepare('SELECT body FROM personRecords WHERE row = ?');
  update = base.prepare('UPDATE personRecords SET body = ? WHERE row = ?');
  edits = Array.from({ length: Number(count) }, (_, index) => {
    const row = 1 + ((index * 7_919) % people);
    return { row, after: { ...JSON.parse(read.get(row).body), phone: `000-${10_000 + index}` } };
  });
  return 'ready';
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const answers = {
  version: () => base.prepare('SELECT sqlite_version() AS version').get().version,
  load,
  prepare,
  commit() {
    const edit = edits.pop();
    return timed(() => update.run(JSON.stringify(edit.after), edit.row));
  },
  screen(question) {
    base.close();
    return timed(() => {
      base = open();
      firstScreen(base, JSON.parse(question));
    });
  },
  all: () =>
    timed(() => {
      for (const table of ['personRecords', 'others'])
        for (const { body } of base.prepare(`SELECT body FROM ${table}`).iterate())
          JSON.parse(body);
    }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [request, ...rest] = line.split(' ');
  process.stdout.write(`${await answers[request](rest.join(' '))}\n`);
}
