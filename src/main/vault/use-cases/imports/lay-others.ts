import type { Instructor } from '../../../../core/records/work';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { RecordBook } from './record-book';
import { known, type RowFields } from './row-fields';

/** An instructor's row: one person, as many units as the rows name. */
export function layInstructor(
  book: RecordBook,
  fields: RowFields,
  target: string | undefined,
): void {
  const name = fields.text('instructorName') ?? fields.text('name') ?? '';
  const id = target ?? book.idByName('instructors', name) ?? book.newId();
  const old = book.get('instructors', id);
  const named = (fields.list('targetOrganizations') ?? []).flatMap(
    (unit) => book.idByName('organizations', unit) ?? [],
  );
  const assignments = [...(old?.assignments ?? [])];
  for (const organizationId of named) {
    if (!assignments.some((each) => each.organizationId === organizationId))
      assignments.push({ organizationId });
  }
  const employment = fields.text('employment');
  const stated = known({
    isFullTime: employment === '专职' ? true : employment === '兼职' ? false : undefined,
    dispatchLevel: fields.text('dispatchLevel'),
    idNumber: fields.text('idNumber'),
    phone: fields.text('phone'),
    position: fields.text('position'),
    workUnit: fields.text('partyOrganization'),
    visitFrequency: fields.text('visitFrequency'),
    visitCount: fields.count('visitTimes'),
  });
  const laid = { kind: 'instructor' as const, ...old, ...stated, id, name, assignments };
  book.put('instructors', laid as Instructor);
}

/** A branch's row of a 换届 ledger. */
export function layParty(book: RecordBook, fields: RowFields, target: string | undefined): void {
  const name = fields.text('partyOrganizationName') ?? fields.text('branchName') ?? '';
  const id = target ?? book.idByName('partyOrganizations', name) ?? book.newId();
  const old = book.get('partyOrganizations', id);
  const secretary = fields.text('secretaryName');
  const stated = known({
    parentName: fields.text('committeeName') ?? fields.text('superiorPartyOrganization'),
    foundedOn: fields.date('partyOrganizationBuiltOn'),
    fullMembers: fields.count('fullMemberCount'),
    lastElectedOn: fields.day('lastElectedOn'),
    termYears: fields.count('termYears'),
    posts: secretary === undefined ? undefined : [{ kind: 'secretary' as const, name: secretary }],
  });
  const laid = { level: 'branch' as const, form: 'own' as const, ...old, ...stated, id, name };
  book.put('partyOrganizations', laid as PartyOrganization);
}
