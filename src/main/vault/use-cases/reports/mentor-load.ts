import type { ReportTable } from '../../../../contract/desk-work';
import { findRule } from '../../../../core/regulations/development-rules';
import type { Desk } from '../desk';
import { mentorLoads } from '../dossier/mentors';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

const heads = ['序号', '培养联系人', '党支部', '现联系人数', '联系的积极分子、发展对象'];

/** 培养联系人负担表: whom each mentor accompanies now, the heaviest load first. */
export function mentorLoadTable(desk: Desk, request: ReportRequest): ReportTable {
  const loads = mentorLoads(desk);
  const most = findRule('C33')?.limits?.['most'];
  const over = most === undefined ? [] : loads.filter(({ people }) => people.length > most);
  const name = (each: string) => nameFor(request.outputMode, each);
  return {
    ...frame(desk, request),
    id: 'mentorLoad',
    title: '培养联系人负担表',
    unitLine: `共 ${loads.length} 名联系人`,
    header: [heads.map((text) => cell(text))],
    widths: [40, 90, 220, 90, 380],
    align: ['center', 'left', 'left', 'right', 'left'],
    rows: loads.map((load, index) => ({
      indent: 0,
      isStrong: false,
      cells: [
        String(index + 1),
        name(load.name),
        load.branchName,
        String(load.people.length),
        load.people.map((each) => name(each.name)).join('、'),
      ],
    })),
    notes: ['注：按现任联系人计，已更换的不计；没有关联到人员的，按同一党支部内同名计。'],
    checks: [
      most === undefined
        ? { label: '负担', state: 'info', detail: '没有规定上限' }
        : {
            label: '负担',
            state: over.length === 0 ? 'met' : 'warns',
            detail: over.length === 0 ? `都不超过 ${most} 人` : `${over.length} 名超过 ${most} 人`,
          },
      signatoryCheck(desk),
    ],
  };
}
