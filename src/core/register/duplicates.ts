import { nameCore, nameKey } from '../reconciliation/unit-names';
import type { Organization } from '../records/organization';
import type { Person } from '../records/person';

/** Why two records may be one: sure signs first. */
export const duplicateSigns = ['creditCode', 'idNumber', 'name', 'nearName', 'phone'] as const;
export type DuplicateSign = (typeof duplicateSigns)[number];

export interface DuplicateHit {
  readonly id: string;
  readonly sign: DuplicateSign;
}

/** What a unit form holds while it is being typed. */
export interface TypedUnit {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly phone?: string | undefined;
}

const filled = (text: string | undefined): string => text?.normalize('NFKC').trim() ?? '';
const upper = (text: string | undefined): string => filled(text).toUpperCase();
const digits = (text: string | undefined): string => filled(text).replace(/\D/g, '');

/** Shorter cores (例甲) would find half the register. */
const leastCore = 4;

function unitSign(typed: TypedUnit, unit: Organization): DuplicateSign | undefined {
  const code = upper(typed.creditCode);
  if (code !== '' && code === upper(unit.creditCode)) return 'creditCode';
  const name = nameKey(filled(typed.name));
  const names = [unit.name, ...(unit.formerNames ?? [])].map(nameKey);
  if (name !== '' && names.includes(name)) return 'name';
  const core = nameCore(filled(typed.name));
  if (core.length >= leastCore && core === nameCore(unit.name)) return 'nearName';
  const phone = digits(typed.phone);
  return phone !== '' && phone === digits(unit.head?.phone) ? 'phone' : undefined;
}

/** Units a form may be about to register once more; a warning, never a refusal. */
export function unitDuplicates(typed: TypedUnit, units: readonly Organization[]): DuplicateHit[] {
  return inOrder(
    units.flatMap((unit) => {
      const sign = unit.id === typed.id ? undefined : unitSign(typed, unit);
      return sign === undefined ? [] : [{ id: unit.id, sign }];
    }),
  );
}

/** What a person form holds while it is being typed. */
export interface TypedPerson {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

function personSign(typed: TypedPerson, person: Person): DuplicateSign | undefined {
  const number = upper(typed.idNumber);
  const known = upper(person.idNumber);
  if (number !== '' && number === known) return 'idNumber';
  // Two sure numbers that differ are two people, whatever their names.
  if (number !== '' && known !== '') return undefined;
  const isNamesake = nameKey(filled(typed.name)) === nameKey(person.name);
  const phone = digits(typed.phone);
  const hasPhone = phone !== '' && phone === digits(person.phone);
  if (isNamesake && hasPhone) return 'phone';
  return isNamesake ? 'name' : undefined;
}

/** People a form may be about to register once more. */
export function personDuplicates(typed: TypedPerson, people: readonly Person[]): DuplicateHit[] {
  return inOrder(
    people.flatMap((person) => {
      const sign = person.id === typed.id ? undefined : personSign(typed, person);
      return sign === undefined ? [] : [{ id: person.id, sign }];
    }),
  );
}

function inOrder(hits: readonly DuplicateHit[]): DuplicateHit[] {
  return [...hits].sort(
    (left, right) => duplicateSigns.indexOf(left.sign) - duplicateSigns.indexOf(right.sign),
  );
}
