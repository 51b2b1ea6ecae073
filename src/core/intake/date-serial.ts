import type { CalendarDate } from '../calendar/calendar-date';
import { fromDayNumber, toDayNumber } from '../calendar/day-number';

const epochs = { 1900: toDayNumber('1899-12-30'), 1904: toDayNumber('1904-01-01') } as const;
const lastSerial = 2_958_465;

/**
 * The civil day of a spreadsheet serial.
 * The 1900 system counts a 29 February 1900 that never was, so serials below 61 name no sure day.
 * @example dateOfSerial(45108, 1900) //=> '2023-07-01'
 * @example dateOfSerial(43646, 1904) //=> '2023-07-01'
 */
export function dateOfSerial(serial: number, dateSystem: 1900 | 1904): CalendarDate | undefined {
  const day = Math.floor(serial);
  const first = dateSystem === 1900 ? 61 : 1;
  return day >= first && day <= lastSerial ? fromDayNumber(epochs[dateSystem] + day) : undefined;
}
