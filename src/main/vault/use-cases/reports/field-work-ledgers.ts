import type { AssociationRow } from '../../../../contract/field-work';
import type { ReportTable } from '../../../../contract/desk-work';
import { isInSync } from '../../../../core/coverage/association';
import type { Desk } from '../desk';
import { associationRows } from '../field-work/associations';
import { orderedRequests } from '../field-work/requests';
import { ledgerTable } from './ledgers';
import { nameFor, type ReportRequest } from './report-frame';

const stateWords = { overdue: '已超期', open: '在办', closed: '已办结' } as const;

/** 诉求台账: what was asked, who answers for it, how it ended; the overdue first. */
export function requestLedger(desk: Desk, request: ReportRequest): ReportTable {
  const rows = orderedRequests(desk);
  const overdue = rows.filter(({ state }) => state === 'overdue').length;
  const homeless = rows.filter(({ department, state }) => department === '' && state !== 'closed');
  return ledgerTable(desk, request, {
    id: 'requestLedger',
    title: '党建＋服务诉求台账',
    unitLine: '单位：件',
    columns: [
      ['提出日期', 76, 'center'],
      ['单位或群体', 150, 'left'],
      ['街道（园区）', 74, 'left'],
      ['诉求内容', 172, 'left'],
      ['责任部门', 82, 'left'],
      ['办结期限', 76, 'center'],
      ['办结日期', 76, 'center'],
      ['办理结果', 112, 'left'],
      ['状态', 52, 'left'],
    ],
    rows: rows.map((row) => [
      row.raisedOn,
      row.from,
      row.areaName,
      row.content,
      row.department,
      row.dueOn,
      row.closedOn,
      desk.reference.requests.get(row.id)?.outcome ?? '',
      stateWords[row.state],
    ]),
    notes: ['注：诉求办理是党的工作的佐证，不单独使单位计入工作覆盖。'],
    checks: [
      overdue === 0
        ? { label: '超期', state: 'met', detail: '没有超期未办结的' }
        : { label: '超期', state: 'warns', detail: `${overdue} 件超期未办结` },
      homeless.length === 0
        ? { label: '责任部门', state: 'met', detail: '在办的都已明确' }
        : { label: '责任部门', state: 'warns', detail: `${homeless.length} 件在办的没有责任部门` },
    ],
  });
}

const syncWords = ({ on, withParty }: AssociationRow['registration']): string =>
  on === '' ? '' : `${on}\n${withParty === null ? '不详' : withParty ? '同步' : '未同步'}`;

/** 行业协会商会台账: 管行业也要管党建, council terms and 登记、年检、评估 in step. */
export function associationLedger(desk: Desk, request: ReportRequest): ReportTable {
  const rows = associationRows(desk).sort(
    (left, right) =>
      left.department.localeCompare(right.department, 'zh-Hans-CN') ||
      left.name.localeCompare(right.name, 'zh-Hans-CN'),
  );
  const unassigned = rows.filter(({ department }) => department === '').length;
  const late = rows.filter(({ councilDays }) => councilDays !== null && councilDays < 0).length;
  const apart = rows.filter(
    (row) => !isInSync([row.registration, row.inspection, row.evaluation]),
  ).length;
  const check = (label: string, count: number, words: string): ReportTable['checks'][number] =>
    count === 0
      ? { label, state: 'met', detail: '没有' }
      : { label, state: 'warns', detail: `${count} 家${words}` };
  return ledgerTable(desk, request, {
    id: 'associationLedger',
    title: '行业协会商会党建台账',
    unitLine: '单位：家',
    columns: [
      ['名称', 170, 'left'],
      ['街道（园区）', 78, 'left'],
      ['行业主管部门', 86, 'left'],
      ['负责人', 64, 'left'],
      ['是否党员', 50, 'center'],
      ['党组织', 120, 'left'],
      ['理事会届满', 72, 'center'],
      ['登记', 76, 'center'],
      ['年检', 76, 'center'],
      ['评估', 76, 'center'],
    ],
    rows: rows.map((row) => [
      row.name,
      row.areaName,
      row.department || '未明确',
      nameFor(request.outputMode, row.headName),
      row.isHeadMember === null ? '不详' : row.isHeadMember ? '是' : '否',
      row.stateWords,
      row.councilDueOn || '不详',
      syncWords(row.registration),
      syncWords(row.inspection),
      syncWords(row.evaluation),
    ]),
    notes: ['注：登记、年检、评估各列最近一次的日期和是否与党建同步。'],
    checks: [
      check('主管部门未明确', unassigned, '没有行业主管部门'),
      check('理事会届满', late, '届满未换届'),
      check('未同步', apart, '有一项没有与党建同步或不详'),
    ],
  });
}
