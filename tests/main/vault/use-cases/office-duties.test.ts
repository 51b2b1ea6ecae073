import { afterEach, describe, expect, it } from 'vitest';
import { listDuties } from '../../../../src/main/vault/use-cases/snoozes';
import { saveEntry } from '../../../../src/main/vault/use-cases/overlay/save-overlay';
import type { PartyOrganization } from '../../../../src/core/records/party-organization';
import { openTestDesk, valueOf, type SeedRecord, type TestDesk } from '../../../support/desk-kit';

const desks: TestDesk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.close();
});

const party = (id: string, more: Partial<PartyOrganization> = {}): SeedRecord => ({
  table: 'partyOrganizations',
  record: { id, name: `例${id}`, areaId: 'a', level: 'committee', form: 'own', ...more },
});
async function deskWith(...records: readonly SeedRecord[]): Promise<TestDesk> {
  const made = await openTestDesk(records);
  desks.push(made);
  return made;
}
const lines = ({ desk }: TestDesk) =>
  valueOf(listDuties(desk)).map(
    ({ rule, subject, on, state, days, citation }) =>
      `${rule} ${subject} ${on ?? '—'} ${state} ${days ?? '—'} ${citation.article}`,
  );
const statistics = (line: string) => line.startsWith('STAT-');

describe('组织事项 (rules §2 POOL-YEARLY, STAT-*, ELECT-QUORUM, PLAN-Q, SOC-5WD), on 2026-11-23', () => {
  it('names the two days of 党内统计, the earlier first, also in an empty ledger', async () => {
    expect(lines(await deskWith()).map((line) => line.split(' ')[2])).toEqual([
      '2026-12-31',
      '2027-06-30',
    ]);
  });

  it('26#11: committees with the same open year stand in one row, one that has analysed is not listed', async () => {
    const made = await deskWith(
      party('p1'),
      party('p2'),
      party('p3', { poolAnalysedOn: ['2026-03-10'] }),
      party('p4', { level: 'branch' }),
      party('p5', { dissolvedOn: '2026-01-01' }),
    );
    expect(lines(made).filter((line) => !statistics(line))).toEqual([
      'POOL-YEARLY 例p1等 2 个 2026-12-31 waiting 38 《细则》第十一条',
    ]);
  });

  it('选举: four fifths of 应到; fewer stand first, unknown counts are never passed', async () => {
    const made = await deskWith(
      party('p1', {
        level: 'branch',
        elections: [
          { on: '2026-06-01', should: 20, present: 15 },
          { on: '2025-06-01', should: 20, present: 16 },
          { on: '2024-06' },
        ],
      }),
    );
    const found = valueOf(listDuties(made.desk)).filter(({ rule }) => rule === 'ELECT-QUORUM');
    expect(found.map(({ on, state }) => [on, state])).toEqual([
      ['2026-06-01', 'wrong'],
      ['2024-06', 'unknown'],
    ]);
    expect(valueOf(listDuties(made.desk))[0]?.context).toContain('16 人');
  });

  it('local duties are silent until the district switches them on', async () => {
    const made = await deskWith({
      table: 'organizations',
      record: {
        id: 'o',
        name: '例学会',
        areaId: 'a',
        kind: 'socialGroup',
        status: 'operating',
        foundedOn: '2026-09-28',
      },
    });
    expect(lines(made).every(statistics)).toBe(true);
    for (const rule of ['SOC-5WD', 'PLAN-Q'])
      valueOf(
        await saveEntry(made.desk, {
          entry: { act: 'switchOn', rule, from: '2026-01-01', source: '样例〔2026〕1 号' },
        }),
      );
    const found = valueOf(listDuties(made.desk)).filter(({ rule }) => !rule.startsWith('STAT-'));
    expect(found.map(({ rule, state, nextAct }) => [rule, state, nextAct])).toEqual([
      ['PLAN-Q', 'overdue', '登记下达的计划'],
      ['SOC-5WD', 'overdue', '报送承诺书和党员情况调查表'],
      ['PLAN-Q', 'due', '申报明年计划'],
    ]);
  });
});
