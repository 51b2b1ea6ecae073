import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Columns } from '../../src/main/vault/columns/columns';
import { sealOverhead } from '../../src/main/vault/crypto/aead';
import { hashLength, lengthBytes } from '../../src/main/vault/ledger/frame';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { payloadsOf } from '../../src/main/vault/ledger/transaction';
import type { Change } from '../../src/core/records/change';
import {
  atLeast,
  atMost,
  interleaved,
  median,
  p95,
  timed,
  type Figure,
  type Runs,
} from './figures';
import { editsOf, type MadeLedger } from './made-ledger';
import { startJsonPeer, type Peer } from './peer-process';

const rounds = 500;
const warmUp = 60;
const lowdbRounds = { S: 15, M: 5, L: 0 } as const;

/** What one commit writes: length, nonce, chain hash, flags, payload and tag. */
function frameBytes(change: Change): number {
  const [payload] = payloadsOf(change);
  return lengthBytes + sealOverhead + hashLength + 1 + Buffer.byteLength(payload ?? '');
}

function appending(made: MadeLedger, payload: Buffer) {
  const descriptor = openSync(join(made.root, 'floor.append'), 'w');
  let at = 0;
  return {
    append: () =>
      timed(() => {
        writeSync(descriptor, payload, 0, payload.length, at);
        fdatasyncSync(descriptor);
        at += payload.length;
      }),
    close: () => closeSync(descriptor),
  };
}

/**
 * G1: durable when it answers. The records that are edited were read when their pages were shown, here as in
 * SQLCipher; turning the edited record into JSON belongs to the commit of both.
 */
export async function measureCommit(
  made: MadeLedger,
  ledger: Ledger<Columns>,
  cipher: Peer | undefined,
): Promise<Figure> {
  const edits = editsOf(ledger, rounds + warmUp);
  const payload = Buffer.alloc(frameBytes(edits[0] ?? fail()), 0x5a);
  const floor = appending(made, payload);
  await cipher?.measure(`prepare ${rounds + warmUp}`);
  const pieces = {
    floor: floor.append,
    product: () => {
      const change = edits.pop() ?? fail();
      return timed(() => {
        const result = ledger.commit(change);
        if (!result.ok) throw new Error(result.failure.code);
      });
    },
    cipher: () => cipher?.measure('commit') ?? Promise.resolve(Number.NaN),
  };
  await interleaved(warmUp, pieces);
  const runs = await interleaved(rounds, pieces);
  floor.close();
  const lowdb = await lowdbRuns(made);
  return figureOf(made, payload.length, { ...runs, lowdb, isBuilt: cipher !== undefined });
}

function fail(): never {
  throw new Error('no edit');
}

type CommitRuns = Record<'floor' | 'product' | 'cipher' | 'lowdb', Runs> & {
  readonly isBuilt: boolean;
};

function figureOf({ size }: MadeLedger, bytes: number, runs: CommitRuns): Figure {
  const { floor, product, cipher, lowdb, isBuilt } = runs;
  return {
    id: 'G1',
    work: `提交一次修改并落盘（${bytes} 字节）`,
    product,
    floor: { name: '追加 + fdatasync', runs: floor },
    peers: [
      ...(lowdb.length > 0 ? [{ name: 'lowdb 整写', runs: lowdb }] : []),
      ...(isBuilt ? [{ name: 'SQLCipher（Node）', runs: cipher }] : []),
    ],
    goals: [
      atMost('中位 ≤ 1.3 × 底线', median(product) / median(floor), 1.3),
      atMost('p95 ≤ 1.5 × 底线 p95', p95(product) / p95(floor), 1.5),
      ...(isBuilt ? [atMost('≤ 1.1 × SQLCipher', median(product) / median(cipher), 1.1)] : []),
      ...(size === 'M' ? [atLeast('≥ 2000 × lowdb', median(lowdb) / median(product), 2_000)] : []),
    ],
    notes: isBuilt ? [] : ['SQLCipher：未编译成功（not built）'],
  };
}

async function lowdbRuns({ jsonFile, size }: MadeLedger): Promise<Runs> {
  if (jsonFile === null) return [];
  const peer = await startJsonPeer(jsonFile);
  if (peer === undefined) return [];
  const { write } = await interleaved(lowdbRounds[size], { write: () => peer.measure('write') });
  peer.close();
  return write;
}

const burst = 64;
const bursts = 40;

/** G2: sixty-four edits in one go, as an import of a few or a batch edit writes them. */
export async function measureBurst(ledger: Ledger<Columns>): Promise<Figure> {
  const edits = editsOf(ledger, (burst + 1) * bursts, 3);
  const write = (count: number) => {
    const part = edits.splice(0, count);
    return timed(() => {
      const result = ledger.commitAll(part);
      if (!result.ok) throw new Error(result.failure.code);
    });
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 1));
  const runs = await interleaved(bursts, {
    one: async () => (await settle(), write(1)),
    many: async () => (await settle(), write(burst)),
  });
  return {
    id: 'G2',
    work: `一次写入 ${burst} 处修改`,
    product: runs.many,
    floor: { name: '提交一次', runs: runs.one },
    peers: [],
    goals: [atMost('≤ 3.5 × 提交一次', median(runs.many) / median(runs.one), 3.5)],
    notes: [],
  };
}
