import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { BoardColumn } from '../../../contract/people-views';
import { absent } from '../../../core/deadlines/packed';
import { stages, type Stage } from '../../../core/records/person';
import { stageCode } from '../columns/people-columns';
import type { Desk } from './desk';
import { filteredRows, rowView } from './people-list';

/** The filtered people by stage, those who have waited longest on top. */
export function peopleBoard(
  desk: Desk,
  { filter, perStage }: VaultInput<'people.board'>,
): Result<VaultOutput<'people.board'>> {
  const rows = filteredRows(desk, filter);
  const shown = stages.filter((stage) => stage !== 'fullMember' || showsFullMembers(filter));
  const columns = shown.map((stage) => boardColumn(desk, rows, { stage, perStage }));
  return { ok: true, value: { columns, total: rows.length } };
}

function showsFullMembers({ includesFullMembers, stages: wanted }: BoardFilter): boolean {
  return includesFullMembers === true || wanted?.includes('fullMember') === true;
}
type BoardFilter = VaultInput<'people.board'>['filter'];

function boardColumn(
  desk: Desk,
  rows: Int32Array,
  { stage, perStage }: { stage: Stage; perStage: number },
): BoardColumn {
  const { people } = desk;
  const code = stageCode(stage);
  const since = (row: number) => {
    const day = people.since[row] ?? absent;
    return day === absent ? Number.MAX_SAFE_INTEGER : day;
  };
  const inStage = rows.filter((row) => people.stage[row] === code);
  const longest = [...inStage].sort((a, b) => since(a) - since(b) || a - b).slice(0, perStage);
  return { stage, total: inStage.length, rows: longest.map((row) => rowView(desk, row)) };
}
