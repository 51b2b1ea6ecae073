import type { FactDate } from '../../../core/calendar/calendar-date';
import type { PartyOrganization } from '../../../core/records/party-organization';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';

export type Election = NonNullable<PartyOrganization['elections']>[number];

/** One election as typed; what the row does not show stays in `kept`. */
export type ElectionText = {
  readonly kept: Election;
  readonly on: string;
  readonly should: string;
  readonly present: string;
};

export const electionText = (kept: Election): ElectionText => ({
  kept,
  on: kept.on ?? '',
  should: kept.should?.toString() ?? '',
  present: kept.present?.toString() ?? '',
});

const isBadCount = (text: string) => !/^\d{0,6}$/.test(text.trim());

/** What hinders a row from being stored, in words for the row. */
export function electionProblem({ on, should, present }: ElectionText): string | undefined {
  if (isBadTypedDate(on)) return '日期看不懂，写作 2026-05-18';
  return isBadCount(should) || isBadCount(present) ? '人数请填整数，不详就空着' : undefined;
}

/** The rows that say something; a row emptied of everything falls away. */
export function electionsOf(rows: readonly ElectionText[]): Election[] {
  return rows.flatMap(({ kept, on, should, present }) => {
    const { on: _on, should: _should, present: _present, ...rest } = kept;
    const day = readTypedDate(on);
    const election: Election = {
      ...rest,
      ...(day === '' ? {} : { on: day as FactDate }),
      ...(should.trim() === '' ? {} : { should: Number(should) }),
      ...(present.trim() === '' ? {} : { present: Number(present) }),
    };
    return day + should.trim() + present.trim() === '' ? [] : [election];
  });
}
