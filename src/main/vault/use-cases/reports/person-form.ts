import type { Result } from '../../../../contract/common';
import type { ReportTable } from '../../../../contract/desk-work';
import { failed } from '../../../../contract/failure-words';
import { addDays } from '../../../../core/calendar/arithmetic';
import { asDay } from '../../../../core/calendar/calendar-date';
import { countWorkingDays, isProvisionalYear } from '../../../../core/calendar/working-days';
import { genderWords, postKindWords } from '../../../../core/labels/labels';
import type { Person } from '../../../../core/records/person';
import type { Desk } from '../desk';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';
import { branchName } from './rosters';

export const personForms = ['talkRecord', 'trainingRecord', 'noticeRecord'] as const;
export type PersonForm = (typeof personForms)[number];

/** One line of a form: what is asked, what is known, and how much room is left to write. */
type FormLine = { readonly ask: string; readonly known: string; readonly lines?: number };

type Form = {
  readonly title: string;
  readonly note: string;
  readonly body: (person: Person, desk: Desk) => readonly FormLine[];
};

const room = (ask: string, lines: number, known = ''): FormLine => ({ ask, known, lines });
const line = (ask: string, known: string | undefined): FormLine => ({ ask, known: known ?? '' });

/** What 第七条 asks a talk to go through (26#7). */
const talkTopics = [
  '学习工作经历',
  '对党的认识',
  '入党动机',
  '遵纪守法情况',
  '家庭情况',
  '向申请人介绍的党的知识和党员条件',
];

function talkLines({ dossier }: Person): FormLine[] {
  const post = dossier?.talkedByPost;
  return [
    line('收到申请书时间', dossier?.receivedOn ?? dossier?.appliedOn),
    line('谈话时间', dossier?.talkedOn),
    line('谈话人', dossier?.talkedBy),
    line('谈话人职务', post === undefined ? '' : postKindWords[post]),
    line('谈话地点', ''),
    ...talkTopics.map((topic) => room(topic, 3)),
    room('谈话人意见（签名、日期）', 3),
    room('申请人（签名、日期）', 2),
  ];
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** Room for two years where nothing is on record. */
const blankReviews = 4;

function trainingLines({ dossier }: Person): FormLine[] {
  const reviews = dossier?.reviewedOn ?? [];
  const count = Math.max(blankReviews, reviews.length);
  return [
    line('确定为积极分子时间', dossier?.activistOn),
    line('上级党委备案时间', dossier?.activistFiledOn),
    line('培养联系人', mentorWords(dossier?.mentors)),
    ...Array.from({ length: count }, (_, index) =>
      room(`第${ordinals[index] ?? index + 1}次考察（每半年一次）`, 4, reviews[index] ?? ''),
    ),
    room('集中培训、听党课和参加活动情况', 3),
    room('能否列为发展对象的意见（培养联系人签名、日期）', 3),
    room('党支部意见（盖章、日期）', 3),
  ];
}

function mentorWords(mentors: NonNullable<Person['dossier']>['mentors']): string {
  return (mentors ?? [])
    .map(({ name, from, until }) =>
      from === undefined && until === undefined
        ? name
        : `${name}（${from ?? ''} 至 ${until ?? '今'}）`,
    )
    .join('、');
}

function noticeLines({ dossier }: Person, desk: Desk): FormLine[] {
  const notice = dossier?.notice;
  const objection = notice?.hasObjection;
  return [
    line('公示事由', '拟列为发展对象'),
    line('公示期限', noticeWords(notice, desk)),
    room('公示范围、地点和方式', 2),
    room('公示期间反映的问题', 4),
    room('调查核实情况和结论', 4),
    room(
      '公示结果',
      2,
      objection === undefined ? '' : objection ? '有未了结的异议' : '结果不影响列为发展对象',
    ),
    room('党支部意见（书记签名、盖章、日期）', 3),
    room('上级党委意见（盖章、日期）', 3),
  ];
}

function noticeWords(notice: NonNullable<Person['dossier']>['notice'], desk: Desk): string {
  const [from, until] = [asDay(notice?.from), asDay(notice?.until)];
  if (from === undefined || until === undefined)
    return [notice?.from, notice?.until].filter((day) => day !== undefined).join(' 至 ');
  const { countsPostingDay = true, calendar } = desk.engine;
  const days = countWorkingDays(countsPostingDay ? from : addDays(from, 1), until, calendar);
  const isProvisional = isProvisionalYear(Number(until.slice(0, 4)), calendar);
  return `${from} 至 ${until}，共 ${days} 个工作日${isProvisional ? '（暂算）' : ''}`;
}

const forms: Readonly<Record<PersonForm, Form>> = {
  talkRecord: {
    title: '入党申请人谈话登记表',
    note: '注：收到入党申请书后一个月内派人谈话（《细则》第七条）；谈话人为书记、副书记或者组织委员。',
    body: talkLines,
  },
  trainingRecord: {
    title: '入党积极分子培养教育考察登记表',
    note: '注：党支部每半年考察一次（《细则》第十一条）；考察时间据实填写，不补写、不提前填写。',
    body: trainingLines,
  },
  noticeRecord: {
    title: '发展对象公示情况登记表',
    note: '注：公示不少于五个工作日（2026 版《细则》第十三条）；附公示原件和现场照片。',
    body: noticeLines,
  },
};

/** A form of one person with what is on record filled in; without a person, the blank form. */
export function personForm(
  desk: Desk,
  request: ReportRequest & { readonly report: PersonForm },
): Result<ReportTable> {
  const { personId } = request;
  const person = personId === undefined ? undefined : desk.read('people', personId);
  if (personId !== undefined && person === undefined) return failed('C-103');
  const { title, note, body } = forms[request.report];
  const written: Person = person ?? { id: '', name: '' };
  const lines = [...identityLines(desk, written, request), ...body(written, desk)];
  return {
    ok: true,
    value: {
      ...frame(desk, request),
      id: request.report,
      isLandscape: false,
      title,
      unitLine: person === undefined ? '空白表' : nameFor(request.outputMode, person.name),
      header: [[cell('项目'), cell('内容')]],
      widths: [150, 470],
      align: ['left', 'left'],
      rows: lines.map(({ ask, known, lines: space }) => ({
        indent: 0,
        isStrong: false,
        cells: [ask, known],
        ...(space === undefined ? {} : { lines: space }),
      })),
      notes: [note],
      checks: [
        {
          label: person === undefined ? '空白表' : '一人一表',
          state: 'info',
          detail:
            person === undefined
              ? '不含任何人的信息'
              : '已登记的已填好，空格为账本中没有登记的事实',
        },
        signatoryCheck(desk),
      ],
    },
  };
}

function identityLines(desk: Desk, person: Person, { outputMode }: ReportRequest): FormLine[] {
  const { name, gender, birthOn, education, workplace, position } = person;
  const work = [workplace, position].filter((part) => part !== undefined).join(' ');
  return [
    line('姓名', name === '' ? '' : nameFor(outputMode, name)),
    line('性别', gender === undefined ? '' : genderWords[gender]),
    line('出生年月', birthOn?.slice(0, 7)),
    line('文化程度', education),
    line('工作单位及职务', work),
    line('所在党支部', branchName(desk, person)),
    line('申请入党时间', person.dossier?.appliedOn),
  ];
}
