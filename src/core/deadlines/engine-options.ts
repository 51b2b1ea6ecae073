import type { CalendarDate } from '../calendar/calendar-date';
import type { Settings } from '../records/settings';
import { rulebooksWithBoundary } from '../regulations/rulebooks';
import type { EngineOptions } from './types';

/** Settings that change what the law says here; whatever is not stated is as in a new ledger. */
export type EngineSettings = {
  readonly [
    Name in
      | 'rulebookBoundaryOn'
      | 'workingDayOverrides'
      | 'countsPostingDay'
      | 'rollsOverHolidays'
      | 'reviewMode'
      | 'localOverlay'
      | 'confirmedRules'
  ]?: Settings[Name] | undefined;
};

/** The one way from settings to the engine, for the desk and for inspect. */
export function engineOptions(settings: EngineSettings, today: CalendarDate): EngineOptions {
  const { rulebookBoundaryOn, workingDayOverrides, localOverlay } = settings;
  const { countsPostingDay, rollsOverHolidays, reviewMode, confirmedRules } = settings;
  return {
    today,
    ...(rulebookBoundaryOn === undefined
      ? {}
      : { rulebooks: rulebooksWithBoundary(rulebookBoundaryOn) }),
    ...(workingDayOverrides === undefined ? {} : { calendar: { overrides: workingDayOverrides } }),
    ...(countsPostingDay === undefined ? {} : { countsPostingDay }),
    ...(rollsOverHolidays === undefined ? {} : { rollsOverHolidays }),
    ...(reviewMode === undefined ? {} : { reviewMode }),
    ...(localOverlay === undefined ? {} : { overlay: localOverlay }),
    ...(confirmedRules === undefined
      ? {}
      : { confirmedRules: confirmedRules.map(({ rule }) => rule) }),
  };
}
