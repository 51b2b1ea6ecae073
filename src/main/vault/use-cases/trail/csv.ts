const leaders = /^[=+\-@＝＋－＠\t\r\n\0]/;

/** One cell that no spreadsheet program takes for a formula (ASVS 5 1.2.10). */
export function csvCell(value: string): string {
  const safe = leaders.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** With a byte order mark, so that WPS reads the Chinese right. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
