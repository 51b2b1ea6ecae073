import type { VaultInput, VaultOutput } from '../../../../contract/channels';
import type { Result } from '../../../../contract/common';
import { failed } from '../../../../contract/failure-words';
import { rejectHeader, rejectTable } from '../../../../core/intake/reject-table';
import { writeDurably } from '../../files/write-durably';
import { textWorkbook } from '../../files/text-workbook';
import type { CareRoom } from '../care/care-room';
import type { Desk } from '../desk';
import { exportNote } from '../export-note';
import type { Shelf } from './intake-shelf';

/** Refused rows with place, value and reason as a workbook of plain texts; the file is put on record. */
export async function saveRejects(
  desk: Desk,
  { token, place, attestation: { reason } }: VaultInput<'imports.saveRejects'>,
  { shelf, care }: { readonly shelf: Shelf; readonly care: CareRoom },
): Promise<Result<VaultOutput<'imports.saveRejects'>>> {
  const waiting = shelf.examined(token);
  if (waiting === undefined) return failed('C-103');
  const path = care.places.get(place);
  if (path === undefined) return failed('C-101');
  const lines = rejectTable(waiting.interpretation);
  const bytes = await textWorkbook('退回的行', [rejectHeader, ...lines]);
  try {
    writeDurably(path, bytes);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return failed('P-601');
    throw problem;
  }
  const recorded = desk.record(
    'imports.saveRejects',
    exportNote({
      count: `${lines.length} 条退回原因，带表中原值`,
      fields: fieldsOf(lines),
      target: 'xlsx 文件',
      reason,
    }),
  );
  return recorded.ok ? { ok: true, value: { rows: lines.length } } : recorded;
}

/** Headers under which the refused values stood in the sheet. */
function fieldsOf(lines: readonly string[][]): string[] {
  const column = rejectHeader.indexOf('表头');
  return [...new Set(lines.map((line) => line[column] || '整行'))];
}
