import { randomUUID } from 'node:crypto';
import type { VaultChannel, VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { NewerRecord } from '../../../core/records/migrate-record';
import type { ParseOutcome } from '../../parser/parse-file';
import { openFolder } from '../ledger/vault-files';
import type { LockRules } from '../orders';
import { Desk } from '../use-cases/desk';
import { Shelf, waitingFor } from '../use-cases/imports/intake-shelf';
import { sealDrafts } from '../use-cases/drafts';
import { rememberSheet } from '../use-cases/care/care-state';
import { openCareRoom } from '../use-cases/care/care-room';
import { deskHandlers, type DeskChannel, type Rooms } from './handlers';
import type { ServiceOptions } from './service-options';
import { DeskGuard } from './desk-guard';
import { Door } from './door';
import { KeyFilePlace } from './key-file-place';
import type { FoundPlace, LedgerPlace } from './ledger-place';
import type { MachineState } from './machine-state';
import { backupsOf } from './move-folders';
import {
  ClockWatch,
  recordDamage,
  recordMove,
  recordOpening,
  rememberMachine,
  type HowOpened,
  type Notices,
} from './opening';
import { MirrorPlace } from './mirror-place';
import { mayAsk } from './roles';
import { readQuestion } from './question';
import { Session } from './session';
import { newCost, type Opening } from './session-parts';
import { Upkeep } from './upkeep';

export type Premises = {
  readonly state: MachineState;
  readonly place: LedgerPlace;
  readonly found: FoundPlace;
};

/** One loop over the contract: parse the question, run its use case, answer with a value. Nothing throws across. */
export class VaultService {
  readonly #session: Session;
  readonly #rooms: Rooms;
  readonly #door: Door;
  readonly #guard: DeskGuard;
  #upkeep: Upkeep | undefined;
  #desk: Desk | undefined;

  constructor(
    private readonly options: ServiceOptions,
    private readonly premises: Premises,
  ) {
    const { state, found } = premises;
    const { folder } = found;
    const care = openCareRoom(backupsOf(folder));
    this.#door = new Door(openFolder(folder), options.clock.monotonic);
    this.#rooms = {
      shelf: new Shelf(),
      care,
      drafts: new Map(),
      keyFiles: new KeyFilePlace(folder, this.#door, care.places),
      renewal: { prepared: undefined },
      mirror: new MirrorPlace(state.marks, folder, care.places),
      place: found,
      cost: () => newCost(options),
    };
    this.#guard = new DeskGuard(this.#door, this.#rooms.keyFiles, options.clock.nowIso);
    this.#session = new Session({
      options,
      door: this.#door,
      rooms: this.#rooms,
      ...premises,
      onOpen: (opening) => this.#opened(opening),
      onWriting: (desk) => this.#writing(desk, 'passphrase'),
    });
  }

  async #opened({ ledger, how, report, recoveryCode }: Opening): Promise<Notices> {
    const { options } = this;
    const desk = new Desk(ledger, options.clock, randomUUID, options.onProgress);
    this.#desk = desk;
    this.#upkeep?.stop();
    this.#upkeep = new Upkeep(desk, this.#rooms.care, new ClockWatch(options.clock));
    options.onOpen(lockRulesOf(desk));
    ledger.tellHolder(desk.who);
    if (ledger.failure !== undefined) return [];
    const notices = this.#writing(desk, how);
    if (report !== undefined) await recordDamage(desk, report);
    if (recoveryCode !== undefined) await rememberSheet(desk, recoveryCode);
    return notices;
  }

  /** From here on the ledger takes acts: what opening has to say goes on record. */
  #writing(desk: Desk, how: HowOpened): Notices {
    const { state, place } = this.premises;
    if (state.machine !== undefined) rememberMachine(desk, state.machine);
    return [...recordOpening(desk, this.#door, how), ...recordMove(desk, place)];
  }

  async handle(channel: string, input: unknown): Promise<Result<unknown>> {
    const question = readQuestion(channel, input);
    if (!question.ok) return question;
    try {
      const answer = await this.#answer(question.value.channel, question.value.input);
      if (channel === 'settings.save' && this.#desk !== undefined) {
        this.options.onOpen(lockRulesOf(this.#desk));
        this.#desk.ledger.tellHolder(this.#desk.who);
      }
      return answer;
    } catch (problem) {
      if (problem instanceof NewerRecord) return failed('F-601');
      return bugAnswer(channel, problem);
    }
  }

  /** A parser is at work for the token that main gave to the window. */
  expectWorkbook(token: string): void {
    this.#rooms.shelf.expect(token);
  }

  /** What the parser made of a file. */
  receiveWorkbook(token: string, fileName: string, outcome: ParseOutcome): void {
    this.#rooms.shelf.put(
      token,
      outcome.ok ? waitingFor(fileName, outcome.workbook) : { refusal: outcome.refusal.message },
    );
  }

  /** A place the user pointed at in a dialog. */
  receivePlace(token: string, path: string): void {
    this.#rooms.care.places.set(token, path);
  }

  /** The process is about to go: a backup where one is due, and what is durable is marked as closed in order. */
  async end(milliseconds: number): Promise<void> {
    const desk = this.#desk;
    if (desk === undefined) return;
    sealDrafts(desk, this.#rooms.drafts);
    await this.#upkeep?.leave(milliseconds).catch(() => undefined);
    if (desk.ledger.failure === undefined)
      this.#door.noteLastAct({ at: desk.now, sequence: desk.ledger.sequence });
    await desk.ledger.end();
  }

  #answer<C extends VaultChannel>(
    channel: C,
    input: unknown,
  ): Promise<Result<VaultOutput<C>>> | Result<VaultOutput<C>> {
    const desk = this.#desk;
    const isOfSession = channel.startsWith('session.');
    if (!isOfSession && desk === undefined) return failed('C-102');
    if (!isOfSession && desk !== undefined && !mayAsk(desk.role, channel)) return failed('V-106');
    const act = () => this.#act(channel, input as VaultInput<C>);
    return desk === undefined || !this.#guard.asks({ channel, input })
      ? act()
      : (this.#guard.answer(desk, input, act) as Promise<Result<VaultOutput<C>>>);
  }

  #act<C extends VaultChannel>(
    channel: C,
    input: VaultInput<C>,
  ): Promise<Result<VaultOutput<C>>> | Result<VaultOutput<C>> {
    const desk = this.#desk;
    if (channel.startsWith('session.'))
      return this.#session.answer(channel, input, desk) as Promise<Result<VaultOutput<C>>>;
    if (desk === undefined) return failed('C-102');
    const handler = deskHandlers[channel as DeskChannel] as (
      desk: Desk,
      input: VaultInput<C>,
      rooms: Rooms,
    ) => Result<VaultOutput<C>>;
    return handler(desk, input, this.#rooms);
  }
}

function lockRulesOf({ settings }: Desk): LockRules {
  const { autoLockMinutes, locksOnMinimise = false } = settings;
  return { autoLockMinutes, locksOnMinimise };
}

/** A bug is shown plainly; the log names the place and nothing of anybody's data. */
function bugAnswer(channel: string, problem: unknown): Result<never> {
  const place =
    problem instanceof Error ? (problem.stack?.split('\n').slice(1, 3).join(' | ') ?? '') : '';
  process.stderr.write(
    `vault ${channel}: ${problem instanceof Error ? problem.name : 'unknown'} ${place}\n`,
  );
  return {
    ok: false,
    failure: {
      code: 'C-107',
      message:
        '程序出错，这一步没有执行，已保存的内容完好。请重新打开后再试；如仍出现请记下编号联系管理员。[C-107]',
    },
  };
}
