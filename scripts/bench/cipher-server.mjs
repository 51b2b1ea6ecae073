/** Runs on Node, not on Electron: one row per commit into a SQLCipher file, WAL, synchronous = FULL. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [moduleFolder, folder] = process.argv.slice(2);
const Database = createRequire(join(moduleFolder, 'package.json'))(
  'better-sqlite3-multiple-ciphers',
);
const base = new Database(join(folder, 'peer.sqlite'));
base.pragma("cipher = 'sqlcipher'");
base.pragma(`key = "x'${'5a'.repeat(32)}'"`);
base.pragma('journal_mode = WAL');
base.pragma('synchronous = FULL');
base.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, body BLOB)');
const insert = base.prepare('INSERT OR REPLACE INTO people (id, body) VALUES (?, ?)');
let body = Buffer.alloc(0);
let round = 0;

const answers = {
  version: () => base.prepare('SELECT sqlite_version() AS version').get().version,
  prepare: (bytes) => {
    body = Buffer.alloc(Number(bytes), 0x5a);
    base.transaction(() => {
      for (let id = 0; id < 5_000; id += 1) insert.run(id, body);
    })();
    return 'ready';
  },
  commit: () => {
    round += 1;
    const start = performance.now();
    insert.run((round * 7_919) % 5_000, body);
    return performance.now() - start;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [request, argument] = line.split(' ');
  process.stdout.write(`${answers[request](argument)}\n`);
}
