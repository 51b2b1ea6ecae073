import { describe, expect, it } from 'vitest';
import type { DossierFacts } from '../../../src/core/development/facts';
import { deriveStage, isClosed } from '../../../src/core/development/stage';

describe('the stage follows from the facts', () => {
  it.each<[string, DossierFacts['dossier'], string | undefined]>([
    ['nothing typed', {}, undefined],
    ['an application', { appliedOn: '2026-01-05' }, 'applicant'],
    ['a decision of the branch', { activistOn: '2026-03-05' }, 'activist'],
    [
      'the discussion of step 7 is not yet the listing',
      { activistOn: '2025-01-05', targetDiscussedOn: '2026-03-05' },
      'activist',
    ],
    ['the listing', { developmentTargetOn: '2026-03-05' }, 'developmentTarget'],
    [
      'an accepting meeting before the approval (26#25)',
      { meeting: { on: '2026-03-05' } },
      'developmentTarget',
    ],
    [
      'the approval',
      { meeting: { on: '2026-03-05' }, approvedOn: '2026-04-05' },
      'probationaryMember',
    ],
    ['the approved confirmation', { confirmationApprovedOn: '2026-04-05' }, 'fullMember'],
  ])('%s', (_title, dossier, stage) => {
    expect(deriveStage({ dossier }).stage).toBe(stage);
  });

  it('a roster stands in only where it says more than the facts', () => {
    const dossier = { activistOn: '2026-03-05' } as const;
    expect(deriveStage({ dossier, declaredStage: 'fullMember' }).stage).toBe('fullMember');
    expect(deriveStage({ dossier, declaredStage: 'applicant' })).toEqual({
      stage: 'activist',
      since: '2026-03-05',
    });
  });

  it('a closure of any kind ends what is due', () => {
    expect(isClosed({ dossier: { events: [{ kind: 'onHold' }] } })).toBe(true);
    expect(isClosed({ dossier: {} })).toBe(false);
  });
});
