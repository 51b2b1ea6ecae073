import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate } from '../../../../src/renderer/features/reports/paginate';

const room = { firstPage: 100, otherPages: 120, lastFooter: 30 };
const plain = (heights: readonly number[]) => heights.map((height) => ({ height }));
const rows = (count: number, height = 10) => Array.from({ length: count }, () => height);

describe('paginate', () => {
  it.each([
    { because: 'an empty report is one sheet', heights: [], expected: [[0, 0]] },
    { because: 'seven rows leave room for the footer', heights: rows(7), expected: [[0, 7]] },
    {
      because: 'eight rows fit, the footer does not: one row goes with it',
      heights: rows(8),
      expected: [
        [0, 7],
        [7, 8],
      ],
    },
    {
      because: 'the second sheet has a smaller head and takes more rows',
      heights: rows(19),
      expected: [
        [0, 10],
        [10, 19],
      ],
    },
    {
      because: 'a row taller than a sheet has one to itself',
      heights: [10, 300, 10],
      expected: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    },
    {
      because: 'a lone row that leaves no room sends the footer on by itself',
      heights: [95],
      expected: [
        [0, 1],
        [1, 1],
      ],
    },
  ])('$because', ({ heights, expected }) => {
    expect(paginate(plain(heights), room).map(({ start, end }) => [start, end])).toEqual(expected);
  });

  it('takes a heading row on to the sheet of the rows it heads', () => {
    const withHeading = rows(14).map((height, index) => ({ height, keepsWithNext: index === 9 }));
    expect(paginate(withHeading, room)).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 14 },
    ]);
  });

  it('prints every row once, in order, on sheets that hold them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 }), (heights) => {
        const slices = paginate(plain(heights), room);
        expect(slices.flatMap(({ start, end }) => heights.slice(start, end))).toEqual(heights);
        slices.forEach(({ start, end }, index) => {
          const used = heights.slice(start, end).reduce((sum, height) => sum + height, 0);
          const footer = index === slices.length - 1 ? room.lastFooter : 0;
          expect(used + footer).toBeLessThanOrEqual(index === 0 ? room.firstPage : room.otherPages);
        });
      }),
    );
  });
});
