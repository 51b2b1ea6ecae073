import type { ReportTable } from '../../../../contract/desk-work';
import { asDay } from '../../../../core/calendar/calendar-date';
import { lastWorkingDay } from '../../../../core/calendar/working-days';
import { genderWords } from '../../../../core/labels/labels';
import { ruleOf } from '../../../../core/regulations/development-rules';
import type { Person } from '../../../../core/records/person';
import { testsOf, selectRows } from '../../columns/query-people';
import type { Desk } from '../desk';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';
import { branchName } from './rosters';

/** 公示 (rules §5.14): the fields that may hang on a wall, and no other, whatever the mode asked. */
export function noticeList(desk: Desk, request: ReportRequest): ReportTable {
  const people = peopleInNotice(desk);
  const { phone } = desk.settings.signatories;
  return {
    ...frame(desk, { ...request, outputMode: 'public' }),
    id: 'noticeList',
    title: '发展对象人选公示',
    unitLine: `共 ${people.length} 人`,
    header: [
      [
        ...['序号', '姓名', '性别', '出生年月', '文化程度', '工作单位及职务', '所在党支部'],
        ...['申请入党时间', '列为积极分子时间', '公示期限'],
      ].map((text) => cell(text)),
    ],
    widths: [32, 60, 36, 60, 60, 150, 130, 80, 90, 140],
    align: [
      ...(['center', 'left', 'center', 'center', 'left', 'left', 'left'] as const),
      ...(['center', 'center', 'center'] as const),
    ],
    rows: people.map((person, index) => ({
      indent: 0,
      isStrong: false,
      cells: [String(index + 1), ...fieldsOf(desk, person)],
    })),
    notes: [
      `注：公示期间，对公示对象有异议的，请如实向所在党支部或填报单位反映，联系电话 ${phone === '' ? '　　　　' : phone}。`,
    ],
    checks: [
      {
        label: '允许公示的栏目',
        state: 'met',
        detail: '不含身份证号、电话和住址',
      },
      signatoryCheck(desk),
    ],
  };
}

function fieldsOf(desk: Desk, person: Person): string[] {
  const { name, gender, birthOn, education, workplace, position, dossier } = person;
  return [
    name,
    gender === undefined ? '' : genderWords[gender],
    birthOn?.slice(0, 7) ?? '',
    education ?? '',
    [workplace, position].filter(Boolean).join(' '),
    branchName(desk, person),
    dossier?.appliedOn ?? '',
    dossier?.activistOn ?? '',
    noticePeriod(desk, dossier?.notice),
  ];
}

/** From the posting to its last day; while that is not typed, the last of the working days the law asks for. */
function noticePeriod(desk: Desk, notice: NonNullable<Person['dossier']>['notice']): string {
  const from = asDay(notice?.from);
  if (from === undefined) return '';
  const { offset } = ruleOf('PUBLICITY-5WD');
  const days = offset !== undefined && 'workingDays' in offset ? offset.workingDays : 0;
  const { lastOn, isProvisional } = lastWorkingDay(from, days, desk.engine);
  const until = notice?.until ?? (isProvisional ? `${lastOn}（暂算）` : lastOn);
  return `${from} 至 ${until}`;
}

function peopleInNotice(desk: Desk): Person[] {
  const { people, bounds } = desk;
  const tests = testsOf(people, { readyList: 'inNotice' }, bounds, undefined);
  return [...selectRows(people.count, tests)].flatMap(
    (row) => desk.read('people', people.texts.ids.at(row)) ?? [],
  );
}
