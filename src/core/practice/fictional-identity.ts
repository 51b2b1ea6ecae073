import type { CalendarDate } from '../calendar/calendar-date';
import type { OrganizationKind } from '../records/organization';
import { branchStems, earthlyBranches, fictionalSurnames } from './names-data';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** GB 11643 check character of the first 17 digits. */
export function idCheck(body: string): string {
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return idChecks[sum % 11] ?? '';
}

/**
 * A citizen number that no citizen has: regions from 990101 on do not exist. Unique by `serial`.
 * @example fictionalIdNumber(0, '1998-03-12', 'male') //=> '990101199803120017'
 */
export function fictionalIdNumber(
  serial: number,
  birthOn: CalendarDate,
  gender: 'male' | 'female',
): string {
  const region = `99${String(101 + Math.floor(serial / 499)).padStart(4, '0')}`;
  // The 17th digit is odd for men and even for women; 000 is never issued, so women start at 002.
  const order = 2 * (serial % 499) + (gender === 'male' ? 1 : 2);
  const body = `${region}${birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return body + idCheck(body);
}

/** A number that cannot be dialled: no Chinese number begins with three zeros. */
export function fictionalPhone(serial: number): string {
  return `000${String(serial % 100_000_000).padStart(8, '0')}`;
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const registrars: Readonly<Partial<Record<OrganizationKind, string>>> = {
  soleTrader: '92',
  socialGroup: '51',
  socialServiceBody: '52',
  foundation: '53',
  lawFirm: '31',
};

/** Check character of the nine-place organisation code inside (GB 11714). */
function bodyCheck(body: string): string {
  const sum = bodyWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(body[index] ?? '0', 36),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : String(rest % 11);
}

/** GB 32100 check character of the first 17 places. */
export function creditCheck(code: string): string {
  const sum = creditWeights.reduce(
    (total, weight, index) => total + weight * creditAlphabet.indexOf(code[index] ?? '0'),
    0,
  );
  return creditAlphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** A well-formed 统一社会信用代码 of the non-existent region 990101. Unique by `serial`. */
export function fictionalCreditCode(serial: number, kind: OrganizationKind): string {
  let rest = serial;
  let body = '';
  for (let place = 0; place < 5; place += 1) {
    body = (creditAlphabet[rest % 31] ?? '0') + body;
    rest = Math.floor(rest / 31);
  }
  const organization = `PLX${body}`;
  const code = `${registrars[kind] ?? '91'}990101${organization}${bodyCheck(organization)}`;
  return code + creditCheck(code);
}

const givenParts = [...branchStems, ...earthlyBranches];

/**
 * Obviously made up: a surname that means 测试样例 and two cyclical signs. Single-sign names (测一) are kept
 * for the told cases. Distinct for 5,808 serials.
 * @example fictionalName(0) //=> '测甲甲'
 */
export function fictionalName(serial: number): string {
  const surname = fictionalSurnames[serial % fictionalSurnames.length] ?? '测';
  const rest = Math.floor(serial / fictionalSurnames.length);
  const first = givenParts[Math.floor(rest / givenParts.length) % givenParts.length] ?? '';
  return `${surname}${first}${givenParts[rest % givenParts.length] ?? ''}`;
}
