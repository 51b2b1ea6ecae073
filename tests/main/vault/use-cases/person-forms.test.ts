import { afterEach, describe, expect, it } from 'vitest';
import { reportTable } from '../../../../src/main/vault/use-cases/reports/reports';
import { saveSettings } from '../../../../src/main/vault/use-cases/settings';
import type { ReportId } from '../../../../src/contract/desk-work';
import type { Dossier } from '../../../../src/core/records/dossier';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

const dossier: Dossier = {
  appliedOn: '2025-06-02',
  talkedOn: '2025-06-20',
  talkedBy: '联甲',
  talkedByPost: 'organization',
  activistOn: '2025-09-10',
  mentors: [{ name: '联甲', from: '2025-09-10', until: '2026-02-01' }, { name: '联乙' }],
  reviewedOn: ['2026-03-09', '2026-09-08'],
  notice: { from: '2026-09-23', until: '2026-09-30', hasObjection: false },
  meeting: { on: '2026-11-02' },
  overrides: [{ rule: 'MEET-1M', reason: '样例原因', on: '2026-11-02' }],
};

let open: TestDesk | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});
async function cellsOf(report: ReportId, personId?: string): Promise<Map<string, string>> {
  open ??= await openTestDesk([{ table: 'people', record: { id: 'p', name: '测一', dossier } }]);
  const asked = {
    report,
    outputMode: 'internal',
    ...(personId === undefined ? {} : { personId }),
  } as const;
  const { rows } = valueOf(await reportTable(open.desk, asked));
  return new Map(rows.map(({ cells }) => [cells[0] ?? '', cells.slice(1).join(' ')]));
}

describe('forms of one person', () => {
  it('the talk: who talked, as what, and room for what 第七条 asks (26#7)', async () => {
    const cells = await cellsOf('talkRecord', 'p');
    expect(cells.get('姓名')).toBe('测一');
    expect(cells.get('谈话时间')).toBe('2025-06-20');
    expect(cells.get('谈话人职务')).toBe('组织委员');
    for (const topic of ['学习工作经历', '对党的认识', '入党动机', '遵纪守法情况', '家庭情况'])
      expect(cells.get(topic)).toBe('');
  });

  it('the training: mentors with their days, each review on its line (26#9, 26#11)', async () => {
    const cells = await cellsOf('trainingRecord', 'p');
    expect(cells.get('培养联系人')).toBe('联甲（2025-09-10 至 2026-02-01）、联乙');
    expect(cells.get('第二次考察（每半年一次）')).toBe('2026-09-08');
    expect(cells.get('第四次考察（每半年一次）')).toBe('');
  });

  it('the notice: its working days counted by the official calendar (26#13)', async () => {
    const cells = await cellsOf('noticeRecord', 'p');
    expect(cells.get('公示期限')).toBe('2026-09-23 至 2026-09-30，共 5 个工作日');
    expect(cells.get('公示结果')).toBe('结果不影响列为发展对象');
  });

  it.each(['talkRecord', 'trainingRecord', 'noticeRecord'] as const)(
    'a blank %s names nobody',
    async (report) => {
      const cells = await cellsOf(report);
      expect(cells.get('姓名')).toBe('');
      expect([...cells.values()].join('')).not.toMatch(/联甲|2025|2026/);
    },
  );

  it('全程纪实表 prints the end of probation as the unit set it (rules §2 PROBATION-1Y)', async () => {
    open = await openTestDesk([{ table: 'people', record: { id: 'p', name: '测一', dossier } }]);
    const { desk } = open;
    const asked = { report: 'dossierRecord', personId: 'p', outputMode: 'internal' } as const;
    const notes = async () => valueOf(await reportTable(desk, asked)).notes;
    expect(await notes()).toContain('预备期：2026-11-02 至 2027-11-01。');
    valueOf(await saveSettings(desk, { printedProbationEnd: 'confirmableDay' }));
    expect(await notes()).toContain('预备期：2026-11-02 至 2027-11-02。');
  });

  it('a person who is not there is a failure, not a blank form', async () => {
    open = await openTestDesk();
    const asked = { report: 'talkRecord', personId: 'nobody', outputMode: 'internal' } as const;
    expect(await reportTable(open.desk, asked)).toMatchObject({ ok: false });
  });
});

describe('lists of the year', () => {
  it('the plan and what was admitted, by month', async () => {
    open = await openTestDesk([{ table: 'people', record: { id: 'p', name: '测一', dossier } }]);
    const asked = { report: 'quotaRecord', outputMode: 'internal' } as const;
    const { rows, notes } = valueOf(await reportTable(open.desk, asked));
    expect(rows[0]?.cells).toEqual(['总计', '0', '1', '—', '0', '0.0%', '0', '—']);
    expect(notes[0]).toContain('11 月 1');
  });

  it('blocks passed over, with rule and reason', async () => {
    const cells = await cellsOf('overrideList');
    expect(cells.get('1')).toContain('测一');
    expect(cells.get('1')).toContain('样例原因');
    expect(cells.get('1')).toContain('《细则》第十九条');
  });
});
