import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Columns } from '../../src/main/vault/columns/columns';
import type { Change } from '../../src/core/records/change';
import { sealOverhead } from '../../src/main/vault/crypto/aead';
import { hashLength } from '../../src/main/vault/ledger/frame';
import type { Ledger } from '../../src/main/vault/ledger/ledger';
import { payloadsOf } from '../../src/main/vault/ledger/transaction';
import { atLeast, atMost, interleaved, median, p95, timed, type Figure } from './figures';
import { asJson, changeOf, documentOf, type MadeLedger, type Size } from './made-ledger';
import type { CipherPeer } from './cipher-peer';

const rounds = 400;
const lowdbRounds = { S: 15, M: 5 } as const;

/** One edit of one person, as the desk makes it: the record before and after. */
export function editOf(made: MadeLedger, ledger: Ledger<Columns>, round: number) {
  const person = made.people[(round * 7_919) % made.people.length];
  if (person === undefined) throw new Error('no people');
  const before = ledger.get('people', person.id);
  const after = asJson({ ...(before as object), phone: `000-${10_000 + round}` });
  return changeOf([{ table: 'people', id: person.id, before, after }]);
}

function committing(made: MadeLedger, ledger: Ledger<Columns>) {
  let round = 0;
  return () => {
    round += 1;
    const change = editOf(made, ledger, round);
    return timed(() => {
      const result = ledger.commit(change);
      if (!result.ok) throw new Error(result.failure.code);
    });
  };
}

/** What one commit writes: length, nonce, chain hash, flags, payload and tag. */
function frameBytes(change: Change): number {
  const [payload] = payloadsOf(change);
  return 4 + sealOverhead + hashLength + 1 + (payload?.length ?? 0);
}

/** G1: durable when it answers; lowdb writes everything anew and does not even sync it. */
export async function measureCommit(
  made: MadeLedger,
  ledger: Ledger<Columns>,
  { size, peer }: { readonly size: Size; readonly peer: CipherPeer | undefined },
): Promise<Figure> {
  const product = committing(made, ledger);
  for (let warm = 0; warm < 50; warm += 1) await product();
  const payload = Buffer.alloc(frameBytes(editOf(made, ledger, 1)), 0x5a);
  const descriptor = openSync(join(made.folder, '..', 'floor.append'), 'w');
  let at = 0;
  const floor = () =>
    timed(() => {
      writeSync(descriptor, payload, 0, payload.length, at);
      fdatasyncSync(descriptor);
      at += payload.length;
    });
  await peer?.prepare(payload.length);
  const runs = await interleaved(rounds, {
    floor,
    product,
    cipher: () => peer?.commit() ?? Promise.resolve(Number.NaN),
  });
  closeSync(descriptor);
  const lowdb = await lowdbRuns(made, lowdbRounds[size]);
  const cipher = peer === undefined ? [] : runs.cipher;
  return {
    id: 'G1',
    work: `提交一次修改并落盘（${payload.length} 字节）`,
    product: runs.product,
    floor: { name: '追加 + fdatasync', runs: runs.floor },
    peers: [
      { name: 'lowdb 整写', runs: lowdb },
      ...(peer === undefined ? [] : [{ name: 'SQLCipher（Node）', runs: cipher }]),
    ],
    goals: [
      atMost('中位 ≤ 1.3 × 底线', median(runs.product) / median(runs.floor), 1.3),
      atMost('p95 ≤ 1.5 × 底线 p95', p95(runs.product) / p95(runs.floor), 1.5),
      ...(peer === undefined
        ? []
        : [atMost('≤ 1.1 × SQLCipher', median(runs.product) / median(cipher), 1.1)]),
      ...(size === 'M'
        ? [atLeast('≥ 2000 × lowdb', median(lowdb) / median(runs.product), 2_000)]
        : []),
    ],
    notes: peer === undefined ? ['SQLCipher：未编译成功（not built）'] : [],
  };
}

async function lowdbRuns(made: MadeLedger, count: number): Promise<number[]> {
  const low = new Low(
    new JSONFile<Record<string, unknown[]>>(join(made.folder, '..', 'lowdb.json')),
    documentOf(made.records),
  );
  const { write } = await interleaved(count, { write: () => timed(() => low.write()) });
  return write;
}
