import {
  collectKnown,
  type KnownRecord,
  type KnownRecords,
} from '../../../../core/intake/known-records';
import type { FieldValue } from '../../../../core/intake/interpretation';
import type { Organization } from '../../../../core/records/organization';
import type { Person } from '../../../../core/records/person';
import { organizationStatusWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';

type Fields = Record<string, FieldValue>;

/** The ledger in the importer's words: what a row would be compared with. */
export function knownOfLedger(desk: Desk): KnownRecords {
  const records: KnownRecord[] = [];
  for (const organization of desk.reference.organizations.all()) {
    for (const key of organizationKeys(organization))
      records.push({
        key,
        kind: 'organization',
        fields: organizationFields(organization),
        source: organization.id,
      });
  }
  for (const { value } of desk.ledger.scan('people')) {
    const person = value as Person;
    if (person.retired !== undefined) continue;
    for (const key of personKeys(person))
      records.push({ key, kind: 'person', fields: personFields(person), source: person.id });
  }
  for (const instructor of desk.reference.instructors.all()) {
    const key =
      instructor.idNumber === undefined ? `name:${instructor.name}` : `id:${instructor.idNumber}`;
    records.push({
      key,
      kind: 'instructor',
      fields: { instructorName: instructor.name },
      source: instructor.id,
    });
  }
  for (const party of desk.reference.partyOrganizations.all()) {
    records.push({
      key: `name:${party.name}`,
      kind: 'partyOrganization',
      fields: { partyOrganizationName: party.name },
      source: party.id,
    });
  }
  return collectKnown(records);
}

function organizationKeys({ creditCode, name }: Organization): string[] {
  return creditCode === undefined ? [`name:${name}`] : [`uscc:${creditCode}`, `name:${name}`];
}

function personKeys({ idNumber, staffNumber, name }: Person): string[] {
  if (idNumber !== undefined) return [`id:${idNumber}`];
  return staffNumber === undefined ? [`name:${name}`] : [`no:${staffNumber}`];
}

function defined(fields: Readonly<Record<string, FieldValue | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}

function organizationFields(organization: Organization): Fields {
  const {
    name,
    creditCode,
    staff,
    foundedOn,
    address,
    isAboveScale,
    members,
    probationaryMembers,
    massOrganizations,
    status,
  } = organization;
  return defined({
    organizationName: name,
    creditCode,
    staffCount: staff,
    foundedOn,
    address,
    isAboveScale,
    memberCount: members,
    probationaryCount: probationaryMembers,
    hasUnion: massOrganizations?.union,
    hasYouthLeague: massOrganizations?.youthLeague,
    hasWomensFederation: massOrganizations?.womensFederation,
    operatingStatus: organizationStatusWords[status],
  });
}

function personFields(person: Person): Fields {
  const {
    name,
    idNumber,
    staffNumber,
    gender,
    birthOn,
    ethnicity,
    nativePlace,
    education,
    position,
    phone,
    dossier,
  } = person;
  return defined({
    name,
    idNumber,
    personNumber: staffNumber,
    gender: gender === undefined ? undefined : gender === 'male' ? '男' : '女',
    birthOn,
    ethnicity,
    nativePlace,
    education,
    position,
    phone,
    appliedOn: dossier?.appliedOn,
    activistOn: dossier?.activistOn,
    developmentTargetOn: dossier?.developmentTargetOn,
    receivedOn: person.joinedOn,
    confirmedOn: person.confirmedOn,
  });
}
