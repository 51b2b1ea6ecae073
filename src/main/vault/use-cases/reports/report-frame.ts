import type { VaultInput } from '../../../../contract/channels';
import { datedReports, type ReportTable } from '../../../../contract/desk-work';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
import type { Desk } from '../desk';

export type ReportRequest = VaultInput<'reports.table'>;
export type HeaderCell = ReportTable['header'][number][number];

export const cell = (text: string, columns = 1, rows = 1): HeaderCell => ({ text, columns, rows });

/** The day a table speaks of: today, unless a past day was asked for and the table can tell of it. */
export const dayOf = (desk: Desk, { report, asOf }: ReportRequest): CalendarDate =>
  asOf !== undefined && datedReports.has(report) && asOf < desk.today ? asOf : desk.today;

/** Everything of a 统计表 that does not depend on which table it is. */
export function frame(desk: Desk, request: ReportRequest) {
  const { unitName, signatories } = desk.settings;
  const asOf = dayOf(desk, request);
  return {
    unitName,
    asOf,
    paper: 'A4' as const,
    isLandscape: true,
    signatories: { ...signatories },
    snapshotNumber: snapshotNumber(desk, asOf),
    outputMode: request.outputMode,
    columnNumbers: [] as string[],
    notes: [] as string[],
  };
}

/** Day and the ledger's sequence: the same number always means the same facts. */
export function snapshotNumber(desk: Desk, asOf: CalendarDate = desk.today): string {
  const [year, month, day] = asOf.split('-');
  return `${year}-${month}${day}-${String(desk.ledger.sequence).padStart(2, '0')}`;
}

/** Names are for inside use only; the other two outputs carry a surname. */
export function nameFor(mode: ReportRequest['outputMode'], name: string): string {
  return mode === 'masked'
    ? `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`
    : name;
}

export function signatoryCheck(desk: Desk): ReportTable['checks'][number] {
  const { responsible, preparer, phone } = desk.settings.signatories;
  const missing = [
    responsible === '' ? '负责人' : '',
    preparer === '' ? '填表人' : '',
    phone === '' ? '联系电话' : '',
  ].filter(Boolean);
  return missing.length === 0
    ? { label: '落款', state: 'met', detail: '负责人等 3 项齐' }
    : { label: '落款', state: 'warns', detail: `缺${missing.join('、')}，可在设置中补` };
}
