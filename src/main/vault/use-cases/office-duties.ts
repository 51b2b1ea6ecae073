import type { DueItem } from '../../../contract/common';
import type { OfficeDutyView } from '../../../contract/office-duties';
import { asDay } from '../../../core/calendar/calendar-date';
import {
  electionFindings,
  planDuties,
  poolDuties,
  socialOrganizationDuties,
  statisticsDuties,
  type OfficeDuty,
} from '../../../core/deadlines/office-duties';
import type { Finding } from '../../../core/development/audit-types';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { findRule, ruleOf } from '../../../core/regulations/development-rules';
import { localRule } from '../../../core/regulations/local-overlay';
import type { Desk } from './desk';
import { citationView } from './due-items';
import { scanRecords } from './scan-records';

/** Whose a duty is; nobody's in particular is the office's own. */
type Owner = {
  readonly name: string;
  readonly partyOrganizationId?: string;
  readonly organizationId?: string;
};
type Owned = { readonly owner: Owner; readonly duty: OfficeDuty };

/** Everything open that falls on the office, its committees and units; what is done is no longer listed. */
export function openDuties(desk: Desk): OfficeDutyView[] {
  const parties = desk.reference.partyOrganizations
    .all()
    .filter(({ dissolvedOn }) => dissolvedOn === undefined);
  const open = [...ownDuties(desk), ...poolsOf(desk, parties), ...newUnits(desk)].filter(
    ({ duty }) => duty.status !== 'met' && duty.status !== 'breached',
  );
  const rows = [...groupsOf(open).map(rowOf), ...electionRows(desk, parties)];
  return rows.sort(byUrgency);
}

const dutyMark = 'duty:';

/** Whether a reminder's key is one of a duty. */
export function isDutyKey(key: string): boolean {
  return key.startsWith(dutyMark);
}

/** Of one rule and one day; what is only unknown stands apart from what is still to be done. */
function keyOf({ rule, dueOn, status }: OfficeDuty): string {
  const key = `${dutyMark}${rule}/${dueOn}`;
  return status === 'unknown' ? `${key}/unknown` : key;
}

/** A duty as a reminder that can be put off; an election that went wrong cannot. */
export function dutyItem(desk: Desk, key: string): DueItem | undefined {
  const duty = openDuties(desk).find((each) => each.key === key);
  const on = duty?.on ?? undefined;
  const dueOn = asDay(on);
  if (duty === undefined || duty.days === null || dueOn === undefined) return undefined;
  const { rule, title, context, days, citation, nextAct } = duty;
  return {
    key,
    subject: 'office',
    subjectId: duty.partyOrganizationId ?? duty.organizationId ?? rule,
    subjectName: duty.subject,
    ...{ rule, title, context, dueOn, days, citation, nextAct },
    bound: 'noLaterThan',
    isProvisional: false,
  };
}

function ownDuties(desk: Desk): Owned[] {
  const { engine, settings } = desk;
  const frozen = scanRecords(desk, 'reportSnapshots').map(({ asOf }) => asOf);
  const planned = desk.reference.quotas.all().map(({ year }) => year);
  const owner = { name: settings.unitName };
  const duties = [...statisticsDuties(frozen, engine), ...planDuties(planned, engine)];
  return duties.map((duty) => ({ owner, duty }));
}

function poolsOf({ engine }: Desk, parties: readonly PartyOrganization[]): Owned[] {
  return parties.flatMap((party) =>
    poolDuties(party, engine).map((duty) => ({
      owner: { name: party.name, partyOrganizationId: party.id },
      duty,
    })),
  );
}

/** Units are read only where the district asks for it. */
function newUnits(desk: Desk): Owned[] {
  const { engine } = desk;
  if (!localRule(ruleOf('SOC-5WD'), engine.overlay, desk.today).isOn) return [];
  return desk.reference.organizations.all().flatMap((unit) =>
    socialOrganizationDuties(unit, engine).map((duty) => ({
      owner: { name: unit.name, organizationId: unit.id },
      duty,
    })),
  );
}

/** Duties of one rule and one day stand in one row: thirty committees have the same thirty-first of December. */
function groupsOf(owned: readonly Owned[]): (readonly [Owned, ...Owned[]])[] {
  const groups = new Map<string, [Owned, ...Owned[]]>();
  for (const each of owned) {
    const key = keyOf(each.duty);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function rowOf([first, ...others]: readonly [Owned, ...Owned[]]): OfficeDutyView {
  const { owner, duty } = first;
  const { rule, title, dueOn, status, days, doneOn, nextAct } = duty;
  const isAlone = others.length === 0;
  return {
    key: keyOf(duty),
    rule,
    title,
    subject: isAlone ? owner.name : `${owner.name}等 ${others.length + 1} 个`,
    partyOrganizationId: (isAlone ? owner.partyOrganizationId : undefined) ?? null,
    organizationId: (isAlone ? owner.organizationId : undefined) ?? null,
    on: dueOn,
    state: status === 'overdue' || status === 'due' || status === 'unknown' ? status : 'waiting',
    days,
    context:
      status === 'unknown'
        ? `登记为 ${doneOn ?? ''}，只到年月，无法判断`
        : (findRule(rule)?.text ?? ''),
    citation: citationView(duty.citation),
    nextAct,
  };
}

function electionRows({ engine }: Desk, parties: readonly PartyOrganization[]): OfficeDutyView[] {
  return parties.flatMap((party) =>
    (party.elections ?? []).flatMap((election, index) =>
      electionFindings({ elections: [election] }, engine)
        .filter(({ verdict }) => verdict !== 'clear')
        .map((finding) => ({
          ...electionRow(party, finding),
          key: `${party.id}/elections/${index}`,
          on: election.on ?? null,
        })),
    ),
  );
}

function electionRow(
  party: PartyOrganization,
  finding: Finding,
): Omit<OfficeDutyView, 'key' | 'on'> {
  const isUnknown = finding.verdict === 'unknown';
  return {
    rule: finding.rule,
    title: ruleOf('ELECT-QUORUM').title,
    subject: party.name,
    partyOrganizationId: party.id,
    organizationId: null,
    state: isUnknown ? 'unknown' : 'wrong',
    days: null,
    context: finding.message,
    citation: citationView(finding.citation),
    nextAct: isUnknown ? '补登到会人数' : '核对后报上级',
  };
}

const urgency: readonly OfficeDutyView['state'][] = [
  'wrong',
  'overdue',
  'due',
  'unknown',
  'waiting',
];
const byUrgency = (left: OfficeDutyView, right: OfficeDutyView): number =>
  urgency.indexOf(left.state) - urgency.indexOf(right.state) ||
  (left.on ?? '').localeCompare(right.on ?? '');
