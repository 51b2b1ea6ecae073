import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  personDuplicates,
  unitDuplicates,
  type TypedPerson,
  type TypedUnit,
} from '../../../src/core/register/duplicates';
import {
  joinedPeriods,
  mergedRecord,
  mergeFields,
  repointed,
  retiredInto,
} from '../../../src/core/register/merge-records';
import { splitProblem, splitUnit } from '../../../src/core/register/split-unit';
import type { CalendarDate } from '../../../src/core/calendar/calendar-date';
import type { Organization } from '../../../src/core/records/organization';
import type { Person } from '../../../src/core/records/person';
import { creditCode, idNumber } from '../../support/raw-sheet';

const unit = (id: string, facts: Partial<Organization> = {}): Organization => ({
  id,
  name: `例${id}有限公司`,
  kind: 'enterprise',
  status: 'operating',
  ...facts,
});

describe('a unit that may be registered already', () => {
  const known = unit('海棠网络科技', {
    creditCode: creditCode(1),
    formerNames: ['测旧名有限公司'],
    head: { phone: '010-0000 0000' },
  });
  const cases: readonly [string, TypedUnit, readonly string[]][] = [
    ['the same code', { creditCode: creditCode(1).toLowerCase() }, ['creditCode']],
    ['the same name', { name: '例海棠网络科技 有限公司' }, ['name']],
    ['a name it had before', { name: '测旧名有限公司' }, ['name']],
    ['the name with another legal form', { name: '例海棠网络科技有限责任公司' }, ['nearName']],
    ['the phone of its head', { name: '测别家', phone: '01000000000' }, ['phone']],
    ['itself', { id: known.id, name: known.name }, []],
    ['something else', { name: '测别家有限公司', phone: '' }, []],
    ['nothing typed yet', { name: '', creditCode: '' }, []],
  ];
  it.each(cases)('%s', (_title, typed, signs) => {
    expect(unitDuplicates(typed, [known]).map(({ sign }) => sign)).toEqual(signs);
  });
});

describe('a person who may be registered already', () => {
  const known: Person = {
    id: 'p',
    name: '测一一',
    idNumber: idNumber('1990-01-01', 1),
    phone: '19900000001',
  };
  const cases: readonly [string, TypedPerson, readonly string[]][] = [
    ['the same ID number', { name: '别名', idNumber: known.idNumber }, ['idNumber']],
    ['name and phone', { name: '测一一', phone: '199 0000 0001' }, ['phone']],
    ['the name alone', { name: '测一一' }, ['name']],
    ['a namesake with another number', { name: '测一一', idNumber: idNumber('1991-01-01', 1) }, []],
    ['the phone alone says nothing', { name: '测二二', phone: '19900000001' }, []],
  ];
  it.each(cases)('%s', (_title, typed, signs) => {
    expect(personDuplicates(typed, [known]).map(({ sign }) => sign)).toEqual(signs);
  });
});

describe('two records that become one', () => {
  const kept = unit('甲', { staff: 30, head: { name: '测一' } });
  const dropped = unit('乙', {
    staff: 28,
    members: 4,
    head: { name: '例二', phone: '000' },
    creditCode: creditCode(2),
  });
  it('shows what differs and where a person has to choose', () => {
    expect(mergeFields(kept, dropped).map(({ field, isConflict }) => [field, isConflict])).toEqual([
      ['name', true],
      ['staff', true],
      ['head', true],
      ['members', false],
      ['creditCode', false],
    ]);
  });
  it('keeps its own facts, fills its blanks and takes what was chosen; numbers are never added up', () => {
    expect(mergedRecord(kept, dropped, ['staff'])).toEqual({
      ...kept,
      staff: 28,
      members: 4,
      creditCode: creditCode(2),
      head: { name: '测一', phone: '000' },
    });
  });
  it('the other one stays readable and says where it went', () => {
    expect(retiredInto(dropped, kept, '2026-11-23')).toEqual({
      ...dropped,
      retired: { on: '2026-11-23', reason: '并入 例甲有限公司', intoId: '甲' },
    });
  });
  it('every reference moves, and what has none is the very same value', () => {
    const record = { id: 'x', covers: [{ organizationId: 'b' }], note: 'ab', list: ['b', 'c'] };
    expect(repointed(record, 'b', 'a')).toEqual({
      id: 'x',
      covers: [{ organizationId: 'a' }],
      note: 'ab',
      list: ['a', 'c'],
    });
    expect(repointed(record, 'z', 'a')).toBe(record);
  });
  type Days = { readonly from?: CalendarDate; readonly until?: CalendarDate };
  const periodCases: readonly (readonly [readonly Days[], readonly Days[]])[] = [
    [[{}, {}], [{}]],
    [
      [{ from: '2024-01-01', until: '2024-12-31' }, { from: '2024-06-01' }],
      [{ from: '2024-01-01' }],
    ],
    [
      [{ from: '2024-01-01', until: '2024-03-31' }, { from: '2025-01-01' }],
      [{ from: '2024-01-01', until: '2024-03-31' }, { from: '2025-01-01' }],
    ],
  ];
  it.each(periodCases)('periods %j of one unit become %j', (given, wanted) => {
    const held = (periods: readonly Days[]) =>
      periods.map((each) => ({ organizationId: 'a', ...each }));
    expect(joinedPeriods(held(given), 'a')).toEqual(held(wanted));
  });
  it('merging fills and never empties a field, whatever the two know', () => {
    const facts = fc.record(
      { staff: fc.nat(900), members: fc.nat(90), address: fc.string(), industry: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const merged = mergedRecord(unit('甲', one), unit('乙', other), []);
        expect(Object.keys(merged).sort()).toEqual(
          [...new Set([...Object.keys(unit('甲', one)), ...Object.keys(unit('乙', other))])].sort(),
        );
        expect(merged).toMatchObject(unit('甲', one));
      }),
    );
  });
});

describe('a unit that is split', () => {
  const whole = unit('甲', { staff: 60, members: 7, foundedOn: '2010-01-01', areaId: 's1' });
  const split = {
    on: '2026-03-01',
    reason: '例登记〔2026〕3 号',
    part: { id: 'n', name: '例分出有限公司', counts: { staff: 20, members: 3 } },
  } as const;
  it('divides the numbers and begins the new one on its day', () => {
    const { rest, founded } = splitUnit(whole, split);
    expect(rest).toMatchObject({ staff: 40, members: 4 });
    expect(founded).toEqual({
      id: 'n',
      name: '例分出有限公司',
      kind: 'enterprise',
      status: 'operating',
      areaId: 's1',
      staff: 20,
      members: 3,
      foundedOn: '2026-03-01',
      splitFromId: '甲',
    });
  });
  it.each([
    ['要写明依据，例如登记机关的通知', { ...split, reason: ' ' }],
    ['日期不能早于原单位成立', { ...split, on: '2009-01-01' as const }],
    [
      '分出去的人数多于原单位登记的人数',
      { ...split, part: { ...split.part, counts: { staff: 61 } } },
    ],
  ])('is refused: %s', (words, asked) => {
    expect(splitProblem(whole, asked)).toBe(words);
  });
  it('is not refused otherwise', () => {
    expect(splitProblem(whole, split)).toBeUndefined();
  });
});
