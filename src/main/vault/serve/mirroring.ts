import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { CareOverview } from '../../../contract/vault-care';
import type { Desk } from '../use-cases/desk';
import type { MirrorPlace } from './mirror-place';

type Room = { readonly mirror: MirrorPlace };
const idOf = (desk: Desk) => Buffer.from(desk.ledger.vaultId, 'base64');

export function mirrorView(desk: Desk, { mirror }: Room): CareOverview['mirror'] {
  const name = mirror.name(idOf(desk));
  if (name === undefined) return { state: 'none', name: '' };
  const { mirrorState } = desk.ledger;
  return { state: mirrorState === 'none' ? 'away' : mirrorState, name };
}

export function chooseMirror(
  desk: Desk,
  { token }: VaultInput<'mirror.choose'>,
  { mirror }: Room,
): Result<Record<string, never>> {
  const chosen = mirror.choose(idOf(desk), token);
  if (!chosen.ok) return chosen;
  desk.ledger.mirrorTo(chosen.value);
  const recorded = desk.record('mirror.choose', mirror.name(idOf(desk)) ?? '');
  return recorded.ok ? { ok: true, value: {} } : recorded;
}

export function endMirror(
  desk: Desk,
  _input: VaultInput<'mirror.end'>,
  { mirror }: Room,
): Result<Record<string, never>> {
  mirror.forget(idOf(desk));
  desk.ledger.mirrorTo(undefined);
  const recorded = desk.record('mirror.end', '');
  return recorded.ok ? { ok: true, value: {} } : recorded;
}
