import type { VaultInput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import type { ReportId, ReportTable } from '../../../../contract/desk-work';
import { failed } from '../../../../contract/failure-words';
import type { Desk } from '../desk';
import { asJson } from '../save-person';
import { annualEnterprises, annualSocial } from './annual-form';
import { continuityChecks } from './continuity';
import { coverageKinds } from './coverage-kinds';
import { coverageTable } from './coverage-table';
import { associationLedger, requestLedger } from './field-work-ledgers';
import { instructorLedger, termLedger } from './ledgers';
import { needsReason } from './identity-checks';
import { newGroups, stationLedger } from './new-groups';
import { deadlineReminder, shouldBuildList } from './lists';
import { dossierRecord } from './dossier-record';
import { noticeList } from './notice-list';
import { mentorLoadTable } from './mentor-load';
import { overrideList } from './override-list';
import { personForm } from './person-form';
import { problemList } from './problem-list';
import { reconciliationList } from './reconciliation-list';
import { quotaRecord } from './quota-record';
import { rosterTable } from './rosters';

/** Figures that are printed period after period are compared with the last snapshot before they are. */
const continued: ReadonlySet<ReportId> = new Set([
  'coverageTable',
  'coverageKinds',
  'annualEnterprises',
  'annualSocial',
  'newGroups',
]);

export async function reportTable(
  desk: Desk,
  request: VaultInput<'reports.table'>,
): Promise<Result<ReportTable>> {
  const table = await freshTable(desk, request);
  if (!table.ok || !continued.has(request.report)) return table;
  const checks = continuityChecks(desk, request.report, table.value);
  return { ok: true, value: { ...table.value, checks: [...table.value.checks, ...checks] } };
}

async function freshTable(
  desk: Desk,
  request: VaultInput<'reports.table'>,
): Promise<Result<ReportTable>> {
  switch (request.report) {
    case 'coverageTable':
      return { ok: true, value: coverageTable(desk, request) };
    case 'shouldBuildList':
      return { ok: true, value: shouldBuildList(desk, request) };
    case 'deadlineReminder':
      return { ok: true, value: deadlineReminder(desk, request) };
    case 'problemList':
      return { ok: true, value: await problemList(desk, request) };
    case 'coverageKinds':
      return { ok: true, value: coverageKinds(desk, request) };
    case 'annualEnterprises':
      return { ok: true, value: annualEnterprises(desk, request) };
    case 'annualSocial':
      return { ok: true, value: annualSocial(desk, request) };
    case 'instructorLedger':
      return { ok: true, value: instructorLedger(desk, request) };
    case 'termLedger':
      return { ok: true, value: termLedger(desk, request) };
    case 'newGroups':
      return { ok: true, value: newGroups(desk, request) };
    case 'stationLedger':
      return { ok: true, value: stationLedger(desk, request) };
    case 'requestLedger':
      return { ok: true, value: requestLedger(desk, request) };
    case 'associationLedger':
      return { ok: true, value: associationLedger(desk, request) };
    case 'applicantRoster':
    case 'activistRoster':
    case 'targetRoster':
    case 'probationaryRoster':
      return { ok: true, value: rosterTable(desk, { ...request, report: request.report }) };
    case 'noticeList':
      return { ok: true, value: noticeList(desk, request) };
    case 'reconciliationList':
      return { ok: true, value: reconciliationList(desk, request) };
    case 'talkRecord':
    case 'trainingRecord':
    case 'noticeRecord':
      return personForm(desk, { ...request, report: request.report });
    case 'quotaRecord':
      return { ok: true, value: quotaRecord(desk, request) };
    case 'mentorLoad':
      return { ok: true, value: mentorLoadTable(desk, request) };
    case 'overrideList':
      return { ok: true, value: overrideList(desk, request) };
    case 'dossierRecord':
      return dossierRecord(desk, request);
  }
}

/** As it stands on the paper. */
const reasonNote = (reason: string): string => `勾稽不符的说明：${reason}`;

/** What left the house: the figures are frozen under their number, and the act is on record. */
export async function recordOutput(
  desk: Desk,
  {
    report,
    personId,
    asOf,
    snapshotNumber,
    target,
    pages,
    reason,
  }: VaultInput<'reports.recordOutput'>,
): Promise<Result<Record<string, never>>> {
  const table = await reportTable(desk, {
    report,
    outputMode: 'internal',
    ...(personId === undefined ? {} : { personId }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (!table.ok) return table;
  const why = reason?.trim() ?? '';
  if (needsReason(table.value) && why === '')
    return failed('C-101', '（勾稽关系不符，付印要写明原因）');
  const id = desk.newId();
  const snapshot = {
    id,
    number: snapshotNumber,
    report,
    asOf: table.value.asOf,
    madeAt: desk.now,
    data: asJson(
      why === '' ? table.value : { ...table.value, notes: [...table.value.notes, reasonNote(why)] },
    ),
  };
  const note = `${table.value.title} ${target === 'pdf' ? '另存为 PDF' : '打印'} ${pages} 页 ${table.value.rows.length} 行${why === '' ? '' : `；勾稽不符的原因：${why}`}`;
  const result = desk.commit({
    action: 'reports.output',
    note,
    changes: [{ table: 'reportSnapshots', id, before: null, after: snapshot }],
  });
  return result.ok ? { ok: true, value: {} } : result;
}
