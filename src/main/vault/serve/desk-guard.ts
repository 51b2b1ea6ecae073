import type { VaultChannel } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import type { Attestation } from '../../../contract/attestation';
import { failed } from '../../../contract/failure-words';
import type { Desk } from '../use-cases/desk';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import type { Door } from './door';
import type { KeyFilePlace } from './key-file-place';
import { absorbFailures } from './opening';
import { Tries } from './tries';

/** Acts that compare the own passphrase themselves, as they go on to use it. */
const asksPassphrase: ReadonlySet<VaultChannel> = new Set([
  'session.changePassphrase',
  'slots.useKeyFile',
  'slots.dropKeyFile',
  'keys.prepare',
]);

type Question = { readonly channel: VaultChannel; readonly input: unknown };
type Act = () => Promise<Result<unknown>> | Result<unknown>;

/**
 * An open desk is not yet the person it was opened by. What takes unmasked data out of the house, puts another state
 * in the ledger's place or changes who can open it is done only by who shows the own passphrase again.
 */
export class DeskGuard {
  readonly #tries: Tries;
  /** One try at a time: else a hundred at once would all be heard before the first was counted. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly door: Door,
    private readonly keyFiles: Pick<KeyFilePlace, 'find' | 'remember'>,
    now: () => string,
  ) {
    this.#tries = new Tries(door, now);
  }

  asks({ channel, input }: Question): boolean {
    return asksPassphrase.has(channel) || attestationIn(input) !== undefined;
  }

  answer(desk: Desk, input: unknown, act: Act): Promise<Result<unknown>> {
    const turn = this.#turn.then(() => this.#heard(desk, attestationIn(input), act));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #heard(desk: Desk, shown: Attestation | undefined, act: Act): Promise<Result<unknown>> {
    // What cannot go on record is not done.
    const { failure } = desk.ledger;
    if (failure !== undefined) return { ok: false, failure: ledgerFailureWords(failure) };
    const wait = this.#tries.wait();
    if (wait !== undefined) return wait;
    const answer = shown === undefined ? await act() : await this.#attested(desk, shown);
    if (!answer.ok) return answer.failure.code === 'V-101' ? this.#tries.refused('V-101') : answer;
    absorbFailures(desk, this.door);
    return shown === undefined ? answer : act();
  }

  async #attested(
    desk: Desk,
    { passphrase, keyFileToken }: Attestation,
  ): Promise<Result<Record<string, never>>> {
    const factor = this.keyFiles.find(keyFileToken);
    const shown = { passphrase, ...(factor === undefined ? {} : { factor }) };
    const attested = await desk.ledger.slots.attest(shown);
    passphrase.fill(0);
    if (attested.ok) {
      this.keyFiles.remember(keyFileToken);
      return { ok: true, value: {} };
    }
    if (attested.failure.code === 'V-102' && keyFileToken !== undefined)
      return failed('V-102', '（所选的不是本人的密钥文件）');
    return { ok: false, failure: ledgerFailureWords(attested.failure) };
  }
}

/** Where the contract of a channel asks for one, its input has it. */
function attestationIn(input: unknown): Attestation | undefined {
  return typeof input === 'object' && input !== null && 'attestation' in input
    ? (input.attestation as Attestation)
    : undefined;
}
