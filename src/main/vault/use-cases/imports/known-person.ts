import type { FieldValue } from '../../../../core/intake/interpretation';
import type { Dossier } from '../../../../core/records/dossier';
import type { PartyOrganization } from '../../../../core/records/party-organization';
import type { Person, Stage } from '../../../../core/records/person';
import { known } from './row-fields';

type Fields = Record<string, FieldValue>;

const stageWords: Readonly<Record<Stage, readonly [stage: string, status: string]>> = {
  applicant: ['入党申请人', '入党申请人'],
  activist: ['入党积极分子', '入党积极分子'],
  developmentTarget: ['发展对象', '发展对象'],
  probationaryMember: ['预备党员', '中共预备党员'],
  fullMember: ['正式党员', '中共党员'],
};

/** A person as `layPerson` would have read them from a sheet. */
export function knownPerson(
  person: Person,
  parties: ReadonlyMap<string, PartyOrganization>,
): Fields {
  const { gender, declaredStage, workplace, position } = person;
  const [stage, status] = declaredStage === undefined ? [] : stageWords[declaredStage];
  return known({
    name: person.name,
    idNumber: person.idNumber,
    personNumber: person.staffNumber,
    phone: person.phone,
    gender: gender === undefined ? undefined : gender === 'male' ? '男' : '女',
    birthOn: person.birthOn,
    ethnicity: person.ethnicity,
    nativePlace: person.nativePlace,
    education: person.education,
    position,
    occupation: position,
    employer: workplace,
    departmentOrClass: workplace,
    department: workplace,
    isFloating: person.isFloating,
    stage,
    membershipState: stage,
    politicalStatus: status,
    receivedOn: person.joinedOn,
    confirmedOn: person.confirmedOn,
    branchName: person.branchName,
    committeeName: parties.get(person.branchId ?? '')?.parentName,
    ...knownFacts(person.dossier ?? {}),
  }) as Fields;
}

function knownFacts(dossier: Dossier): Record<string, FieldValue | undefined> {
  const { notice, training, printedProbation } = dossier;
  const mentors = dossier.mentors?.map(({ name }) => name);
  return {
    appliedOn: dossier.appliedOn,
    talkedOn: dossier.talkedOn,
    activistOn: dossier.activistOn,
    activistFiledOn: dossier.activistFiledOn,
    mentors,
    contactName: mentors?.join('、'),
    developmentTargetOn: dossier.developmentTargetOn,
    targetFiledOn: dossier.targetAgreedOn,
    noticeFrom: notice?.from,
    noticeUntil: notice?.until,
    noticePeriod: joined(notice),
    introducers: dossier.introducers?.map(({ name }) => name),
    politicalReviewOn: dossier.politicalReview?.on,
    trainingFrom: training?.from,
    trainingUntil: training?.until,
    trainingPeriod: joined(training),
    trainingDays: training?.days,
    trainingHours: training?.hours,
    committeeReviewedOn: dossier.committeeReviewedOn,
    preReviewedOn: dossier.preReviewedOn,
    formSubmittedOn: dossier.membershipFormOn,
    volunteerBookNumber: dossier.membershipFormNumber,
    committeeTalkOn: dossier.committeeTalkOn,
    approvedOn: dossier.approvedOn,
    oathOn: dossier.oathOn,
    probationFrom: printedProbation?.from,
    probationUntil: printedProbation?.until,
    probationPeriod: joined(printedProbation),
    confirmationAppliedOn: dossier.confirmationAppliedOn,
    confirmationApprovedOn: dossier.confirmationApprovedOn,
    archivedOn: dossier.archivedOn,
  };
}

function joined(period: { from?: string | undefined; until?: string | undefined } | undefined) {
  const { from, until } = period ?? {};
  return from === undefined || until === undefined ? undefined : `${from}/${until}`;
}
