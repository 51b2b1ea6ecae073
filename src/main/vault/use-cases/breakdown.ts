import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import {
  breakDown,
  type BreakdownPair,
  type BreakdownPlaces,
} from '../../../core/coverage/breakdown';
import { indicatorRules } from '../../../core/coverage/indicator-data';
import { percentOf } from '../../../core/coverage/percent';
import { isInColumn, tallyUnits } from '../../../core/coverage/tally';
import type { CoverageTally } from '../../../core/coverage/types';
import { failed } from '../../../contract/failure-words';
import type { Desk } from './desk';

/** Names of places for the parts of a breakdown. */
export function placesOf(desk: Desk, asOf: CalendarDate = desk.today): BreakdownPlaces {
  const { carriers } = desk.reference;
  return {
    areas: (id) => desk.placeOn(id, asOf),
    carriers: (id) => carriers.get(id),
  };
}

export function coverageBreakdown(
  desk: Desk,
  { by, indicator, asOf }: VaultInput<'coverage.breakdown'>,
): Result<VaultOutput<'coverage.breakdown'>> {
  const rule = indicatorRules.find(({ id }) => id === indicator);
  if (rule === undefined) return failed('C-103');
  const { definitions } = desk;
  const pairs = desk.coverage(asOf ?? desk.today).units.flatMap((unit): BreakdownPair[] => {
    if (unit.exclusion !== undefined || !isInColumn(unit, rule.over)) return [];
    const organization = desk.reference.organizations.get(unit.id);
    return organization === undefined ? [] : [{ unit, organization }];
  });
  const figure = (tally: CoverageTally) => {
    const numerator = rule.numerator(tally, definitions);
    const denominator = rule.denominator(tally);
    return {
      units: tally.units,
      numerator,
      denominator,
      percent: percentOf(numerator, denominator),
    };
  };
  const rows = breakDown(by, pairs, { places: placesOf(desk, asOf), definitions });
  const whole = tallyUnits(
    pairs.map(({ unit }) => unit),
    definitions,
  );
  return {
    ok: true,
    value: {
      rows: rows.map(({ key, words, tally }) => ({ key, words, ...figure(tally) })),
      total: figure(whole),
    },
  };
}
