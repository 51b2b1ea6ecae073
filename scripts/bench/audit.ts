import { join } from 'node:path';
import { generatePracticeLedger } from '../../src/core/practice/generate-practice-ledger';
import type { PracticeRecord } from '../../src/core/practice/types';
import { auditRoster } from '../../src/main/vault/use-cases/audit/audit-book';
import { atMost, median, timed, type Figure } from './figures';
import { longestGap } from './gaps';
import { buildLedger } from './make';
import { deskOf, editsOf, openMade, seed, today } from './made-ledger';

const dossiers = 5_000;
const rounds = 7;
const edits = 200;

/** Five thousand people with a dossier each, and everything they are joined with. */
function* roster(): Generator<PracticeRecord> {
  let given = 0;
  const size = { organizations: 6_000, people: 25_000 };
  for (const entry of generatePracticeLedger({ seed, today, size })) {
    if (entry.table === 'people') {
      if (entry.record.dossier === undefined || given >= dossiers) continue;
      given += 1;
    }
    yield entry;
  }
  if (given < dossiers) throw new Error(`only ${given} dossiers`);
}

/** B: the audit of a whole roster, from a freshly opened ledger, and of one dossier after its edit. */
export async function measureAudit(root: string): Promise<Figure[]> {
  const opening = await buildLedger(join(root, 'roster'), roster());
  const times: number[] = [];
  const gaps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ledger = await openMade(opening);
    const desk = deskOf(ledger);
    const { took, gap } = await longestGap(() => auditRoster(desk));
    times.push(took);
    gaps.push(gap);
    await ledger.close();
  }
  return [
    {
      id: 'B1',
      work: `核查全部 ${dossiers} 份档案`,
      product: times,
      floor: undefined,
      peers: [],
      goals: [
        atMost('中位 ≤ 1000 ms', median(times), 1_000),
        atMost('期间最长一次不应答 ≤ 50 ms', median(gaps), 50),
      ],
      notes: [],
    },
    await oneEdit(opening),
  ];
}

async function oneEdit(opening: Parameters<typeof openMade>[0]): Promise<Figure> {
  const ledger = await openMade(opening);
  const desk = deskOf(ledger);
  const book = await auditRoster(desk);
  const runs: number[] = [];
  for (const change of editsOf(ledger, edits)) {
    if (!ledger.commit(change).ok) throw new Error('commit');
    runs.push(
      await timed(async () => {
        void desk.people.due;
        await auditRoster(desk);
      }),
    );
  }
  await ledger.close();
  return {
    id: 'B2',
    work: '改一人后重新得出其期限与核查',
    product: runs,
    floor: undefined,
    peers: [],
    goals: [atMost('中位 ≤ 1 ms', median(runs), 1)],
    notes: [`核查册 ${book.size} 份`],
  };
}
