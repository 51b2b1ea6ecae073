import type { Dossier } from '../../../../core/records/dossier';
import type { Person, Stage } from '../../../../core/records/person';
import type { RecordBook } from './record-book';
import { known, type RowFields } from './row-fields';

const stageOfStatus: readonly (readonly [RegExp, Stage])[] = [
  [/预备/, 'probationaryMember'],
  [/党员/, 'fullMember'],
  [/发展对象/, 'developmentTarget'],
  [/积极分子/, 'activist'],
  [/申请/, 'applicant'],
];

/** A person's row laid on the person: dates as typed, the stage only where the sheet states one. */
export function layPerson(book: RecordBook, fields: RowFields, target: string | undefined): void {
  const id = target ?? book.newId();
  const old = book.get('people', id);
  const branchName = fields.text('branchName');
  const branchId =
    branchName === undefined
      ? old?.branchId
      : branchOf(book, branchName, fields.text('committeeName'));
  const dossier = known({ ...old?.dossier, ...factFields(fields) });
  const laid = known({
    ...old,
    id,
    name: fields.text('name') ?? old?.name ?? '',
    ...identityFields(fields),
    ...statusFields(fields),
    branchId,
    branchName: branchName ?? old?.branchName,
    dossier: Object.keys(dossier).length === 0 ? undefined : dossier,
    custom: fields.custom() ?? old?.custom,
  });
  book.put('people', laid as Person);
}

function identityFields(fields: RowFields): Partial<Person> {
  const gender = fields.text('gender');
  return known({
    idNumber: fields.text('idNumber'),
    staffNumber: fields.text('personNumber'),
    phone: fields.text('phone'),
    gender: gender === '男' ? ('male' as const) : gender === '女' ? ('female' as const) : undefined,
    birthOn: fields.date('birthOn'),
    ethnicity: fields.text('ethnicity'),
    nativePlace: fields.text('nativePlace'),
    education: fields.text('education'),
    position: fields.text('position') ?? fields.text('occupation'),
    workplace:
      fields.text('employer') ?? fields.text('departmentOrClass') ?? fields.text('department'),
    isFloating: fields.flag('isFloating'),
  }) as Partial<Person>;
}

function statusFields(fields: RowFields): Partial<Person> {
  const status = fields.text('stage') ?? fields.text('politicalStatus');
  const declaredStage =
    status === undefined ? undefined : stageOfStatus.find(([pattern]) => pattern.test(status))?.[1];
  return known({
    declaredStage,
    joinedOn: fields.date('receivedOn'),
    confirmedOn: fields.date('confirmedOn'),
  }) as Partial<Person>;
}

function factFields(fields: RowFields): Dossier {
  const people = (name: string) => fields.list(name)?.map((each) => ({ name: each }));
  const review = fields.date('politicalReviewOn');
  return known({
    appliedOn: fields.date('appliedOn'),
    talkedOn: fields.date('talkedOn'),
    activistOn: fields.date('activistOn'),
    mentors: people('mentors') ?? people('contactName'),
    developmentTargetOn: fields.date('developmentTargetOn'),
    introducers: people('introducers'),
    politicalReview: review === undefined ? undefined : { on: review },
    preReviewedOn: fields.date('preReviewedOn'),
    approvedOn: fields.date('approvedOn'),
    confirmationAppliedOn: fields.date('confirmationAppliedOn'),
    membershipFormNumber: fields.text('volunteerBookNumber'),
  }) as Dossier;
}

/** The branch a roster names, by name; one that the ledger lacks is registered as the sheet wrote it. */
function branchOf(book: RecordBook, name: string, committeeName: string | undefined): string {
  const existing = book.idByName('partyOrganizations', name);
  if (existing !== undefined) return existing;
  const id = book.newId();
  book.put(
    'partyOrganizations',
    known({ id, name, level: 'branch' as const, form: 'own' as const, parentName: committeeName }),
  );
  return id;
}
