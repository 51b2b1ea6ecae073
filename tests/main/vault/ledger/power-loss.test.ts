import { expect, it } from 'vitest';
import { reportFigures } from '../../../support/torture/report';
import { cleanVerdict, sufferPowerLoss } from '../../../support/torture/power-loss';

/** security.md §5 R2, the small size; `npm run torture` takes any. */
const states = Number(process.env['TORTURE_POWERLOSS'] ?? 3_000);

it(
  `keeps every acknowledged act through ${states} power losses, and never cries damage`,
  { timeout: 900_000 },
  async () => {
    const { cases, acknowledged, ...found } = await sufferPowerLoss(states);
    reportFigures({
      cases,
      acknowledged,
      lost: found.lost,
      silent: found.ghosts,
      falseAlarms: found.falseAlarms + found.refused,
    });
    expect(cases).toBe(states);
    expect(acknowledged).toBeGreaterThan(states);
    const { cases: _cases, acknowledged: _acknowledged, ...clean } = cleanVerdict();
    expect({ ...found, problems: found.problems.slice(0, 5) }).toEqual(clean);
  },
);
