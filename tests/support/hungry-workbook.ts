import { makeWorkbook } from './make-workbook';
import { seededRandom } from './seeded-random';

const columns = 250;

/**
 * A workbook that keeps every single cap of the parser and still asks for more than a parser may have: millions of
 * cells that each become a date.
 */
export function hungryWorkbook(cellsPerSheet: number, sheets: number): Promise<Buffer> {
  const numbers = Array.from({ length: sheets }, (_, index) => index);
  const part = sheetOfDates(cellsPerSheet);
  return makeWorkbook(
    numbers.map((number) => ({ name: `表${number + 1}`, rows: [] })),
    {
      parts: Object.fromEntries(
        numbers.map((number) => [`xl/worksheets/sheet${number}.xml`, part]),
      ),
    },
  );
}

function sheetOfDates(cells: number): Buffer {
  const random = seededRandom(7);
  const pieces = ['<worksheet><sheetData>'];
  for (let row = 0; row < cells / columns; row += 1) {
    pieces.push('<row>');
    for (let column = 0; column < columns; column += 1)
      pieces.push(`<c s="1"><v>${10_000 + random.below(1_000)}</v></c>`);
    pieces.push('</row>');
  }
  pieces.push('</sheetData></worksheet>');
  return Buffer.from(pieces.join(''));
}
