/** Room for table rows on a sheet, in the unit the row heights were measured in. */
export type PageRoom = {
  readonly firstPage: number;
  readonly otherPages: number;
  /** What notes and signatories take from the last sheet. */
  readonly lastFooter: number;
};

export type PagedRow = {
  readonly height: number;
  /** A heading row, which never stands last on a sheet. */
  readonly keepsWithNext?: boolean;
};

/** Rows `start` (inclusive) to `end` (exclusive) of one sheet. */
export type PageSlice = { readonly start: number; readonly end: number };

function fill(rows: readonly PagedRow[], start: number, room: number): number {
  let used = 0;
  let end = start;
  while (end < rows.length) {
    used += rows[end]?.height ?? 0;
    // A row taller than a whole sheet still gets one, or nothing would ever be printed.
    if (used > room && end > start) return keepHeadings(rows, start, end);
    end += 1;
  }
  return end;
}

function keepHeadings(rows: readonly PagedRow[], start: number, end: number): number {
  let kept = end;
  while (kept - 1 > start && rows[kept - 1]?.keepsWithNext === true) kept -= 1;
  return kept;
}

function heightOf(rows: readonly PagedRow[], { start, end }: PageSlice): number {
  return rows.slice(start, end).reduce((sum, { height }) => sum + height, 0);
}

/** The signatories never stand alone under an empty header while a row can go with them. */
function makeRoomForFooter(
  slices: readonly PageSlice[],
  rows: readonly PagedRow[],
  room: PageRoom,
): readonly PageSlice[] {
  const last = slices.at(-1);
  if (last === undefined) return slices;
  const roomThere = slices.length === 1 ? room.firstPage : room.otherPages;
  if (heightOf(rows, last) + room.lastFooter <= roomThere) return slices;
  const isSplittable = last.end - last.start > 1;
  const split = isSplittable ? keepHeadings(rows, last.start, last.end - 1) : last.end;
  return [
    ...slices.slice(0, -1),
    { start: last.start, end: split },
    { start: split, end: last.end },
  ];
}

/** Fills sheets with whole rows in order; the last one also holds the footer. */
export function paginate(rows: readonly PagedRow[], room: PageRoom): readonly PageSlice[] {
  const slices: PageSlice[] = [];
  let start = 0;
  do {
    const end = fill(rows, start, slices.length === 0 ? room.firstPage : room.otherPages);
    slices.push({ start, end });
    start = end;
  } while (start < rows.length);
  return makeRoomForFooter(slices, rows, room);
}
