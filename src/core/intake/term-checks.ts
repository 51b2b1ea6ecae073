import type { CalendarDate } from '../calendar/calendar-date';
import { daysBetween, deadline } from '../calendar/arithmetic';
import type { FieldId } from './fields-data';
import { checkSums } from './organization-checks';
import { partyOrganizationNameField } from './required-checks';
import { addIssue, dayOf, hasColumn, numberOf, textOf, valueOf, type RowDraft } from './row-draft';
import { thresholds } from './thresholds';

export function checkPartyOrganizationRow(draft: RowDraft, today: CalendarDate): void {
  checkSums(draft);
  if (valueOf(draft, 'abolishedOn') === undefined) checkTerm(draft, today);
}

/** Due day = the day of appointment or election + the term; a stated one is compared with it. */
function checkTerm(draft: RowDraft, today: CalendarDate): void {
  const elected = dayOf(draft, 'lastElectedOn');
  const stated = dayOf(draft, 'nextElectionOn');
  const computed = elected === undefined ? undefined : deadline(elected, termYearsOf(draft) * 12);
  if (stated !== undefined && computed !== undefined && !isSameTerm(stated, computed)) {
    addIssue(draft, 'nextElectionOn', 'TERM_MISMATCH', `按任命日加任期应为 ${computed}`);
  }
  const due = computed ?? stated;
  if (due === undefined) return;
  const field: FieldId = hasColumn(draft, 'nextElectionOn') ? 'nextElectionOn' : 'lastElectedOn';
  const reminder = deadline(today, thresholds.termReminderMonths.value);
  if (due < today) addIssue(draft, field, 'TERM_OVERDUE', `${due} 已届满`);
  else if (due <= reminder) addIssue(draft, field, 'TERM_DUE_SOON', `${due} 届满，距今不足 6 个月`);
}

/** A term may be written as its last day or as the day after. */
function isSameTerm(stated: CalendarDate, computed: CalendarDate): boolean {
  const days = daysBetween(stated, computed);
  return days === 0 || days === 1;
}

/** The stated term, else five years for villages, communities and party committees, else three. */
export function termYearsOf(draft: RowDraft): number {
  const stated = numberOf(draft, 'termYears');
  if (stated !== undefined && stated > 0) return stated;
  const name = textOf(draft, partyOrganizationNameField(draft)) ?? '';
  const isVillage = /[村]/.test(name) && !/公司|银行|学校|医院|企业/.test(name);
  if (isVillage) return thresholds.villageTermYears.value;
  const isCommittee = /(基层委员会|党委)$/.test(name);
  return (isCommittee ? thresholds.committeeTermYears : thresholds.branchTermYears).value;
}
