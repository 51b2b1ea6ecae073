import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { roleWords } from '../../../core/records/roles';
import type { PassphraseSlot } from '../crypto/key-file';
import type { KdfCost } from '../crypto/passphrase-kdf';
import type { Desk } from './desk';
import { reasonNote } from './export-note';
import { timeWords } from './history';
import { ledgerFailureWords } from './ledger-words';

/** Who can open the ledger, and when each last did. */
export function listSlots(desk: Desk): Result<VaultOutput<'slots.list'>> {
  const slots = desk.ledger.slots.list();
  if (!slots.ok) return { ok: false, failure: ledgerFailureWords(slots.failure) };
  const mine = desk.ledger.slots.current()?.id;
  return {
    ok: true,
    value: slots.value.map((slot) => ({
      id: slot.id,
      user: nameOf(desk, slot),
      role: slot.role ?? 'administrator',
      addedAt: slot.addedAt === undefined ? '' : timeWords(slot.addedAt),
      lastUse: lastUse(desk, nameOf(desk, slot)),
      isMine: slot.id === mine,
      hasKeyFile: slot.factorId !== undefined,
    })),
  };
}

const nameOf = (desk: Desk, { user }: PassphraseSlot) => user ?? desk.settings.operator;

function lastUse(desk: Desk, user: string): string {
  const unlocks = desk.ledger.history
    .entries()
    .filter(({ action, by }) => action === 'session.unlock' && by === user);
  const last = unlocks.at(-1);
  return last === undefined ? '' : timeWords(last.at);
}

/** The nameless slot of the first run gets its owner's name before there is a second person. */
export async function addSlot(
  desk: Desk,
  { user, role, passphrase, attestation }: VaultInput<'slots.add'>,
  cost: () => Promise<KdfCost>,
): Promise<Result<Record<string, never>>> {
  if (!estimateStrength(new TextDecoder().decode(passphrase)).isEnough) return failed('V-104');
  const { slots } = desk.ledger;
  const mine = slots.current();
  if (mine !== undefined && mine.user === undefined) {
    const owner = { user: desk.settings.operator, role: 'administrator' as const };
    const named = await slots.name(mine.id, owner);
    if (!named.ok) return { ok: false, failure: ledgerFailureWords(named.failure) };
  }
  const added = await slots.add(
    { user, role, addedAt: desk.now },
    { passphrase, cost: await cost() },
  );
  passphrase.fill(0);
  if (!added.ok) return { ok: false, failure: ledgerFailureWords(added.failure) };
  const recorded = desk.record(
    'slots.add',
    `${user}，${roleWords[role]}；${reasonNote(attestation.reason)}`,
  );
  return recorded.ok ? { ok: true, value: {} } : recorded;
}

/** Nobody takes away their own way in, nor the last administrator's. */
export async function removeSlot(
  desk: Desk,
  { id, attestation }: VaultInput<'slots.remove'>,
): Promise<Result<Record<string, never>>> {
  const slots = desk.ledger.slots.list();
  if (!slots.ok) return { ok: false, failure: ledgerFailureWords(slots.failure) };
  const slot = slots.value.find((each) => each.id === id);
  if (slot === undefined) return failed('C-103');
  const isAdministrator = ({ role }: PassphraseSlot) =>
    (role ?? 'administrator') === 'administrator';
  const others = slots.value.filter((each) => each.id !== id);
  if (id === desk.ledger.slots.current()?.id || !others.some(isAdministrator))
    return failed('V-107');
  const removed = await desk.ledger.slots.remove(id);
  if (!removed.ok) return { ok: false, failure: ledgerFailureWords(removed.failure) };
  const recorded = desk.record(
    'slots.remove',
    `${nameOf(desk, slot)}；${reasonNote(attestation.reason)}`,
  );
  return recorded.ok ? { ok: true, value: {} } : recorded;
}
