import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, type CellEdit } from '../../../src/core/intake/edit-cells';
import {
  interpretWorkbook,
  type InterpretOptions,
} from '../../../src/core/intake/interpret-workbook';
import { knownAfter } from '../../../src/core/intake/known-records';
import type { RawWorkbook } from '../../../src/core/intake/raw-workbook';
import { RowMemory } from '../../../src/core/intake/row-memory';
import { cellText } from '../../../src/core/intake/text';
import { parseFile } from '../../../src/main/parser/parse-file';
import { cases } from '../../main/inspect/workbooks/all-cases';
import { isCalendarDate, type CalendarDate } from '../../../src/core/calendar/calendar-date';
import { writeSheets } from '../../support/sheet-formats';

const today = asOf('2026-11-23');
const later = asOf('2031-01-01');

function asOf(day: string): CalendarDate {
  if (!isCalendarDate(day)) throw new Error(day);
  return day;
}

async function read({ file, sheets }: (typeof cases)[number]): Promise<RawWorkbook> {
  const outcome = await parseFile(`${file}.xlsx`, await writeSheets(sheets, 'xlsx'));
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.workbook;
}

/** An edit of any cell, the header's as well, to nothing, to nonsense, or to what another row has there. */
function anyEdit({ sheets }: RawWorkbook): fc.Arbitrary<CellEdit> {
  return fc.constantFrom(...sheets.filter(({ rows }) => rows.length > 0)).chain((sheet) =>
    fc.constantFrom(...sheet.rows).chain(({ row, cells }) =>
      fc.integer({ min: 0, max: Math.max(0, cells.length - 1) }).chain((column) =>
        fc
          .oneof(
            fc.constantFrom('', '不是日期', '2026-02-30', '测一', '无', '3'),
            fc.constantFrom(...sheet.rows).map((other) => cellText(other.cells[column])),
          )
          .map((text) => ({ sheet: sheet.name, row, column, text })),
      ),
    ),
  );
}

it.each(cases)(
  'after any edits of “$file” the rows that are not judged again stand as if they were',
  async (example) => {
    const workbook = await read(example);
    const itself = interpretWorkbook(workbook, { today });
    const nothing = knownAfter([]);
    const known = fc.constantFrom(nothing, knownAfter([itself]));
    fc.assert(
      fc.property(
        fc.array(anyEdit(workbook), { minLength: 1, maxLength: 5 }),
        known,
        (edits, own) => {
          const memory = new RowMemory();
          interpretWorkbook(workbook, { today, known: own, memory });
          for (let count = 1; count <= edits.length; count += 1) {
            const edited = applyEdits(workbook, edits.slice(0, count));
            const options = { today, known: own };
            expect(interpretWorkbook(edited, { ...options, memory })).toEqual(
              interpretWorkbook(edited, options),
            );
          }
          // Taken back, everything is as it was.
          expect(interpretWorkbook(workbook, { today, known: own, memory })).toEqual(
            interpretWorkbook(workbook, { today, known: own }),
          );
        },
      ),
      { numRuns: 12 },
    );
  },
);

it('another ledger, another day or another choice of columns is judged by itself', async () => {
  const [example] = cases;
  if (example === undefined) throw new Error('no case');
  const workbook = await read(example);
  const memory = new RowMemory();
  const sheet = workbook.sheets[0]?.name ?? '';
  const all: InterpretOptions[] = [
    { today },
    { today: later },
    { today, known: knownAfter([interpretWorkbook(workbook, { today })]) },
    { today, mapping: { [sheet]: { columns: { 2: 'ignore' } } } },
    { today, mapping: { [sheet]: { isImported: false } } },
    { today },
  ];
  for (const options of all)
    expect(interpretWorkbook(workbook, { ...options, memory })).toEqual(
      interpretWorkbook(workbook, options),
    );
});
