import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { DueItem, Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import type { Snooze } from '../../../core/records/snooze';
import { rowOf } from '../columns/people-columns';
import type { Desk } from './desk';
import type { OfficeDutyView } from '../../../contract/office-duties';
import { personDueItem, requestItem, taskItem, termItem } from './due-items';
import { dutyItem, isDutyKey, openDuties } from './office-duties';
import { asJson } from './save-person';

/** Put off and not yet back. */
export function activeSnoozes({ reference, today }: Desk): Snooze[] {
  return reference.snoozes.all().filter(({ until }) => until > today);
}

/** The reminder a key names, as it stands today; none once it is done. */
export function dueItemOf(desk: Desk, key: string): DueItem | undefined {
  if (isDutyKey(key)) return dutyItem(desk, key);
  const cut = key.lastIndexOf('/');
  const [id, rule] = [key.slice(0, cut), key.slice(cut + 1)];
  if (rule === 'task') return taskItem(desk, id);
  if (rule === 'request') return requestItem(desk, id);
  const line = deadlineTable.findIndex((entry) => entry.rule === rule);
  if (line < 0) return termItem(desk, id);
  const row = rowOf(desk.people, id);
  return row === undefined ? undefined : personDueItem(desk, row, line);
}

/** Keys that are silent today; a deadline that has moved since is not the one that was put off. */
export function silentKeys(desk: Desk): ReadonlySet<string> {
  return new Set(snoozedItems(desk).map(({ item }) => item.key));
}

function snoozedItems(desk: Desk): { snooze: Snooze; item: DueItem }[] {
  return activeSnoozes(desk).flatMap((snooze) => {
    const item = dueItemOf(desk, snooze.key);
    return item?.dueOn === snooze.dueOn ? [{ snooze, item }] : [];
  });
}

/** 组织事项 that are not put off. */
export function spokenDuties(desk: Desk): OfficeDutyView[] {
  const silent = silentKeys(desk);
  return openDuties(desk).filter(({ key }) => !silent.has(key));
}

export function listDuties(desk: Desk): Result<OfficeDutyView[]> {
  return { ok: true, value: spokenDuties(desk) };
}

export function listSnoozes(desk: Desk): Result<VaultOutput<'snoozes.list'>> {
  const value = snoozedItems(desk).map(({ snooze, item }) => {
    const { id, until, reason, madeOn, madeBy } = snooze;
    return { id, item, until, reason, madeOn, madeBy };
  });
  return { ok: true, value: value.sort((a, b) => (a.until < b.until ? -1 : 1)) };
}

export function addSnooze(
  desk: Desk,
  { key, dueOn, until, reason }: VaultInput<'snoozes.add'>,
): Result<{ changeId: string }> {
  if (until <= desk.today || reason.trim() === '') return failed('C-101');
  if (dueItemOf(desk, key)?.dueOn !== dueOn) return failed('C-103');
  const id = desk.newId();
  const made = { madeOn: desk.today, madeBy: desk.settings.operator };
  const after = asJson({ id, key, dueOn, until, reason: reason.trim(), ...made });
  const changes = [{ table: 'snoozes', id, before: null, after }];
  return desk.commit({ action: 'snoozes.add', note: noteOf(key), changes });
}

/** A person's page finds its own acts by this. */
const noteOf = (key: string) => (isDutyKey(key) ? '组织事项' : `people/${key}`);

export function endSnooze(
  desk: Desk,
  { id }: VaultInput<'snoozes.end'>,
): Result<{ changeId: string }> {
  const snooze = desk.read('snoozes', id);
  if (snooze === undefined || snooze.retired !== undefined) return failed('C-103');
  const retired = { on: desk.today, reason: '提前恢复提醒' };
  const [before, after] = [asJson(snooze), asJson({ ...snooze, retired })];
  const changes = [{ table: 'snoozes', id, before, after }];
  return desk.commit({ action: 'snoozes.end', note: noteOf(snooze.key), changes });
}
