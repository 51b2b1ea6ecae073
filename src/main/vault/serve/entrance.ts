import type { VaultInput } from '../../../contract/channels';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import type { Credentials } from '../crypto/key-slots';
import type { LedgerFailure } from '../ledger/failures';
import { openLedger, reopenLedger } from '../ledger/open-ledger';
import { backupWords } from '../use-cases/care/backups';
import type { Desk } from '../use-cases/desk';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import { arrive } from './arrival';
import type { HowOpened } from './opening';
import { Rescue, withKept } from './rescue';
import { homeOf, leastCost, newCost, type Opened, type SessionParts } from './session-parts';
import { Tries } from './tries';

const arrivedAfterAll = {
  code: 'W-403',
  message: '刚才报告没有保存的那一步，其实已经写入磁盘，没有丢失。请先核对，不要重复填写。[W-403]',
};

/** Every way into a ledger that is there: passphrase, recovery code, from a backup, and anew after a failed write. */
export class Entrance {
  readonly rescue: Rescue;
  readonly #tries: Tries;

  constructor(private readonly parts: SessionParts) {
    const { rooms, door, options } = parts;
    this.#tries = new Tries(door, options.clock.nowIso);
    this.rescue = new Rescue({
      care: rooms.care,
      door,
      clock: options.clock,
      home: () => homeOf(parts),
      cost: () => newCost(options),
    });
  }

  async unlock({ passphrase, keyFileToken }: VaultInput<'session.unlock'>): Promise<Opened> {
    const { keyFiles } = this.parts.rooms;
    const factor = keyFiles.find(keyFileToken);
    const opened = await this.open(
      { passphrase, ...(factor === undefined ? {} : { factor }) },
      'passphrase',
    );
    if (opened.ok) keyFiles.remember(keyFileToken);
    else if (opened.failure.code === 'V-102' && keyFileToken !== undefined)
      return failed('V-102', '（所选的不是本账本的密钥文件）');
    return opened;
  }

  async open(secret: Credentials, how: HowOpened): Promise<Opened> {
    const wait = this.#tries.wait();
    if (wait !== undefined) return wait;
    const result = await openLedger({ ...homeOf(this.parts), secret });
    if (!result.ok) {
      secret.passphrase.fill(0);
      return this.#refused(result.failure);
    }
    const { ledger, report } = result.value;
    // A ledger that waits for the user's word is not written to, not even its keys.
    if (ledger.failure === undefined)
      await ledger.slots.strengthen(secret.passphrase, leastCost(this.parts.options));
    secret.passphrase.fill(0);
    return this.#arrive({ ledger, how, report });
  }

  /** The code opens once and a new passphrase takes the old one's place at once. */
  async recover({
    code,
    nextPassphrase,
  }: VaultInput<'session.unlockWithRecovery'>): Promise<Opened> {
    if (!estimateStrength(new TextDecoder().decode(nextPassphrase)).isEnough)
      return failed('V-104');
    const wait = this.#tries.wait();
    if (wait !== undefined) return wait;
    const result = await openLedger({ ...homeOf(this.parts), secret: { recoveryCode: code } });
    if (!result.ok) return this.#refused(result.failure);
    const { ledger, report } = result.value;
    const changed = await ledger.slots.changePassphrase({
      current: { recoveryCode: code },
      next: nextPassphrase,
      cost: await newCost(this.parts.options),
    });
    if (!changed.ok) {
      await ledger.close();
      return { ok: false, failure: ledgerFailureWords(changed.failure) };
    }
    return this.#arrive({ ledger, how: 'recoveryCode', report, recoveryCode: code });
  }

  /** the backup's records under the new passphrase; what could not be opened stands beside it. */
  async rescued(input: VaultInput<'session.rescue'>): Promise<Opened> {
    const rebuilt = await this.rescue.rebuild(input);
    if (!rebuilt.ok) return rebuilt;
    const opened = await this.open({ passphrase: input.nextPassphrase }, 'rescued');
    if (!opened.ok) return opened;
    return withKept(opened.value, '打不开的原文件', rebuilt.value);
  }

  /** Asked for by the user, after a failed write; a ledger that is on its way elsewhere is not opened here. */
  async reopen(desk: Desk | undefined): Promise<Opened> {
    if (desk === undefined) return failed('C-102');
    return desk.ledger.failure?.reason === 'moved' ? failed('L-507') : this.openAnew(desk);
  }

  /** Anew from the disk in the place of a ledger that stopped: what stands in forms stays, as does the key. */
  async openAnew(desk: Desk): Promise<Opened> {
    const known = desk.ledger.sequence;
    const result = await reopenLedger(homeOf(this.parts), desk.ledger);
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    const { ledger, report } = result.value;
    const opened = await this.#arrive({ ledger, how: 'reopened', report });
    if (!opened.ok) return opened;
    // That the ledger was not closed in order is no news here; that the refused act arrived after all would be.
    const told = opened.value.notices.filter(({ code }) => code !== 'R-200');
    const notices = report.sequence > known ? [...told, arrivedAfterAll] : told;
    return { ok: true, value: { ...opened.value, notices } };
  }

  #arrive(arriving: Parameters<typeof arrive>[1]): Promise<Opened> {
    this.rescue.ask(false);
    return arrive(this.parts, arriving);
  }

  /** A wrong secret is counted and told how many tries are left; everything else is the ledger's own word. */
  #refused(failure: LedgerFailure): Opened {
    if (failure.code === 'R-320') {
      this.rescue.ask(true);
      return failed('R-320', backupWords(this.parts.rooms.care));
    }
    return failure.code === 'V-101' || failure.code === 'V-103'
      ? this.#tries.refused(failure.code)
      : { ok: false, failure: ledgerFailureWords(failure) };
  }
}
