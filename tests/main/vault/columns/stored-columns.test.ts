import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pieces, StoredPart } from '../../../../src/main/vault/ledger/hot-projection';
import { ReferenceTable } from '../../../../src/main/vault/columns/reference-table';
import { TextColumn } from '../../../../src/main/vault/columns/text-column';

const textOf = fc.constantFrom('', '测', 'abc', '测试某某', 'x');
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), row: fc.nat(12), text: textOf }),
  fc.record({ kind: fc.constant('pop' as const) }),
  fc.record({ kind: fc.constant('list' as const) }),
  fc.record({ kind: fc.constant('store' as const) }),
);

const storedAs = (pieces: Pieces): StoredPart => ({
  whole: () => Buffer.concat([...pieces()]),
  pieces,
});

/** The column as a part of a snapshot that nobody has asked for yet. */
function unread(column: TextColumn): TextColumn {
  const texts = column.encode();
  const part = storedAs(() => [texts.bytes]);
  return new TextColumn({ length: texts.ends.length, part, read: () => texts });
}

describe('a column of text', () => {
  it('reads, lists, finds and stores what was written, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(textOf, { maxLength: 8 }), fc.array(step), fc.boolean(), (...given) => {
        const [start, steps, isUnread] = given;
        const truth = [...start];
        const column = isUnread
          ? unread(new TextColumn([...start]))
          : new TextColumn(new TextColumn([...start]).encode());
        for (const each of steps) {
          if (each.kind === 'set') {
            const row = Math.min(each.row, truth.length);
            truth[row] = each.text;
            column.set(row, each.text);
          } else if (each.kind === 'pop' && truth.length > 0) {
            truth.pop();
            column.pop();
          } else if (each.kind === 'list') expect(column.list()).toEqual(truth);
          else if (each.kind === 'store')
            expect(new TextColumn(column.encode()).list()).toEqual(truth);
          expect(column.length).toBe(truth.length);
          // An unread column stays unread until somebody asks for a text.
          if (!isUnread)
            for (const [row, text] of truth.entries()) expect(column.at(row)).toBe(text);
        }
        const wanted = '测试某某';
        const found = truth.indexOf(wanted);
        expect(column.find(wanted)).toBe(found < 0 ? undefined : found);
        expect(new TextColumn(column.encode()).list()).toEqual(truth);
      }),
    );
  });
});

type Item = { readonly id: string; readonly value: number };
const edit = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  value: fc.option(fc.nat(9), { nil: null }),
  isStored: fc.boolean(),
});

describe('a table of references', () => {
  it('is stored as it stands, record by record and in its order, also when it is edited behind that', () => {
    fc.assert(
      fc.property(fc.array(edit), fc.array(edit), (before, after) => {
        const truth = new Map<string, Item>();
        let table = new ReferenceTable<Item>();
        const apply = ({ id, value }: { id: string; value: number | null }) => {
          if (value === null) {
            truth.delete(id);
            table.remove(id);
          } else {
            truth.set(id, { id, value });
            table.put({ id, value });
          }
        };
        for (const each of before) {
          apply(each);
          if (each.isStored) {
            table = new ReferenceTable<Item>(storedAs(table.encode()));
          }
        }
        const pieces = table.encode();
        const then = [...truth.values()];
        after.forEach(apply);
        expect(table.all()).toEqual([...truth.values()]);
        expect(table.size).toBe(truth.size);
        const stored = new ReferenceTable<Item>(storedAs(pieces));
        expect(stored.all()).toEqual(then);
      }),
    );
  });
});
