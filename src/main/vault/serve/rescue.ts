import type { VaultInput, VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { estimateStrength } from '../../../core/passphrase/estimate';
import { listShelf } from '../backup/backup-shelf';
import type { Columns } from '../columns/columns';
import { identityOfRecoveryCode } from '../crypto/age-identity';
import type { KdfCost } from '../crypto/passphrase-kdf';
import { readRecoveryCode } from '../crypto/recovery-code';
import { metaTable } from '../ledger/meta-document';
import type { LedgerOptions } from '../ledger/open-ledger';
import type { CareRoom } from '../use-cases/care/care-room';
import { readHolding, type Holding } from '../use-cases/care/read-holding';
import { tableWords } from '../use-cases/care/table-words';
import type { DeskClock } from '../use-cases/desk';
import { timeWords } from '../use-cases/history';
import { ledgerFailureWords } from '../use-cases/ledger-words';
import type { Door } from './door';
import { rebuildLedger } from './rebuild-ledger';

type Opened = VaultOutput<'session.unlock'>;

/** A ledger made from a backup is open: the user is told what was kept, and what has to be set anew. */
export function withKept(opened: Opened, kept: string, folder: string): Result<Opened> {
  const notice = {
    code: 'R-321',
    message: `已从备份重建账本。${kept}没有删除，保留在“${folder}”文件夹。恢复码不变；其他人的口令、密钥文件和镜像文件夹需要重新设置。[R-321]`,
  };
  return { ok: true, value: { ...opened, notices: [notice, ...opened.notices] } };
}

type RescueParts = {
  readonly care: CareRoom;
  readonly door: Pick<Door, 'read'>;
  readonly clock: DeskClock;
  readonly home: () => LedgerOptions<Columns>;
  readonly cost: () => Promise<KdfCost>;
};
type Chosen = VaultInput<'session.rescueLook'>;

/**
 * From R-320 to a ledger that opens. Heard only after the ledger has answered R-320 in this process: nothing else
 * may put a sound ledger aside.
 */
export class Rescue {
  #isAsked = false;

  constructor(private readonly parts: RescueParts) {}

  /** The ledger could not be opened, or now it is. */
  ask(isAsked: boolean): void {
    this.#isAsked = isAsked;
  }

  /** Marks are read without a key here, as the ledger that would have it does not open. */
  backups(): Result<VaultOutput<'session.rescueBackups'>> {
    if (!this.#isAsked) return failed('C-100');
    const verified = listShelf(this.parts.care.backups, undefined).flatMap(({ name, mark }) =>
      mark === undefined ? [] : [{ name, madeAt: timeWords(mark.madeAt), sequence: mark.sequence }],
    );
    return { ok: true, value: verified };
  }

  async look(chosen: Chosen): Promise<Result<VaultOutput<'session.rescueLook'>>> {
    const read = await this.#read(chosen);
    if (!read.ok) return read;
    const { manifest, changes } = read.value;
    const { lastAct } = this.parts.door.read();
    const tables = Object.entries(manifest.tables).filter(([table]) => table !== metaTable);
    return {
      ok: true,
      value: {
        madeAt: timeWords(manifest.madeAt),
        unitName: manifest.unitName,
        people: manifest.tables['people'] ?? 0,
        records: changes.length,
        tables: tables.map(([table, count]) => ({ words: tableWords(table), count })),
        ...(lastAct === undefined
          ? {}
          : { missingActs: Math.max(0, lastAct.sequence - manifest.sequence) }),
      },
    };
  }

  /** @returns the name under which the ledger that does not open is kept */
  async rebuild({
    nextPassphrase,
    ...chosen
  }: VaultInput<'session.rescue'>): Promise<Result<string>> {
    if (!estimateStrength(new TextDecoder().decode(nextPassphrase)).isEnough)
      return failed('V-104');
    const read = await this.#read(chosen);
    if (!read.ok) return read;
    const { home, clock, cost } = this.parts;
    const rebuilt = await rebuildLedger(home(), read.value, {
      passphrase: nextPassphrase,
      recoveryCode: read.value.recoveryCode,
      cost: await cost(),
      today: clock.today(),
    });
    return rebuilt.ok ? rebuilt : { ok: false, failure: ledgerFailureWords(rebuilt.failure) };
  }

  async #read({
    source,
    recoveryCode,
  }: Chosen): Promise<Result<Holding & { readonly recoveryCode: string }>> {
    if (!this.#isAsked) return failed('C-100');
    const code = readRecoveryCode(recoveryCode);
    if (code === undefined) return failed('V-103');
    const read = await readHolding(this.parts.care, source, [identityOfRecoveryCode(code)]);
    return read.ok ? { ok: true, value: { ...read.value, recoveryCode: code } } : read;
  }
}
