import type {
  Organization,
  OrganizationKind,
  OrganizationStatus,
} from '../../../../core/records/organization';
import type {
  PartyOrganization,
  PartyOrganizationLevel,
} from '../../../../core/records/party-organization';
import type { RecordBook } from './record-book';
import { known, type RowFields } from './row-fields';

const statuses: Readonly<Record<string, OrganizationStatus>> = {
  正常: 'operating',
  停业: 'suspended',
  注销: 'deregistered',
  吊销: 'revoked',
  迁出: 'movedAway',
  空壳: 'shell',
  僵尸: 'dormant',
  一照多址: 'duplicateAddress',
};
const socialKinds: Readonly<Record<string, OrganizationKind>> = {
  社会团体: 'socialGroup',
  基金会: 'foundation',
  民办非企业单位: 'socialServiceBody',
  社会服务机构: 'socialServiceBody',
  律师事务所: 'lawFirm',
  会计师事务所: 'accountingFirm',
  税务师事务所: 'taxFirm',
};
const levels: readonly (readonly [RegExp, PartyOrganizationLevel])[] = [
  [/总支/, 'generalBranch'],
  [/党委/, 'committee'],
  [/小组/, 'group'],
];

export type RowContext = { readonly isStaffApproximate: boolean; readonly isSocial: boolean };

/** A unit's row: the unit, its street, the party organisation that covers it, its instructor. */
export function layOrganization(
  book: RecordBook,
  fields: RowFields,
  target: string | undefined,
  context: RowContext,
): string {
  const id = target ?? book.newId();
  const old = book.get('organizations', id);
  const name = fields.text('organizationName') ?? old?.name ?? '';
  const status =
    statuses[fields.text('operatingStatus') ?? ''] ??
    old?.status ??
    (context.isSocial ? 'operating' : 'unknown');
  const kind = context.isSocial
    ? (socialKinds[fields.peek('socialKind') ?? ''] ?? 'socialGroup')
    : (old?.kind ?? 'enterprise');
  const laid: Organization = known({
    ...old,
    id,
    name,
    kind,
    status,
    ...unitFields(fields, context, old),
    ...placeOf(book, fields, old),
  });
  book.put('organizations', laid);
  layPartyOrganization(book, fields, laid);
  layInstructorOf(book, fields, id);
  const custom = fields.custom(old?.custom);
  if (custom !== undefined) book.put('organizations', { ...laid, custom });
  return id;
}

function unitFields(
  fields: RowFields,
  { isStaffApproximate }: RowContext,
  old: Organization | undefined,
): Partial<Organization> {
  const listed = fields.peek('massOrganizations') ?? '';
  const massOrganizations = known({
    union: fields.flag('hasUnion') ?? (listed.includes('工会') || undefined),
    youthLeague: fields.flag('hasYouthLeague') ?? (listed.includes('团') || undefined),
    womensFederation: fields.flag('hasWomensFederation') ?? (listed.includes('妇') || undefined),
  });
  const head = known({ name: fields.text('headName') });
  return known({
    creditCode: fields.text('creditCode'),
    registrationType: fields.text('enterpriseType'),
    staff: fields.count('staffCount'),
    isStaffApproximate: isStaffApproximate ? true : undefined,
    foundedOn: fields.date('foundedOn'),
    address: fields.text('address'),
    isAboveScale: fields.flag('isAboveScale'),
    members: fields.count('memberCount'),
    probationaryMembers: fields.count('probationaryCount'),
    developmentTargets: fields.count('developmentTargetCount'),
    activists: fields.count('activistCount'),
    applicants: fields.count('applicantCount'),
    notBuiltReason: fields.text('notBuiltReason'),
    membersElsewhere: fields.count('membersElsewhere'),
    massOrganizations:
      Object.keys(massOrganizations).length === 0
        ? undefined
        : { ...old?.massOrganizations, ...massOrganizations },
    head: Object.keys(head).length === 0 ? undefined : { ...old?.head, ...head },
  }) as Partial<Organization>;
}

/** 所属乡镇 finds its area by name, or makes one: a place the worker wrote is a place. */
function placeOf(
  book: RecordBook,
  fields: RowFields,
  old: Organization | undefined,
): { areaId?: string } {
  const town = fields.text('town');
  if (town === undefined) return old?.areaId === undefined ? {} : { areaId: old.areaId };
  const existing = book.idByName('areas', town);
  if (existing !== undefined) return { areaId: existing };
  const id = book.newId();
  book.put('areas', { id, name: town, level: 'street' });
  return { areaId: id };
}

function layPartyOrganization(book: RecordBook, fields: RowFields, unit: Organization): void {
  const jointName = fields.text('jointBranchName');
  if (fields.flag('hasPartyOrganization') !== true && jointName === undefined) return;
  const form = fields.text('partyOrganizationForm');
  const isJoint = form?.includes('联合') === true || jointName !== undefined;
  const name =
    jointName ??
    fields.text('partyOrganizationName') ??
    (isJoint ? `${unit.name}所在联合党支部` : `${unit.name}党支部`);
  const existing = book.idByName('partyOrganizations', name);
  const old = existing === undefined ? undefined : book.get('partyOrganizations', existing);
  const covers = (old?.covers ?? []).filter(({ organizationId }) => organizationId !== unit.id);
  book.put(
    'partyOrganizations',
    partyOf(fields, { id: existing ?? book.newId(), name, isJoint, unit, old: { ...old, covers } }),
  );
}

function partyOf(
  fields: RowFields,
  {
    id,
    name,
    isJoint,
    unit,
    old,
  }: {
    id: string;
    name: string;
    isJoint: boolean;
    unit: Organization;
    old: Partial<PartyOrganization>;
  },
): PartyOrganization {
  const level =
    levels.find(([pattern]) => pattern.test(fields.peek('partyOrganizationLevel') ?? name))?.[1] ??
    'branch';
  return known({
    ...old,
    id,
    name,
    level: old.level ?? level,
    form: old.form ?? (isJoint ? 'joint' : 'own'),
    areaId: old.areaId ?? unit.areaId,
    parentName: fields.text('superiorPartyOrganization') ?? old.parentName,
    foundedOn: old.foundedOn ?? fields.date('partyOrganizationBuiltOn'),
    covers: [...(old.covers ?? []), { organizationId: unit.id }],
  }) as PartyOrganization;
}

/** A named instructor is one person however many units name him; an unnamed one is still a link. */
function layInstructorOf(book: RecordBook, fields: RowFields, organizationId: string): void {
  const stated = fields.text('instructorName');
  const isNameless = /^(是|有|已派驻|已选派|[√✓✔])$/.test(stated ?? '');
  const isThere = isNameless || fields.flag('hasInstructor') === true;
  const name = isNameless ? '（未登记姓名）' : (stated ?? (isThere ? '（未登记姓名）' : undefined));
  if (name === undefined) return;
  const existing = book.idByName('instructors', name);
  const old = existing === undefined ? undefined : book.get('instructors', existing);
  const assignments = (old?.assignments ?? []).filter(
    (each) => each.organizationId !== organizationId,
  );
  book.put(
    'instructors',
    known({
      ...old,
      id: existing ?? book.newId(),
      name,
      kind: old?.kind ?? ('instructor' as const),
      workUnit: old?.workUnit ?? fields.text('instructorUnit'),
      phone: old?.phone ?? fields.text('instructorPhone'),
      assignments: [...assignments, { organizationId }],
    }),
  );
}
