import { dueBuckets, type DueBucket, type HomeOverview } from '../../../contract/desk-work';
import type { Result } from '../../../contract/common';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import { addDays, endOfWeek } from '../../../core/calendar/arithmetic';
import { toDayNumber } from '../../../core/calendar/day-number';
import { absent } from '../../../core/deadlines/packed';
import { personFlags, stageCode } from '../columns/people-columns';
import { externalDays } from './care/backups';
import { readCare } from './care/care-state';
import type { Desk } from './desk';
import { duePlaces } from './due-places';
import { silentKeys } from './snoozes';
import { indicatorView } from './coverage';
import { workIndicator } from './indicator-reading';
import { plannedTotal, usedPlaces } from './planning/quota';

const shownPerGroup = 12;
const daysAhead = 30;
const pipelineStages = [
  'applicant',
  'activist',
  'developmentTarget',
  'probationaryMember',
] as const;

export function homeOverview(desk: Desk): Result<HomeOverview> {
  const { today } = desk;
  const places = duePlaces(desk);
  const { indicators, tallies } = desk.coverage();
  const wanted = ['organizationCoverage', workIndicator(desk), 'siteWorkCoverage'];
  return {
    ok: true,
    value: {
      today,
      groups: dueBuckets.map((bucket) => ({
        bucket,
        total: places[bucket].length,
        ...bucketDays(bucket, today),
        items: places[bucket].items(0, shownPerGroup),
      })),
      snoozed: silentKeys(desk).size,
      coverage: {
        indicators: indicators.filter(({ id }) => wanted.includes(id)).map(indicatorView),
        shouldBuild: tallies.legal.shouldBuildNone,
        blank: tallies.legal.blank,
      },
      pipeline: pipelineStages.map((stage) => ({ stage, ...stageCount(desk, stage) })),
      quota: quotaUse(desk),
      quality: quality(desk),
      ledger: ledgerState(desk),
    },
  };
}

export function listDeadlines(
  desk: Desk,
  { bucket, range }: VaultInput<'deadlines.list'>,
): Result<VaultOutput<'deadlines.list'>> {
  const places = duePlaces(desk)[bucket];
  return {
    ok: true,
    value: {
      rows: places.items(range.offset, range.limit),
      total: places.length,
    },
  };
}

function bucketDays(bucket: DueBucket, today: HomeOverview['today']) {
  const sunday = endOfWeek(today);
  switch (bucket) {
    case 'overdue':
      return { from: null, until: null };
    case 'thisWeek':
      return { from: today, until: sunday };
    case 'within30':
      return { from: addDays(sunday, 1), until: addDays(today, daysAhead) };
  }
}

const yearDays = 365;

function stageCount(desk: Desk, stage: (typeof pipelineStages)[number]) {
  const { people, bounds } = desk;
  const code = stageCode(stage);
  let count = 0;
  let overOneYear = 0;
  for (let row = 0; row < people.count; row += 1) {
    if (
      people.stage[row] !== code ||
      ((people.flags[row] ?? 0) & (personFlags.retired | personFlags.closed)) !== 0
    )
      continue;
    count += 1;
    const since = people.since[row] ?? absent;
    if (since !== absent && bounds.today - since > yearDays) overOneYear += 1;
  }
  return { count, overOneYear };
}

/** Accepted in the year by the accepting meeting; in progress = listed as 发展对象 and not yet accepted. */
function quotaUse(desk: Desk): HomeOverview['quota'] {
  const year = Number(desk.today.slice(0, 4));
  const planned = plannedTotal(desk, year);
  if (planned === undefined) return null;
  let admitted = 0;
  let inProgress = 0;
  for (const { month } of usedPlaces(desk, year)) {
    if (month === undefined) inProgress += 1;
    else admitted += 1;
  }
  return { year, planned, admitted, inProgress };
}

const staleDays = 90;

function quality(desk: Desk): HomeOverview['quality'] {
  const { people, today } = desk;
  let noIdNumber = 0;
  let monthOnly = 0;
  for (let row = 0; row < people.count; row += 1) {
    const flags = people.flags[row] ?? 0;
    if ((flags & personFlags.retired) !== 0 || (flags & personFlags.hasDossier) === 0) continue;
    if ((flags & personFlags.noIdNumber) !== 0) noIdNumber += 1;
    if ((flags & personFlags.monthOnlyDate) !== 0) monthOnly += 1;
  }
  const oldest = toDayNumber(addDays(today, -staleDays));
  const { packed, verified, staffKnown } = desk.units.rows;
  let noHeadcount = 0;
  let unverified = 0;
  for (let row = 0; row < packed.length; row += 1) {
    if (staffKnown[row] === 0) noHeadcount += 1;
    if ((verified[row] ?? absent) < oldest) unverified += 1;
  }
  return [
    { label: '身份证号缺失', count: noIdNumber, unit: '人' },
    { label: '日期只到月份', count: monthOnly, unit: '人' },
    {
      label: '从业人数不详的单位',
      count: noHeadcount,
      unit: '家',
    },
    {
      label: '单位状态超 90 天未核',
      count: unverified,
      unit: '家',
    },
  ];
}

function ledgerState(desk: Desk): HomeOverview['ledger'] {
  const { ledger, people, units } = desk;
  const records = people.count + units.rows.packed.length + desk.terms.due.length;
  return {
    records,
    changes: ledger.sequence,
    lastChangeAt: null,
    check: readCare(desk)?.lastCheck ?? null,
    daysWithoutExternal: externalDays(desk),
    isReadOnly: ledger.failure !== undefined,
  };
}
