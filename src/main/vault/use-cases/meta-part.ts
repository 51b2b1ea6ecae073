import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { MetaNotSaved } from '../ledger/meta-document';
import type { Desk } from './desk';
import { asJson } from './save-person';

/** Writes one part of the meta document through the ledger's own commit; on failure it is as it was. */
export async function saveMetaPart(
  desk: Desk,
  part: string,
  value: object,
): Promise<Result<Record<string, never>>> {
  const { meta } = desk.ledger;
  const old = meta.data;
  meta.data = { ...old, [part]: asJson(value) };
  try {
    await meta.write();
  } catch (problem) {
    meta.data = old;
    if (problem instanceof MetaNotSaved) return failed(problem.code);
    throw problem;
  }
  return { ok: true, value: {} };
}
