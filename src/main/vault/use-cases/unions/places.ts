import type { CoverageUnit } from '../../../../core/coverage/types';
import type { UnionCandidate, UnionGround } from '../../../../core/coverage/unions/types';
import { fewestMembers } from '../../../../core/coverage/unions/lawful';
import { placeOn } from '../../../../core/coverage/unions/propose-unions';
import type { Organization } from '../../../../core/records/organization';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';

/** A unit in scope with the record behind it and the ground it stands on. */
export type PlacedUnit = {
  readonly unit: CoverageUnit;
  readonly organization: Organization;
  readonly isOpen: boolean;
  readonly ground: Omit<UnionCandidate, 'secretaries'>;
};

export type UnionPlace = {
  readonly id: string;
  readonly name: string;
  readonly list: PlacedUnit[];
};

function placedUnit(desk: Desk, unit: CoverageUnit, isOpen: boolean): PlacedUnit | undefined {
  const organization = desk.reference.organizations.get(unit.id);
  if (organization === undefined) return undefined;
  const area = desk.placeOn(organization.areaId);
  return {
    unit,
    organization,
    isOpen,
    ground: {
      id: unit.id,
      formalMembers: unit.formalMembers ?? 0,
      carrierId: organization.carrierId,
      communityId: area?.level === 'street' ? undefined : (area?.id ?? organization.areaId),
      streetId: unit.areaId,
      industry: organization.industry,
    },
  };
}

function placeName(desk: Desk, ground: UnionGround, { organization }: PlacedUnit): string {
  if (ground === 'carrier') return desk.reference.carriers.get(organization.carrierId)?.name ?? '';
  const street = streetName(desk, organization.areaId);
  if (ground === 'community') {
    return `${street} ${desk.placeOn(organization.areaId)?.name ?? ''}`;
  }
  return `${street} ${organization.industry ?? ''}`;
}

/** One or two full members and no organisation: what a union is made of. */
export function canJoin({ isOpen, ground }: PlacedUnit): boolean {
  return isOpen && ground.formalMembers >= 1 && ground.formalMembers < fewestMembers;
}

const joinable = (place: UnionPlace): number => place.list.filter(canJoin).length;

/** Operating units by where they stand on a ground; places with most to join come first. */
export function unionPlaces(desk: Desk, ground: UnionGround): UnionPlace[] {
  const { units, states } = desk.coverage();
  const places = new Map<string, UnionPlace>();
  for (const unit of units) {
    if (unit.exclusion !== undefined) continue;
    const state = states.get(unit.id);
    const placed = placedUnit(desk, unit, state === 'blank' || state === 'workCovered');
    if (placed === undefined) continue;
    const id = placeOn(ground, { ...placed.ground, secretaries: [] });
    if (id === undefined) continue;
    const place = places.get(id);
    if (place === undefined)
      places.set(id, { id, name: placeName(desk, ground, placed), list: [placed] });
    else place.list.push(placed);
  }
  return [...places.values()].sort(
    (left, right) => joinable(right) - joinable(left) || (left.id < right.id ? -1 : 1),
  );
}
