import { isCalendarDate } from '../../../core/calendar/calendar-date';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import type { VaultInput } from '../../../contract/channels';
import type { PartyOrganization } from '../../../core/records/party-organization';

export type PartyPatch = VaultInput<'partyOrganizations.save'>['patch'];

export const textFields = ['name', 'approvalNumber', 'phone', 'note'] as const;
export const dayFields = ['lastElectedOn', 'termExtendedUntil', 'dissolvedOn'] as const;
export const countFields = ['fullMembers', 'termYears'] as const;
/** Several days, typed one after the other. */
export const daysFields = ['poolAnalysedOn'] as const;
export type TypedField =
  | (typeof daysFields)[number]
  | (typeof textFields)[number]
  | (typeof dayFields)[number]
  | (typeof countFields)[number];

export type PartyDraft = Readonly<Record<TypedField, string>> & {
  readonly level: PartyOrganization['level'];
  readonly form: PartyOrganization['form'];
  /** 'true' or empty. */
  readonly absorbsUntransferred: string;
};

export function draftOf(record: PartyOrganization): PartyDraft {
  const typed = [...textFields, ...dayFields, ...countFields].map((field) => [
    field,
    record[field]?.toString() ?? '',
  ]);
  const lists = daysFields.map((field) => [field, record[field]?.join('、') ?? '']);
  return {
    ...(Object.fromEntries([...typed, ...lists]) as Record<TypedField, string>),
    level: record.level,
    form: record.form,
    absorbsUntransferred: record.absorbsUntransferred === true ? 'true' : '',
  };
}

function isCount(field: string): boolean {
  return countFields.some((each) => each === field);
}

/** Fields whose text is no whole number, or no day. */
export function invalidFields(draft: PartyDraft): readonly TypedField[] {
  const counts = countFields.filter((field) => !/^\d{0,4}$/.test(draft[field].trim()));
  const days = dayFields.filter(
    (field) => draft[field] !== '' && !isCalendarDate(readTypedDate(draft[field])),
  );
  const lists = daysFields.filter((field) => splitDays(draft[field]).some(isBadTypedDate));
  return [...counts, ...days, ...lists];
}

function isDay(field: string): boolean {
  return dayFields.some((each) => each === field);
}

const splitDays = (text: string): string[] =>
  text.split(/[、，,;；\s]+/).filter((day) => day !== '');

function isDays(field: string): boolean {
  return daysFields.some((each) => each === field);
}

function storedValue(field: string, value: string): string | number | true | string[] {
  if (isDays(field)) return splitDays(value).map(readTypedDate);
  if (field === 'absorbsUntransferred') return true;
  return isCount(field) ? Number(value) : value;
}

/** Only what differs from the record: values to set, and fields emptied back to unknown. */
export function changesOf(
  draft: PartyDraft,
  record: PartyOrganization,
): { readonly patch: PartyPatch; readonly clears: string[] } {
  const before = draftOf(record);
  const changed = Object.entries(draft)
    .map(([field, value]) => [field, isDay(field) ? readTypedDate(value) : value.trim()] as const)
    .filter(([field, value]) => value !== before[field as keyof PartyDraft]);
  const set = changed.filter(([, value]) => value !== '');
  return {
    patch: Object.fromEntries(
      set.map(([field, value]) => [field, storedValue(field, value)]),
    ) as PartyPatch,
    clears: changed.filter(([, value]) => value === '').map(([field]) => field),
  };
}
