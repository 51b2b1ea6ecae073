import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import type { UnitPlan } from './types';

const departments = ['区工商联', '区商务局', '区住建局', '区交通局', '区市场监管局', '区教育局'];

type Syncs = NonNullable<Organization['partySyncs']>;

/** Registration long ago, the inspection of each year; one in nine was inspected without party-building. */
function syncsOf(serial: number, today: CalendarDate): Syncs {
  const isLate = serial % 9 === 2;
  return [
    {
      kind: 'registration',
      on: addDays(today, -1900 - (serial % 700)),
      withParty: serial % 5 !== 0,
    },
    { kind: 'inspection', on: addDays(today, -560 - (serial % 40)), withParty: true },
    { kind: 'inspection', on: addDays(today, -190 - (serial % 40)), withParty: !isLate },
    ...(serial % 4 === 1
      ? [{ kind: 'evaluation' as const, on: addDays(today, -320), withParty: true, note: '3A 级' }]
      : []),
  ];
}

/** What a trade association has besides: its department, its council and the three acts in step. */
export function associationFacts(plan: UnitPlan, today: CalendarDate): Partial<Organization> {
  if (plan.trade.kind !== 'socialGroup') return {};
  const { serial } = plan;
  const department = departments[serial % departments.length];
  const isElectionLate = serial % 23 === 5;
  return {
    isIndustryAssociation: true,
    // One in fourteen has no department yet: 管行业也要管党建 has a gap to show.
    ...(serial % 14 === 3 || department === undefined ? {} : { industryDepartment: department }),
    councilTermYears: serial % 2 === 0 ? 5 : 4,
    councilElectedOn: addDays(today, isElectionLate ? -1900 : -40 - ((serial * 37) % 1400)),
    partySyncs: syncsOf(serial, today),
  };
}
