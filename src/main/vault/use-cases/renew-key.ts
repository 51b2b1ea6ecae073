import { generateX25519Identity } from 'age-encryption';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { Change } from '../../../core/records/change';
import { listShelf } from '../backup/backup-shelf';
import { createRecoveryCode, groupsOf, readRecoveryCode } from '../crypto/recovery-code';
import type { KdfCost } from '../crypto/passphrase-kdf';
import { metaId, metaTable } from '../ledger/meta-document';
import { shelfKeys } from './care/backups';
import type { CareRoom } from './care/care-room';
import { careKey, ensureCare, sheetRecipient } from './care/care-state';
import type { Desk } from './desk';
import { ledgerFailureWords } from './ledger-words';
import { asJson } from './save-person';

/** A new key that is not in force yet: first its recovery sheet must be safe. */
export type PreparedKey = { readonly passphrase: Uint8Array; readonly recoveryCode: string };

type Room = {
  readonly care: CareRoom;
  readonly cost: () => Promise<KdfCost>;
  readonly prepared: PreparedKey;
};

export async function prepareKey(
  desk: Desk,
  { passphrase }: VaultInput<'keys.prepare'>,
  keep: (prepared: PreparedKey) => void,
): Promise<Result<VaultOutput<'keys.prepare'>>> {
  const proven = await desk.ledger.slots.prove(passphrase);
  if (!proven.ok) return { ok: false, failure: ledgerFailureWords(proven.failure) };
  const recoveryCode = createRecoveryCode();
  keep({ passphrase: passphrase.slice(), recoveryCode });
  passphrase.fill(0);
  return { ok: true, value: { recoveryGroups: groupsOf(recoveryCode) } };
}

/** Everything sealed under a new key; colleagues set their passphrases anew, old sheets open nothing any more. */
export async function renewKey(
  desk: Desk,
  { proof }: VaultInput<'keys.renew'>,
  { care, cost, prepared }: Room,
): Promise<Result<VaultOutput<'keys.renew'>>> {
  const { passphrase, recoveryCode } = prepared;
  if (proof.kind === 'typed' && readRecoveryCode(proof.code) !== recoveryCode)
    return failed('V-103');
  const slots = desk.ledger.slots.list();
  if (!slots.ok) return { ok: false, failure: ledgerFailureWords(slots.failure) };
  const others = slots.value.length - 1;
  const closing = await closingAct(desk, { care, recoveryCode, others });
  const renewed = await desk.ledger.rekey({ passphrase, recoveryCode, cost: await cost() }, () => [
    closing(),
  ]);
  passphrase.fill(0);
  if (!renewed.ok) return { ok: false, failure: ledgerFailureWords(renewed.failure) };
  return { ok: true, value: { peopleToAddAgain: others } };
}

/** What the new key means for the ledger's care, written behind the last act of the old one. */
async function closingAct(
  desk: Desk,
  about: { readonly care: CareRoom; readonly recoveryCode: string; readonly others: number },
): Promise<() => Change> {
  const care = await ensureCare(desk);
  const identity = await generateX25519Identity();
  const recipient = await sheetRecipient(about.recoveryCode);
  const { markKey } = await shelfKeys(desk);
  const verified = listShelf(about.care.backups, markKey).filter(({ mark }) => mark !== undefined);
  const next = {
    ...care,
    identities: [identity, ...care.identities],
    sheetRecipient: recipient,
    resealing: verified.map(({ name }) => name),
  };
  const note =
    about.others > 0 ? `另有 ${about.others} 人需重新设口令；旧恢复单作废` : '旧恢复单作废';
  return () => {
    const before = desk.ledger.meta.data;
    const after = { ...before, [careKey]: asJson(next) };
    return {
      id: desk.newId(),
      at: desk.now,
      by: desk.who,
      action: 'keys.renew',
      note,
      changes: [{ table: metaTable, id: metaId, before: asJson(before), after: asJson(after) }],
    };
  };
}
