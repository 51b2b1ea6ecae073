import { deadline } from '../calendar/arithmetic';
import { asDay, type CalendarDate } from '../calendar/calendar-date';
import type { Organization, partySyncKinds } from '../records/organization';

type Sync = NonNullable<Organization['partySyncs']>[number];

/** Last day of the council's term; undefined where the election or the term is not on record. */
export function councilDueOn({
  councilElectedOn,
  councilTermYears,
}: Pick<Organization, 'councilElectedOn' | 'councilTermYears'>): CalendarDate | undefined {
  const electedOn = asDay(councilElectedOn);
  if (electedOn === undefined || councilTermYears === undefined) return undefined;
  return deadline(electedOn, councilTermYears * 12);
}

/** The newest registration, inspection or evaluation of a unit. */
export function lastSync(
  { partySyncs = [] }: Pick<Organization, 'partySyncs'>,
  kind: (typeof partySyncKinds)[number],
): Sync | undefined {
  return partySyncs
    .filter((each) => each.kind === kind)
    .reduce<Sync | undefined>(
      (last, each) => (last !== undefined && last.on > each.on ? last : each),
      undefined,
    );
}

/** 三同步: every act that took place went along with party-building. What is unknown is not in step. */
export function isInSync(
  acts: readonly { readonly on: string; readonly withParty: boolean | null }[],
): boolean {
  return acts.every(({ on, withParty }) => on === '' || withParty === true);
}
