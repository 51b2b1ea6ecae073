import type { RawRow, RawSheet, RawWorkbook } from '../../core/intake/raw-workbook';
import type { ParseOutcome } from './parse-file';
import type { Refusal } from './refusal';

/** What the parser process says to the vault, in this order: opening, rows …, done; or refused. */
export type IntakeMessage =
  | { readonly kind: 'opening'; readonly workbook: RawWorkbook }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly RawRow[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Small enough that cloning one batch never holds up the vault for long. */
const rowsPerMessage = 1000;

/** Splits an outcome into messages; the sheets of the opening are empty of rows. */
export function* intakeMessages(outcome: ParseOutcome): Generator<IntakeMessage> {
  if (!outcome.ok) {
    yield { kind: 'refused', refusal: outcome.refusal };
    return;
  }
  const { workbook } = outcome;
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: [] }));
  yield { kind: 'opening', workbook: { ...workbook, sheets } };
  for (const [sheet, { rows }] of workbook.sheets.entries()) {
    for (let start = 0; start < rows.length; start += rowsPerMessage) {
      yield { kind: 'rows', sheet, rows: rows.slice(start, start + rowsPerMessage) };
    }
  }
  yield { kind: 'done' };
}

/** Puts the messages together again; answers the outcome with the last one. */
export function collectIntake(): (message: IntakeMessage) => ParseOutcome | undefined {
  let opening: RawWorkbook | undefined;
  const rows = new Map<number, RawRow[]>();
  return (message) => {
    switch (message.kind) {
      case 'opening':
        opening = message.workbook;
        return undefined;
      case 'rows': {
        const list = rows.get(message.sheet) ?? [];
        for (const row of message.rows) list.push(row);
        rows.set(message.sheet, list);
        return undefined;
      }
      case 'refused':
        return { ok: false, refusal: message.refusal };
      case 'done':
        return opening === undefined ? undefined : { ok: true, workbook: withRows(opening, rows) };
    }
  };
}

function withRows(opening: RawWorkbook, rows: ReadonlyMap<number, RawRow[]>): RawWorkbook {
  const sheets: RawSheet[] = opening.sheets.map((sheet, index) => ({
    ...sheet,
    rows: rows.get(index) ?? [],
  }));
  return { ...opening, sheets };
}
