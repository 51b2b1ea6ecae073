import { addDays } from '../calendar/arithmetic';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Organization } from '../records/organization';
import { fictionalCreditCode } from './fictional-identity';
import { siteTrades } from './names-data';
import { communityId } from './place-records';

/** Beyond every unit's serial, so that no two credit codes meet. */
const platformSerial = 900_001;

export const platformId = (index: number): string =>
  `platform-${String(index + 1).padStart(2, '0')}`;

/** The head offices the sites work for: registered elsewhere, so in no denominator of the district. */
export function platformRecords(today: CalendarDate): Organization[] {
  return siteTrades.map(({ platform, industry }, index) => ({
    id: platformId(index),
    name: `${platform}演练区运营总部`,
    creditCode: fictionalCreditCode(platformSerial + index, 'enterprise'),
    kind: 'enterprise',
    registrationType: '私营',
    status: 'operating',
    areaId: communityId(6, 0),
    industry,
    isPlatform: true,
    excludedReason: '登记在区外，只作为平台总部联系',
    foundedOn: addDays(today, -3000 + index * 211),
    lastVerifiedOn: addDays(today, -12 - index),
  }));
}

const courier = siteTrades.findIndex(({ kind }) => kind === 'courierOutlet');

/** Some enterprises are franchisees of the courier (加盟): legal units of its net, no sites. */
export function franchiserOf(kind: Organization['kind'], serial: number): string | undefined {
  return kind === 'enterprise' && serial % 131 === 17 ? platformId(courier) : undefined;
}

/** One site in eleven has not said whom it works for. */
export function headquartersOf(kind: Organization['kind'], serial: number): string | undefined {
  const index = siteTrades.findIndex((trade) => trade.kind === kind);
  return index < 0 || serial % 11 === 4 ? undefined : platformId(index);
}
