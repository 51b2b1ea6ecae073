import type { ReportTable } from '../../../../contract/desk-work';
import { builtAs, hasCountedWork } from '../../../../core/coverage/unit-state';
import { organizationKindWords, stationKindWords } from '../../../../core/labels/labels';
import { workerGroups } from '../../../../core/records/organization';
import { checkState } from '../../../../core/new-groups/station-reach';
import type { Desk } from '../desk';
import { checkDaysOf } from '../field-work/stations';
import { stationReach } from '../new-groups/reach';
import { streetName } from '../gap-views';
import { readingNote } from '../indicator-reading';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';
import { ledgerTable } from './ledgers';

/** 站点 by street: head-counts are the sites' own, each site stands in one row, so nobody is counted twice. */
export function newGroups(desk: Desk, request: ReportRequest): ReportTable {
  const sites = desk
    .coverage()
    .units.filter(({ column, exclusion }) => column === 'site' && exclusion === undefined)
    .flatMap((unit) => {
      const organization = desk.reference.organizations.get(unit.id);
      return organization === undefined ? [] : [{ unit, organization }];
    });
  const named = new Set(sites.map(({ organization }) => streetName(desk, organization.areaId)));
  const inOrder = desk.areasOn().filter(({ level }) => level === 'street');
  // As everywhere: streets in their own order, then whatever is no street of ours.
  const streets = [...new Set([...inOrder.map(({ name }) => name), ...named])].filter((name) =>
    named.has(name),
  );
  const rowOf = (name: string, list: typeof sites, isStrong: boolean) => {
    const heads = workerGroups.map((group) =>
      list.reduce(
        (total, { organization }) => total + (organization.groupHeadcounts?.[group] ?? 0),
        0,
      ),
    );
    const built = list.filter(({ unit }) => builtAs(unit.covers) !== 'none').length;
    const worked = list.filter(
      ({ unit }) => builtAs(unit.covers) !== 'none' || hasCountedWork(unit, desk.definitions),
    ).length;
    const members = list.reduce((total, { unit }) => total + (unit.members ?? 0), 0);
    const all = heads.reduce((total, count) => total + count, 0);
    const counts = [list.length, built, worked, list.length - worked, all, ...heads, members];
    return { indent: isStrong ? 0 : 1, isStrong, cells: [name, ...counts.map(String)] };
  };
  const kinds = [...new Set(sites.map(({ unit }) => unit.kind))];
  const rows = [
    rowOf('全区合计', sites, true),
    ...kinds.map((kind) =>
      rowOf(
        `其中：${organizationKindWords[kind]}`,
        sites.filter(({ unit }) => unit.kind === kind),
        false,
      ),
    ),
    ...streets.map((street) =>
      rowOf(
        street === '' ? '未填街道' : street,
        sites.filter(({ organization }) => streetName(desk, organization.areaId) === street),
        false,
      ),
    ),
  ];
  const unknown = sites.filter(
    ({ organization }) => organization.groupHeadcounts === undefined,
  ).length;
  return {
    ...frame(desk, request),
    id: 'newGroups',
    title: '新就业群体情况表',
    unitLine: '单位：个、人',
    header: [
      [cell('街道（园区）及类型', 1, 2), cell('站点', 4), cell('从业人员', 7), cell('党员', 1, 2)],
      [
        '总数',
        '已建组织',
        '有组织或工作',
        '空白',
        '合计',
        '快递员',
        '外卖配送员',
        '网约车司机',
        '货车司机',
        '网络主播',
        '其他',
      ].map((text) => cell(text)),
    ],
    columnNumbers: ['甲', ...Array.from({ length: 12 }, (_, index) => String(index + 1))],
    widths: [134, 46, 56, 66, 46, 56, 56, 66, 66, 60, 60, 46, 46],
    align: ['left', ...Array.from({ length: 12 }, () => 'right' as const)],
    rows,
    notes: [
      '注：人数按站点登记，一人只在归口站点计一次；人数不详的站点计入站点数，不计入人数。目标：2027 年全面覆盖。',
      readingNote(desk),
    ],
    checks: [
      unknown === 0
        ? { label: '站点人数', state: 'met', detail: '各站点都已登记' }
        : { label: '站点人数', state: 'warns', detail: `${unknown} 个站点人数不详` },
      signatoryCheck(desk),
    ],
  };
}

const shownDays = (text: string | undefined): string => text ?? '不详';

/** Streets with sites and without a rider station, named on the paper. */
function lackingNotes(desk: Desk): string[] {
  const reach = stationReach(desk);
  const lacking = reach.ok
    ? reach.value.filter(({ sites, riderStations }) => sites > 0 && riderStations === 0)
    : [];
  if (lacking.length === 0) return [];
  const words = lacking.map(({ name, sites }) => `${name}（站点 ${sites} 个）`);
  return [`有站点而没有骑手驿站的街道：${words.join('、')}。`];
}

function checkedInTime(
  desk: Desk,
  stations: readonly Parameters<typeof checkState>[0][],
): ReportTable['checks'][number] {
  const question = { today: desk.today, days: checkDaysOf(desk) };
  const late = stations.filter((station) => checkState(station, question) !== 'fine').length;
  return late === 0
    ? { label: '检查', state: 'met', detail: `${question.days} 天内都已检查` }
    : { label: '检查', state: 'warns', detail: `${late} 处超过 ${question.days} 天或没有记录` };
}

/** 驿站台账 with services, checks and sessions. */
export function stationLedger(desk: Desk, request: ReportRequest): ReportTable {
  const stations = desk.reference.stations.all();
  return ledgerTable(desk, request, {
    id: 'stationLedger',
    title: '驿站（党群服务阵地）台账',
    unitLine: '单位：个、场、人次',
    columns: [
      ['名称', 150, 'left'],
      ['类别', 92, 'left'],
      ['街道（园区）', 78, 'left'],
      ['启用', 78, 'center'],
      ['开放时间', 84, 'center'],
      ['服务', 228, 'left'],
      ['最近检查', 72, 'center'],
      ['活动', 38, 'right'],
      ['人次', 44, 'right'],
    ],
    rows: stations.map((station) => [
      station.name,
      stationKindWords[station.kind],
      streetName(desk, station.areaId),
      shownDays(station.openedOn),
      shownDays(station.openingHours),
      (station.services ?? []).join('、'),
      shownDays(station.lastCheckedOn),
      String(station.sessions?.length ?? 0),
      String((station.sessions ?? []).reduce((total, { headcount }) => total + headcount, 0)),
    ]),
    notes: ['注：活动人次按场次登记，同一人可多次参加，不作人数统计。', ...lackingNotes(desk)],
    checks: [checkedInTime(desk, stations)],
  });
}
