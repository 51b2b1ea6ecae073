import type { FieldValue } from '../../../../core/intake/interpretation';
import { organizationStatusWords } from '../../../../core/labels/labels';
import type { Organization } from '../../../../core/records/organization';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Instructor } from '../../../../core/records/work';
import { known } from './row-fields';

/** What a unit's row says of other records. */
export interface Neighbours {
  readonly towns: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, PartyOrganization>;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly partyOfUnit: ReadonlyMap<string, PartyOrganization>;
  readonly instructorOfUnit: ReadonlyMap<string, Instructor>;
}

/** A unit as `layOrganization` would have read it from a sheet. */
export function knownOrganization(
  organization: Organization,
  neighbours: Neighbours,
): Record<string, FieldValue> {
  const { massOrganizations, areaId, status } = organization;
  return known({
    organizationName: organization.name,
    creditCode: organization.creditCode,
    enterpriseType: organization.registrationType,
    staffCount: organization.staff,
    foundedOn: organization.foundedOn,
    address: organization.address,
    isAboveScale: organization.isAboveScale,
    memberCount: organization.members,
    probationaryCount: organization.probationaryMembers,
    membersElsewhere: organization.membersElsewhere,
    developmentTargetCount: organization.developmentTargets,
    activistCount: organization.activists,
    applicantCount: organization.applicants,
    notBuiltReason: organization.notBuiltReason,
    hasUnion: massOrganizations?.union,
    hasYouthLeague: massOrganizations?.youthLeague,
    hasWomensFederation: massOrganizations?.womensFederation,
    headName: organization.head?.name,
    town: areaId === undefined ? undefined : neighbours.towns.get(areaId),
    operatingStatus: organizationStatusWords[status],
    ...partyOf(neighbours.partyOfUnit.get(organization.id)),
    ...instructorOf(neighbours.instructorOfUnit.get(organization.id)),
  }) as Record<string, FieldValue>;
}

const formWords: Readonly<Record<string, string>> = { own: '单独组建', joint: '联合组建' };

function partyOf(party: PartyOrganization | undefined): Record<string, FieldValue | undefined> {
  if (party === undefined) return {};
  return {
    hasPartyOrganization: true,
    partyOrganizationName: party.name,
    jointBranchName: party.form === 'joint' ? party.name : undefined,
    partyOrganizationForm: formWords[party.form],
    partyOrganizationBuiltOn: party.foundedOn,
    superiorPartyOrganization: party.parentName,
  };
}

function instructorOf(instructor: Instructor | undefined): Record<string, FieldValue | undefined> {
  if (instructor === undefined) return {};
  return {
    hasInstructor: true,
    instructorName: instructor.name,
    instructorUnit: instructor.workUnit,
    instructorPhone: instructor.phone,
  };
}
