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
  const dossier = known({ ...old?.dossier, ...factFields(fields, old?.dossier ?? {}) });
  const laid = known({
    ...old,
    id,
    name: fields.text('name') ?? old?.name ?? '',
    ...identityFields(fields),
    ...statusFields(fields),
    branchId,
    branchName: branchName ?? old?.branchName,
    dossier: Object.keys(dossier).length === 0 ? undefined : dossier,
  });
  const custom = fields.custom(old?.custom);
  book.put('people', (custom === undefined ? laid : { ...laid, custom }) as Person);
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

function stageOf(status: string | undefined): Stage | undefined {
  if (status === undefined) return undefined;
  return stageOfStatus.find(([pattern]) => pattern.test(status))?.[1];
}

function statusFields(fields: RowFields): Partial<Person> {
  const claims = ['stage', 'membershipState', 'politicalStatus'] as const;
  const claim = claims.find((name) => stageOf(fields.peek(name)) !== undefined);
  const declaredStage = claim === undefined ? undefined : stageOf(fields.text(claim));
  return known({
    declaredStage,
    joinedOn: fields.date('receivedOn'),
    confirmedOn: fields.date('confirmedOn'),
  }) as Partial<Person>;
}

function factFields(fields: RowFields, old: Dossier): Dossier {
  const review = fields.date('politicalReviewOn');
  return known({
    appliedOn: fields.date('appliedOn'),
    talkedOn: fields.date('talkedOn'),
    activistOn: fields.date('activistOn'),
    activistFiledOn: fields.date('activistFiledOn'),
    mentors: namedBefore(fields.list('mentors') ?? fields.list('contactName'), old.mentors),
    developmentTargetOn: fields.date('developmentTargetOn'),
    targetAgreedOn: fields.date('targetFiledOn'),
    notice: period(fields, ['noticeFrom', 'noticeUntil', 'noticePeriod'], old.notice),
    introducers: namedBefore(fields.list('introducers'), old.introducers),
    politicalReview: review === undefined ? undefined : { ...old.politicalReview, on: review },
    training: trainingOf(fields, old),
    committeeReviewedOn: fields.date('committeeReviewedOn'),
    preReviewedOn: fields.date('preReviewedOn'),
    membershipFormOn: fields.date('formSubmittedOn'),
    membershipFormNumber: fields.text('volunteerBookNumber'),
    committeeTalkOn: fields.date('committeeTalkOn'),
    approvedOn: fields.date('approvedOn'),
    oathOn: fields.date('oathOn'),
    printedProbation: period(
      fields,
      ['probationFrom', 'probationUntil', 'probationPeriod'],
      old.printedProbation,
    ),
    confirmationAppliedOn: fields.date('confirmationAppliedOn'),
    confirmationApprovedOn: fields.date('confirmationApprovedOn'),
    archivedOn: fields.date('archivedOn'),
  }) as Dossier;
}

/** People of a list by name; what is on record about one of them stays. */
function namedBefore<Named extends { readonly name: string }>(
  names: readonly string[] | undefined,
  before: readonly Named[] | undefined,
): (Named | { name: string })[] | undefined {
  return names?.map((name) => before?.find((each) => each.name === name) ?? { name });
}

/** A period from two columns or from one. */
function period<Period extends object>(
  fields: RowFields,
  [from, until, both]: readonly [string, string, string],
  before: Period | undefined,
) {
  const range = fields.range(both);
  const stated = known({
    from: fields.date(from) ?? range?.from,
    until: fields.date(until) ?? range?.until,
  });
  return Object.keys(stated).length === 0 ? undefined : { ...before, ...stated };
}

function trainingOf(fields: RowFields, { training }: Dossier): Dossier['training'] {
  const dates = period(fields, ['trainingFrom', 'trainingUntil', 'trainingPeriod'], training);
  const days = fields.count('trainingDays');
  const hours = fields.count('trainingHours');
  const stated = known({ ...dates, days, hours });
  return Object.keys(stated).length === 0 ? undefined : { ...training, ...stated };
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
