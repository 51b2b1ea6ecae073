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
  const laid = known({
    ...old,
    id,
    name,
    kind: old?.kind ?? ('instructor' as const),
    isFullTime: employment === '专职' ? true : employment === '兼职' ? false : old?.isFullTime,
    dispatchLevel: fields.text('dispatchLevel') ?? old?.dispatchLevel,
    idNumber: fields.text('idNumber') ?? old?.idNumber,
    phone: fields.text('phone') ?? old?.phone,
    position: fields.text('position') ?? old?.position,
    workUnit: fields.text('partyOrganization') ?? old?.workUnit,
    visitFrequency: fields.text('visitFrequency') ?? old?.visitFrequency,
    visitCount: fields.count('visitTimes') ?? old?.visitCount,
    assignments,
  });
  book.put('instructors', laid as Instructor);
}

/** A branch's row of a 换届 ledger. */
export function layParty(book: RecordBook, fields: RowFields, target: string | undefined): void {
  const name = fields.text('partyOrganizationName') ?? fields.text('branchName') ?? '';
  const id = target ?? book.idByName('partyOrganizations', name) ?? book.newId();
  const old = book.get('partyOrganizations', id);
  const secretary = fields.text('secretaryName');
  const laid = known({
    ...old,
    id,
    name,
    level: old?.level ?? ('branch' as const),
    form: old?.form ?? ('own' as const),
    parentName:
      fields.text('committeeName') ?? fields.text('superiorPartyOrganization') ?? old?.parentName,
    foundedOn: fields.date('partyOrganizationBuiltOn') ?? old?.foundedOn,
    fullMembers: fields.count('fullMemberCount') ?? old?.fullMembers,
    lastElectedOn: fields.day('lastElectedOn') ?? old?.lastElectedOn,
    termYears: fields.count('termYears') ?? old?.termYears,
    posts: secretary === undefined ? old?.posts : [{ kind: 'secretary' as const, name: secretary }],
  });
  book.put('partyOrganizations', laid as PartyOrganization);
}
