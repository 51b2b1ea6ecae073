import type { CalendarDate } from '../../../core/calendar/calendar-date';
import { packingKey } from '../../../core/coverage/packed-units';
import type { ColumnWriter } from './column-bytes';
import { ColumnReader } from './column-bytes';
import { UnitColumns } from './unit-columns';

/** Nothing where the rows were never made, or are behind the records. */
export function encodeUnits(units: UnitColumns | undefined, writer: ColumnWriter): void {
  if (units === undefined || !units.isUpToDate) return;
  const { asOf, horizon, packed, ids, names, areaIds: places, verified, staffKnown } = units.rows;
  const { length, areaIds, area, column, profile, links, leads } = packed;
  writer.text(packingKey);
  writer.text(asOf);
  writer.text(horizon ?? '');
  writer.number(areaIds.length);
  writer.strings([...areaIds]);
  writer.number(length);
  for (const texts of [ids, names, places]) writer.texts(texts);
  for (const each of [area, column, profile, links, leads, verified, staffKnown])
    writer.column(each.subarray(0, length));
}

/** The rows, or nothing where none were stored or where they were packed in another way. */
export function decodeUnits(bytes: Buffer): UnitColumns | undefined {
  if (bytes.length === 0) return undefined;
  const reader = new ColumnReader(bytes);
  if (reader.text() !== packingKey) return undefined;
  const asOf = reader.text() as CalendarDate;
  const horizon = reader.text();
  const areaIds = reader.texts(reader.number()).list();
  const length = reader.number();
  const [ids, names, places] = [reader.texts(length), reader.texts(length), reader.texts(length)];
  const packed = {
    length,
    areaIds,
    area: reader.uint16(length),
    column: reader.uint8(length),
    profile: reader.uint16(length),
    links: reader.uint8(length),
    leads: reader.uint16(length),
  };
  return new UnitColumns({
    asOf,
    horizon: horizon === '' ? undefined : (horizon as CalendarDate),
    packed,
    ids,
    names,
    areaIds: places,
    verified: reader.int32(length),
    staffKnown: reader.uint8(length),
  });
}
