import type { FieldValue } from '../../../../core/intake/interpretation';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Instructor } from '../../../../core/records/work';
import { known } from './row-fields';

/** An instructor as `layInstructor` would have read him from a sheet. */
export function knownInstructor(
  instructor: Instructor,
  unitNames: ReadonlyMap<string, string>,
): Record<string, FieldValue> {
  const { isFullTime, assignments = [] } = instructor;
  const units = assignments.flatMap(({ organizationId }) => unitNames.get(organizationId) ?? []);
  return known({
    instructorName: instructor.name,
    idNumber: instructor.idNumber,
    phone: instructor.phone,
    employment: isFullTime === undefined ? undefined : isFullTime ? '专职' : '兼职',
    dispatchLevel: instructor.dispatchLevel,
    position: instructor.position,
    partyOrganization: instructor.workUnit,
    visitFrequency: instructor.visitFrequency,
    visitTimes: instructor.visitCount,
    targetOrganizations: units.length === 0 ? undefined : units,
  }) as Record<string, FieldValue>;
}

/** A branch as `layParty` would have read it from a sheet. */
export function knownParty(party: PartyOrganization): Record<string, FieldValue> {
  const secretary = party.posts?.find(
    ({ kind, until }) => kind === 'secretary' && until === undefined,
  );
  return known({
    partyOrganizationName: party.name,
    branchName: party.name,
    committeeName: party.parentName,
    superiorPartyOrganization: party.parentName,
    partyOrganizationBuiltOn: party.foundedOn,
    fullMemberCount: party.fullMembers,
    lastElectedOn: party.lastElectedOn,
    termYears: party.termYears,
    secretaryName: secretary?.name,
    secretaryPhone: party.phone,
  }) as Record<string, FieldValue>;
}
