import type { HotSegments, StoredPart } from '../ledger/hot-projection';
import { ColumnReader, ColumnWriter } from './column-bytes';
import { DueColumns } from './due-columns';
import { FactColumns } from './fact-columns';
import { frontTexts, listTexts, PeopleColumns, textsOf } from './people-columns';
import { TextColumn } from './text-column';

type ReadPart = (name: string) => StoredPart;
/** What the names of the people's parts begin with. */
export const peoplePart = 'people.';
const partName = (column: string) => peoplePart + column;

/** `count4`, the texts and numbers the first screen needs, then the open due days where they are up to date. */
export function encodePeople(people: PeopleColumns, writer: ColumnWriter): void {
  const { count } = people;
  writer.number(count);
  for (const name of frontTexts) writer.texts(people.texts[name]);
  for (const column of [people.stage, people.flags, people.since])
    writer.column(column.subarray(0, count));
  people.due.encode(writer);
}

/** What is read when somebody asks for it: a part per column. */
export function encodePeopleParts({ count, texts, facts }: PeopleColumns): HotSegments['parts'] {
  return [
    ...listTexts.map((name) => ({ name, pieces: piecesOf(texts[name]) })),
    ...facts.encode(count),
  ].map(({ name, pieces }) => ({ name: partName(name), pieces }));
}

/** What nobody has read or written goes over as it is. */
function piecesOf(texts: TextColumn): StoredPart['pieces'] {
  const { untouched } = texts;
  if (untouched !== undefined) return untouched.pieces;
  const encoded = texts.encodeLater();
  return () => {
    const writer = new ColumnWriter();
    writer.texts(new TextColumn(encoded()));
    return writer.pieces;
  };
}

export function decodePeople(bytes: Buffer, readPart: ReadPart): PeopleColumns {
  const reader = new ColumnReader(bytes);
  const count = reader.number();
  const isFront = (name: string) => frontTexts.some((each) => each === name);
  const texts = textsOf((name) =>
    isFront(name) ? reader.texts(count) : textsFrom(readPart(partName(name)), count),
  );
  const [stage, flags, since] = [reader.uint8(count), reader.uint8(count), reader.int32(count)];
  return new PeopleColumns(texts, {
    ...{ count, stage, flags, since },
    facts: new FactColumns((name) => readPart(partName(name))),
    due: (rows) => DueColumns.decode(reader, rows),
  });
}

function textsFrom(part: StoredPart, count: number): TextColumn {
  return new TextColumn({
    length: count,
    part,
    read: (bytes) => new ColumnReader(bytes).encodedTexts(count),
  });
}
