import { afterEach, describe, expect, it } from 'vitest';
import type { AuditRow } from '../../../../../src/contract/audit';
import { listFindings } from '../../../../../src/main/vault/use-cases/audit/audit-findings';
import { auditOverview } from '../../../../../src/main/vault/use-cases/audit/audit-overview';
import {
  draftExplanation,
  reopenFinding,
  settleFinding,
} from '../../../../../src/main/vault/use-cases/audit/settle-finding';
import { undoLatest } from '../../../../../src/main/vault/use-cases/history';
import { getPerson } from '../../../../../src/main/vault/use-cases/person-view';
import { savePersonFacts } from '../../../../../src/main/vault/use-cases/save-person';
import {
  openTestDesk,
  valueOf,
  type SeedRecord,
  type TestDesk,
} from '../../../../support/desk-kit';

const seed: readonly SeedRecord[] = [
  {
    table: 'partyOrganizations',
    record: { id: 'b1', name: '环岛商圈街区党支部', level: 'branch', form: 'regional' },
  },
  {
    table: 'people',
    record: {
      id: 'p1',
      name: '测一',
      branchId: 'b1',
      dossier: { appliedOn: '2026-08-03', receivedOn: '2026-08-03', talkedOn: '2026-09-10' },
    },
  },
];

let open: TestDesk;
afterEach(() => open.close());

async function talkFindings(state: 'open' | 'settled'): Promise<AuditRow[]> {
  const filter = { rule: 'TALK-1M', state };
  const range = { offset: 0, limit: 50 };
  return valueOf(await listFindings(open.desk, { filter, range })).rows;
}

async function settleTalk(): Promise<AuditRow> {
  const [row] = await talkFindings('open');
  if (row === undefined) throw new Error('no finding to settle');
  const { personId, rule, facts } = row;
  valueOf(
    await settleFinding(open.desk, { personId, rule, facts, explanation: '当月封控，未能成行' }),
  );
  return row;
}

describe('a settled finding', () => {
  it('leaves the open ones, keeps its explanation and lightens the verdict of the dossier', async () => {
    open = await openTestDesk(seed);
    const before = valueOf(await auditOverview(open.desk, {}));
    await settleTalk();
    expect(await talkFindings('open')).toEqual([]);
    const [settled] = await talkFindings('settled');
    expect(settled?.settlement).toMatchObject({
      explanation: '当月封控，未能成行',
      settledOn: '2026-11-23',
      settledBy: '办理员甲',
    });
    const after = valueOf(await auditOverview(open.desk, {}));
    expect(after.settled).toBe(before.settled + 1);
    expect(before.byVerdict.unreasonable).toBe(1);
    expect(after.byVerdict.unreasonable).toBe(0);
  });

  it('shows its explanation on the person’s own page', async () => {
    open = await openTestDesk(seed);
    await settleTalk();
    const { findings } = valueOf(getPerson(open.desk, { id: 'p1' }));
    const explained = findings.filter(({ explanation }) => explanation !== undefined);
    expect(explained).toMatchObject([{ rule: 'TALK-1M', explanation: '当月封控，未能成行' }]);
  });

  it('stays settled on another day and while other facts change', async () => {
    open = await openTestDesk(seed);
    await settleTalk();
    open.setToday('2027-02-01');
    valueOf(savePersonFacts(open.desk, { id: 'p1', patch: { talkedBy: '例廿二' }, clears: [] }));
    expect(await talkFindings('open')).toEqual([]);
  });

  it('comes back when the facts it was written about change', async () => {
    open = await openTestDesk(seed);
    await settleTalk();
    valueOf(
      savePersonFacts(open.desk, { id: 'p1', patch: { talkedOn: '2026-09-20' }, clears: [] }),
    );
    expect(await talkFindings('open')).toHaveLength(1);
    expect(await talkFindings('settled')).toEqual([]);
  });

  it('comes back when it is reopened, and when the settling is undone', async () => {
    open = await openTestDesk(seed);
    await settleTalk();
    const [settled] = await talkFindings('settled');
    valueOf(reopenFinding(open.desk, { settlementId: settled?.settlement?.id ?? '' }));
    expect(await talkFindings('open')).toHaveLength(1);
    await settleTalk();
    valueOf(undoLatest(open.desk));
    expect(await talkFindings('open')).toHaveLength(1);
  });

  it('is refused when the facts are no longer those on the screen', async () => {
    open = await openTestDesk(seed);
    const key = { personId: 'p1', rule: 'TALK-1M', facts: '收到入党申请书 2025-01-01' };
    expect(await settleFinding(open.desk, { ...key, explanation: '说明' })).toMatchObject({
      ok: false,
    });
  });
});

describe('情况说明', () => {
  it('names both dates, the article and the branch, and leaves the reason blank', async () => {
    open = await openTestDesk(seed);
    const [row] = await talkFindings('open');
    const { personId, rule, facts } = row ?? { personId: '', rule: '', facts: '' };
    const letter = valueOf(await draftExplanation(open.desk, { personId, rule, facts }));
    const text = letter.paragraphs.join('');
    for (const part of ['2026-08-03', '2026-09-10', '第七条', '2026 版', '____'])
      expect(text).toContain(part);
    expect(letter).toMatchObject({
      signature: '环岛商圈街区党支部（盖章）',
      dateLine: '2026年11月23日',
    });
  });
});

describe('the overview', () => {
  it('groups by what to repair and by branch, with the repair in words', async () => {
    open = await openTestDesk(seed);
    const { groups, branches, dossiers } = valueOf(await auditOverview(open.desk, {}));
    expect(dossiers).toBe(1);
    expect(groups.find(({ rule }) => rule === 'TALK-1M')).toMatchObject({
      unreasonable: 1,
      people: 1,
      repair: '尽快谈话；已超期的附情况说明',
    });
    expect(branches).toMatchObject([{ branchId: 'b1', branchName: '环岛商圈街区党支部' }]);
  });
});
