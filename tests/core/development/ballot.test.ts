import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findContradictions, readBallot } from '../../../src/core/development/ballot';
import type { Ballot } from '../../../src/core/records/dossier';

describe('到会和赞成 both over half of 应到 (14#20–21, 26#19–20)', () => {
  it.each<[string, Ballot, boolean, boolean]>([
    ['TC67', { should: 23, present: 18, yes: 12 }, true, true],
    ['TC69 恰好半数', { should: 24, present: 18, yes: 12 }, true, false],
    ['TC71', { should: 16, present: 9, yes: 9 }, true, true],
    ['TC73', { should: 15, present: 8, yes: 8 }, true, true],
    ['TC75', { should: 30, present: 16, yes: 16 }, true, true],
    ['TC79 书面意见', { should: 20, present: 11, yes: 8, written: { yes: 3 } }, true, true],
    ['TC81 留党察看不计应到', { should: 20, present: 11, yes: 11 }, true, true],
    ['TC85', { should: 3, present: 2, yes: 2 }, true, true],
    ['到会恰好半数', { should: 16, present: 8, yes: 8 }, false, false],
    ['书面意见不算到会', { should: 20, present: 10, yes: 10, written: { yes: 5 } }, false, true],
  ])('%s: %j', (_id, ballot, hasQuorum, isPassed) => {
    expect(readBallot(ballot)).toMatchObject({ hasQuorum, isPassed });
  });

  it('a count that is missing is not known, neither passed nor failed', () => {
    expect(readBallot({ present: 9, yes: 9 })).toMatchObject({
      hasQuorum: undefined,
      isPassed: undefined,
    });
  });

  it('passing needs one vote more than half, whatever the size of the branch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (should) => {
        const needed = Math.floor(should / 2) + 1;
        expect(readBallot({ should, present: should, yes: needed }).isPassed).toBe(true);
        expect(readBallot({ should, present: should, yes: needed - 1 }).isPassed).toBe(false);
      }),
    );
  });
});

describe('counts that contradict each other', () => {
  it.each<[string, Ballot, string]>([
    ['TC77① 实到大于应到', { should: 10, present: 11 }, '实到 11 人大于应到 10 人'],
    ['TC77② AC23', { present: 10, yes: 6, no: 4, abstain: 3 }, '票数合计 13 大于实到 10'],
    ['TC77③ 应到为零', { should: 0 }, '应到人数为 0'],
    ['负数', { should: 10, present: 8, yes: -1 }, '票数中有负数'],
    ['赞成大于实到', { present: 8, yes: 9 }, '赞成 9 票大于实到 8'],
  ])('%s: %j', (_id, ballot, message) => {
    expect(findContradictions(ballot).map((one) => one.message)).toContain(message);
  });

  it('a vote with spoilt papers that adds up is in order', () => {
    const ballot = { should: 12, present: 10, yes: 7, no: 1, abstain: 1, invalid: 1 };
    expect(readBallot(ballot).isConsistent).toBe(true);
  });
});
