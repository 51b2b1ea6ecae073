import { afterEach, describe, expect, it } from 'vitest';
import { openActs, saveAct } from '../../../../src/main/vault/use-cases/dossier/acts';
import { listOverrides } from '../../../../src/main/vault/use-cases/dossier/overrides';
import { dossierPath } from '../../../../src/main/vault/use-cases/dossier/path';
import { stepGate, takeStep } from '../../../../src/main/vault/use-cases/dossier/take-step';
import { undoLatest } from '../../../../src/main/vault/use-cases/history';
import { getPerson } from '../../../../src/main/vault/use-cases/person-view';
import type { Dossier } from '../../../../src/core/records/dossier';
import { openTestDesk, valueOf, type TestDesk } from '../../../support/desk-kit';

const target: Dossier = {
  appliedOn: '2025-06-02',
  talkedOn: '2025-06-20',
  activistOn: '2025-09-10',
  mentors: [{ name: '联甲', isFullMember: true, from: '2025-09-10' }],
  reviewedOn: ['2026-03-09', '2026-09-08'],
  targetDiscussedOn: '2026-09-10',
  targetAgreedOn: '2026-09-14',
  notice: { from: '2026-09-15', until: '2026-09-21' },
  developmentTargetOn: '2026-09-22',
  introducers: [{ name: '联甲' }, { name: '联乙' }],
  politicalReview: { on: '2026-10-09', result: '合格' },
  training: { from: '2026-10-12', until: '2026-10-13', days: 2, hours: 16 },
  committeeReviewedOn: '2026-10-20',
};

let open: TestDesk | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});
async function deskWith(dossier: Dossier): Promise<TestDesk> {
  open = await openTestDesk([{ table: 'people', record: { id: 'p', name: '测一', dossier } }]);
  return open;
}
const dossierOf = ({ desk }: TestDesk) => desk.read('people', 'p')?.dossier;

describe('acts beside the 25 steps', () => {
  it('returned to activist: recorded with its paper, told in the path, taken back by undo (rules §1.1)', async () => {
    const made = await deskWith(target);
    const { desk } = made;
    const { acts, operator } = valueOf(openActs(desk, { id: 'p', on: '2026-11-02' }));
    expect(acts.map(({ kind }) => kind)).toContain('returnedToActivist');
    expect(acts.map(({ kind }) => kind)).not.toContain('probationExtended');
    expect(acts.every(({ group }) => group !== '')).toBe(true);
    const event = {
      kind: 'returnedToActivist',
      on: '2026-11-02',
      reason: '样例',
      operator,
    } as const;
    valueOf(saveAct(desk, { id: 'p', event }));
    const view = valueOf(getPerson(desk, { id: 'p' }));
    expect(view.stage).toBe('activist');
    expect(view.stageWords).toBe('积极分子，退回积极分子');
    expect(view.nextStep?.step).toBe(7);
    const { lines } = valueOf(dossierPath(desk, { id: 'p' }));
    expect(lines.at(-1)).toMatchObject({
      on: '2026-11-02',
      words: '退回积极分子继续培养',
      operator: '办理员甲',
      event: 0,
      lacks: ['决定机构'],
    });
    expect(lines.find(({ words }) => words === '列为发展对象')?.isUndone).toBe(true);
    expect(dossierOf(made)?.developmentTargetOn).toBe('2026-09-22');
    valueOf(undoLatest(desk));
    expect(dossierOf(made)).toEqual(target);
  });

  it('what an act lacked is completed in its place', async () => {
    const made = await deskWith(target);
    const { desk } = made;
    const event = { kind: 'onHold', on: '2026-11-02', reason: '样例' } as const;
    valueOf(saveAct(desk, { id: 'p', event }));
    valueOf(saveAct(desk, { id: 'p', event: { ...event, body: '样例党支部' }, index: 0 }));
    expect(dossierOf(made)?.events).toEqual([{ ...event, body: '样例党支部' }]);
    expect(valueOf(dossierPath(desk, { id: 'p' })).sentence).toBe('发展对象，暂缓');
    const other = saveAct(desk, {
      id: 'p',
      event: { kind: 'resumed', on: '2026-11-03' },
      index: 0,
    });
    expect(other).toMatchObject({ ok: false, failure: { code: 'C-110' } });
  });

  it('what is not open that day, or lies ahead, is refused with words', async () => {
    const { desk } = await deskWith(target);
    const extended = { kind: 'probationExtended', on: '2026-11-02', months: 6 } as const;
    const refused = saveAct(desk, { id: 'p', event: extended });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'C-110' } });
    const ahead = saveAct(desk, { id: 'p', event: { kind: 'onHold', on: '2026-11-24' } });
    expect(ahead).toMatchObject({ ok: false, failure: { code: 'C-110' } });
  });

  it('the past is judged as of the past: a rejected vote before the acceptance that followed', async () => {
    const { desk } = await deskWith({
      ...target,
      preReviewedOn: '2026-10-26',
      meeting: { on: '2026-11-10' },
    });
    const event = { kind: 'meetingRejected', on: '2026-10-28', reason: '样例' } as const;
    valueOf(saveAct(desk, { id: 'p', event }));
    expect(valueOf(getPerson(desk, { id: 'p' })).stageWords).toBe('发展对象，待审批');
  });

  it('a new application begins a round of its own and keeps the one before', async () => {
    const { desk } = await deskWith({
      ...target,
      events: [{ kind: 'applicationWithdrawn', on: '2026-11-02', reason: '样例' }],
    });
    valueOf(saveAct(desk, { id: 'p', event: { kind: 'reApplied', on: '2026-11-20' } }));
    const person = desk.read('people', 'p');
    expect(person?.formerDossiers?.[0]?.developmentTargetOn).toBe('2026-09-22');
    expect(person?.dossier).toMatchObject({ appliedOn: '2026-11-20' });
    expect(person?.dossier?.activistOn).toBeUndefined();
    const view = valueOf(getPerson(desk, { id: 'p' }));
    expect(view.stage).toBe('applicant');
    expect(view.nextStep?.step).toBe(2);
    const { lines } = valueOf(dossierPath(desk, { id: 'p' }));
    expect(lines.filter(({ words }) => words === '递交入党申请书')).toHaveLength(2);
  });
});

describe('taking a step', () => {
  const step = {
    id: 'p',
    step: 13,
    on: '2026-10-26',
    patch: { preReviewedOn: '2026-10-26' },
    clears: [],
  } as const;
  const input = { ...step, clears: [] as string[] };

  it('a block asks for a reason, which is recorded and listed (26#17)', async () => {
    const made = await deskWith(target);
    const { desk } = made;
    const { items } = valueOf(stepGate(desk, input));
    expect(items[0]).toMatchObject({ state: 'blocks', rule: 'TRAIN-3D24H' });
    expect(items[0]?.citation.article).toBe('《细则》第十七条');
    const refused = takeStep(desk, input);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'C-109' } });
    expect(dossierOf(made)).toEqual(target);
    valueOf(takeStep(desk, { ...input, reason: '个别特殊情况，样例' }));
    expect(dossierOf(made)).toMatchObject({
      preReviewedOn: '2026-10-26',
      overrides: [{ rule: 'TRAIN-3D24H', reason: '个别特殊情况，样例', on: '2026-11-23' }],
    });
    const { rows } = valueOf(listOverrides(desk, { range: { offset: 0, limit: 20 } }));
    expect(rows).toMatchObject([{ personName: '测一', rule: 'TRAIN-3D24H' }]);
    const next = {
      ...input,
      step: 15,
      on: '2026-11-02',
      patch: { meeting: { on: '2026-11-02' } },
    } as const;
    const asked = valueOf(stepGate(desk, { ...next, clears: [] }));
    expect(asked.earlierReason).toBe('个别特殊情况，样例');
  });

  it('without a block no reason is recorded, and a day ahead is refused', async () => {
    const made = await deskWith({ ...target, training: { until: '2026-10-14', days: 3 } });
    valueOf(takeStep(made.desk, { ...input, reason: '多余' }));
    expect(dossierOf(made)?.overrides).toBeUndefined();
    const ahead = takeStep(made.desk, { ...input, on: '2026-11-24' });
    expect(ahead).toMatchObject({ ok: false, failure: { code: 'C-109' } });
  });

  it('a step taken again keeps the round before whole', async () => {
    const events = [{ kind: 'returnedToActivist', on: '2026-10-25', reason: '样例' }] as const;
    const made = await deskWith({ ...target, events: [...events] });
    valueOf(
      takeStep(made.desk, {
        ...input,
        step: 7,
        on: '2026-11-02',
        patch: { targetDiscussedOn: '2026-11-02' },
      }),
    );
    expect(dossierOf(made)).toMatchObject({ targetDiscussedOn: '2026-11-02' });
    expect(dossierOf(made)?.developmentTargetOn).toBeUndefined();
    expect(made.desk.read('people', 'p')?.formerDossiers?.[0]).toEqual({ ...target, events });
  });
});
