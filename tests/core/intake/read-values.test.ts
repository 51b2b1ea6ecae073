import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf, fromDayNumber, toDayNumber } from '../../../src/core/calendar/day-number';
import { dateOfSerial } from '../../../src/core/intake/date-serial';
import { readCount } from '../../../src/core/intake/read-count';
import {
  creditCodeCheckCharacter,
  readCreditCode,
} from '../../../src/core/intake/read-credit-code';
import { readDate } from '../../../src/core/intake/read-date';
import {
  birthOnOfId,
  genderOfId,
  idCheckCharacter,
  readIdNumber,
} from '../../../src/core/intake/read-id-number';
import { readName, splitList } from '../../../src/core/intake/read-name';
import type { RawCell } from '../../../src/core/intake/raw-workbook';
import { creditCode, idNumber } from '../../support/raw-sheet';

const summary = ({ value, problems }: { value?: unknown; problems: readonly { code: string }[] }) =>
  [value, ...problems.map(({ code }) => code)].filter((part) => part !== undefined);
const dayColumn = { dateSystem: 1900, isMonthEnough: false } as const;

describe('dates as people and spreadsheets write them', () => {
  const cases: readonly (readonly [RawCell, readonly unknown[]])[] = [
    ['2023-7-1', ['2023-07-01']],
    ['2023/07/01', ['2023-07-01']],
    ['2023.7.1', ['2023-07-01']],
    ['2023年7月1日', ['2023-07-01']],
    ['　２０２３．７．１ ', ['2023-07-01', 'FULLWIDTH']],
    ['20230701', ['2023-07-01', 'DATE_8DIGIT']],
    [20230701, ['2023-07-01', 'DATE_8DIGIT']],
    ['2023/7/1 0:00:00', ['2023-07-01', 'TIME_PART']],
    ['2023-07-01T08:30:00', ['2023-07-01', 'TIME_PART']],
    [45108, ['2023-07-01', 'DATE_SERIAL_GENERAL']],
    ['2023-7', ['2023-07', 'DATE_MONTH_PRECISION']],
    ['2023.10', ['2023-10', 'DATE_MONTH_PRECISION']],
    ['2023年7月', ['2023-07', 'DATE_MONTH_PRECISION']],
    ['202307', ['2023-07', 'DATE_MONTH_PRECISION']],
    [202307, ['2023-07', 'DATE_MONTH_PRECISION']],
    [2023.07, ['2023-07', 'DATE_MONTH_PRECISION']],
    [2023.12, ['2023-12', 'DATE_MONTH_PRECISION']],
    [2023.1, ['DATE_AMBIGUOUS_1_10']],
    [2023.13, ['DATE_INVALID']],
    [2023, ['DATE_INVALID']],
    ['98.3.5', ['DATE_TWO_DIGIT_YEAR']],
    ['23年7月', ['DATE_TWO_DIGIT_YEAR']],
    ['03-15-98', ['DATE_AMBIGUOUS_MDY']],
    ['3/15/1998', ['DATE_AMBIGUOUS_MDY']],
    ['2023.2.29', ['DATE_INVALID']],
    ['2024.2.29', ['2024-02-29']],
    ['2024/13/01', ['DATE_INVALID']],
    ['20231301', ['DATE_INVALID']],
    ['待定', ['DATE_PLACEHOLDER']],
    ['不详', ['DATE_PLACEHOLDER']],
    ['去年夏天', ['DATE_INVALID']],
    [
      { kind: 'date', on: '2023-07-01', serial: 45108.5, hasTime: true },
      ['2023-07-01', 'TIME_PART'],
    ],
    [{ kind: 'date', on: undefined, serial: 60, hasTime: false }, ['DATE_INVALID']],
  ];
  it.each(cases)('reads %j as %j', (cell, expected) => {
    expect(summary(readDate(cell, dayColumn))).toEqual(expected);
  });

  it('finds nothing missing in a month where the column asks for months', () => {
    const monthColumn = { dateSystem: 1900, isMonthEnough: true } as const;
    expect(summary(readDate('2019.05', monthColumn))).toEqual(['2019-05']);
  });

  const firstDay = toDayNumber('1904-01-02');
  const days = fc.integer({ min: firstDay, max: dayNumberOf(2100, 12, 31) });

  it('reads every existing day in every separator as itself', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/', '.'), (number, separator) => {
        const on = fromDayNumber(number);
        const text = on.split('-').map(Number).join(separator);
        expect(summary(readDate(text, dayColumn))).toEqual([on]);
      }),
    );
  });

  it('turns serials of both systems into the same day', () => {
    fc.assert(
      fc.property(days, (number) => {
        const serial = number - toDayNumber('1899-12-30');
        const on = fromDayNumber(number);
        expect([dateOfSerial(serial, 1900), dateOfSerial(serial - 1462, 1904)]).toEqual([on, on]);
      }),
    );
  });

  it('never makes up a day: whatever it reads occurs in the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9年月日.\-/ ]{1,12}$/), (text) => {
        const { value } = readDate(text, dayColumn);
        const isSerial = /^\s*\d{5}\s*$/.test(text);
        expect(value === undefined || isSerial || text.includes(value.slice(0, 4))).toBe(true);
      }),
    );
  });
});

describe('citizens’ numbers (GB 11643)', () => {
  const good = idNumber('1999-03-07', 11);
  const cases: readonly (readonly [RawCell, readonly unknown[]])[] = [
    [good, [good]],
    [` ${good.slice(0, 6)} ${good.slice(6)} `, [good, 'ID_SPACE']],
    [`'${good}`, [good, 'ID_APOSTROPHE']],
    [3.50199199907101e17, ['ID_PRECISION_LOST']],
    [990101199903070, ['ID_PRECISION_LOST']],
    ['3.50199E+17', ['ID_SCI_TEXT']],
    ['990101********0117', ['ID_MASKED']],
    ['990101990307011', ['990101990307011', 'ID_15']],
    ['9901011999030701', ['ID_LENGTH']],
    ['无', ['ID_LENGTH']],
  ];
  it.each(cases)('reads %j as %j', (cell, expected) => {
    expect(summary(readIdNumber(cell))).toEqual(expected);
  });

  const bodies = fc.tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 999 }));

  it('accepts what the standard makes and any one changed digit is noticed', () => {
    fc.assert(
      fc.property(bodies, fc.nat(16), fc.integer({ min: 1, max: 9 }), ([day, order], at, shift) => {
        const born = fromDayNumber(toDayNumber('1920-01-01') + day);
        const number = idNumber(born, order);
        expect(readIdNumber(number)).toEqual({ value: number, problems: [] });
        expect(birthOnOfId(number)).toBe(born);
        expect(genderOfId(number)).toBe(order % 2 === 1 ? '男' : '女');
        const digit = (Number(number[at]) + shift) % 10;
        const changed = number.slice(0, at) + digit + number.slice(at + 1);
        expect(summary(readIdNumber(changed))).toEqual(['ID_CHECKSUM']);
      }),
    );
  });

  it('says a right check character over a day that does not exist', () => {
    const digits = '99010119971332233';
    expect(summary(readIdNumber(digits + idCheckCharacter(digits)))).toEqual(['ID_BIRTHDATE']);
  });

  it('takes a small x for X and says so', () => {
    const withX = Array.from({ length: 999 }, (_, order) => idNumber('1999-03-07', order)).find(
      (number) => number.endsWith('X'),
    );
    expect(summary(readIdNumber(withX?.toLowerCase() ?? ''))).toEqual([withX, 'ID_LOWER_X']);
  });
});

describe('credit codes (GB 32100)', () => {
  it('accepts its own check characters and notices any one changed digit', () => {
    fc.assert(
      fc.property(
        fc.nat(9_999_999),
        fc.integer({ min: 10, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, shift) => {
          const code = creditCode(serial);
          expect(readCreditCode(code)).toEqual({ value: code, problems: [] });
          const digit = (Number(code[at]) + shift) % 10;
          const changed = code.slice(0, at) + digit + code.slice(at + 1);
          expect(summary(readCreditCode(changed))).toEqual(['USCC_CHECKSUM']);
        },
      ),
    );
  });

  it.each([
    [9.1350199e17, 'USCC_PRECISION_LOST'],
    ['9.1350199E+17', 'USCC_PRECISION_LOST'],
    ['91990101MA0000', 'USCC_LENGTH'],
    ['91990101MAO0000011', 'USCC_LENGTH'],
  ])('refuses %j as %s', (cell, code) => {
    expect(summary(readCreditCode(cell))).toEqual([code]);
  });

  it('agrees with a code of the samples', () => {
    expect(creditCodeCheckCharacter('91350199MAPBTRF34')).toBe('F');
  });
});

describe('counts, names and lists', () => {
  it.each([
    [50, [50]],
    ['50人', [50]],
    ['1,200', [1200]],
    ['１２０', [120, 'FULLWIDTH']],
    ['约50人', [50, 'NUMBER_APPROX']],
    ['30余', [30, 'NUMBER_APPROX']],
    ['——', ['NUMBER_INVALID']],
    ['三十', ['NUMBER_INVALID']],
    [-1, ['NUMBER_INVALID']],
    [2.5, ['NUMBER_INVALID']],
  ] as const)('counts %j as %j', (cell, expected) => {
    expect(summary(readCount(cell))).toEqual(expected);
  });

  it.each([
    ['吕　测', ['吕测', 'NAME_SPACE']],
    ['阿依测•样例', ['阿依测·样例', 'NAME_DOT']],
    ['𠮷测', ['𠮷测', 'RARE_CHAR']],
    ['䶮测', ['䶮测', 'RARE_CHAR']],
    ['Ada  Sample', ['Ada Sample']],
    ['　　', []],
  ])('names %j as %j', (raw, expected) => {
    expect(
      summary(readName(raw)).filter((part) => part !== 'NAME_SPACE' || raw.trim() !== ''),
    ).toEqual(expected);
  });

  it.each([
    ['苏联甲、苏联乙', ['苏联甲', '苏联乙']],
    ['样例一公司\n样例二公司', ['样例一公司', '样例二公司']],
    ['苏联甲 苏联乙', ['苏联甲', '苏联乙']],
    ['吕 测', ['吕 测']],
  ])('splits %j into %j', (raw, expected) => {
    expect(splitList(raw)).toEqual(expected);
  });
});
