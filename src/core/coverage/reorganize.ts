import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type {
  PartyOrganization,
  PartyOrganizationForm,
  PartyOrganizationLevel,
} from '../records/party-organization';
import { coveredIds } from './join-units';

/** 撤销 ends it · 改建 gives it another form or level · 拆分 makes several of it. */
export type ReorganizationKind = 'dissolve' | 'rebuild' | 'split';

/** One organisation that takes the place of the old one. */
export interface Successor {
  readonly id: string;
  readonly name: string;
  readonly form: PartyOrganizationForm;
  readonly level: PartyOrganizationLevel;
  readonly organizationIds: readonly string[];
}

export interface Reorganization {
  readonly kind: ReorganizationKind;
  /** First day of the new state. */
  readonly on: CalendarDate;
  readonly reason: string;
  readonly successors: readonly Successor[];
}

/** Why the act cannot be done as asked; undefined when it can. */
export function reorganizationProblem(
  party: PartyOrganization,
  { kind, on, reason, successors }: Reorganization,
): string | undefined {
  if (reason.trim() === '') return '要写明依据，例如批复文号';
  if (party.dissolvedOn !== undefined) return `已于 ${party.dissolvedOn} 撤销或改建`;
  if (party.foundedOn !== undefined && on <= party.foundedOn) return '日期不能早于成立日期';
  if (kind === 'rebuild' && successors.length !== 1) return '改建后应当是一个党组织';
  if (kind === 'split' && successors.length < 2) return '拆分后应当至少有两个党组织';
  const ids = successors.flatMap(({ organizationIds }) => organizationIds);
  if (new Set(ids).size !== ids.length) return '同一单位分到了两个党组织';
  const before = new Set(coveredIds(party, on));
  return ids.some((id) => !before.has(id)) ? '只能分配原来覆盖的单位' : undefined;
}

/** The last day of the old state closes every open period. */
function ended<
  Period extends { readonly from?: string | undefined; readonly until?: string | undefined },
>(periods: readonly Period[] | undefined, lastDay: CalendarDate): Period[] | undefined {
  return periods?.map((period) =>
    period.until !== undefined && period.until <= lastDay ? period : { ...period, until: lastDay },
  );
}

/**
 * Ends a party organisation on the day before `on` and begins its successors on `on`. The old record keeps
 * its form and its periods, so a figure asked as of any earlier day stays what it was.
 */
export function reorganize(
  party: PartyOrganization,
  { on, reason, successors }: Reorganization,
): { readonly former: PartyOrganization; readonly founded: readonly PartyOrganization[] } {
  const lastDay = addDays(on, -1);
  const covers = ended(party.covers, lastDay);
  const posts = ended(party.posts, lastDay);
  const former: PartyOrganization = {
    ...party,
    dissolvedOn: on,
    dissolvedReason: reason,
    ...(covers === undefined ? {} : { covers }),
    ...(posts === undefined ? {} : { posts }),
  };
  const founded = successors.map(({ id, name, form, level, organizationIds }) => ({
    id,
    name,
    form,
    level,
    ...(party.parentId === undefined ? {} : { parentId: party.parentId }),
    ...(party.areaId === undefined ? {} : { areaId: party.areaId }),
    foundedOn: on,
    approvalNumber: reason,
    succeedsId: party.id,
    covers: organizationIds.map((organizationId) => ({ organizationId, from: on })),
  }));
  return { former, founded };
}
