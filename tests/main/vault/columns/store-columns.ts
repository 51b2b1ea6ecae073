import { columnsProjection, type Columns } from '../../../../src/main/vault/columns/columns';

/** The columns as an opening reads them from a snapshot; a part may be asked for late. */
export function stored(columns: Columns): Columns {
  const { front, parts } = columnsProjection.encode(columns);
  const bytes = new Map(parts.map(({ name, pieces }) => [name, Buffer.concat([...pieces()])]));
  return columnsProjection.decode(Buffer.concat([...front()]), (name) => {
    const part = bytes.get(name) ?? Buffer.alloc(0);
    return { whole: () => part, pieces: () => [part] };
  });
}
