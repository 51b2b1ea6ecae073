import type { VaultInput } from '../../../contract/channels';
import type {
  Organization,
  OrganizationKind,
  OrganizationStatus,
} from '../../../core/records/organization';

export type OrganizationPatch = VaultInput<'organizations.save'>['patch'];

export const textFields = [
  'name',
  'creditCode',
  'address',
  'industry',
  'registrationType',
  'notBuiltReason',
  'excludedReason',
  'note',
] as const;
export const countFields = [
  'staff',
  'staffUnder35',
  'members',
  'probationaryMembers',
  'membersElsewhere',
] as const;

type TextField = (typeof textFields)[number];
type CountField = (typeof countFields)[number];

/** What the form holds: text as typed, so that half a number is never a number. */
export type OrganizationDraft = Readonly<Record<TextField | CountField, string>> & {
  readonly kind: OrganizationKind;
  readonly status: OrganizationStatus;
  readonly areaId: string;
};

export function draftOf(record: Partial<Organization>): OrganizationDraft {
  const text = Object.fromEntries(textFields.map((field) => [field, record[field] ?? '']));
  const counts = Object.fromEntries(
    countFields.map((field) => [field, record[field]?.toString() ?? '']),
  );
  return {
    ...(text as Record<TextField, string>),
    ...(counts as Record<CountField, string>),
    kind: record.kind ?? 'enterprise',
    status: record.status ?? 'operating',
    areaId: record.areaId ?? '',
  };
}

/** Fields whose text is not a whole number of people. */
export function invalidCounts(draft: OrganizationDraft): readonly CountField[] {
  return countFields.filter((field) => !/^\d{0,7}$/.test(draft[field].trim()));
}

/** Only what differs from the record: values to set, and fields emptied back to unknown. */
export function changesOf(
  draft: OrganizationDraft,
  record: Partial<Organization>,
): { readonly patch: OrganizationPatch; readonly clears: string[] } {
  const before = draftOf(record);
  const entries = Object.entries(draft).map(([field, value]) => [field, value.trim()] as const);
  const changed = entries.filter(
    ([field, value]) => value !== before[field as keyof OrganizationDraft],
  );
  const isCount = (field: string) => countFields.some((each) => each === field);
  const patch = Object.fromEntries(
    changed
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [field, isCount(field) ? Number(value) : value]),
  );
  return {
    patch: patch as OrganizationPatch,
    clears: changed.filter(([, value]) => value === '').map(([field]) => field),
  };
}

/** A new record carries kind and status even when they were left as offered. */
export function creationOf(draft: OrganizationDraft): OrganizationPatch {
  const { patch } = changesOf(draft, {});
  return { ...patch, kind: draft.kind, status: draft.status };
}
