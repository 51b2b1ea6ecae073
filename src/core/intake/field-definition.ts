import type { EnumName } from './enum-data';

export type FieldKind =
  | 'derived'
  | 'name'
  | 'idNumber'
  | 'creditCode'
  | 'code'
  | 'date'
  /** A period written in one cell. */
  | 'range'
  | 'count'
  | 'enum'
  | 'people'
  | 'units'
  | 'text';

export interface FieldDefinition {
  /** Label of the samples and of `npm run inspect`; `_` marks columns that are never stored. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Headers that name the field for sure, as written or without their notes. */
  readonly headers: readonly string[];
  readonly enumName?: EnumName;
  /** Filled by the month as a matter of course. */
  readonly isMonthEnough?: true;
  /** A day to come is no mistake here. */
  readonly mayBeFuture?: true;
}

export const date = (
  label: string,
  headers: readonly string[],
  extra: Pick<FieldDefinition, 'isMonthEnough' | 'mayBeFuture'> = {},
): FieldDefinition => ({ label, kind: 'date', headers, ...extra });

const ofKind =
  (kind: FieldKind) =>
  (label: string, ...headers: string[]): FieldDefinition => ({ label, kind, headers });

export const text = ofKind('text');
export const name = ofKind('name');
export const count = ofKind('count');
export const code = ofKind('code');
export const people = ofKind('people');
export const units = ofKind('units');
export const range = ofKind('range');
export const derived = ofKind('derived');
export const idNumber = ofKind('idNumber');
export const creditCode = ofKind('creditCode');

export const listed = (
  label: string,
  enumName: EnumName,
  ...headers: string[]
): FieldDefinition => ({ label, kind: 'enum', enumName, headers });

export const yesNo = (label: string, ...headers: string[]): FieldDefinition =>
  listed(label, 'yesNo', ...headers);
