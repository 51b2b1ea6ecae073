import type { ReportTable } from '../../../../contract/desk-work';
import type { AuditRow } from '../../../../contract/audit';
import { verdictWords } from '../../../../core/development/audit-types';
import { findRule } from '../../../../core/regulations/development-rules';
import { auditRow, findFindings } from '../audit/audit-findings';
import type { Desk } from '../desk';
import { cell, frame, nameFor, signatoryCheck, type ReportRequest } from './report-frame';

const headings = ['序号', '姓名', '党支部', '结论', '情况', '依据', '处理办法'];

/** 问题清单: what nobody has explained yet, grouped by what repairs it, the gravest group first. */
export async function problemList(desk: Desk, request: ReportRequest): Promise<ReportTable> {
  const open = (await findFindings(desk, { state: 'open' })).map((each) => auditRow(desk, each));
  const listed = open.filter(({ finding }) => finding.verdict !== 'unknown');
  const unknown = open.length - listed.length;
  return {
    ...frame(desk, request),
    id: 'problemList',
    title: '发展党员档案问题清单',
    unitLine: '单位：项',
    header: [headings.map((text) => cell(text))],
    widths: [36, 60, 150, 60, 300, 130, 190],
    align: ['center', 'left', 'left', 'left', 'left', 'left', 'left'],
    rows: groupRows(listed, request),
    notes: [
      `注：结论分不合理、需核实两类；另有 ${unknown} 项因缺日期无法判断，未列入。日期不改，附情况说明。`,
    ],
    checks: [
      {
        label: '待处理',
        state: listed.length === 0 ? 'met' : 'warns',
        detail: `${listed.length} 项`,
      },
      signatoryCheck(desk),
    ],
  };
}

/** A heading per rule, in the order in which its gravest finding came. */
function groupRows(listed: readonly AuditRow[], request: ReportRequest): ReportTable['rows'] {
  const groups = new Map<string, AuditRow[]>();
  for (const row of listed) {
    const group = groups.get(row.rule);
    if (group === undefined) groups.set(row.rule, [row]);
    else group.push(row);
  }
  return [...groups].flatMap(([rule, rows]) => [
    {
      indent: 0,
      isStrong: true,
      cells: ['', '', '', '', `${findRule(rule)?.title ?? rule} ${rows.length} 项`, '', ''],
    },
    ...rows.map((row, index) => ({
      indent: 0,
      isStrong: false,
      cells: [String(index + 1), ...cellsOf(row, request)],
    })),
  ]);
}

function cellsOf({ personName, branchName, finding, repair }: AuditRow, request: ReportRequest) {
  const name = nameFor(request.outputMode, personName);
  const { article, edition } = finding.citation;
  return [
    name,
    branchName,
    verdictWords[finding.verdict],
    finding.message,
    `${article} ${edition}`.trim(),
    repair,
  ];
}
