import type { VaultInput } from '../../../contract/channels';
import { isCalendarDate, isCalendarMonth } from '../../../core/calendar/calendar-date';
import type { Station } from '../../../core/records/work';
import { readTypedDate } from '../../lib/typed-date';

/** What stations usually offer; anything else is typed. */
export const usualServices = [
  '热水',
  '微波炉',
  '充电',
  '药箱',
  '雨具',
  '图书',
  '托管',
  '法律咨询',
] as const;

export type StationDraft = {
  readonly name: string;
  readonly kind: Station['kind'];
  readonly areaId: string;
  readonly address: string;
  readonly services: readonly string[];
  readonly otherServices: string;
  readonly openedOn: string;
  readonly openingHours: string;
  readonly lastCheckedOn: string;
  readonly note: string;
};

const isUsual = (service: string): boolean => usualServices.some((each) => each === service);

export function draftOfStation(station: Partial<Station>): StationDraft {
  const services = station.services ?? [];
  return {
    name: station.name ?? '',
    kind: station.kind ?? 'riderStation',
    areaId: station.areaId ?? '',
    address: station.address ?? '',
    services: services.filter(isUsual),
    otherServices: services.filter((each) => !isUsual(each)).join('、'),
    openedOn: station.openedOn ?? '',
    openingHours: station.openingHours ?? '',
    lastCheckedOn: station.lastCheckedOn ?? '',
    note: station.note ?? '',
  };
}

function servicesOf({ services, otherServices }: StationDraft): string[] {
  const others = otherServices
    .split(/[、，,;；\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return [...new Set([...usualServices.filter((each) => services.includes(each)), ...others])];
}

export function problemOf(draft: StationDraft, today: string): string | undefined {
  const opened = readTypedDate(draft.openedOn);
  const checked = readTypedDate(draft.lastCheckedOn);
  if (draft.name.trim() === '') return '先填名称';
  if (opened !== '' && !isCalendarDate(opened) && !isCalendarMonth(opened)) return '启用日期不对';
  if (checked !== '' && !isCalendarDate(checked)) return '检查日期要写到日';
  return checked > today ? '检查日期还没有到' : undefined;
}

/** What the form says, as one edit; an emptied field is cleared. */
export function stationEdit(
  draft: StationDraft,
): Pick<VaultInput<'stations.save'>, 'patch' | 'clears'> {
  const { name, kind, areaId, address, openingHours, note } = draft;
  const openedOn = readTypedDate(draft.openedOn);
  const lastCheckedOn = readTypedDate(draft.lastCheckedOn);
  const texts = {
    areaId,
    address: address.trim(),
    openingHours: openingHours.trim(),
    note: note.trim(),
  };
  const filled = Object.entries(texts).filter(([, value]) => value !== '');
  const clears = [
    ...Object.entries(texts)
      .filter(([, value]) => value === '')
      .map(([field]) => field),
    ...(openedOn === '' ? ['openedOn'] : []),
    ...(lastCheckedOn === '' ? ['lastCheckedOn'] : []),
  ];
  return {
    patch: {
      name: name.trim(),
      kind,
      services: servicesOf(draft),
      ...Object.fromEntries(filled),
      ...(isCalendarDate(openedOn) || isCalendarMonth(openedOn) ? { openedOn } : {}),
      ...(isCalendarDate(lastCheckedOn) ? { lastCheckedOn } : {}),
    },
    clears,
  };
}
