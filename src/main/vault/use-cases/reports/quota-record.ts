import type { QuotaRow, QuotaUse } from '../../../../contract/planning';
import type { ReportTable } from '../../../../contract/desk-work';
import type { Desk } from '../desk';
import { quotaOverview } from '../planning/quota';
import { cell, frame, signatoryCheck, type ReportRequest } from './report-frame';

const heads = [
  '街道、党支部',
  '年度计划',
  '已接收',
  '完成率',
  '其中新就业群体',
  '占已接收',
  '在办发展对象',
  '计划余额',
];

/** 年度发展党员计划执行表: planned, admitted and in progress by street and branch, and month by month. */
export function quotaRecord(desk: Desk, request: ReportRequest): ReportTable {
  const year = Number(desk.today.slice(0, 4));
  const overview = quotaOverview(desk, { year });
  const { total, rows, months } = overview.ok
    ? overview.value
    : { total: none, rows: [], months: [] };
  const isOver = total.planned > 0 && total.admitted > total.planned;
  return {
    ...frame(desk, request),
    id: 'quotaRecord',
    title: `${year} 年度发展党员计划执行表`,
    unitLine: '单位：人',
    header: [heads.map((text) => cell(text))],
    widths: [220, 70, 70, 70, 100, 80, 100, 80],
    align: ['left', ...Array.from({ length: heads.length - 1 }, () => 'right' as const)],
    rows: [rowOf('总计', total, { isStrong: true }), ...rows.map(lineOf)],
    notes: [
      `注：各月接收：${months.map((count, month) => `${month + 1} 月 ${count}`).join('，')}。`,
      '已接收按党支部党员大会通过之日计；在办为已列为发展对象、尚未召开接收大会的人；街道没有单列计划的，为所属支部计划之和。',
    ],
    checks: [
      {
        label: '计划执行',
        state: isOver ? 'warns' : 'met',
        detail: isOver
          ? `已接收 ${total.admitted} 人，超过计划 ${total.planned} 人`
          : `已接收 ${total.admitted} 人，计划 ${total.planned} 人`,
      },
      signatoryCheck(desk),
    ],
  };
}

const none: QuotaUse = { planned: 0, admitted: 0, inProgress: 0, newGroups: 0 };

const lineOf = (row: QuotaRow) =>
  row.branchId === ''
    ? rowOf(row.areaName === '' ? '未定街道' : row.areaName, row, { isStrong: true })
    : rowOf(row.branchName, row, { isStrong: false });

function rowOf(
  name: string,
  { planned, admitted, inProgress, newGroups }: QuotaUse,
  { isStrong }: { readonly isStrong: boolean },
): ReportTable['rows'][number] {
  return {
    indent: isStrong ? 0 : 1,
    isStrong,
    cells: [
      name,
      String(planned),
      String(admitted),
      share(admitted, planned),
      String(newGroups),
      share(newGroups, admitted),
      String(inProgress),
      planned === 0 ? '—' : String(planned - admitted),
    ],
  };
}

/** A share of nothing is no share. */
const share = (part: number, whole: number) =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
