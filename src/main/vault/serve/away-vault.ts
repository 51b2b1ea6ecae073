import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed, failureOf } from '../../../contract/failure-words';
import type { ParseOutcome } from '../../parser/parse-file';
import { columnsProjection } from '../columns/columns';
import { hasKeys } from '../ledger/key-store';
import { forgetMoved } from '../ledger/moved-mark';
import { openFolder } from '../ledger/vault-files';
import { openCareRoom, type CareRoom } from '../use-cases/care/care-room';
import { nameOfPlace } from './ledger-place';
import { backupsOf } from './move-folders';
import { readQuestion } from './question';
import { Rescue, withKept } from './rescue';
import type { ServiceOptions } from './service-options';
import { newCost } from './session-parts';
import type { Premises, VaultService } from './vault-service';

type AwayParts = Premises & {
  readonly options: ServiceOptions;
  /** Answers for a ledger that is found after all. */
  readonly serve: () => VaultService;
};

/**
 * The ledger was moved to a place where there is none now. Nothing is made there and nothing else is opened in its
 * place: the user brings the disk back, says where the ledger is, or, where the disk is lost, has a new one made
 * from a backup where the program keeps its own.
 */
export class AwayVault {
  readonly #care: CareRoom;
  readonly #rescue: Rescue;
  #service: VaultService | undefined;

  constructor(private readonly parts: AwayParts) {
    const { options, state } = parts;
    this.#care = openCareRoom(backupsOf(this.#home));
    this.#rescue = new Rescue({
      care: this.#care,
      // How far the lost ledger had come nobody here can say.
      door: { read: () => ({}) },
      clock: options.clock,
      home: () => ({
        folder: this.#home,
        projection: columnsProjection,
        now: options.clock.nowIso,
        derive: options.derive,
        ...state,
      }),
      cost: () => newCost(options),
    });
    this.#rescue.ask(true);
  }

  async handle(channel: string, input: unknown): Promise<Result<unknown>> {
    if (this.#service !== undefined) return this.#service.handle(channel, input);
    const question = readQuestion(channel, input);
    return question.ok ? this.#answer(question.value) : question;
  }

  receivePlace(token: string, path: string): void {
    this.#care.places.set(token, path);
    this.#service?.receivePlace(token, path);
  }

  expectWorkbook(token: string): void {
    this.#service?.expectWorkbook(token);
  }

  receiveWorkbook(token: string, fileName: string, outcome: ParseOutcome): void {
    this.#service?.receiveWorkbook(token, fileName, outcome);
  }

  async end(milliseconds: number): Promise<void> {
    await this.#service?.end(milliseconds);
  }

  /** Where the program keeps its ledger as long as nobody moves it. */
  get #home(): string {
    return this.parts.options.configuration.ledgerFolder;
  }

  async #answer({ channel, input }: { channel: string; input: unknown }): Promise<Result<unknown>> {
    switch (channel) {
      case 'session.status':
        return { ok: true, value: this.#status() };
      case 'session.locate':
        return this.#locate(input as VaultInput<'session.locate'>);
      case 'session.rescueBackups':
        return this.#rescue.backups();
      case 'session.rescueLook':
        return this.#rescue.look(input as VaultInput<'session.rescueLook'>);
      case 'session.rescue':
        return this.#rebuild(input as VaultInput<'session.rescue'>);
      default: {
        const name = nameOfPlace(this.parts.found.folder);
        return { ok: false, failure: failureOf('L-505', '', `（“${name}”）`) };
      }
    }
  }

  #status(): VaultOutput<'session.status'> {
    const { configuration, clock } = this.parts.options;
    const { isDemo: isPractice } = configuration;
    return { state: 'away', isPractice, today: clock.today(), keyFile: 'none' };
  }

  /** The folder itself, or the one around it that the user had chosen for it. */
  #locate({ token }: VaultInput<'session.locate'>): Result<Record<string, never>> {
    const chosen = this.#care.places.get(token);
    if (chosen === undefined) return failed('C-101');
    const folder = [chosen, join(chosen, basename(this.#home))].find(
      (each) => existsSync(each) && hasKeys(openFolder(each)),
    );
    if (folder === undefined) return failed('L-508');
    this.parts.place.note(folder);
    // An old copy may be chosen where the moved one is lost: by this word it is the ledger again.
    forgetMoved(openFolder(folder));
    return { ok: true, value: {} };
  }

  /** From a backup, in the program's own folder; what a move had left there keeps another name. */
  async #rebuild(input: VaultInput<'session.rescue'>): Promise<Result<unknown>> {
    openFolder(this.#home);
    const rebuilt = await this.#rescue.rebuild(input);
    if (!rebuilt.ok) return rebuilt;
    this.parts.place.note(this.#home);
    this.#service = this.parts.serve();
    const unlock = { passphrase: input.nextPassphrase };
    const opened = (await this.#service.handle('session.unlock', unlock)) as Result<
      VaultOutput<'session.unlock'>
    >;
    return opened.ok ? withKept(opened.value, '移动时留下的副本', rebuilt.value) : opened;
  }
}
