import type { Organization } from '../../src/core/records/organization';
import {
  coverageOverview,
  coverageTrend,
  warmCoverage,
} from '../../src/main/vault/use-cases/coverage';
import { listGaps } from '../../src/main/vault/use-cases/gap-list';
import { longestGap } from './gaps';
import { asJson, deskOf, openMade, type MadeLedger } from './made-ledger';
import { atMost, interleaved, p95, timed, type Figure, type Runs } from './figures';

const rounds = 40;
const frameMilliseconds = 16.7;
const pastDay = '2026-06-30' as const;
const firstPage = { offset: 0, limit: 60 };

/** Issue 4: the answers behind the heat table and the gap list, each asked after an edit of one unit. */
export async function measureCoveragePages(made: MadeLedger): Promise<Figure[]> {
  const ledger = await openMade(made);
  const desk = deskOf(ledger);
  // As the vault does by itself a second after it was opened.
  const warming = await longestGap(() => warmCoverage(desk));
  const first = await timed(() => coverageOverview(desk, {}));
  const units = desk.reference.organizations.all();
  let round = 0;
  const edit = () => {
    round += 1;
    const unit = units[(round * 7_919) % units.length] as Organization;
    const after = { ...unit, staff: (unit.staff ?? 0) + round };
    const change = {
      table: 'organizations',
      id: unit.id,
      before: asJson(unit),
      after: asJson(after),
    };
    const saved = desk.commit({ action: 'bench.edit', changes: [change] });
    if (!saved.ok) throw new Error(saved.failure.code);
  };
  type Answer = { readonly ok: boolean };
  const asked = (ask: () => Answer | Promise<Answer>) => () => {
    edit();
    return timed(async () => {
      if (!(await ask()).ok) throw new Error('coverage page');
    });
  };
  const pieces = {
    heat: asked(() => coverageOverview(desk, {})),
    gaps: asked(() => listGaps(desk, { assignment: 'all', range: firstPage })),
    trend: asked(() => coverageTrend(desk, {})),
  };
  await interleaved(8, pieces);
  const runs = await interleaved(rounds, pieces);
  // By itself: it joins the whole register, and its garbage is nobody else's.
  const { past } = await interleaved(rounds / 4, {
    past: asked(() => coverageOverview(desk, { asOf: pastDay })),
  });
  await ledger.close();
  const edited = `${units.length} 家单位，每次之前改一家`;
  const figure = (id: string, work: string, product: Runs, note: string): Figure => ({
    id,
    work,
    product,
    floor: undefined,
    peers: [],
    goals: [atMost('p95 ≤ 一帧 16.7 ms', p95(product), frameMilliseconds)],
    notes: [edited, note],
  });
  return [
    figure(
      'C1',
      '热力表和全部指标',
      runs.heat,
      `开库后先分段备好，用 ${warming.took.toFixed(0)} ms，其间最长一次不应答 ${warming.gap.toFixed(0)} ms；然后第一次 ${first.toFixed(0)} ms`,
    ),
    figure('C2', '缺口清单第一页', runs.gaps, '逐家留存，只重判所改的'),
    figure('C3', '十二个月末的趋势', runs.trend, '第一次随开库备好'),
    { ...figure('C4', '热力表，查过去某一天', past, `按 ${pastDay}`), goals: [] },
  ];
}
