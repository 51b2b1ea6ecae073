import type { DossierEvent, EventKind } from '../../../core/records/dossier';
import { missingOfEvent } from '../../../core/development/transitions';
import { sideTransitions, type EventNeed } from '../../../core/development/transitions-data';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';

/** An act as typed. */
export type ActDraft = {
  readonly kind: EventKind | '';
  readonly on: string;
  readonly body: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly months: string;
  readonly hasPapers: string;
  readonly operator: string;
};

export const emptyAct: ActDraft = {
  kind: '',
  on: '',
  body: '',
  documentNumber: '',
  reason: '',
  months: '',
  hasPapers: '',
  operator: '',
};

export const draftOfEvent = (event: DossierEvent): ActDraft => ({
  kind: event.kind,
  on: event.on ?? '',
  body: event.body ?? '',
  documentNumber: event.documentNumber ?? '',
  reason: event.reason ?? '',
  months: event.months === undefined ? '' : String(event.months),
  hasPapers: event.hasPapers === undefined ? '' : String(event.hasPapers),
  operator: event.operator ?? '',
});

/** Fields that only some acts have; the others every act may carry. */
const special: ReadonlySet<EventNeed> = new Set(['months', 'hasPapers']);

export const asksFor = (kind: EventKind | '', need: EventNeed): boolean =>
  !special.has(need) || (kind !== '' && sideTransitions[kind].needs.includes(need));

/** The act as a record; nothing where a field cannot be read. */
export function eventOf(draft: ActDraft): DossierEvent | undefined {
  const { kind, on, months } = draft;
  const number = months.trim();
  if (kind === '' || isBadTypedDate(on) || !/^\d{0,2}$/.test(number)) return undefined;
  const texts = (['body', 'documentNumber', 'reason', 'operator'] as const).flatMap((key) => {
    const text = draft[key].trim();
    return text === '' ? [] : [[key, text] as const];
  });
  const day = readTypedDate(on);
  return {
    kind,
    ...(day === '' ? {} : { on: day as NonNullable<DossierEvent['on']> }),
    ...Object.fromEntries(texts),
    ...(number === '' || !asksFor(kind, 'months') ? {} : { months: Number(number) }),
    ...(draft.hasPapers === '' || !asksFor(kind, 'hasPapers')
      ? {}
      : { hasPapers: draft.hasPapers === 'true' }),
  };
}

/** What the act still lacks, in words; it can be recorded and completed later. */
export const lacksOf = (draft: ActDraft): readonly string[] => {
  const event = eventOf(draft);
  return event === undefined ? [] : missingOfEvent(event);
};
