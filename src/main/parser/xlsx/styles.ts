import { walkMarkup } from './walk-markup';

/** Built-in formats that show a day: 14–17, 22, and the East Asian 27–36 and 50–58. */
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

/** Whether the n-th cell style shows a date; times of day alone are not dates. */
export function readDateStyles(part: Buffer | undefined): boolean[] {
  const styles: boolean[] = [];
  if (part === undefined) return styles;
  const customDates = new Map<number, boolean>();
  let isInCellStyles = false;
  walkMarkup(part, {
    open(name, attributes) {
      if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'numFmt') {
        customDates.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
      } else if (name === 'xf' && isInCellStyles) {
        const format = Number(attributes['numFmtId'] ?? 0);
        styles.push(customDates.get(format) ?? isBuiltInDate(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return styles;
}

export function isBuiltInDate(format: number): boolean {
  return builtInDates.some(([first, last]) => format >= first && format <= last);
}

/**
 * Whether a format code shows a year, month or day once quoted text, escapes, colours, locales and
 * paddings are set aside; `m` alone counts, `mm` beside hours or seconds is minutes.
 */
export function showsDay(code: string): boolean {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase();
  if (/general|@|[0#?]/.test(bare)) return false;
  return /[yd]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare));
}
