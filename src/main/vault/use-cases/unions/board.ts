import type { VaultInput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { UnionBoard, UnionChangeView, UnionGroupView } from '../../../../contract/unions';
import { setupSuggestion } from '../../../../core/coverage/setup-suggestion';
import {
  indicatorChanges,
  type IndicatorChange,
  type PlannedGroup,
} from '../../../../core/coverage/unions/after-unions';
import {
  checkUnion,
  fewestMembers,
  type UnionCheck,
} from '../../../../core/coverage/unions/lawful';
import { proposeUnions } from '../../../../core/coverage/unions/propose-unions';
import type {
  LeftOverReason,
  UnionCandidate,
  UnionPlan,
} from '../../../../core/coverage/unions/types';
import { organizationKindWords } from '../../../../core/labels/labels';
import type { Desk } from '../desk';
import { streetName } from '../gap-views';
import { canJoin, unionPlaces, type PlacedUnit, type UnionPlace } from './places';
import { secretariesByUnit } from './secretaries';

const reasonWords: Readonly<Record<LeftOverReason, string>> = {
  noPlace: '没有登记所在地，无从联建',
  tooFewMembers: '与邻近单位合起来仍不足 3 名正式党员',
  noSecretary: '没有登记在册的正式党员可任书记',
  noRoom: '邻近单位已各自成组',
};
const stateWords = {
  own: '单独建立',
  joint: '联合建立',
  workCovered: '已有工作',
  blank: '空白',
} as const;
const checkLabels: Readonly<Record<UnionCheck['rule'], string>> = {
  'ORG-3': '人数',
  'ORG-UNION-5': '家数',
  SECRETARY: '书记',
};

/** Everything known of one place on the day. */
export type Scene = {
  readonly place: UnionPlace;
  readonly byId: ReadonlyMap<string, PlacedUnit>;
  readonly secretaries: ReadonlyMap<string, readonly string[]>;
};

export function sceneOf(desk: Desk, place: UnionPlace): Scene {
  const open = place.list.filter(({ isOpen }) => isOpen);
  return {
    place,
    byId: new Map(place.list.map((each) => [each.unit.id, each])),
    secretaries: secretariesByUnit(desk, open),
  };
}

export function candidatesOf(scene: Scene, ids: readonly string[]): UnionCandidate[] {
  return ids.flatMap((id) => {
    const placed = scene.byId.get(id);
    const secretaries = scene.secretaries.get(id) ?? [];
    return placed === undefined ? [] : [{ ...placed.ground, secretaries }];
  });
}

/** Joint branches by the rules, a branch of their own where three are, an instructor where nobody is. */
function proposedGroups(scene: Scene, plan: UnionPlan): PlannedGroup[] {
  const open = scene.place.list.filter(({ isOpen }) => isOpen);
  const own = open.filter(({ ground }) => ground.formalMembers >= fewestMembers);
  const send = open.filter(
    ({ unit }) => unit.formalMembers === 0 && !unit.links.includes('instructor'),
  );
  return [
    ...plan.proposals.map(({ unitIds }) => ({ kind: 'joint' as const, unitIds })),
    ...own.map(({ unit }) => ({ kind: 'own' as const, unitIds: [unit.id] })),
    ...(send.length === 0
      ? []
      : [{ kind: 'send' as const, unitIds: send.map(({ unit }) => unit.id) }]),
  ];
}

export function groupView(scene: Scene, group: PlannedGroup): UnionGroupView {
  const units = candidatesOf(scene, group.unitIds);
  const formalMembers = units.reduce((total, unit) => total + unit.formalMembers, 0);
  const base = { kind: group.kind, unitIds: [...group.unitIds], formalMembers };
  const areOpen = group.unitIds.every((id) => scene.byId.get(id)?.isOpen === true);
  if (group.kind === 'send') {
    const words = '选派党建工作指导员，只计工作覆盖，不计组织覆盖';
    return { ...base, isLawful: areOpen, checks: [{ label: '办法', words, state: 'info' }] };
  }
  if (group.kind === 'own') {
    const isLawful = areOpen && formalMembers >= fewestMembers && units.length === 1;
    const words = `正式党员 ${formalMembers} 名；${setupSuggestion(formalMembers).words}`;
    return {
      ...base,
      isLawful,
      checks: [{ label: '人数', words, state: isLawful ? 'met' : 'fails' }],
    };
  }
  const checks = checkUnion(units);
  return {
    ...base,
    isLawful: areOpen && checks.every(({ isMet }) => isMet),
    checks: checks.map(({ rule, isMet, words }) => ({
      label: checkLabels[rule],
      words,
      state: isMet ? 'met' : 'fails',
    })),
  };
}

function changeView(place: string, { before, after }: IndicatorChange): UnionChangeView {
  const ratio = ({ numerator, denominator, percent }: IndicatorChange['before']) => ({
    numerator,
    denominator,
    percent,
  });
  return { place, indicator: before.name, before: ratio(before), after: ratio(after) };
}

function changesOf(desk: Desk, scene: Scene, groups: readonly PlannedGroup[]) {
  const { units } = desk.coverage();
  const within = scene.place.list.map(({ unit }) => unit);
  const streetId = within[0]?.areaId;
  const street = units.filter(({ areaId }) => areaId === streetId);
  const streetWords = streetName(desk, streetId);
  const rates = (name: string, list: typeof within, ids: readonly string[]) =>
    indicatorChanges(list, groups, desk.definitions)
      .filter(({ before }) => ids.includes(before.id))
      .map((change) => changeView(name, change));
  const district = indicatorChanges(units, groups, desk.definitions);
  return {
    changes: [
      ...rates(scene.place.name, within, ['organizationCoverage', 'workCoverage']),
      ...(streetWords === '' ? [] : rates(streetWords, street, ['organizationCoverage'])),
      ...district
        .filter(({ before }) => before.id === 'organizationCoverage')
        .map((change) => changeView('全区', change)),
    ],
    indicators: district.map((change) => changeView('全区', change)),
  };
}

/** Units of the plan group by group, then what else is open, then what is built already. */
function inPlanOrder(list: readonly PlacedUnit[], groups: readonly PlannedGroup[]): PlacedUnit[] {
  const planned = groups.flatMap(({ unitIds }) => unitIds);
  const rank = ({ unit, isOpen }: PlacedUnit): number => {
    const at = planned.indexOf(unit.id);
    return at >= 0 ? at : planned.length + (isOpen ? 0 : 1);
  };
  return [...list].sort((left, right) => rank(left) - rank(right));
}

const shownPlaces = 200;

export function unionBoard(
  desk: Desk,
  { ground, placeId, groups }: VaultInput<'unions.board'>,
): Result<UnionBoard> {
  const places = unionPlaces(desk, ground);
  const place = places.find(({ id }) => id === placeId) ?? places[0];
  if (place === undefined) return failed('C-103');
  const scene = sceneOf(desk, place);
  const plan = proposeUnions(
    candidatesOf(
      scene,
      place.list.filter(canJoin).map(({ unit }) => unit.id),
    ),
    [ground],
  );
  const chosen = groups ?? proposedGroups(scene, plan);
  const { states } = desk.coverage();
  return {
    ok: true,
    value: {
      ground,
      places: places.slice(0, shownPlaces).map(({ id, name, list }) => ({
        id,
        name,
        units: list.length,
        open: list.filter(canJoin).length,
      })),
      placeId: place.id,
      placeName: place.name,
      units: inPlanOrder(place.list, chosen).map(({ unit, organization, isOpen }) => {
        const state = states.get(unit.id) ?? 'blank';
        return {
          id: unit.id,
          name: organization.name,
          kind: organizationKindWords[organization.kind],
          staff: unit.staff ?? null,
          formalMembers: unit.formalMembers ?? null,
          state: state === 'excluded' ? 'blank' : state,
          stateWords: stateWords[state === 'excluded' ? 'blank' : state],
          isOpen,
        };
      }),
      groups: chosen.map((group) => groupView(scene, group)),
      leftOver: plan.leftOver.map(({ id, reason }) => ({
        id,
        name: scene.byId.get(id)?.organization.name ?? '',
        words: reasonWords[reason],
      })),
      methodWords: plan.isExact
        ? '可联建单位不超过 12 家，已逐一比较全部组合'
        : `可联建单位较多，分批求解：联建 ${plan.covered} 家，至多不超过 ${plan.atMost} 家`,
      ...changesOf(desk, scene, chosen),
    },
  };
}
