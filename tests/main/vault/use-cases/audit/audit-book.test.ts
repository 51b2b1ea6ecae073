import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../../../src/core/records/person';
import { auditRoster } from '../../../../../src/main/vault/use-cases/audit/audit-book';
import { listFindings } from '../../../../../src/main/vault/use-cases/audit/audit-findings';
import { settleFinding } from '../../../../../src/main/vault/use-cases/audit/settle-finding';
import { getPerson, getSharedFindings } from '../../../../../src/main/vault/use-cases/person-view';
import { savePersonFacts } from '../../../../../src/main/vault/use-cases/save-person';
import { saveSettings } from '../../../../../src/main/vault/use-cases/settings';
import { openTestDesk, valueOf, type TestDesk } from '../../../../support/desk-kit';

const late: Person = {
  id: 'p1',
  name: '测一',
  dossier: { appliedOn: '2026-08-03', receivedOn: '2026-08-03', talkedOn: '2026-09-10' },
};
const prompt: Person = {
  id: 'p2',
  name: '样二',
  dossier: { appliedOn: '2026-08-03', receivedOn: '2026-08-03', talkedOn: '2026-08-10' },
};
const people = (...records: Person[]) =>
  records.map((record) => ({ table: 'people' as const, record }));

let open: TestDesk;
afterEach(() => open.close());
const rulesOf = (findings: readonly { rule: string }[] | undefined) =>
  findings?.map(({ rule }) => rule) ?? [];

describe('the audit of the roster', () => {
  it('holds what is not clear of every dossier, and nobody without one', async () => {
    open = await openTestDesk(people(late, prompt, { id: 'p3', name: '例三' }));
    const book = await auditRoster(open.desk);
    expect([...book.keys()]).toEqual(['p1', 'p2']);
    expect(rulesOf(book.get('p1'))).toContain('TALK-1M');
    expect(rulesOf(book.get('p2'))).not.toContain('TALK-1M');
    expect([...book.values()].flat().every(({ verdict }) => verdict !== 'clear')).toBe(true);
  });

  it('judges an edited dossier anew and leaves the findings of the others as they were', async () => {
    open = await openTestDesk(people(late, prompt));
    const before = await auditRoster(open.desk);
    const untouched = before.get('p2');
    valueOf(
      savePersonFacts(open.desk, { id: 'p1', patch: { talkedOn: '2026-08-20' }, clears: [] }),
    );
    const after = await auditRoster(open.desk);
    expect(rulesOf(after.get('p1'))).not.toContain('TALK-1M');
    expect(after.get('p2')).toBe(untouched);
  });

  it('is made anew when the rulebook boundary moves or the day turns', async () => {
    open = await openTestDesk(
      people({
        id: 'p1',
        name: '测一',
        dossier: { preReviewedOn: '2026-06-01', meeting: { on: '2026-07-20' } },
      }),
    );
    expect(rulesOf((await auditRoster(open.desk)).get('p1'))).toContain('MEET-1M');
    valueOf(await saveSettings(open.desk, { rulebookBoundaryOn: '2026-09-01' }));
    expect(rulesOf((await auditRoster(open.desk)).get('p1'))).not.toContain('MEET-1M');
    open.setToday('2027-06-01');
    expect(rulesOf((await auditRoster(open.desk)).get('p1'))).toContain('APPROVE-3M');
  });

  it('tells its progress and takes the words away at the end', async () => {
    open = await openTestDesk(people(late, prompt));
    await auditRoster(open.desk);
    expect(open.progress[0]).toMatchObject({ words: expect.stringContaining('正在核查档案') });
    expect(open.progress.at(-1)).toBeNull();
  });
});

describe('what only the other dossiers show (C02, C82), on the page of one person', () => {
  const twin = (id: string): Person => ({
    ...late,
    id,
    idNumber: '110101199003070011',
    dossier: { ...late.dossier, membershipFormNumber: '一二三' },
  });
  const asked = async (id: string, waits = false) =>
    valueOf(await getSharedFindings(open.desk, { id, waits }));

  it('is what the audit of the roster says beside the own findings', async () => {
    open = await openTestDesk(people(twin('p1'), twin('p2'), { ...prompt, id: 'p3' }));
    const found = await asked('p1');
    expect(found.isKnown).toBe(true);
    expect(rulesOf(found.findings).sort()).toEqual(['C02', 'C82']);
    expect((await asked('p2')).findings).toHaveLength(2);
    const own = valueOf(getPerson(open.desk, { id: 'p1' })).findings.filter(
      ({ verdict }) => verdict !== 'clear',
    );
    const whole = (await auditRoster(open.desk)).get('p1');
    expect([...rulesOf(own), ...rulesOf(found.findings)]).toEqual(rulesOf(whole));
  });

  it('is explained like any other, until what is compared changes', async () => {
    open = await openTestDesk(people(twin('p1'), twin('p2')));
    const named = async (state: 'open' | 'settled') => {
      const filter = { personId: 'p1', rule: 'C82', state };
      const range = { offset: 0, limit: 50 };
      return valueOf(await listFindings(open.desk, { filter, range })).rows.length;
    };
    const ofForm = async () => (await asked('p1')).findings.find(({ rule }) => rule === 'C82');
    const facts = (await ofForm())?.facts ?? '';
    const explanation = '两份志愿书编号誊写有误，已向上级报告';
    valueOf(await settleFinding(open.desk, { personId: 'p1', rule: 'C82', facts, explanation }));
    expect((await ofForm())?.explanation).toBe(explanation);
    expect([await named('open'), await named('settled')]).toEqual([0, 1]);
    const other = { personId: 'p1', rule: 'C82', facts: '别的事实', explanation };
    expect(await settleFinding(open.desk, other)).toMatchObject({ ok: false });
  });

  it('goes with what caused it', async () => {
    open = await openTestDesk(people(twin('p1'), twin('p2')));
    await asked('p1');
    valueOf(
      savePersonFacts(open.desk, { id: 'p2', patch: { membershipFormNumber: '四' }, clears: [] }),
    );
    expect(rulesOf((await asked('p1')).findings)).toEqual(['C02']);
  });

  it('is left out while the roster is large and not judged yet, unless somebody waits for it', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...prompt, id: `q${index}` }));
    open = await openTestDesk(people(twin('p1'), twin('p2'), ...many));
    expect(await asked('p1')).toEqual({ findings: [], isKnown: false });
    expect((await asked('p1', true)).findings.length).toBeGreaterThan(0);
    expect((await asked('p2')).isKnown).toBe(true);
  });
});
