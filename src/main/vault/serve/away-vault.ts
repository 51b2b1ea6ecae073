import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { VaultInput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed, failureOf } from '../../../contract/failure-words';
import { hasKeys } from '../ledger/key-store';
import { forgetMoved } from '../ledger/moved-mark';
import { openFolder } from '../ledger/vault-files';
import { nameOfPlace, type LedgerPlace } from './ledger-place';
import { readQuestion } from './question';
import type { ServiceOptions } from './service-options';

/**
 * The ledger was moved to a place where there is none now. Nothing is made there and nothing else is opened in its
 * place: the user brings the disk back, or says where the ledger is.
 */
export class AwayVault {
  readonly #places = new Map<string, string>();

  constructor(
    private readonly options: ServiceOptions,
    private readonly place: LedgerPlace,
    private readonly folder: string,
  ) {}

  handle(channel: string, input: unknown): Promise<Result<unknown>> {
    const question = readQuestion(channel, input);
    return Promise.resolve(question.ok ? this.#answer(question.value) : question);
  }

  receivePlace(token: string, path: string): void {
    this.#places.set(token, path);
  }

  expectWorkbook(): void {}

  receiveWorkbook(): void {}

  end(): Promise<void> {
    return Promise.resolve();
  }

  #answer({ channel, input }: { channel: string; input: unknown }): Result<unknown> {
    const { configuration, clock } = this.options;
    if (channel === 'session.status')
      return {
        ok: true,
        value: {
          state: 'away',
          isPractice: configuration.isDemo,
          today: clock.today(),
          keyFile: 'none',
        },
      };
    if (channel === 'session.locate') return this.#locate(input as VaultInput<'session.locate'>);
    return { ok: false, failure: failureOf('L-505', '', `（“${nameOfPlace(this.folder)}”）`) };
  }

  /** The folder itself, or the one around it that the user had chosen for it. */
  #locate({ token }: VaultInput<'session.locate'>): Result<Record<string, never>> {
    const chosen = this.#places.get(token);
    if (chosen === undefined) return failed('C-101');
    const folder = [chosen, join(chosen, basename(this.folder))].find(
      (each) => existsSync(each) && hasKeys(openFolder(each)),
    );
    if (folder === undefined) return failed('L-508');
    this.place.note(folder);
    // An old copy may be chosen where the moved one is lost: by this word it is the ledger again.
    forgetMoved(openFolder(folder));
    return { ok: true, value: {} };
  }
}
