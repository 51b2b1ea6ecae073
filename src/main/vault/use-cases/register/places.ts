import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { AreaRow, CarrierRow } from '../../../../contract/register';
import type { Area } from '../../../../core/records/area';
import type { CoverageUnit } from '../../../../core/coverage/types';
import type { Desk } from '../desk';
import { areaWithin, streetName } from '../gap-views';
import { asJson, patched } from '../save-person';
import { commitRecord } from '../save-record';

const collator = new Intl.Collator('zh-Hans-CN');

/** The tree in reading order: parents before children, siblings by their order and name. */
function inTreeOrder(areas: readonly Area[]): { area: Area; depth: number }[] {
  const ids = new Set(areas.map(({ id }) => id));
  const childrenOf = (parentId: string | undefined) =>
    areas
      .filter((area) => (ids.has(area.parentId ?? '') ? area.parentId : undefined) === parentId)
      .sort(
        (left, right) =>
          (left.order ?? 0) - (right.order ?? 0) || collator.compare(left.name, right.name),
      );
  const walk = (parentId: string | undefined, depth: number): { area: Area; depth: number }[] =>
    childrenOf(parentId).flatMap((area) => [{ area, depth }, ...walk(area.id, depth + 1)]);
  return walk(undefined, 0);
}

function asOfToday(desk: Desk, area: Area): Area {
  const { parentId: _, ...rest } = area;
  const above = desk.placeOn(area.parentId)?.id;
  return above === undefined ? rest : { ...rest, parentId: above };
}

export function areaTree(desk: Desk): Result<VaultOutput<'areas.tree'>> {
  const { organizations } = desk.reference;
  const direct = new Map<string, number>();
  for (const { areaId } of organizations.all())
    if (areaId !== undefined) direct.set(areaId, (direct.get(areaId) ?? 0) + 1);
  return {
    ok: true,
    value: inTreeOrder(desk.areasOn().map((area) => asOfToday(desk, area))).map(
      ({ area, depth }): AreaRow => ({
        id: area.id,
        name: area.name,
        code: area.code ?? '',
        level: area.level,
        parentId: area.parentId ?? '',
        depth,
        units: [...areaWithin(desk, area.id)].reduce((sum, id) => sum + (direct.get(id) ?? 0), 0),
      }),
    ),
  };
}

export function saveArea(
  desk: Desk,
  { id, name, code, level, parentId }: VaultInput<'areas.save'>,
): Result<VaultOutput<'areas.save'>> {
  const known = id === undefined ? undefined : desk.reference.areas.get(id);
  if (id !== undefined && known === undefined) return failed('C-103');
  if (id !== undefined && parentId !== undefined && areaWithin(desk, id).has(parentId))
    return failed('C-101', '（不能放到自己或自己的下级里面）');
  const recordId = id ?? desk.newId();
  // Not moved: what was typed stays, for the days on which the former superior still stood.
  const isMoved = parentId === undefined || desk.placeOn(known?.parentId)?.id !== parentId;
  const clears = [
    ...(parentId === undefined ? ['parentId'] : []),
    ...(code === '' ? ['code'] : []),
  ];
  const after = patched(
    known ?? { id: recordId },
    { name: name.trim(), code, level, ...(isMoved ? { parentId } : {}) },
    clears,
  );
  const act = { table: 'areas', action: 'areas.save', note: name.trim() } as const;
  return commitRecord(desk, { ...act, known, after });
}

/** What still lies in a place keeps it in use: it is moved first, nothing loses its place silently. */
function inUse(desk: Desk, table: 'areas' | 'carriers', id: string): string | undefined {
  const units = desk.reference.organizations
    .all()
    .filter((unit) => (table === 'areas' ? unit.areaId : unit.carrierId) === id).length;
  const places = [...desk.areasOn(), ...desk.reference.carriers.all()].filter((each) =>
    'parentId' in each ? each.parentId === id : 'areaId' in each && each.areaId === id,
  ).length;
  const parties = desk.reference.partyOrganizations
    .all()
    .filter(({ areaId }) => areaId === id).length;
  const parts = [
    units > 0 ? `单位 ${units} 家` : '',
    places > 0 ? `下级区域或载体 ${places} 个` : '',
    parties > 0 ? `党组织 ${parties} 个` : '',
  ].filter(Boolean);
  const way = table === 'areas' ? '先移走，或者写明并入哪个区域' : '先移走';
  return parts.length === 0 ? undefined : `里面还有${parts.join('、')}，${way}`;
}

type Retiring = Pick<VaultInput<'areas.retire'>, 'id' | 'on' | 'reason' | 'intoId'>;

/** Why a place cannot end as asked; undefined when it can. */
function retiringProblem(
  desk: Desk,
  table: 'areas' | 'carriers',
  { id, on, reason, intoId }: Retiring,
): string | undefined {
  if (reason.trim() === '') return '要写明原因';
  if (on > desk.today) return '停用日期不能晚于今天';
  if (intoId === undefined) return inUse(desk, table, id);
  const into = desk.reference.areas.get(intoId);
  if (into === undefined || into.retired !== undefined) return '要并入的区域已经停用';
  return areaWithin(desk, id).has(intoId) ? '不能并入自己或自己的下级' : undefined;
}

function retire(
  desk: Desk,
  table: 'areas' | 'carriers',
  input: Retiring,
): Result<VaultOutput<'areas.retire'>> {
  const { id, on, reason, intoId } = input;
  const known = desk.reference[table].get(id);
  if (known === undefined || known.retired !== undefined) return failed('C-103');
  const problem = retiringProblem(desk, table, input);
  if (problem !== undefined) return failed('C-101', `（${problem}）`);
  const into = intoId === undefined ? {} : { intoId };
  const after = { ...known, retired: { on, reason: reason.trim(), ...into } };
  const result = desk.commit({
    action: `${table}.retire`,
    note: known.name,
    changes: [{ table, id, before: asJson(known), after: asJson(after) }],
  });
  return result.ok ? { ok: true, value: { changeId: result.value.changeId, id } } : result;
}

/** From its day on an area counts under the one it was merged into; what lay in it stays recorded there. */
export const retireArea = (desk: Desk, input: VaultInput<'areas.retire'>) =>
  retire(desk, 'areas', input);
export const retireCarrier = (desk: Desk, input: VaultInput<'carriers.retire'>) =>
  retire(desk, 'carriers', { ...input, on: desk.today });

type Counts = Pick<
  CarrierRow,
  'units' | 'own' | 'joint' | 'workCovered' | 'blank' | 'formalMembers'
>;

/** Units of every carrier by their place in 两个覆盖; those that count in no denominator are left out. */
function countsByCarrier(desk: Desk): Map<string, Counts> {
  const { units, states } = desk.coverage();
  const found = new Map<string, Counts>();
  const add = (carrierId: string, unit: CoverageUnit) => {
    const state = states.get(unit.id) ?? 'excluded';
    if (state === 'excluded') return;
    const old = found.get(carrierId) ?? noUnits;
    found.set(carrierId, {
      ...old,
      units: old.units + 1,
      [state]: old[state] + 1,
      formalMembers: old.formalMembers + (unit.formalMembers ?? 0),
    });
  };
  for (const unit of units) {
    const carrierId = desk.reference.organizations.get(unit.id)?.carrierId;
    if (carrierId !== undefined) add(carrierId, unit);
  }
  return found;
}

const noUnits: Counts = { units: 0, own: 0, joint: 0, workCovered: 0, blank: 0, formalMembers: 0 };

export function listCarriers(desk: Desk): Result<VaultOutput<'carriers.list'>> {
  const counts = countsByCarrier(desk);
  const rows = desk.reference.carriers.all().map(({ id, name, kind, areaId }): CarrierRow => ({
    id,
    name,
    kind,
    areaId: areaId ?? '',
    areaName: streetName(desk, areaId),
    ...(counts.get(id) ?? noUnits),
  }));
  rows.sort((left, right) => right.units - left.units || collator.compare(left.name, right.name));
  return { ok: true, value: rows };
}

export function saveCarrier(
  desk: Desk,
  { id, name, kind, areaId }: VaultInput<'carriers.save'>,
): Result<VaultOutput<'carriers.save'>> {
  const known = id === undefined ? undefined : desk.reference.carriers.get(id);
  if (id !== undefined && known === undefined) return failed('C-103');
  const recordId = id ?? desk.newId();
  const clears = areaId === undefined ? ['areaId'] : [];
  const after = patched(known ?? { id: recordId }, { name: name.trim(), kind, areaId }, clears);
  const act = { table: 'carriers', action: 'carriers.save', note: name.trim() } as const;
  return commitRecord(desk, { ...act, known, after });
}
