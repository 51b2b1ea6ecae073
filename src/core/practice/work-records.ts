import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { GapTask, Instructor, Meeting, Quota, Request } from '../records/work';
import { fictionalName, fictionalPhone } from './fictional-identity';
import { streets } from './names-data';
import { streetId } from './place-records';
import { createRandom } from './random';
import type { Random } from './random';
import { riderMeetingId } from './told-rider';
import { storyDay } from './told-people';
import type { UnitPlan } from './types';

/** Instructors name their people beyond the range of the district's members, so no two share a name. */
const instructorNameSerial = 5_740;

function assignmentsOf(
  random: Random,
  units: readonly UnitPlan[],
  today: CalendarDate,
): Pick<Instructor, 'assignments' | 'visits'> {
  const assignments = units.map((unit) => ({
    organizationId: unit.id,
    from: addDays(today, -random.int(150, 700)),
  }));
  const visits = units.flatMap((unit) =>
    [0, 1].map((quarter) => ({
      organizationId: unit.id,
      on: addDays(today, -random.int(5, 80) - quarter * 90),
      note: random.pick(['了解党员情况', '送学上门', '协助建群团', '听取企业诉求']),
    })),
  );
  return { assignments, visits: visits.sort((left, right) => (left.on < right.on ? -1 : 1)) };
}

/** Every tenth district instructor has left a unit that nobody took over since. */
function endedAssignment(units: readonly UnitPlan[], index: number, today: CalendarDate) {
  const left = units[index * 7];
  if (index % 10 !== 3 || left === undefined) return [];
  return [{ organizationId: left.id, from: addDays(today, -700), until: addDays(today, -40) }];
}

/** Goes to the units of an absent colleague too: with 6 and 6 more than one may have (INSTR-LOAD). */
const standIn = 4;

/** 党建指导员 with the units they go to. */
export function instructorRecords(
  seed: number,
  units: readonly UnitPlan[],
  today: CalendarDate,
): Instructor[] {
  const random = createRandom(seed ^ 0x1575);
  const instructed = units
    .filter((unit) => unit.link === 'instructor')
    .sort((left, right) => left.street - right.street || left.serial - right.serial);
  const others = units.filter((unit) => unit.link === 'liaison' && unit.label === undefined);
  const count = Math.max(2, Math.round(units.length / 50));
  const share = Math.ceil(instructed.length / count);
  return Array.from({ length: count }, (_, index): Instructor => {
    const mine = instructed.slice(index * share, (index + 1) * share);
    const { assignments = [], visits = [] } = assignmentsOf(random, mine, today);
    const lent =
      index === standIn ? instructed.slice((index + 1) * share, (index + 2) * share) : [];
    return {
      id: `instructor-${String(index + 1).padStart(4, '0')}`,
      name: fictionalName(instructorNameSerial + index),
      kind: 'instructor',
      isFullTime: random.chance(0.3),
      dispatchLevel: random.pick(['区级', '街道级']),
      phone: fictionalPhone(70_000_000 + index),
      workUnit: random.pick(['演练区委社会工作部', '演练区市场监管局', '演练街道党建办']),
      position: random.pick(['科员', '四级主任科员', '党建专干']),
      isFullMember: true,
      visitFrequency: '每季度一次',
      visitCount: visits.length,
      assignments: [
        ...assignments,
        ...lent.map(({ id }) => ({ organizationId: id, from: addDays(today, -30) })),
        ...endedAssignment(others, index, today),
      ],
      visits,
    };
  });
}

type Asked = Pick<Request, 'content' | 'department'>;
const asked: readonly [Asked, ...Asked[]] = [
  { content: '员工子女暑期托管', department: '教育局' },
  { content: '园区公交末班太早', department: '交通局' },
  { content: '骑手进小区难', department: '住建局' },
  { content: '用工政策咨询', department: '人社局' },
  { content: '换电柜点位不足', department: '街道办事处' },
];
const askingGroups = ['外卖配送员', '快递员', '网约车司机'] as const;

/** Days to the due day of what is still open: two late, one this week, the rest with time in hand. */
const openDueIn = [-9, -3, 4, 33, 41, 47, 52, 58, 66, 71, 77, 83, 90, 96] as const;

/** 企业、群体诉求: two in three already answered, most within the day that was set. */
export function requestRecords(
  seed: number,
  units: readonly UnitPlan[],
  today: CalendarDate,
): Request[] {
  const random = createRandom(seed ^ 0x4e71);
  const count = Math.min(40, units.length);
  let stillOpen = 0;
  return Array.from({ length: count }, (_, index): Request => {
    const unit = units[random.int(0, units.length - 1)];
    const raisedOn = addDays(today, -random.int(15, 200));
    const isClosed = random.chance(0.66);
    const dueIn = isClosed ? undefined : openDueIn[stillOpen++ % openDueIn.length];
    const group = index % 7 === 3 ? askingGroups[index % askingGroups.length] : undefined;
    return {
      id: `request-${String(index + 1).padStart(4, '0')}`,
      ...(group !== undefined ? { group } : unit === undefined ? {} : { organizationId: unit.id }),
      ...random.pick(asked),
      raisedOn,
      dueOn: dueIn === undefined ? addDays(raisedOn, 20) : addDays(today, dueIn),
      ...(isClosed ? { closedOn: addDays(raisedOn, 7), outcome: '已办结并回访' } : {}),
    };
  });
}

/** 年度发展计划 by street: a few more places than have been used. */
export function quotaRecords(today: CalendarDate, accepted: number): Quota[] {
  const total = accepted + 9;
  const share = Math.floor(total / streets.length);
  return streets.map((_, street) => ({
    id: `quota-${String(street + 1).padStart(2, '0')}`,
    year: Number(today.slice(0, 4)),
    areaId: streetId(street),
    count: street === 0 ? total - share * (streets.length - 1) : share,
  }));
}

interface ToldTask {
  readonly unit: string;
  readonly rule: string;
  readonly owner: string;
  readonly dueIn: number;
}

const toldTasks: readonly ToldTask[] = [
  { unit: '设辛广告有限公司', rule: 'BLANK', owner: '办理员甲', dueIn: 4 },
  { unit: '拟己供应链有限公司', rule: 'ORG-3', owner: '办理员甲', dueIn: 7 },
  { unit: '仿甲精密制造有限公司', rule: 'ORG-3', owner: '办理员丙', dueIn: 17 },
];

/** Gaps somebody answers for; the three the pictures leave open stay open. */
export function gapTaskRecords(units: readonly UnitPlan[], today: CalendarDate): GapTask[] {
  const openedOn = addDays(today, -20);
  const told = toldTasks.flatMap(({ unit, rule, owner, dueIn }) => {
    const plan = units.find(({ name }) => name === unit);
    if (plan === undefined) return [];
    return [{ rule, organizationId: plan.id, owner, openedOn, dueOn: addDays(today, dueIn) }];
  });
  const assigned = units
    .filter((unit) => unit.label === undefined && !unit.isSite)
    .flatMap((unit, index) => {
      const rule = gapRuleOf(unit);
      if (rule === undefined) return [];
      const owner = `办理员${['甲', '乙', '丙', '丁'][index % 4] ?? '甲'}`;
      const dueOn = addDays(today, 40 + (unit.serial % 60));
      return [{ rule, organizationId: unit.id, owner, openedOn, dueOn }];
    });
  return [...told, ...assigned].map((task, index) => ({
    id: `task-${String(index + 1).padStart(5, '0')}`,
    ...task,
  }));
}

function gapRuleOf(unit: UnitPlan): string | undefined {
  if (unit.state === 'blank') return 'BLANK';
  return unit.state === 'worked' && (unit.fullMembers ?? 0) >= 3 ? 'ORG-3' : undefined;
}

/** The meeting that accepted the rider, as its own minutes have it. */
export function meetingRecords(today: CalendarDate, riderId: string): Meeting[] {
  const on = storyDay(today)('2026-08-27');
  return [
    {
      id: riderMeetingId,
      partyOrganizationId: 'party-told-01',
      kind: 'memberMeeting',
      on,
      place: '环岛商圈党群服务中心',
      chair: '联甲',
      label: '讲解：骑手测一',
      items: [
        {
          personId: riderId,
          step: 15,
          ballot: {
            ...{ on, should: 9, present: 8, yes: 8, no: 0, abstain: 0, invalid: 0, isSecret: true },
          },
        },
      ],
    },
  ];
}
