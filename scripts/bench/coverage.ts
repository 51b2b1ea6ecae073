import { evaluateCoverage } from '../../src/core/coverage/evaluate';
import { countBoard } from '../../src/core/coverage/packed-units';
import {
  generatePracticeLedger,
  practiceSettings,
} from '../../src/core/practice/generate-practice-ledger';
import type { Organization } from '../../src/core/records/organization';
import { columnsProjection, readyUnits, type Columns } from '../../src/main/vault/columns/columns';
import { atMost, interleaved, median, timed, type Figure } from './figures';
import { asJson, seed, today } from './made-ledger';

const rounds = 60;
const size = { organizations: 100_000, people: 1_000 };
const definitions = {
  counts: practiceSettings().workCoverageCounts,
  shouldBuildRate: 'lenient',
  socialStaff: 10,
} as const;

/** Columns of a city's units, without a ledger: nothing of this figure touches the disk. */
function cityColumns(): Columns {
  const columns = columnsProjection.empty();
  for (const { table, record } of generatePracticeLedger({ seed, today, size })) {
    if (table === 'people') continue;
    columnsProjection.apply(columns, [
      { table, id: record.id, before: null, after: asJson(record) },
    ]);
  }
  return columns;
}

/** G8: the figures of a hundred thousand units counted anew, and after the edit of one of them. */
export async function measureCoverage(): Promise<Figure[]> {
  const columns = cityColumns();
  const { reference } = columns;
  const units = readyUnits(columns, today);
  const noRecords = { organizations: [], partyOrganizations: [], instructors: [], areas: [] };
  const figures = (board: ReturnType<typeof countBoard>) =>
    evaluateCoverage(noRecords, today, definitions, { board }).indicators;
  const kept = reference.organizations.all();
  let round = 0;
  const edit = () => {
    round += 1;
    const unit = kept[(round * 7_919) % kept.length];
    if (unit === undefined) throw new Error('no unit');
    const after: Organization = { ...unit, staff: (unit.staff ?? 0) + 1 + (round % 90) };
    const change = {
      table: 'organizations',
      id: unit.id,
      before: asJson(unit),
      after: asJson(after),
    };
    return timed(() => {
      columnsProjection.apply(columns, [change]);
      readyUnits(columns, today).board(definitions);
    });
  };
  units.board(definitions);
  for (let warm = 0; warm < 200; warm += 1) await edit();
  const runs = await interleaved(rounds, {
    floor: () => timed(() => units.rows.packed.profile.reduce((sum, each) => (sum + each) | 0, 0)),
    whole: () => timed(() => figures(countBoard(units.rows.packed, definitions))),
    edit,
    read: () => timed(() => figures(units.board(definitions))),
  });
  return [
    {
      id: 'G8',
      work: `两个覆盖全部指标重算（${units.rows.packed.length} 家）`,
      product: runs.whole,
      floor: { name: '一列扫一遍', runs: runs.floor },
      peers: [],
      goals: [atMost('中位 ≤ 10 ms', median(runs.whole), 10)],
      notes: [],
    },
    {
      id: 'G8b',
      work: '改一家单位后计数跟上',
      product: runs.edit,
      floor: undefined,
      peers: [],
      goals: [atMost('中位 ≤ 0.1 ms', median(runs.edit), 0.1)],
      notes: [`由计数得出全部指标 ${median(runs.read).toFixed(2)} ms`],
    },
  ];
}
