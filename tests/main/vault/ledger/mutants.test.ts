import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../../support/bundle';
import { detectors, type DetectorName } from '../../../support/torture/detectors';
import { reportFigures } from '../../../support/torture/report';
import { isCaught, mutants, runDetector } from '../../../support/torture/mutants';

describe('the promises of the ledger, asked under its own runtime', () => {
  let script: string;
  beforeAll(async () => void (script = await bundleScript('torture/detect')));

  // Power loss has a test of its own, with more states.
  const asked = (Object.keys(detectors) as DetectorName[]).filter((name) => name !== 'powerLoss');
  it.each(asked)('%s: holds', { timeout: 60_000 }, (name) => {
    expect(runDetector(script, name)).toBe(0);
  });
});

describe('a ledger with one fault (security.md §5 R3)', () => {
  let seen = 0;
  afterAll(() =>
    reportFigures({
      cases: mutants.length,
      silent: mutants.length - seen,
      messages: `被发现 ${seen} 个`,
    }),
  );

  it.each(mutants.map((mutant, number) => ({ ...mutant, number })))(
    '$name: is seen by $detector',
    { timeout: 60_000 },
    async (mutant) => {
      const caught = await isCaught(mutant, mutant.number);
      seen += caught ? 1 : 0;
      expect(caught).toBe(true);
    },
  );
});
