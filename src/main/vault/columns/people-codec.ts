import { packedColumns } from '../../../core/deadlines/packed';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import type { ColumnWriter } from './column-bytes';
import { ColumnReader } from './column-bytes';
import { PeopleColumns, textNames, textsOf, type PeopleTexts } from './people-columns';

/** `count4`, the columns of text, then the columns of numbers. */
export function encodePeople(people: PeopleColumns, writer: ColumnWriter): void {
  const { count } = people;
  writer.number(count);
  for (const name of textNames) writer.texts(people.texts[name]);
  for (const column of [people.stage, people.flags, people.since, ...people.facts])
    writer.column(column.subarray(0, count));
}

export function decodePeople(bytes: Buffer): PeopleColumns {
  const reader = new ColumnReader(bytes);
  const count = reader.number();
  const texts: PeopleTexts = textsOf(() => reader.texts(count));
  return new PeopleColumns(texts, {
    count,
    stage: reader.uint8(count),
    flags: reader.uint8(count),
    since: reader.int32(count),
    facts: packedColumns.map(() => reader.int32(count)),
    due: deadlineTable.map(() => new Int32Array(count)),
  });
}
