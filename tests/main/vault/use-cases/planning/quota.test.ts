import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeOverview } from '../../../../../src/main/vault/use-cases/home';
import { undoLatest } from '../../../../../src/main/vault/use-cases/history';
import { quotaOverview, saveQuotas } from '../../../../../src/main/vault/use-cases/planning/quota';
import {
  openTestDesk,
  valueOf,
  type SeedRecord,
  type TestDesk,
} from '../../../../support/desk-kit';

const member = (id: string, branchId: string, more: object): SeedRecord => ({
  table: 'people',
  record: { id, name: `测${id}`, branchId, ...more },
});
const seed: readonly SeedRecord[] = [
  { table: 'areas', record: { id: 's1', name: '云深街道', level: 'street' } },
  { table: 'areas', record: { id: 'c1', name: '云汀社区', level: 'community', parentId: 's1' } },
  {
    table: 'partyOrganizations',
    record: {
      id: 'b1',
      name: '环岛商圈街区党支部',
      level: 'branch',
      form: 'regional',
      areaId: 'c1',
    },
  },
  { table: 'quotas', record: { id: 'q1', year: 2026, areaId: 's1', count: 3 } },
  member('p1', 'b1', {
    group: 'foodDelivery',
    dossier: { meeting: { on: '2026-03-05' }, approvedOn: '2026-04-01' },
  }),
  member('p2', 'b1', { dossier: { meeting: { on: '2025-12-31' }, approvedOn: '2026-02-01' } }),
  member('p3', 'b1', { dossier: { developmentTargetOn: '2026-09-01' } }),
  member('p4', 'b1', {
    dossier: { developmentTargetOn: '2026-09-01', events: [{ kind: 'returnedToActivist' }] },
  }),
];

let open: TestDesk;
beforeEach(async () => (open = await openTestDesk(seed)));
afterEach(() => open.close());
const overview = (year = 2026) => valueOf(quotaOverview(open.desk, { year }));

describe('use of the year’s plan', () => {
  it('counts the accepting meeting of the year, and listed people who still wait for theirs', () => {
    const { total, rows, months } = overview();
    expect(total).toEqual({ planned: 3, admitted: 1, inProgress: 1, newGroups: 1 });
    expect(rows).toMatchObject([
      { areaName: '云深街道', branchId: '', planned: 3, admitted: 1 },
      { branchName: '环岛商圈街区党支部', planned: 0, admitted: 1, inProgress: 1 },
    ]);
    expect(months).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('says the same as the home page', () => {
    const { quota } = valueOf(homeOverview(open.desk));
    expect(quota).toEqual({ year: 2026, planned: 3, admitted: 1, inProgress: 1 });
  });

  it('a street without a figure of its own plans what its branches plan', () => {
    valueOf(
      saveQuotas(open.desk, {
        year: 2027,
        entries: [{ areaId: 's1', branchId: 'b1', count: 2 }],
      }),
    );
    expect(overview(2027)).toMatchObject({
      total: { planned: 2 },
      rows: [
        { branchId: '', planned: 2 },
        { branchId: 'b1', planned: 2 },
      ],
    });
  });

  it('edits the line there is, never doubles it, and the edit can be undone', () => {
    valueOf(saveQuotas(open.desk, { year: 2026, entries: [{ areaId: 's1', count: 5 }] }));
    expect(overview().total.planned).toBe(5);
    expect(open.desk.reference.quotas.all()).toHaveLength(1);
    valueOf(undoLatest(open.desk));
    expect(overview().total.planned).toBe(3);
  });
});
