import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { trailKindWords } from '../../../../core/labels/trail';
import { writeDurably } from '../../files/write-durably';
import type { CareRoom } from '../care/care-room';
import type { Desk } from '../desk';
import { exportNote } from '../export-note';
import { csvText } from './csv';
import { trailRows } from './trail';

const header = ['序号', '时间', '经办人', '类别', '做了什么', '说明', '涉及记录'];
/** Writes the trail to the file the user named, and puts that on record too. */
export function exportTrail(
  desk: Desk,
  { token, attestation: { reason }, ...filter }: VaultInput<'trail.export'>,
  room: CareRoom,
): Result<VaultOutput<'trail.export'>> {
  const path = room.places.get(token);
  if (path === undefined) return failed('C-101');
  const rows = trailRows(desk, filter);
  const lines = rows.map(({ sequence, at, by, kind, title, note, records }) => [
    String(sequence),
    at,
    by,
    trailKindWords[kind],
    title,
    note,
    String(records),
  ]);
  try {
    writeDurably(path, csvText([header, ...lines]));
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return failed('P-601');
    throw problem;
  }
  const recorded = desk.record(
    'trail.export',
    exportNote({ count: `${rows.length} 条操作记录`, fields: header, target: 'CSV 文件', reason }),
  );
  return recorded.ok ? { ok: true, value: { rows: rows.length } } : recorded;
}
