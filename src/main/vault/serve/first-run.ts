import { randomUUID } from 'node:crypto';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import type { Settings } from '../../../core/records/settings';
import type { Columns } from '../columns/columns';
import { createRecoveryCode, groupsOf, readRecoveryCode } from '../crypto/recovery-code';
import type { Ledger } from '../ledger/ledger';
import { machinePart } from '../ledger/meta-document';
import { createLedger } from '../ledger/open-ledger';
import { careKey, newCare } from '../use-cases/care/care-state';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import { asJson } from '../use-cases/save-person';
import { initialSettings } from '../use-cases/settings';
import { arrive } from './arrival';
import { homeOf, newCost, type Opened, type SessionParts } from './session-parts';

type Prepared = { readonly passphrase: Uint8Array; readonly recoveryCode: string };

/** The first run: a ledger exists only once its recovery code is safe. */
export class FirstRun {
  #prepared: Prepared | undefined;

  constructor(private readonly parts: SessionParts) {}

  /** Keeps the passphrase until the recovery code is safe; nothing is on the disk yet. */
  prepare({ passphrase }: VaultInput<'session.prepare'>): Result<VaultOutput<'session.prepare'>> {
    const strength = estimateStrength(new TextDecoder().decode(passphrase));
    if (!strength.isEnough) return failed('V-104');
    const recoveryCode = createRecoveryCode();
    this.#prepared = { passphrase: passphrase.slice(), recoveryCode };
    const [year, month, day] = this.parts.options.clock.today().split('-');
    const ledgerNumber = `${year}-${month}${day}-${randomUUID().slice(0, 4).toUpperCase()}`;
    return { ok: true, value: { ledgerNumber, recoveryGroups: groupsOf(recoveryCode) } };
  }

  async create({ proof }: VaultInput<'session.create'>): Promise<Opened> {
    const prepared = this.#prepared;
    if (prepared === undefined) return failed('C-101');
    if (proof.kind === 'typed' && readRecoveryCode(proof.code) !== prepared.recoveryCode)
      return failed('V-103');
    const made = await makeLedger(this.parts, prepared, initialSettings());
    if (!made.ok) return made;
    prepared.passphrase.fill(0);
    this.#prepared = undefined;
    return arrive(this.parts, { ledger: made.value, how: 'created' });
  }
}

export async function makeLedger(
  parts: SessionParts,
  { passphrase, recoveryCode }: Prepared,
  settings: Settings,
): Promise<Result<Ledger<Columns>>> {
  const { options, state } = parts;
  const result = await createLedger({
    ...homeOf(parts),
    passphrase,
    recoveryCode,
    cost: await newCost(options),
    meta: {
      settings: asJson(settings),
      [careKey]: asJson(await newCare(options.clock.today(), recoveryCode)),
      ...(state.machine === undefined ? {} : { [machinePart]: asJson(state.machine) }),
    },
  });
  return result.ok
    ? { ok: true, value: result.value.ledger }
    : { ok: false, failure: ledgerFailureWords(result.failure) };
}
