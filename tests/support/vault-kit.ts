import { join } from 'node:path';
import type { VaultChannel, VaultInput, VaultOutput } from '../../src/contract/channels';
import type { Failure, Result } from '../../src/contract/common';
import type { CalendarDate } from '../../src/core/calendar/calendar-date';
import type { LockRules } from '../../src/main/vault/orders';
import { openVault, type Vault } from '../../src/main/vault/serve/open-vault';
import { deriveHere, temporaryFolder } from './ledger-kit';

export const deskPassphrase = '青石 骑手 长桥 灯火 九月';
export const bytesOf = (text: string) => new TextEncoder().encode(text);
/** The person at the desk once more, as the dialog asks for it. */
export const attestation = (passphrase = deskPassphrase) => ({
  passphrase: bytesOf(passphrase),
  reason: '测试用',
});

/** A vault as the window sees it, on a folder and a clock of the test's own. */
export class TestVault {
  today = '2026-11-23' as CalendarDate;
  nowIso = '2026-11-23T01:30:00.000Z';
  milliseconds = 0;
  lockRules: LockRules | undefined;
  service: Vault;

  /** @param stateFolder another machine's, where it is not the one the folder was made on */
  constructor(
    readonly folder: string,
    readonly stateFolder = join(folder, 'state'),
  ) {
    this.service = this.start();
  }

  /** A new process on the same folder, as after a lock. */
  start(): Vault {
    this.service = openVault({
      configuration: {
        ledgerFolder: join(this.folder, 'ledger'),
        stateFolder: this.stateFolder,
        isDemo: false,
        hasWeakKeyDerivation: true,
      },
      clock: {
        today: () => this.today,
        nowIso: () => this.nowIso,
        monotonic: () => this.milliseconds,
      },
      derive: deriveHere,
      onOpen: (rules) => (this.lockRules = rules),
      onProgress: () => undefined,
    });
    return this.service;
  }

  async ask<C extends VaultChannel>(channel: C, input: VaultInput<C>): Promise<VaultOutput<C>> {
    const answer = (await this.service.handle(channel, input)) as Result<VaultOutput<C>>;
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  }

  /** The refusal of a question that must be refused. */
  async refusal<C extends VaultChannel>(channel: C, input: VaultInput<C>): Promise<Failure> {
    const answer = await this.service.handle(channel, input);
    if (answer.ok) throw new Error(`${channel} was not refused`);
    return answer.failure;
  }

  /** First run; answers with the recovery code. */
  async create(): Promise<string> {
    const { recoveryGroups } = await this.ask('session.prepare', {
      passphrase: bytesOf(deskPassphrase),
    });
    await this.ask('session.create', { proof: { kind: 'printed' } });
    await this.ask('settings.save', { unitName: '演练区委社会工作部', operator: '办理员甲' });
    return recoveryGroups.join(' ');
  }

  unlock(passphrase = deskPassphrase) {
    return this.ask('session.unlock', { passphrase: bytesOf(passphrase) });
  }

  async lock(): Promise<void> {
    await this.service.end(60_000);
    this.start();
  }

  /** How many people the list shows. */
  async people(): Promise<number> {
    const { total } = await this.ask('people.list', {
      filter: {},
      sort: { by: 'name', descending: false },
      range: { offset: 0, limit: 1 },
    });
    return total;
  }

  async addPerson(name: string): Promise<string> {
    const day = '2026-10-20' as CalendarDate;
    const { id } = await this.ask('people.create', {
      person: {
        name,
        idNumber: '110101199003070011',
        dossier: { appliedOn: day, receivedOn: day },
      },
    });
    return id;
  }
}

export function temporaryVault(): { vault: TestVault; remove: () => void } {
  const { folder, remove } = temporaryFolder();
  return { vault: new TestVault(folder), remove };
}
