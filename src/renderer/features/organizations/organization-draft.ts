import type { VaultInput } from '../../../contract/channels';
import type { Organization } from '../../../core/records/organization';
import { workerGroups } from '../../../core/records/organization';
import { readTypedDate } from '../../lib/typed-date';

export type OrganizationPatch = VaultInput<'organizations.save'>['patch'];

export const textFields = [
  'name',
  'creditCode',
  'siteNumber',
  'address',
  'industry',
  'registrationType',
  'industryDepartment',
  'notBuiltReason',
  'excludedReason',
  'statusEvidence',
  'statusVerifiedBy',
  'note',
] as const;
export const countFields = [
  'staff',
  'staffUnder35',
  'members',
  'probationaryMembers',
  'membersElsewhere',
] as const;
export const dayFields = [
  'statusSince',
  'statusVerifiedOn',
  'lastVerifiedOn',
  'foundedOn',
  'pledgedOn',
] as const;
export const choiceFields = ['kind', 'status', 'areaId', 'carrierId', 'headquartersId'] as const;
/** Yes, no, or nobody said. */
export const flagFields = [
  'hasLiaison',
  'isAboveScale',
  'isPlatform',
  'isIndustryAssociation',
] as const;
const massFields = ['union', 'youthLeague', 'womensFederation'] as const;
export const groups = workerGroups;

type Nested =
  | 'head.name'
  | 'head.phone'
  | 'head.isPartyMember'
  | 'head.isSecretary'
  | `mass.${(typeof massFields)[number]}`
  | `group.${(typeof workerGroups)[number]}`;
export type DraftField =
  | (typeof textFields)[number]
  | (typeof countFields)[number]
  | (typeof dayFields)[number]
  | (typeof choiceFields)[number]
  | (typeof flagFields)[number]
  | Nested;

/** What the form holds: text as typed, so that half a number is never a number. */
export type OrganizationDraft = Readonly<Record<DraftField, string>>;

const flagText = (flag: boolean | undefined): string =>
  flag === undefined ? '' : flag ? 'yes' : 'no';
const flagOf = (text: string): boolean | undefined => (text === '' ? undefined : text === 'yes');

const approximate = '约';

function countText(record: Partial<Organization>, field: (typeof countFields)[number]): string {
  const text = record[field]?.toString() ?? '';
  return field === 'staff' && record.isStaffApproximate === true ? `${approximate}${text}` : text;
}

/** Groups of facts that are kept together in one field of the record. */
function nestedTexts({ head, massOrganizations, groupHeadcounts }: Partial<Organization>) {
  const texts: [string, string][] = [
    ['head.name', head?.name ?? ''],
    ['head.phone', head?.phone ?? ''],
    ['head.isPartyMember', flagText(head?.isPartyMember)],
    ['head.isSecretary', flagText(head?.isSecretary)],
  ];
  for (const field of massFields)
    texts.push([`mass.${field}`, flagText(massOrganizations?.[field])]);
  for (const group of workerGroups)
    texts.push([`group.${group}`, groupHeadcounts?.[group]?.toString() ?? '']);
  return texts;
}

export function draftOf(record: Partial<Organization>): OrganizationDraft {
  const plain = [...textFields, ...dayFields, ...choiceFields].map(
    (field) => [field, record[field] ?? ''] as const,
  );
  const counts = countFields.map((field) => [field, countText(record, field)] as const);
  const flags = flagFields.map((field) => [field, flagText(record[field])] as const);
  const draft = Object.fromEntries([...plain, ...counts, ...flags, ...nestedTexts(record)]);
  return {
    ...(draft as OrganizationDraft),
    kind: record.kind ?? 'enterprise',
    status: record.status ?? 'operating',
  };
}

const wholeNumber = /^\d{0,7}$/;

/** Fields whose text is not a whole number of people; 约30 is one for the staff. */
export function invalidCounts(draft: OrganizationDraft): readonly DraftField[] {
  const fields: readonly DraftField[] = [
    ...countFields,
    ...workerGroups.map((group) => `group.${group}` as const),
  ];
  return fields.filter((field) => {
    const text = draft[field].trim();
    return !wholeNumber.test(field === 'staff' ? text.replace(/^约/, '') : text);
  });
}

const isOneOf = <Name extends string>(names: readonly Name[], field: string): field is Name =>
  names.some((each) => each === field);

/** One changed field of its own, as the record keeps it. */
function plainValue(field: DraftField, text: string): [string, unknown][] {
  if (field === 'staff')
    return [
      ['staff', Number(text.replace(/^约/, ''))],
      ['isStaffApproximate', text.startsWith(approximate) ? true : undefined],
    ];
  if (isOneOf(countFields, field)) return [[field, Number(text)]];
  if (isOneOf(dayFields, field)) return [[field, readTypedDate(text)]];
  return [[field, isOneOf(flagFields, field) ? text === 'yes' : text]];
}

const stated = (entries: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));

/** A group of facts goes as a whole: what was emptied in it is not known any more. */
function nestedPatch(draft: OrganizationDraft, changed: readonly string[]): Record<string, object> {
  const touches = (prefix: string) => changed.some((field) => field.startsWith(prefix));
  const patch: Record<string, object> = {};
  if (touches('head.'))
    patch['head'] = stated([
      ['name', draft['head.name'].trim()],
      ['phone', draft['head.phone'].trim()],
      ['isPartyMember', flagOf(draft['head.isPartyMember'])],
      ['isSecretary', flagOf(draft['head.isSecretary'])],
    ]);
  if (touches('mass.'))
    patch['massOrganizations'] = stated(
      massFields.map((field) => [field, flagOf(draft[`mass.${field}`])]),
    );
  if (touches('group.'))
    patch['groupHeadcounts'] = stated(
      workerGroups.map((group) => {
        const text = draft[`group.${group}`].trim();
        return [group, text === '' ? undefined : Number(text)];
      }),
    );
  return patch;
}

/** Only what differs from the record: values to set, and fields emptied back to unknown. */
export function changesOf(
  draft: OrganizationDraft,
  record: Partial<Organization>,
): { readonly patch: OrganizationPatch; readonly clears: string[] } {
  const before = draftOf(record);
  const entries = Object.entries(draft).map(
    ([field, value]) => [field as DraftField, value.trim()] as const,
  );
  const changed = entries.filter(([field, value]) => value !== before[field]);
  const own = changed.filter(([field]) => !field.includes('.'));
  const set = own
    .filter(([, value]) => value !== '')
    .flatMap(([field, value]) => plainValue(field, value));
  const isExact = set.some(
    ([field, value]) => field === 'isStaffApproximate' && value === undefined,
  );
  const emptied = own.filter(([, value]) => value === '').map(([field]) => field);
  const clearsMark = record.isStaffApproximate === true && (isExact || emptied.includes('staff'));
  return {
    patch: {
      ...stated(set),
      ...nestedPatch(
        draft,
        changed.map(([field]) => field),
      ),
    } as OrganizationPatch,
    clears: [...emptied, ...(clearsMark ? ['isStaffApproximate'] : [])],
  };
}

/** A new record carries kind and status even when they were left as offered. */
export function creationOf(draft: OrganizationDraft): OrganizationPatch {
  const { patch } = changesOf(draft, {});
  return {
    ...patch,
    kind: draft.kind as Organization['kind'],
    status: draft.status as Organization['status'],
  };
}
