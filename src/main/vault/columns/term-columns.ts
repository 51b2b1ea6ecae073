import { asDay, type CalendarDate } from '../../../core/calendar/calendar-date';
import { toDayNumber } from '../../../core/calendar/day-number';
import { termOf } from '../../../core/coverage/term';
import { absent } from '../../../core/deadlines/packed';
import type { PartyOrganization } from '../../../core/records/party-organization';
import type { ColumnWriter } from './column-bytes';
import { ColumnReader } from './column-bytes';
import { TextColumn } from './text-column';

/** What the home page names and dates of each live party organisation, one row each. */
export type TermColumns = {
  readonly ids: TextColumn;
  readonly names: TextColumn;
  /** Day the term ends, or absent where none runs. */
  readonly due: Int32Array;
  readonly electedOn: Int32Array;
  readonly years: Uint8Array;
};

export function packTerms(parties: readonly PartyOrganization[], today: CalendarDate): TermColumns {
  const terms = parties.map((party) =>
    party.dissolvedOn === undefined ? termOf(party, today) : undefined,
  );
  const dayOf = (date: CalendarDate | undefined) => {
    const day = asDay(date);
    return day === undefined ? absent : toDayNumber(day);
  };
  return {
    ids: new TextColumn(parties.map(({ id }) => id)),
    names: new TextColumn(parties.map(({ name }) => name)),
    due: Int32Array.from(terms, (term) => dayOf(term?.dueOn)),
    electedOn: Int32Array.from(terms, (term) => dayOf(term?.lastElectedOn)),
    years: Uint8Array.from(terms, (term) => term?.years ?? 0),
  };
}

export function encodeTerms(terms: TermColumns | undefined, writer: ColumnWriter): void {
  if (terms === undefined) return;
  writer.number(terms.due.length);
  for (const texts of [terms.ids, terms.names]) writer.texts(texts);
  for (const column of [terms.due, terms.electedOn, terms.years]) writer.column(column);
}

export function decodeTerms(bytes: Buffer): TermColumns | undefined {
  if (bytes.length === 0) return undefined;
  const reader = new ColumnReader(bytes);
  const count = reader.number();
  const [ids, names] = [reader.texts(count), reader.texts(count)];
  const [due, electedOn] = [reader.int32(count), reader.int32(count)];
  return { ids, names, due, electedOn, years: reader.uint8(count) };
}
