import type { ReportTable } from '../../../../contract/desk-work';
import type { Desk } from '../desk';
import { overrideRows } from '../dossier/overrides';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

const heads = ['序号', '姓名', '党支部', '日期', '阻断的规则', '依据', '写明的原因'];

/** 阻断后写明原因办理清单: every block that was passed over, newest first. */
export function overrideList(desk: Desk, request: ReportRequest): ReportTable {
  const rows = overrideRows(desk);
  return {
    ...frame(desk, request),
    id: 'overrideList',
    title: '阻断后写明原因办理清单',
    unitLine: `共 ${rows.length} 项`,
    header: [heads.map((text) => cell(text))],
    widths: [36, 60, 170, 80, 150, 130, 260],
    align: ['center', 'left', 'left', 'center', 'left', 'left', 'left'],
    rows: rows.map(({ personName, branchName, on, title, citation, reason }, index) => ({
      indent: 0,
      isStrong: false,
      cells: [
        String(index + 1),
        nameFor(request.outputMode, personName),
        branchName,
        on,
        title,
        citation === null ? '' : `${citation.article} ${citation.edition}`.trim(),
        reason,
      ],
    })),
    notes: ['注：办理时规则阻断，经办人核对后写明原因继续办理的，逐项列出，供上级党组织抽查。'],
    checks: [
      {
        label: '清单',
        state: rows.length === 0 ? 'met' : 'info',
        detail: `${rows.length} 项`,
      },
      signatoryCheck(desk),
    ],
  };
}
