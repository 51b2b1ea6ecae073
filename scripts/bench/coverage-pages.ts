import type { Organization } from '../../src/core/records/organization';
import { coverageOverview, listGaps } from '../../src/main/vault/use-cases/coverage';
import { asJson, deskOf, openMade, type MadeLedger } from './made-ledger';
import { atMost, interleaved, p95, timed, type Figure } from './figures';

const rounds = 40;
const frameMilliseconds = 16.7;
const firstPage = { offset: 0, limit: 60 };

/** Issue 4: the answers behind the heat table and the gap list, each asked after an edit of one unit. */
export async function measureCoveragePages(made: MadeLedger): Promise<Figure[]> {
  const ledger = await openMade(made);
  const desk = deskOf(ledger);
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
  const asked = (ask: () => { readonly ok: boolean }) => () => {
    edit();
    return timed(() => {
      if (!ask().ok) throw new Error('coverage page');
    });
  };
  const pieces = {
    heat: asked(() => coverageOverview(desk, {})),
    gaps: asked(() => listGaps(desk, { assignment: 'all', range: firstPage })),
  };
  await interleaved(8, pieces);
  const runs = await interleaved(rounds, pieces);
  await ledger.close();
  const figure = (id: string, work: string, product: typeof runs.heat): Figure => ({
    id,
    work,
    product,
    floor: undefined,
    peers: [],
    goals: [atMost('p95 ≤ 一帧 16.7 ms', p95(product), frameMilliseconds)],
    notes: [`${units.length} 家单位，每次之前改一家`],
  });
  return [figure('C1', '热力表和全部指标', runs.heat), figure('C2', '缺口清单第一页', runs.gaps)];
}
