import { describe, expect, it } from 'vitest';
import { closingProblem, taskState, type TaskScene } from '../../../src/core/coverage/gap-tasks';
import type { GapTask } from '../../../src/core/records/work';

const today = '2026-11-23';
const scene = (facts: Partial<TaskScene> = {}): TaskScene => ({
  today,
  gapKeys: new Set(['BLANK:甲']),
  states: new Map([
    ['甲', 'blank'],
    ['乙', 'joint'],
  ]),
  ...facts,
});
const task = (facts: Partial<GapTask> = {}): GapTask => ({
  id: 't',
  rule: 'BLANK',
  organizationId: '甲',
  ...facts,
});

describe('动态销号', () => {
  it.each([
    { facts: {}, state: 'open', because: 'the gap is there' },
    { facts: { dueOn: today }, state: 'open', because: 'today is in time' },
    { facts: { dueOn: '2026-11-22' as const }, state: 'overdue', because: 'the day is past' },
    { facts: { organizationId: '乙' }, state: 'vanished', because: 'the gap is found no more' },
    { facts: { closedOn: today }, state: 'closed', because: 'closed is closed' },
    {
      facts: { rule: 'UNION-PLAN', organizationIds: ['甲', '乙'] as string[] },
      state: 'open',
      because: 'one of the plan is not built yet',
    },
    {
      facts: { rule: 'UNION-PLAN', organizationIds: ['乙'] as string[] },
      state: 'vanished',
      because: 'all of the plan are built',
    },
  ] as const)('$state: $because', ({ facts, state }) => {
    expect(taskState(task(facts), scene())).toBe(state);
  });

  it('an open gap is closed on written evidence only, a vanished one without', () => {
    expect(closingProblem('open', '  ')).toContain('依据');
    expect(closingProblem('overdue', '批复〔2026〕3 号')).toBeUndefined();
    expect(closingProblem('vanished', '')).toBeUndefined();
    expect(closingProblem('closed', '再来')).toContain('已经销号');
  });
});
