/** Room for table rows on a sheet, in the unit the row heights were measured in. */
export type PageRoom = {
  readonly firstPage: number;
  readonly otherPages: number;
  /** What notes and signatories take from the last sheet. */
  readonly lastFooter: number;
};

/** Rows `start` (inclusive) to `end` (exclusive) of one sheet. */
export type PageSlice = { readonly start: number; readonly end: number };

function fill(rowHeights: readonly number[], start: number, room: number): number {
  let used = 0;
  let end = start;
  while (end < rowHeights.length) {
    used += rowHeights[end] ?? 0;
    // A row taller than a whole sheet still gets one, or nothing would ever be printed.
    if (used > room && end > start) return end;
    end += 1;
  }
  return end;
}

function heightOf(rowHeights: readonly number[], { start, end }: PageSlice): number {
  return rowHeights.slice(start, end).reduce((sum, height) => sum + height, 0);
}

/** The signatories never stand alone under an empty header while a row can go with them. */
function makeRoomForFooter(
  slices: readonly PageSlice[],
  rowHeights: readonly number[],
  room: PageRoom,
): readonly PageSlice[] {
  const last = slices.at(-1);
  if (last === undefined) return slices;
  const roomThere = slices.length === 1 ? room.firstPage : room.otherPages;
  if (heightOf(rowHeights, last) + room.lastFooter <= roomThere) return slices;
  const split = last.end - last.start > 1 ? last.end - 1 : last.end;
  return [
    ...slices.slice(0, -1),
    { start: last.start, end: split },
    { start: split, end: last.end },
  ];
}

/** Fills sheets with whole rows in order; the last one also holds the footer. */
export function paginate(rowHeights: readonly number[], room: PageRoom): readonly PageSlice[] {
  const slices: PageSlice[] = [];
  let start = 0;
  do {
    const end = fill(rowHeights, start, slices.length === 0 ? room.firstPage : room.otherPages);
    slices.push({ start, end });
    start = end;
  } while (start < rowHeights.length);
  return makeRoomForFooter(slices, rowHeights, room);
}
