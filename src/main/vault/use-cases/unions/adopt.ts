import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import type { PlannedGroup } from '../../../../core/coverage/unions/after-unions';
import { draftRequest } from '../../../../core/coverage/unions/draft-request';
import type { GapTask } from '../../../../core/records/work';
import type { Desk } from '../desk';
import { tasksByGap, unionTaskRule } from '../gap-views';
import { asJson } from '../save-person';
import { candidatesOf, groupView, sceneOf, type Scene } from './board';
import { unionPlaces } from './places';

function sceneFor(desk: Desk, { ground, placeId }: VaultInput<'unions.letter'>): Scene | undefined {
  const place = unionPlaces(desk, ground).find(({ id }) => id === placeId);
  return place === undefined ? undefined : sceneOf(desk, place);
}

function namesOf(scene: Scene, ids: readonly string[]): string[] {
  return ids.flatMap((id) => scene.byId.get(id)?.organization.name ?? []);
}

/** One task per branch to be built, one per unit an instructor is sent to. */
function tasksOf(
  scene: Scene,
  group: PlannedGroup,
): Pick<GapTask, 'rule' | 'title' | 'organizationId' | 'organizationIds'>[] {
  const [lead = ''] = group.unitIds;
  if (group.kind === 'joint') {
    const title = `联合组建党支部：${namesOf(scene, group.unitIds).join('、')}`.slice(0, 400);
    return [
      { rule: unionTaskRule, title, organizationId: lead, organizationIds: [...group.unitIds] },
    ];
  }
  const rule = group.kind === 'own' ? 'ORG-3' : 'BLANK';
  return group.unitIds.map((organizationId) => ({ rule, organizationId }));
}

export function adoptUnions(
  desk: Desk,
  input: VaultInput<'unions.adopt'>,
): Result<VaultOutput<'unions.adopt'>> {
  const { ground, placeId, groups, owner, dueOn } = input;
  const scene = sceneFor(desk, { ground, placeId, groups });
  if (scene === undefined) return failed('C-103');
  if (groups.some((group) => !groupView(scene, group).isLawful)) {
    return failed('C-101', '（方案里有不合规定的组，先改好再转任务）');
  }
  const known = tasksByGap(desk);
  const changes = groups
    .flatMap((group) => tasksOf(scene, group))
    .map((task) => {
      const before = known.get(`${task.rule}/${task.organizationId ?? ''}`);
      const id = before?.id ?? desk.newId();
      const openedOn = before?.openedOn ?? desk.today;
      const after = { ...before, ...task, id, owner, dueOn, openedOn };
      return {
        table: 'gapTasks',
        id,
        before: before === undefined ? null : asJson(before),
        after: asJson(after),
      };
    });
  const result = desk.commit({ action: 'unions.adopt', changes });
  if (!result.ok) return result;
  return { ok: true, value: { changeId: result.value.changeId, tasks: changes.length } };
}

export function unionLetter(
  desk: Desk,
  input: VaultInput<'unions.letter'>,
): Result<VaultOutput<'unions.letter'>> {
  const scene = sceneFor(desk, input);
  if (scene === undefined) return failed('C-103');
  const branches = input.groups.flatMap(({ kind, unitIds }) => {
    if (kind === 'send') return [];
    const units = candidatesOf(scene, unitIds);
    return [
      {
        kind,
        unitNames: namesOf(scene, unitIds),
        formalMembers: units.reduce((total, unit) => total + unit.formalMembers, 0),
        secretaries: units.flatMap(({ secretaries }) => secretaries),
      },
    ];
  });
  const frame = {
    placeName: scene.place.name,
    unitName: desk.settings.unitName,
    today: desk.today,
  };
  const { paragraphs, ...letter } = draftRequest(branches, frame);
  return { ok: true, value: { ...letter, paragraphs: [...paragraphs] } };
}
