import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { KdfCost } from '../crypto/passphrase-kdf';
import type { SecondFactor } from '../crypto/second-factor';
import type { Desk } from './desk';
import { ledgerFailureWords } from './ledger-words';

type Written = Result<{ readonly factor: SecondFactor; readonly name: string }>;

/** From now on the passphrase of the person at the desk opens only together with the key file. */
export async function useKeyFile(
  desk: Desk,
  { passphrase }: VaultInput<'slots.useKeyFile'>,
  { write, cost }: { readonly write: () => Written; readonly cost: () => Promise<KdfCost> },
): Promise<Result<VaultOutput<'slots.useKeyFile'>>> {
  const proven = await desk.ledger.slots.prove(passphrase);
  if (!proven.ok) return { ok: false, failure: ledgerFailureWords(proven.failure) };
  const written = write();
  if (!written.ok) return written;
  const { factor, name } = written.value;
  const set = await desk.ledger.slots.setFactor({ passphrase, factor, cost: await cost() });
  passphrase.fill(0);
  if (!set.ok) return { ok: false, failure: ledgerFailureWords(set.failure) };
  const recorded = desk.record('slots.useKeyFile', `${desk.who}，编号 ${factor.id}`);
  return recorded.ok ? { ok: true, value: { fileName: name } } : recorded;
}

/** The passphrase alone opens again; the file on its medium opens nothing any more. */
export async function dropKeyFile(
  desk: Desk,
  { passphrase }: VaultInput<'slots.dropKeyFile'>,
  cost: () => Promise<KdfCost>,
): Promise<Result<Record<string, never>>> {
  const set = await desk.ledger.slots.setFactor({ passphrase, cost: await cost() });
  passphrase.fill(0);
  if (!set.ok) return { ok: false, failure: ledgerFailureWords(set.failure) };
  const recorded = desk.record('slots.dropKeyFile', desk.who);
  return recorded.ok ? { ok: true, value: {} } : recorded;
}
