import type { FieldId } from './fields-data';
import type { SubjectKind } from './subject-kind';

export interface Template {
  readonly label: string;
  readonly subject: SubjectKind;
  /** All of these columns are there. */
  readonly needs: readonly FieldId[];
  /** And at least one of these, where any are named. */
  readonly oneOf?: readonly FieldId[];
  /** And one of these. */
  readonly alsoOneOf?: readonly FieldId[];
  readonly without?: readonly FieldId[];
}

/** Kinds of sheets people keep, recognised by their columns; the first that fits is taken. */
export const templates = {
  instructorRoster: {
    label: '党建指导员花名册',
    subject: 'instructor',
    needs: ['instructorName'],
    oneOf: ['targetOrganizations', 'employment', 'dispatchLevel'],
    without: ['organizationName'],
  },
  termLedger: {
    label: '党组织换届台账',
    subject: 'partyOrganization',
    needs: [],
    oneOf: ['nextElectionOn', 'termYears'],
    without: ['name', 'creditCode', 'staffCount'],
    alsoOneOf: ['branchName', 'partyOrganizationName'],
  },
  socialOrganizationSurvey: {
    label: '社会组织党建台账',
    subject: 'organization',
    needs: ['organizationName'],
    oneOf: ['socialKind', 'associationMembers', 'registrationNumber'],
  },
  enterpriseSurvey: {
    label: '非公企业党建摸排台账',
    subject: 'organization',
    needs: ['organizationName'],
    oneOf: ['creditCode', 'hasPartyOrganization', 'operatingStatus', 'staffCount'],
  },
  floatingMemberLedger: {
    label: '流动党员台账',
    subject: 'person',
    needs: ['name'],
    oneOf: ['flowInOn', 'flowOutOn', 'flowCertificate'],
  },
  newGroupSurvey: {
    label: '新就业群体摸排表',
    subject: 'person',
    needs: ['name'],
    oneOf: ['workerGroup', 'siteName'],
  },
  memberRoster: {
    label: '党员花名册',
    subject: 'person',
    needs: ['name'],
    oneOf: ['receivedOn', 'confirmedOn'],
    without: ['appliedOn', 'activistOn'],
  },
  developmentRoster: {
    label: '发展党员名册',
    subject: 'person',
    needs: ['name'],
    oneOf: ['appliedOn', 'activistOn', 'developmentTargetOn', 'stage', 'volunteerBookNumber'],
  },
  personRoster: {
    label: '人员名册',
    subject: 'person',
    needs: ['name'],
    oneOf: ['idNumber', 'personNumber', 'gender', 'politicalStatus', 'branchName', 'phone'],
  },
  partyOrganizationList: {
    label: '党组织名册',
    subject: 'partyOrganization',
    needs: [],
    oneOf: ['branchName', 'partyOrganizationName'],
    without: ['name'],
  },
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof templates;

export function templateOf(fields: ReadonlySet<FieldId>): TemplateId | undefined {
  const ids = Object.keys(templates) as TemplateId[];
  return ids.find((id) => {
    const { needs, oneOf, alsoOneOf, without }: Template = templates[id];
    const hasOneOf = (some: readonly FieldId[] | undefined) =>
      some === undefined || some.some((field) => fields.has(field));
    return (
      needs.every((field) => fields.has(field)) &&
      hasOneOf(oneOf) &&
      hasOneOf(alsoOneOf) &&
      !(without ?? []).some((field) => fields.has(field))
    );
  });
}
