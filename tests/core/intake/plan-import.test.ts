import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretWorkbook } from '../../../src/core/intake/interpret-workbook';
import { collectKnown, knownAfter, type KnownRecord } from '../../../src/core/intake/known-records';
import { planImport, type FieldPolicy } from '../../../src/core/intake/plan-import';
import { idNumber, rawSheet, rawWorkbook, read, today } from '../../support/raw-sheet';

const people = [1, 3, 5].map((order) => idNumber('1999-03-07', order));
const [first = '', second = '', third = ''] = people;
const roster = read([
  ['姓名', '身份证号', '所在党支部', '职务'],
  ['测一', first, '一支部', '科员'],
  ['样四', second, '一支部', '科长'],
  ['测五', third, '一支部', null],
  ['测六', '无', '一支部', null],
  [null, null, null, null],
  ['合计', null, null, null],
]);
const record = (key: string, fields: KnownRecord['fields']): KnownRecord => ({
  key: `id:${key}`,
  kind: 'person',
  fields,
  source: `person-${key.slice(-2)}`,
});
const known = collectKnown([
  record(first, { name: '测一', idNumber: first, branchName: '一支部', position: '主任' }),
  record(second, { name: '样四', idNumber: second, branchName: '一支部', position: '科长' }),
]);

describe('the plan of an import', () => {
  it.each([
    ['keep', { created: 1, updated: 0, unchanged: 2 }],
    ['fillBlanks', { created: 1, updated: 0, unchanged: 2 }],
    ['overwrite', { created: 1, updated: 1, unchanged: 1 }],
  ] as const)('with the policy %s', (policy, expected) => {
    const { counts } = planImport(roster, known, { default: policy });
    expect(counts).toEqual({ ...expected, rejected: 1, skipped: 2 });
  });

  it('lists what changes on which record, field by field', () => {
    const { rows } = planImport(roster, known, {
      default: 'keep',
      perField: { position: 'overwrite' },
    });
    expect(rows[0]).toEqual({
      sheet: '表',
      row: 2,
      action: 'updated',
      target: { kind: 'person', key: `id:${first}` },
      source: `person-${first.slice(-2)}`,
      changes: [{ field: 'position', before: '主任', after: '科员' }],
    });
  });

  it('changes nothing when the same workbook comes again', () => {
    const { counts } = planImport(roster, knownAfter([roster]), { default: 'overwrite' });
    expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  it('lays the merged rows of one instructor on one record', () => {
    const sheet = rawSheet(
      '花名册',
      [
        ['指导员姓名', '专职/兼职', '身份证号码', '指导企业'],
        ['测导', '专职', first, '样例一公司'],
        [null, null, null, '样例二公司、样例三公司'],
      ],
      [0, 1, 2].map((column) => ({ top: 2, left: column, bottom: 3, right: column })),
    );
    const found = interpretWorkbook(rawWorkbook([sheet]), { today });
    const { rows, counts } = planImport(found, collectKnown([]), { default: 'fillBlanks' });
    expect(counts).toMatchObject({ created: 1, updated: 1 });
    expect(rows[1]?.changes).toEqual([
      {
        field: 'targetOrganizations',
        before: ['样例一公司'],
        after: ['样例一公司', '样例二公司', '样例三公司'],
      },
    ]);
  });

  it('always adds up to the rows read', () => {
    const rows = fc.array(
      fc.tuple(
        fc.constantFrom('测一', '样四', '', '合计', null),
        fc.constantFrom(...people, '无', '', null),
        fc.constantFrom('一支部', null),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<FieldPolicy>('keep', 'fillBlanks', 'overwrite'),
        (table, policy) => {
          const found = read([['姓名', '身份证号', '所在党支部'], ...table]);
          const { counts, rowsRead } = planImport(found, known, { default: policy });
          const sum = Object.values(counts).reduce((all, count) => all + count, 0);
          expect([sum, rowsRead]).toEqual([
            found.counts.rowsAfterHeader,
            found.counts.rowsAfterHeader,
          ]);
          expect(counts.rejected).toBe(found.counts.reject);
        },
      ),
    );
  });
});
