import { addDays } from '../../../../core/calendar/arithmetic';
import type { CalendarDate } from '../../../../core/calendar/calendar-date';
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
  const units = fields.list('targetOrganizations') ?? [];
  const named = units.flatMap((unit) => book.idByName('organizations', unit) ?? []);
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
  // Units the ledger does not have are kept as the sheet named them.
  const unmet = named.length < units.length ? { 指导企业: units.join('、') } : {};
  const custom = fields.custom({ ...old?.custom, ...unmet });
  const laid = known({
    kind: 'instructor' as const,
    ...old,
    ...stated,
    id,
    name,
    assignments,
    custom,
  });
  book.put('instructors', laid as Instructor);
}

/** The secretary the sheet names; the former one's post ends the day the new one was elected. */
function secretaryOf(
  old: PartyOrganization | undefined,
  name: string,
  from: CalendarDate | undefined,
): NonNullable<PartyOrganization['posts']> {
  const posts = old?.posts ?? [];
  const isSame = posts.some((post) => post.kind === 'secretary' && post.name === name);
  if (isSame) return posts;
  const ended = posts.flatMap((post) => {
    if (post.kind !== 'secretary' || post.until !== undefined) return [post];
    return from === undefined ? [] : [{ ...post, until: addDays(from, -1) }];
  });
  return [...ended, known({ kind: 'secretary' as const, name, from })];
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
    termYears: fields.count('termYears', 10) || undefined,
    phone: fields.text('secretaryPhone'),
    posts:
      secretary === undefined
        ? undefined
        : secretaryOf(old, secretary, fields.day('lastElectedOn')),
  });
  const custom = fields.custom(old?.custom);
  const laid = known({
    level: 'branch' as const,
    form: 'own' as const,
    ...old,
    ...stated,
    id,
    name,
    custom,
  });
  book.put('partyOrganizations', laid as PartyOrganization);
}
