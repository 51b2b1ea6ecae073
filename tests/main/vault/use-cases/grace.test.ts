import { afterEach, describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../../src/core/calendar/calendar-date';
import { explainDeadline } from '../../../../src/main/vault/use-cases/explain-deadline';
import { getPerson } from '../../../../src/main/vault/use-cases/person-view';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

let open: TestDesk;
afterEach(() => open.close());

/** Today is 2026-11-23. */
async function bothPlaces(activistOn: CalendarDate, reviewedOn: CalendarDate[] = []) {
  const dossier = { activistOn, reviewedOn };
  open = await openTestDesk([{ table: 'people', record: { id: 'p1', name: '测一', dossier } }]);
  const { findings } = valueOf(getPerson(open.desk, { id: 'p1' }));
  const finding = findings.find(({ rule }) => rule === 'OBSERVE-6M');
  const deadline = valueOf(explainDeadline(open.desk, { id: 'p1', rule: 'OBSERVE-6M' }));
  return { finding, deadline };
}

describe('a 半年考察 that is late (rules §2 OBSERVE-6M, grace 15 days)', () => {
  test('is within its grace on both places of the page, until the same day', async () => {
    const { finding, deadline } = await bothPlaces('2026-05-12');
    expect(finding).toMatchObject({
      verdict: 'clear',
      message:
        '第一次半年考察最晚应在 2026-11-12，至今未办，已超期 11 天，在宽限期内（至 2026-11-27），暂不作为问题。',
    });
    expect(deadline).toMatchObject({ status: 'overdue', days: -11 });
    expect(deadline.grace).toBe('在宽限期内（至 2026-11-27）');
  });

  test('is so on the fifteenth day', async () => {
    const { finding, deadline } = await bothPlaces('2026-05-08');
    expect([finding?.verdict, deadline.grace]).toEqual(['clear', '在宽限期内（至 2026-11-23）']);
  });

  test.each<[CalendarDate, string]>([
    ['2026-05-07', 'verify'],
    ['2026-04-23', 'unreasonable'],
  ])('is a problem on both from the sixteenth on (%s)', async (activistOn, verdict) => {
    const { finding, deadline } = await bothPlaces(activistOn);
    expect([finding?.verdict, deadline.grace]).toEqual([verdict, undefined]);
    expect(finding?.message).not.toContain('宽限');
  });

  test('has no grace before it is due', async () => {
    const { deadline } = await bothPlaces('2026-06-01');
    expect(deadline.grace).toBeUndefined();
  });
});
