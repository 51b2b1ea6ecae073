import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { FormDraft } from '../../../contract/vault-care';
import type { RecordChange } from '../../../core/records/change';
import type { Desk } from './desk';
import { timeWords } from './history';
import { asJson } from './save-person';

export const draftsTable = 'drafts';

/** What stands in open forms right now; only memory until the desk is locked. */
export type HeldDrafts = Map<string, FormDraft & { readonly heldAt: string }>;
type SealedDraft = FormDraft & { readonly heldAt: string };

export function holdDraft(
  desk: Desk,
  draft: VaultInput<'drafts.hold'>,
  held: HeldDrafts,
): Result<Record<string, never>> {
  held.set(draft.key, { ...draft, heldAt: desk.now });
  return { ok: true, value: {} };
}

export function releaseDraft(
  { key }: VaultInput<'drafts.release'>,
  held: HeldDrafts,
): Result<Record<string, never>> {
  held.delete(key);
  return { ok: true, value: {} };
}

/** Seals every open form as one act: the values leave memory with the process and wait in the ledger. */
export function sealDrafts(desk: Desk, held: HeldDrafts): void {
  if (held.size === 0) return;
  const changes = [...held.values()].map((draft): RecordChange => ({
    table: draftsTable,
    id: draft.key,
    before: desk.ledger.get(draftsTable, draft.key),
    after: asJson(draft),
  }));
  desk.commit({ action: 'drafts.seal', note: `${changes.length} 份`, changes });
  held.clear();
}

export function listDrafts(desk: Desk): Result<VaultOutput<'drafts.list'>> {
  const drafts = [...desk.ledger.scan(draftsTable)].map(({ value }) => value as SealedDraft);
  return {
    ok: true,
    value: drafts.map(({ key, title, heldAt }) => ({ key, title, heldAt: timeWords(heldAt) })),
  };
}

export function takeDraft(
  desk: Desk,
  { key }: VaultInput<'drafts.take'>,
): Result<VaultOutput<'drafts.take'>> {
  const stored = desk.ledger.get(draftsTable, key);
  if (stored === null) return failed('C-103');
  const { heldAt: _heldAt, ...draft } = stored as SealedDraft;
  const removed = remove(desk, key, 'drafts.take');
  return removed.ok ? { ok: true, value: draft } : removed;
}

export function discardDraft(
  desk: Desk,
  { key }: VaultInput<'drafts.discard'>,
): Result<Record<string, never>> {
  const removed = remove(desk, key, 'drafts.discard');
  return removed.ok ? { ok: true, value: {} } : removed;
}

function remove(desk: Desk, key: string, action: string): Result<{ changeId: string }> {
  const before = desk.ledger.get(draftsTable, key);
  if (before === null) return failed('C-103');
  return desk.commit({ action, changes: [{ table: draftsTable, id: key, before, after: null }] });
}
