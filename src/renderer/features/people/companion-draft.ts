import type { ProposedMentor } from '../../../contract/mentors';
import type { FactDate } from '../../../core/calendar/calendar-date';
import type { Companion } from '../../../core/development/eligibility';
import type { Dossier } from '../../../core/records/dossier';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';

export type Mentor = NonNullable<Dossier['mentors']>[number];
export type Introducer = NonNullable<Dossier['introducers']>[number];

/** The yes-or-no facts of the two tables. */
export type Flag =
  'isFullMember' | 'isRelative' | 'isUnderDiscipline' | 'hasSpoken' | 'isOfSameCommittee';
export type Day = 'from' | 'until' | 'fullMemberSince' | 'unfitFrom';

/** One row as typed; what the row does not show stays in `kept`. */
export type CompanionDraft = {
  readonly kept: Mentor | Introducer;
  readonly name: string;
  readonly days: Readonly<Partial<Record<Day, string>>>;
  readonly flags: Readonly<Partial<Record<Flag, string>>>;
  readonly load?: number;
};

export function draftOf(kept: Mentor | Introducer, days: readonly Day[], flags: readonly Flag[]) {
  const known = kept as Readonly<Partial<Record<Day | Flag, string | boolean>>>;
  const draft: CompanionDraft = {
    kept,
    name: kept.name,
    days: Object.fromEntries(days.map((day) => [day, String(known[day] ?? '')])),
    flags: Object.fromEntries(
      flags.map((flag) => [flag, known[flag] === undefined ? '' : String(known[flag])]),
    ),
  };
  return draft;
}

/** Somebody proposed by the desk brings along who they are and since when they are a full member. */
export function chosen(draft: CompanionDraft, mentor: ProposedMentor): CompanionDraft {
  return {
    ...draft,
    kept: { ...draft.kept, personId: mentor.personId },
    name: mentor.name,
    days: { ...draft.days, ...(mentor.since === null ? {} : { fullMemberSince: mentor.since }) },
    flags: {
      ...draft.flags,
      isFullMember: 'true',
      ...('isOfSameCommittee' in draft.flags && mentor.isOfBranch
        ? { isOfSameCommittee: 'true' }
        : {}),
    },
    load: mentor.load,
  };
}

/** Another name is another person: nothing known of the one before goes with it. */
export const renamed = (draft: CompanionDraft, name: string): CompanionDraft => {
  const { load: _load, ...rest } = draft;
  return { ...rest, name, kept: { name } };
};

export const isBadCompanion = ({ days }: CompanionDraft): boolean =>
  Object.values(days).some((text) => isBadTypedDate(text));

/** The row as a record; a row without a name is none. */
export function companionOf(draft: CompanionDraft): (Companion & { readonly name: string })[] {
  const name = draft.name.trim();
  if (name === '') return [];
  const days = Object.entries(draft.days).map(([day, text]) => [day, readTypedDate(text)] as const);
  const flags = Object.entries(draft.flags);
  const shown = new Set<string>([...days, ...flags].map(([key]) => key));
  const kept = Object.entries(draft.kept).filter(([key]) => !shown.has(key));
  return [
    {
      ...Object.fromEntries(kept),
      name,
      ...(Object.fromEntries(days.filter(([, day]) => day !== '')) as Record<string, FactDate>),
      ...Object.fromEntries(
        flags.flatMap(([flag, text]) => (text === '' ? [] : [[flag, text === 'true'] as const])),
      ),
    },
  ];
}
