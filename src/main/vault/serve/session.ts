import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { hasLedger } from '../ledger/open-ledger';
import type { Desk } from '../use-cases/desk';
import { timeWords } from '../use-cases/history';
import { ledgerFailureWords, readOnlyOf } from '../use-cases/ledger-words';
import { Entrance } from './entrance';
import { FirstRun } from './first-run';
import { nameOfPlace } from './ledger-place';
import { moveLedger } from './move-ledger';
import { fillWithPractice, openPractice } from './practice';
import { newCost, type Opened, type SessionParts } from './session-parts';

/** The channels that are answered before there is an open ledger, or that open it anew. */
export class Session {
  readonly #firstRun: FirstRun;
  readonly #entrance: Entrance;

  constructor(private readonly parts: SessionParts) {
    this.#firstRun = new FirstRun(parts);
    this.#entrance = new Entrance(parts);
  }

  answer(channel: string, input: unknown, desk: Desk | undefined): Promise<Result<unknown>> {
    const { rescue } = this.#entrance;
    switch (channel) {
      case 'session.status':
        return Promise.resolve(this.#status(desk));
      case 'session.prepare':
        return Promise.resolve(this.#firstRun.prepare(input as VaultInput<'session.prepare'>));
      case 'session.create':
        return this.#firstRun.create(input as VaultInput<'session.create'>);
      case 'session.unlock':
        return this.#entrance.unlock(input as VaultInput<'session.unlock'>);
      case 'session.unlockWithRecovery':
        return this.#entrance.recover(input as VaultInput<'session.unlockWithRecovery'>);
      case 'session.rescueBackups':
        return Promise.resolve(rescue.backups());
      case 'session.rescueLook':
        return rescue.look(input as VaultInput<'session.rescueLook'>);
      case 'session.rescue':
        return this.#entrance.rescued(input as VaultInput<'session.rescue'>);
      case 'session.openPractice':
        return openPractice(this.parts, this.#entrance);
      case 'session.changePassphrase':
        return this.#changePassphrase(input as VaultInput<'session.changePassphrase'>, desk);
      case 'session.reopen':
        return this.#entrance.reopen(desk);
      case 'session.move':
        return this.#move(input as VaultInput<'session.move'>, desk);
      case 'session.accept':
        return Promise.resolve(this.#accept(desk));
      case 'session.fillPractice':
        return Promise.resolve(fillWithPractice(this.parts, desk));
      default:
        return Promise.resolve(failed('C-100'));
    }
  }

  #status(desk: Desk | undefined): Result<VaultOutput<'session.status'>> {
    const { options, door, found, rooms } = this.parts;
    const { lastAct } = door.read();
    const state = desk !== undefined ? 'open' : hasLedger(found.folder) ? 'locked' : 'absent';
    return {
      ok: true,
      value: {
        state,
        isPractice: desk?.settings.isPractice ?? options.configuration.isDemo,
        today: options.clock.today(),
        keyFile: state === 'absent' ? 'none' : rooms.keyFiles.state(),
        ...(lastAct === undefined
          ? {}
          : { lastAct: { at: timeWords(lastAct.at), sequence: lastAct.sequence } }),
        ...(found.news === undefined ? {} : { movedTo: nameOfPlace(found.folder) }),
        ...readOnlyOf(desk?.ledger.failure),
      },
    };
  }

  /** The user's word for this copy; only now anything is written, that word first. */
  #accept(desk: Desk | undefined): Opened {
    if (desk === undefined) return failed('C-102');
    if (desk.role === 'auditor') return failed('V-106');
    const { failure } = desk.ledger;
    const accepted = desk.ledger.accept();
    if (!accepted.ok) return { ok: false, failure: ledgerFailureWords(accepted.failure) };
    if (failure !== undefined) desk.record('ledger.accept', ledgerFailureWords(failure).message);
    return {
      ok: true,
      value: { notices: this.parts.onWriting(desk), ...readOnlyOf(desk.ledger.failure) },
    };
  }

  async #move(
    input: VaultInput<'session.move'>,
    desk: Desk | undefined,
  ): Promise<Result<VaultOutput<'session.move'>>> {
    if (desk === undefined) return failed('C-102');
    const { found, place, rooms, door } = this.parts;
    return moveLedger(desk, input, {
      ...{ folder: found.folder, place, door, care: rooms.care, drafts: rooms.drafts },
      goBack: (stopped) => this.#entrance.openAnew(stopped),
    });
  }

  async #changePassphrase(
    { current, next }: VaultInput<'session.changePassphrase'>,
    desk: Desk | undefined,
  ): Promise<Result<Record<string, never>>> {
    if (desk === undefined) return failed('C-102');
    if (!estimateStrength(new TextDecoder().decode(next)).isEnough) return failed('V-104');
    const result = await desk.ledger.slots.changePassphrase({
      current: { passphrase: current },
      next,
      cost: await newCost(this.parts.options),
    });
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    const recorded = desk.record('session.changePassphrase', '');
    return recorded.ok ? { ok: true, value: {} } : recorded;
  }
}
