import { isCalendarDate, isCalendarMonth } from '../../core/calendar/calendar-date';

/**
 * The ways people write a day, as our one way; a month stays a month.
 * @example readTypedDate('2026.5.8') //=> '2026-05-08'
 */
export function readTypedDate(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/日$/, '')
    .replaceAll(/[年月./]/g, '-')
    .replace(/-$/, '');
  const packed = /^(\d{4})(\d{2})(\d{2})?$/.exec(plain);
  const parts =
    packed === null ? plain.split('-') : packed.slice(1).filter((part) => part !== undefined);
  const joined = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
  return isCalendarDate(joined) || isCalendarMonth(joined) ? joined : text.trim();
}

/** Whether what was typed is neither a day nor a month, however it was written. */
export function isBadTypedDate(text: string): boolean {
  const read = readTypedDate(text);
  return read !== '' && !isCalendarDate(read) && !isCalendarMonth(read);
}
