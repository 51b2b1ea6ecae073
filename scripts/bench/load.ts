import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { seal, unseal } from '../../src/main/vault/crypto/aead';
import { recordsPerBlock } from '../../src/main/vault/ledger/snapshot-writer';
import type { Columns } from '../../src/main/vault/columns/columns';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { atLeast, atMost, interleaved, median, timed, type Figure } from './figures';
import { openMade, type MadeLedger } from './made-ledger';
import type { Peer } from './peer-process';

const rounds = { S: 12, M: 5, L: 3 } as const;

function everyRecord(ledger: Ledger<Columns>): number {
  let count = 0;
  for (const table of ledger.tables()) for (const _ of ledger.scan(table)) count += 1;
  return count;
}

/** The same blocks sealed in a plain file: read + decrypt + decompress + parse, and no ledger around it. */
function blockFloor(made: MadeLedger, ledger: Ledger<Columns>): () => void {
  const name = join(made.root, 'floor.blocks');
  const key = randomBytes(32);
  const aad = Buffer.from('floor');
  const lengths: number[] = [];
  const out = openSync(name, 'w');
  const write = (records: unknown[]) => {
    const block = brotliCompressSync(Buffer.from(JSON.stringify(records)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
    const sealed = seal(key, block, aad);
    writeSync(out, sealed);
    lengths.push(sealed.length);
  };
  for (const table of ledger.tables()) {
    let records: unknown[] = [];
    for (const record of ledger.scan(table)) {
      records.push(record);
      if (records.length < recordsPerBlock) continue;
      write(records);
      records = [];
    }
    write(records);
  }
  closeSync(out);
  return () => {
    const file = openSync(name, 'r');
    let at = 0;
    for (const length of lengths) {
      const sealed = Buffer.allocUnsafe(length);
      readSync(file, sealed, 0, length, at);
      at += length;
      const block = unseal(key, sealed, aad);
      if (block === undefined) throw new Error('floor');
      JSON.parse(brotliDecompressSync(block).toString('utf8'));
    }
    closeSync(file);
  };
}

/** G4: every record once, as an export or an audit reads them. */
export async function measureLoad(made: MadeLedger, cipher: Peer | undefined): Promise<Figure> {
  const ledger = await openMade(made);
  const floor = blockFloor(made, ledger);
  let records = 0;
  const runs = await interleaved(rounds[made.size], {
    floor: () => timed(floor),
    product: () => timed(() => (records = everyRecord(ledger))),
    cipher: () => cipher?.measure('all') ?? Promise.resolve(Number.NaN),
  });
  await ledger.close();
  return {
    id: 'G4',
    work: `读出全部 ${records} 条记录`,
    product: runs.product,
    floor: { name: '读 + 解密 + 解压 + 解析', runs: runs.floor },
    peers: cipher === undefined ? [] : [{ name: 'SQLCipher（Node）', runs: runs.cipher }],
    goals: [
      atMost('≤ 1.3 × 底线', median(runs.product) / median(runs.floor), 1.3),
      ...(cipher === undefined
        ? []
        : [atLeast('快于 SQLCipher', median(runs.cipher) / median(runs.product), 1)]),
    ],
    notes: [],
  };
}
