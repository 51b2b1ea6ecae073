import type { FieldId } from './fields-data';
import type { HeaderCell } from './find-layout';
import { foldHeader } from './map-header';

/** A column with the field its words alone would give it. */
export interface ProposedColumn extends HeaderCell {
  readonly field: FieldId | undefined;
}

interface Surroundings {
  readonly fields: ReadonlySet<FieldId>;
  readonly columns: readonly ProposedColumn[];
  /** Name of the sheet and its title lines. */
  readonly titles: string;
}

/** A word that means one thing here and another there: what it means among these columns. */
interface ContextRule {
  readonly proposes: FieldId | undefined;
  readonly header: RegExp;
  readonly when: (around: Surroundings) => boolean;
  readonly means: FieldId | undefined;
}

const any = /./;
const has = (...fields: FieldId[]) => {
  return ({ fields: found }: Surroundings) => fields.some((field) => found.has(field));
};
const proposedBy = (field: FieldId, header: RegExp) => {
  return ({ columns }: Surroundings) =>
    columns.some((column) => column.field === field && header.test(foldHeader(column.header)));
};
const isOnTheWay = (around: Surroundings) =>
  around.fields.has('name') && has('activistOn', 'appliedOn')(around);
const isAboutTerms = (around: Surroundings) =>
  !around.fields.has('name') && has('nextElectionOn', 'termYears')(around);
const isAboutInstructors = (around: Surroundings) =>
  !around.fields.has('instructorName') &&
  (has('targetOrganizations', 'employment', 'dispatchLevel')(around) ||
    /指导员|联络员/.test(around.titles));
const isAboutSocial = (around: Surroundings) =>
  /社会组织/.test(around.titles) ||
  has('associationMembers')(around) ||
  proposedBy('organizationName', /社会组织/)(around);
const isAboutSites = (around: Surroundings) =>
  !has('name', 'organizationName', 'idNumber')(around) &&
  has('hasPartyOrganization', 'staffCount', 'memberCount', 'hasInstructor')(around);

const rules: readonly ContextRule[] = [
  // 所在党组织 beside 所在党支部 is the committee above it; alone it is the branch itself.
  {
    proposes: 'branchName',
    header: /^(?!.*支部)/,
    when: (around) => proposedBy('branchName', /支部/)(around) && !has('committeeName')(around),
    means: 'committeeName',
  },
  {
    proposes: 'branchName',
    header: /^(?!.*支部)/,
    when: proposedBy('branchName', /支部/),
    means: undefined,
  },
  // In a list of places of work the site is the unit itself; beside names of people it is where they work.
  ...(['siteName', undefined] as const).map((proposes): ContextRule => ({
    proposes,
    header: /^(快递|外卖|配送)?(站点|网点)(名称)?$/,
    when: isAboutSites,
    means: 'organizationName',
  })),
  {
    proposes: undefined,
    header: /^(总|从业)?人数$/,
    when: (around) => isAboutSites(around) && !has('staffCount')(around),
    means: 'staffCount',
  },
  // 组织类型 is how an organisation was set up only where the sheet has no plainer column for it.
  {
    proposes: 'partyOrganizationForm',
    header: /^组织类型$/,
    when: (around) =>
      proposedBy('partyOrganizationForm', /组建|建立|形式/)(around) ||
      !has('hasPartyOrganization', 'partyOrganizationBuiltOn')(around),
    means: undefined,
  },
  {
    proposes: 'socialKind',
    header: /^组织类别$/,
    when: (around) => !isAboutSocial(around),
    means: undefined,
  },
  {
    proposes: 'contactName',
    header: any,
    when: (around) => isOnTheWay(around) && !has('mentors')(around),
    means: 'mentors',
  },
  { proposes: 'name', header: any, when: isAboutInstructors, means: 'instructorName' },
  { proposes: 'startOn', header: any, when: isAboutTerms, means: 'lastElectedOn' },
  {
    proposes: 'endOn',
    header: any,
    when: (around) => isAboutTerms(around) && !has('nextElectionOn')(around),
    means: 'nextElectionOn',
  },
  {
    proposes: 'organizationName',
    header: /^名称$/,
    when: (around) => isAboutTerms(around) && !has('branchName', 'partyOrganizationName')(around),
    means: 'partyOrganizationName',
  },
  {
    proposes: undefined,
    header: /^状态$/,
    when: (around) => has('organizationName')(around) && !has('operatingStatus')(around),
    means: 'operatingStatus',
  },
];

/** Settles the words that mean one thing on a roster of people and another on a list of units. */
export function settleInContext(
  columns: readonly ProposedColumn[],
  titles: string,
): readonly ProposedColumn[] {
  const fields = new Set(columns.flatMap(({ field }) => (field === undefined ? [] : [field])));
  const around: Surroundings = { fields, columns, titles };
  return columns.map((column) => {
    const header = foldHeader(column.header);
    const rule = rules.find(
      (each) => each.proposes === column.field && each.header.test(header) && each.when(around),
    );
    return rule === undefined ? column : { ...column, field: rule.means };
  });
}
