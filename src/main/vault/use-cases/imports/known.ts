import {
  collectKnown,
  type KnownRecord,
  type KnownRecords,
} from '../../../../core/intake/known-records';
import type { FieldValue } from '../../../../core/intake/interpretation';
import type { Organization } from '../../../../core/records/organization';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Person } from '../../../../core/records/person';
import type { Instructor } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { knownInstructor, knownParty } from './known-others';
import { knownOrganization, type Neighbours } from './known-organization';
import { knownPerson } from './known-person';
import { fieldsOfCustom } from './row-fields';

/**
 * The ledger in the importer's words: what a row would be compared with. Each field a row can lay on a
 * record is told back here, so that the same sheet imported again changes nothing.
 */
export function knownOfLedger(desk: Desk): KnownRecords {
  const neighbours = neighboursOf(desk);
  const records: KnownRecord[] = [];
  for (const organization of desk.reference.organizations.all()) {
    const fields = withCustom(knownOrganization(organization, neighbours), organization);
    for (const key of organizationKeys(organization))
      records.push({ key, kind: 'organization', fields, source: organization.id });
  }
  for (const { value } of desk.ledger.scan('people')) {
    const person = value as Person;
    if (person.retired !== undefined) continue;
    const fields = withCustom(knownPerson(person, neighbours.parties), person);
    for (const key of personKeys(person))
      records.push({ key, kind: 'person', fields, source: person.id });
  }
  for (const instructor of desk.reference.instructors.all()) {
    const fields = withCustom(knownInstructor(instructor, neighbours.unitNames), instructor);
    for (const key of instructorKeys(instructor))
      records.push({ key, kind: 'instructor', fields, source: instructor.id });
  }
  for (const party of desk.reference.partyOrganizations.all()) {
    const fields = withCustom(knownParty(party), party);
    for (const key of partyKeys(party))
      records.push({ key, kind: 'partyOrganization', fields, source: party.id });
  }
  return collectKnown(records);
}

function neighboursOf(desk: Desk): Neighbours {
  const parties = desk.reference.partyOrganizations.all();
  const instructors = desk.reference.instructors.all();
  return {
    towns: new Map(desk.reference.areas.all().map(({ id, name }) => [id, name])),
    parties: new Map(parties.map((party) => [party.id, party])),
    unitNames: new Map(desk.reference.organizations.all().map(({ id, name }) => [id, name])),
    partyOfUnit: new Map(
      parties.flatMap((party) =>
        (party.covers ?? [])
          .filter(({ until }) => until === undefined)
          .map(({ organizationId }) => [organizationId, party] as const),
      ),
    ),
    instructorOfUnit: new Map(
      instructors.flatMap((instructor) =>
        (instructor.assignments ?? [])
          .filter(({ until }) => until === undefined)
          .map(({ organizationId }) => [organizationId, instructor] as const),
      ),
    ),
  };
}

function withCustom(
  fields: Record<string, FieldValue>,
  { custom }: { readonly custom?: Readonly<Record<string, string>> | undefined },
): Record<string, FieldValue> {
  return { ...fields, ...fieldsOfCustom(custom) };
}

function organizationKeys({ creditCode, name }: Organization): string[] {
  return creditCode === undefined ? [`name:${name}`] : [`uscc:${creditCode}`, `name:${name}`];
}

function personKeys({ idNumber, staffNumber, name }: Person): string[] {
  if (idNumber !== undefined) return [`id:${idNumber}`];
  return staffNumber === undefined ? [`name:${name}`] : [`no:${staffNumber}`];
}

function instructorKeys({ idNumber, name }: Instructor): string[] {
  return idNumber === undefined
    ? [`instructor-name:${name}`]
    : [`instructor-id:${idNumber}`, `instructor-name:${name}`];
}

function partyKeys({ name, parentName }: PartyOrganization): string[] {
  return [`branch:${parentName ?? ''}|${name}`, `branch:|${name}`];
}
