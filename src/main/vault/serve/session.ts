import { randomUUID } from 'node:crypto';
import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { practiceSettings } from '../../../core/practice/generate-practice-ledger';
import type { Settings } from '../../../core/records/settings';
import { columnsProjection, type Columns } from '../columns/columns';
import type { Credentials } from '../crypto/key-slots';
import { calibrate, kdfDefault, kdfFloor, type KdfCost } from '../crypto/passphrase-kdf';
import { createRecoveryCode, groupsOf, readRecoveryCode } from '../crypto/recovery-code';
import type { Ledger } from '../ledger/ledger';
import type { LedgerFailure } from '../ledger/failures';
import { machinePart } from '../ledger/meta-document';
import {
  createLedger,
  hasLedger,
  openLedger,
  reopenLedger,
  type OpenReport,
} from '../ledger/open-ledger';
import { backupWords } from '../use-cases/care/backups';
import { careKey, newCare } from '../use-cases/care/care-state';
import type { Desk } from '../use-cases/desk';
import { ledgerFailureWords, readOnlyOf, reportNotices } from '../use-cases/ledger-words';
import { asJson } from '../use-cases/save-person';
import { initialSettings } from '../use-cases/settings';
import { timeWords } from '../use-cases/history';
import type { Door } from './door';
import { fillPractice } from './fill-practice';
import type { Rooms } from './handlers';
import type { MachineState } from './machine-state';
import type { HowOpened } from './opening';
import { lookAtPlace, placeNotices } from './place-risk';
import { Rescue } from './rescue';
import type { ServiceOptions } from './service-options';

/** The practice ledger guards nothing: its passphrase is printed in the manual. */
const practicePassphrase = '演练库 人人可看 不存真数据';
/** Tests derive quickly; a packaged app never takes this path (launch-options.ts). */
const weakCost: KdfCost = { memoryKiB: 1024, passes: 1 };

const arrivedAfterAll = {
  code: 'W-403',
  message: '刚才报告没有保存的那一步，其实已经写入磁盘，没有丢失。请先核对，不要重复填写。[W-403]',
};

type Notices = VaultOutput<'session.unlock'>['notices'];
type Opened = Result<VaultOutput<'session.unlock'>>;
/** A ledger that has just been opened or made. */
export type Opening = {
  readonly ledger: Ledger<Columns>;
  readonly how: HowOpened;
  readonly report: OpenReport | undefined;
  readonly recoveryCode: string | undefined;
};
type SessionParts = {
  readonly options: ServiceOptions;
  readonly door: Door;
  readonly rooms: Pick<Rooms, 'care' | 'keyFiles' | 'mirror'>;
  readonly state: MachineState;
  readonly onOpen: (opening: Opening) => Promise<Notices>;
  /** What opening puts on record where it could not be written before the user had answered for the copy. */
  readonly onWriting: (desk: Desk) => Notices;
};
type Prepared = { readonly passphrase: Uint8Array; readonly recoveryCode: string };

/** Everything before, and about, an open ledger: create, unlock, recover, change the passphrase, fill with practice. */
export class Session {
  #prepared: Prepared | undefined;
  readonly #rescue: Rescue;

  constructor(private readonly parts: SessionParts) {
    this.#rescue = new Rescue({
      care: parts.rooms.care,
      door: parts.door,
      clock: parts.options.clock,
      home: () => this.#home(),
      cost: () => this.cost(),
    });
  }

  answer(channel: string, input: unknown, desk: Desk | undefined): Promise<Result<unknown>> {
    switch (channel) {
      case 'session.status':
        return Promise.resolve(this.#status(desk));
      case 'session.prepare':
        return Promise.resolve(this.#prepare(input as VaultInput<'session.prepare'>));
      case 'session.create':
        return this.#create(input as VaultInput<'session.create'>);
      case 'session.unlock':
        return this.#unlock(input as VaultInput<'session.unlock'>);
      case 'session.unlockWithRecovery':
        return this.#recover(input as VaultInput<'session.unlockWithRecovery'>);
      case 'session.rescueBackups':
        return Promise.resolve(this.#rescue.backups());
      case 'session.rescueLook':
        return this.#rescue.look(input as VaultInput<'session.rescueLook'>);
      case 'session.rescue':
        return this.#rescueLedger(input as VaultInput<'session.rescue'>);
      case 'session.openPractice':
        return this.#openPractice();
      case 'session.changePassphrase':
        return this.#changePassphrase(input as VaultInput<'session.changePassphrase'>, desk);
      case 'session.reopen':
        return this.#reopen(desk);
      case 'session.accept':
        return Promise.resolve(this.#accept(desk));
      case 'session.fillPractice':
        return Promise.resolve(this.#fillPractice(desk));
      default:
        return Promise.resolve(failed('C-100'));
    }
  }

  #status(desk: Desk | undefined): Result<VaultOutput<'session.status'>> {
    const { configuration, clock } = this.parts.options;
    const { lastAct } = this.parts.door.read();
    const state =
      desk !== undefined ? 'open' : hasLedger(configuration.ledgerFolder) ? 'locked' : 'absent';
    return {
      ok: true,
      value: {
        state,
        isPractice: desk?.settings.isPractice ?? configuration.isDemo,
        today: clock.today(),
        keyFile: state === 'locked' ? this.parts.rooms.keyFiles.state() : 'none',
        ...(lastAct === undefined
          ? {}
          : { lastAct: { at: timeWords(lastAct.at), sequence: lastAct.sequence } }),
        ...readOnlyOf(desk?.ledger.failure),
      },
    };
  }

  /** Keeps the passphrase until the recovery code is safe; nothing is on the disk yet. */
  #prepare({ passphrase }: VaultInput<'session.prepare'>): Result<VaultOutput<'session.prepare'>> {
    const strength = estimateStrength(new TextDecoder().decode(passphrase));
    if (!strength.isEnough) return failed('V-104');
    const recoveryCode = createRecoveryCode();
    this.#prepared = { passphrase: passphrase.slice(), recoveryCode };
    const [year, month, day] = this.parts.options.clock.today().split('-');
    const ledgerNumber = `${year}-${month}${day}-${randomUUID().slice(0, 4).toUpperCase()}`;
    return { ok: true, value: { ledgerNumber, recoveryGroups: groupsOf(recoveryCode) } };
  }

  async #create({ proof }: VaultInput<'session.create'>): Promise<Opened> {
    const prepared = this.#prepared;
    if (prepared === undefined) return failed('C-101');
    if (proof.kind === 'typed' && readRecoveryCode(proof.code) !== prepared.recoveryCode)
      return failed('V-103');
    const result = await this.#make(prepared, initialSettings());
    if (result.ok) {
      prepared.passphrase.fill(0);
      this.#prepared = undefined;
    }
    return result;
  }

  async #make({ passphrase, recoveryCode }: Prepared, settings: Settings): Promise<Opened> {
    const { machine } = this.parts.state;
    const result = await createLedger({
      ...this.#home(),
      passphrase,
      recoveryCode,
      cost: await this.cost(),
      meta: {
        settings: asJson(settings),
        [careKey]: asJson(await newCare(this.parts.options.clock.today(), recoveryCode)),
        ...(machine === undefined ? {} : { [machinePart]: asJson(machine) }),
      },
    });
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    return this.#opened(result.value.ledger, 'created');
  }

  async #unlock({ passphrase, keyFileToken }: VaultInput<'session.unlock'>): Promise<Opened> {
    const { keyFiles } = this.parts.rooms;
    const factor = keyFiles.find(keyFileToken);
    const opened = await this.#open(
      { passphrase, ...(factor === undefined ? {} : { factor }) },
      'passphrase',
    );
    if (opened.ok) keyFiles.remember(keyFileToken);
    else if (opened.failure.code === 'V-102' && keyFileToken !== undefined)
      return failed('V-102', '（所选的不是本账本的密钥文件）');
    return opened;
  }

  async #open(secret: Credentials, how: HowOpened): Promise<Opened> {
    const wait = this.#wait();
    if (wait !== undefined) return wait;
    const result = await openLedger({ ...this.#home(), secret });
    if (!result.ok) {
      secret.passphrase.fill(0);
      return this.#refused(result.failure);
    }
    const { ledger, report } = result.value;
    // A ledger that waits for the user's word is not written to, not even its keys.
    if (ledger.failure === undefined)
      await ledger.slots.strengthen(secret.passphrase, this.#leastCost());
    secret.passphrase.fill(0);
    return this.#opened(ledger, how, report);
  }

  /** Where the ledger is, and what this machine knows of it. */
  #home() {
    const { configuration, clock, derive } = this.parts.options;
    return {
      folder: configuration.ledgerFolder,
      projection: columnsProjection,
      now: clock.nowIso,
      derive,
      ...this.parts.state,
      mirror: (vaultId: Buffer) => this.parts.rooms.mirror.open(vaultId),
    };
  }

  /** Anew from the disk in the place of a ledger that stopped: what stands in forms stays, as does the key. */
  async #reopen(desk: Desk | undefined): Promise<Opened> {
    if (desk === undefined) return failed('C-102');
    const known = desk.ledger.sequence;
    const result = await reopenLedger(this.#home(), desk.ledger);
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    const { ledger, report } = result.value;
    const opened = await this.#opened(ledger, 'reopened', report);
    if (!opened.ok) return opened;
    // That the ledger was not closed in order is no news here; that the refused act arrived after all would be.
    const told = opened.value.notices.filter(({ code }) => code !== 'R-200');
    const notices = report.sequence > known ? [...told, arrivedAfterAll] : told;
    return { ok: true, value: { ...opened.value, notices } };
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

  /** A slot that costs less to try than this is made anew at the first success (security.md §3.2). */
  #leastCost(): KdfCost {
    return this.parts.options.configuration.hasWeakKeyDerivation ? weakCost : kdfFloor;
  }

  async #opened(
    ledger: Ledger<Columns>,
    how: HowOpened,
    report?: OpenReport,
    recoveryCode?: string,
  ): Promise<Opened> {
    this.#rescue.ask(false);
    const found = report === undefined ? [] : reportNotices(report, ledger.history);
    const said = await this.parts.onOpen({ ledger, how, report, recoveryCode });
    const risk = lookAtPlace(this.parts.options.configuration.ledgerFolder);
    const notices = [...found, ...placeNotices(risk), ...this.#mirrorAway(ledger), ...said];
    return { ok: true, value: { notices, ...readOnlyOf(ledger.failure) } };
  }

  #mirrorAway({ vaultId, mirrorState }: Ledger<Columns>): Notices {
    const name = this.parts.rooms.mirror.name(Buffer.from(vaultId, 'base64'));
    if (name === undefined || mirrorState !== 'none') return [];
    return [
      {
        code: 'W-404',
        message: `镜像文件夹“${name}”没有找到，这次只写入账本自己的文件夹，数据没有变化。接好后重新打开，会自动补齐。[W-404]`,
      },
    ];
  }

  /** A wrong secret is counted and told how many tries are left; everything else is the ledger's own word. */
  #refused(failure: LedgerFailure): Opened {
    if (failure.code === 'R-320') {
      this.#rescue.ask(true);
      return failed('R-320', backupWords(this.parts.rooms.care));
    }
    if (failure.code !== 'V-101' && failure.code !== 'V-103')
      return { ok: false, failure: ledgerFailureWords(failure) };
    const left = this.parts.door.noteFailure(this.parts.options.clock.nowIso());
    const detail =
      left > 0
        ? `（还可连续尝试 ${left} 次，之后需等待）`
        : `（下一次请等 ${this.parts.door.waitSeconds()} 秒）`;
    return failed(failure.code, detail);
  }

  /** The wait after too many failures, or `undefined` when a try is heard. */
  #wait(): Opened | undefined {
    const seconds = this.parts.door.waitSeconds();
    return seconds > 0 ? failed('V-105', `（还需等待 ${seconds} 秒）`) : undefined;
  }

  /** The code opens once and a new passphrase takes the old one's place at once. */
  async #recover({
    code,
    nextPassphrase,
  }: VaultInput<'session.unlockWithRecovery'>): Promise<Opened> {
    if (!estimateStrength(new TextDecoder().decode(nextPassphrase)).isEnough)
      return failed('V-104');
    const wait = this.#wait();
    if (wait !== undefined) return wait;
    const result = await openLedger({ ...this.#home(), secret: { recoveryCode: code } });
    if (!result.ok) return this.#refused(result.failure);
    const { ledger, report } = result.value;
    const changed = await ledger.slots.changePassphrase({
      current: { recoveryCode: code },
      next: nextPassphrase,
      cost: await this.cost(),
    });
    if (!changed.ok) {
      await ledger.close();
      return { ok: false, failure: ledgerFailureWords(changed.failure) };
    }
    return this.#opened(ledger, 'recoveryCode', report, code);
  }

  /** the backup's records under the new passphrase; what could not be opened stands beside it. */
  async #rescueLedger(input: VaultInput<'session.rescue'>): Promise<Opened> {
    const rebuilt = await this.#rescue.rebuild(input);
    if (!rebuilt.ok) return rebuilt;
    const opened = await this.#open({ passphrase: input.nextPassphrase }, 'rescued');
    if (!opened.ok) return opened;
    const kept = {
      code: 'R-321',
      message: `已从备份重建账本。打不开的原文件没有删除，保留在“${rebuilt.value}”文件夹。恢复码不变；其他人的口令、密钥文件和镜像文件夹需要重新设置。[R-321]`,
    };
    return { ok: true, value: { ...opened.value, notices: [kept, ...opened.value.notices] } };
  }

  async #openPractice(): Promise<Opened> {
    // Its passphrase is known to all: a folder that was not opened for practice must never get it.
    if (!this.parts.options.configuration.isDemo) return failed('C-100');
    const passphrase = new TextEncoder().encode(practicePassphrase);
    if (hasLedger(this.parts.options.configuration.ledgerFolder))
      return this.#open({ passphrase }, 'practice');
    let open: Ledger<Columns> | undefined;
    const keep = ({ ledger }: Opening) => {
      open = ledger;
      return Promise.resolve([]);
    };
    const session = new Session({ ...this.parts, onOpen: keep });
    const made = await session.#make(
      { passphrase, recoveryCode: createRecoveryCode() },
      practiceSettings(),
    );
    if (!made.ok || open === undefined) return made;
    const filled = fillPractice(open, this.parts.options.clock);
    if (!filled.ok) return filled;
    return this.#opened(open, 'practice');
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
      cost: await this.cost(),
    });
    if (!result.ok) return { ok: false, failure: ledgerFailureWords(result.failure) };
    const recorded = desk.record('session.changePassphrase', '');
    return recorded.ok ? { ok: true, value: {} } : recorded;
  }

  #fillPractice(desk: Desk | undefined): Result<VaultOutput<'session.fillPractice'>> {
    if (desk === undefined) return failed('C-102');
    const filled = fillPractice(desk.ledger, this.parts.options.clock);
    return filled.ok ? { ok: true, value: { records: filled.value } } : filled;
  }

  /** What a new passphrase shall cost to try, measured on this machine. */
  async cost(): Promise<KdfCost> {
    if (this.parts.options.configuration.hasWeakKeyDerivation) return weakCost;
    return calibrate(async (cost) => {
      const start = performance.now();
      await this.parts.options.derive(new Uint8Array(12), {
        name: 'argon2id',
        ...cost,
        lanes: 1,
        salt: Buffer.alloc(16).toString('base64'),
      });
      return performance.now() - start;
    }).catch(() => kdfDefault);
  }
}
