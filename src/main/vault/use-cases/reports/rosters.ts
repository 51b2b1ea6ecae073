import type { ReportTable } from '../../../../contract/desk-work';
import { factsOf } from '../../../../core/development/facts';
import { probationOf } from '../../../../core/development/probation';
import { genderWords, stageWords } from '../../../../core/labels/labels';
import type { Person, Stage } from '../../../../core/records/person';
import { personFlags, stageCode } from '../../columns/people-columns';
import type { Desk } from '../desk';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

type Column = {
  readonly head: string;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly read: (person: Person) => string | undefined;
};

const day = (head: string, read: Column['read']): Column => ({
  head,
  width: 74,
  align: 'center',
  read,
});
const names = (list: readonly { readonly name: string; readonly until?: unknown }[] | undefined) =>
  list
    ?.filter(({ until }) => until === undefined)
    .map(({ name }) => name)
    .join('、');

const identity: readonly Column[] = [
  {
    head: '性别',
    width: 36,
    align: 'center',
    read: ({ gender }) => (gender === undefined ? undefined : genderWords[gender]),
  },
  { head: '出生年月', width: 58, align: 'center', read: ({ birthOn }) => birthOn?.slice(0, 7) },
  { head: '学历', width: 54, align: 'left', read: ({ education }) => education },
  {
    head: '单位及职务',
    width: 130,
    align: 'left',
    read: ({ workplace, position }) => [workplace, position].filter(Boolean).join(' '),
  },
];
const applied = day('申请入党', ({ dossier }) => dossier?.appliedOn);
const activist = day('列为积极分子', ({ dossier }) => dossier?.activistOn);
const mentors: Column = {
  head: '培养联系人',
  width: 84,
  align: 'left',
  read: ({ dossier }) => names(dossier?.mentors),
};

/** 名册 per stage: the columns of rules §5.11, one table of them per stage. */
const rosters = {
  applicantRoster: {
    stage: 'applicant',
    columns: [
      applied,
      day('收到申请', ({ dossier }) => dossier?.receivedOn),
      day('派人谈话', ({ dossier }) => dossier?.talkedOn),
    ],
  },
  activistRoster: {
    stage: 'activist',
    columns: [
      applied,
      activist,
      day('备案', ({ dossier }) => dossier?.activistFiledOn),
      mentors,
      day('最近考察', ({ dossier }) => dossier?.reviewedOn?.at(-1)),
    ],
  },
  targetRoster: {
    stage: 'developmentTarget',
    columns: [
      activist,
      day('列为发展对象', ({ dossier }) => dossier?.developmentTargetOn),
      {
        head: '入党介绍人',
        width: 84,
        align: 'left',
        read: ({ dossier }) => names(dossier?.introducers),
      },
      day('政治审查', ({ dossier }) => dossier?.politicalReview?.on),
      day('集中培训', ({ dossier }) => dossier?.training?.until ?? dossier?.training?.from),
      day('预审', ({ dossier }) => dossier?.preReviewedOn),
    ],
  },
  probationaryRoster: {
    stage: 'probationaryMember',
    columns: [
      day('大会通过', (person) => factsOf(person).dossier.meeting?.on),
      day('上级审批', ({ dossier }) => dossier?.approvedOn),
      day('入党宣誓', ({ dossier }) => dossier?.oathOn),
      day('预备期满', (person) => probationOf(factsOf(person).dossier)?.confirmableOn),
      day('转正申请', ({ dossier }) => dossier?.confirmationAppliedOn),
    ],
  },
} as const satisfies Record<string, { stage: Stage; columns: readonly Column[] }>;
export type RosterId = keyof typeof rosters;

export function rosterTable(
  desk: Desk,
  request: ReportRequest & { report: RosterId },
): ReportTable {
  const { stage, columns } = rosters[request.report];
  const people = peopleOfStage(desk, stage);
  const all: readonly Column[] = [...identity, ...columns];
  return {
    ...frame(desk, request),
    id: request.report,
    title: `${stageWords[stage]}名册`,
    unitLine: `共 ${people.length} 人`,
    header: [[cell('序号'), cell('党支部'), cell('姓名'), ...all.map(({ head }) => cell(head))]],
    widths: [32, 130, 60, ...all.map(({ width }) => width)],
    align: ['center', 'left', 'left', ...all.map(({ align }) => align)],
    rows: people.map((person, index) => ({
      indent: 0,
      isStrong: false,
      cells: [
        String(index + 1),
        branchName(desk, person),
        nameFor(request.outputMode, person.name),
        ...all.map(({ read }) => read(person) ?? ''),
      ],
    })),
    notes: ['注：空格为账本中没有登记的事实，不代表没有发生。'],
    checks: [{ label: '人数', state: 'info', detail: `${people.length} 人` }, signatoryCheck(desk)],
  };
}

export const branchName = (desk: Desk, { branchId, branchName: written }: Person): string =>
  (branchId === undefined ? undefined : desk.partyName(branchId)) ?? written ?? '';

/** Branch by branch, in the order of their names; closed dossiers are in no roster. */
function peopleOfStage(desk: Desk, stage: Stage): Person[] {
  const { people } = desk;
  const code = stageCode(stage);
  const found: Person[] = [];
  for (let row = 0; row < people.count; row += 1) {
    if (people.stage[row] !== code) continue;
    if (((people.flags[row] ?? 0) & (personFlags.retired | personFlags.closed)) !== 0) continue;
    const person = desk.read('people', people.texts.ids.at(row));
    if (person !== undefined) found.push(person);
  }
  const order = new Intl.Collator('zh-Hans-CN');
  return found.sort(
    (a, b) =>
      order.compare(branchName(desk, a), branchName(desk, b)) || order.compare(a.name, b.name),
  );
}
