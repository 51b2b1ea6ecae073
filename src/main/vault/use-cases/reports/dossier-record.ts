import type { Result } from '../../../../contract/common';
import type { ReportTable } from '../../../../contract/desk-work';
import { failed } from '../../../../contract/failure-words';
import { factsOf } from '../../../../core/development/facts';
import { printedPeriod, probationOf } from '../../../../core/development/probation';
import { liveFacts } from '../../../../core/development/standing';
import { phases, steps } from '../../../../core/development/steps';
import type { Person } from '../../../../core/records/person';
import { stepViews } from '../person-steps';
import type { Desk } from '../desk';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';
import { branchName } from './rosters';

/** 发展党员工作全程纪实表: all 25 steps of one person, done or not, with the limit that held for each. */
export function dossierRecord(desk: Desk, request: ReportRequest): Result<ReportTable> {
  const person = request.personId === undefined ? undefined : desk.read('people', request.personId);
  if (person === undefined) return failed('C-103');
  const views = stepViews(factsOf(person), desk.engine);
  const rows = phases.flatMap(({ phase, title }) => [
    { indent: 0, isStrong: true, cells: [title, '', '', '', ''] },
    ...steps
      .filter((step) => step.phase === phase)
      .map((step) => {
        const view = views.find((each) => each.step === step.step);
        return {
          indent: 0,
          isStrong: false,
          cells: [
            `${step.step}`,
            step.title,
            view?.actual.join('、') ?? '',
            limitWords(view?.earliestOn, view?.latestOn),
            view === undefined || view.edition === 'none' ? '' : `${view.edition} 版`,
          ],
        };
      }),
  ]);
  return {
    ok: true,
    value: {
      ...frame(desk, request),
      id: 'dossierRecord',
      isLandscape: false,
      title: '发展党员工作全程纪实表',
      unitLine: `${nameFor(request.outputMode, person.name)}　${branchName(desk, person)}`,
      header: [[cell('步骤'), cell('事项'), cell('办理时间'), cell('法定时限'), cell('依据细则')]],
      widths: [40, 200, 120, 170, 90],
      align: ['center', 'left', 'center', 'center', 'center'],
      rows,
      notes: [
        '注：办理时间据实登记，空格为没有登记；法定时限按该步骤当日有效的细则推算。',
        ...probationNote(desk, person),
      ],
      checks: [{ label: '一人一表', state: 'info', detail: '25 步' }, signatoryCheck(desk)],
    },
  };
}

/** 预备期起止, its end in the format that the unit set. */
function probationNote({ settings }: Desk, person: Person): string[] {
  const probation = probationOf(liveFacts(factsOf(person)).dossier);
  if (probation === undefined) return [];
  const { from, until } = printedPeriod(probation, settings.printedProbationEnd);
  return [`预备期：${from} 至 ${until}。`];
}

function limitWords(earliest: string | undefined, latest: string | undefined): string {
  if (earliest !== undefined && latest !== undefined) return `${earliest} 至 ${latest}`;
  if (latest !== undefined) return `不晚于 ${latest}`;
  return earliest === undefined ? '' : `不早于 ${earliest}`;
}
