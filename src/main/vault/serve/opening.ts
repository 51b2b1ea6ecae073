import type { VaultOutput } from '../../../contract/channels';
import { machinePart, metaId, metaTable } from '../ledger/meta-document';
import type { Machine, OpenReport } from '../ledger/open-report';
import type { Desk, DeskClock } from '../use-cases/desk';
import { timeWords } from '../use-cases/history';
import { missingWords } from '../use-cases/ledger-words';
import { asJson } from '../use-cases/save-person';
import type { Door } from './door';
import { nameOfPlace, type LedgerPlace } from './ledger-place';

export type HowOpened =
  'passphrase' | 'recoveryCode' | 'created' | 'practice' | 'reopened' | 'rescued';
export type Notices = VaultOutput<'session.unlock'>['notices'];

const howWords: Readonly<Record<HowOpened, string>> = {
  passphrase: '用口令',
  recoveryCode: '用恢复码，并换了口令',
  created: '新建账本',
  practice: '演练库',
  reopened: '停止写入后重新打开',
  rescued: '从备份重建后，用新口令',
};
const dayMilliseconds = 24 * 60 * 60 * 1000;
const minuteMilliseconds = 60 * 1000;

/** What opening puts on record: who was turned away before, whether the clock went back, and that it was opened. */
export function recordOpening(desk: Desk, door: Door, how: HowOpened): Notices {
  const { lastAct } = door.read();
  const notices: Notices = [];
  const jump = lastAct === undefined ? undefined : backwardWords(lastAct.at, desk.now);
  if (jump !== undefined) {
    desk.record('clock.jump', jump);
    notices.push({ code: 'T-901', message: `${jump}记录顺序不受影响，但请校准时间。[T-901]` });
  }
  absorbFailures(desk, door);
  if (how !== 'created') desk.record('session.unlock', howWords[how]);
  return notices;
}

/** With a right passphrase the wrong ones before it go on record, and are counted anew. */
export function absorbFailures(desk: Desk, door: Door): void {
  const { failures } = door.read();
  if (failures === undefined) return;
  desk.record(
    'session.failures',
    `此前有 ${failures.count} 次没有解开，最近一次 ${timeWords(failures.lastAt)}`,
  );
  door.forgetFailures();
}

/**
 * Which acts are gone stays on record, for whoever types them again; a snapshot of what is there makes later
 * openings independent of the damaged file.
 */
export async function recordDamage(desk: Desk, report: OpenReport): Promise<void> {
  if (report.missingFrames === 0 && report.damagedParts.length === 0) return;
  desk.record('ledger.damage', `${report.damagedParts.join('、')}：${missingWords(report)}`);
  await desk.ledger.checkpoint().catch(() => undefined);
}

/** The first opening at a new place: the move goes on record, and the user is told of the copy that stayed behind. */
export function recordMove(desk: Desk, place: LedgerPlace): Notices {
  const { folder, left, news, isNoted } = place.find();
  if (news === undefined && isNoted) return [];
  place.note(folder, left === undefined ? {} : { left });
  if (news === undefined || left === undefined) return [];
  const name = nameOfPlace(folder);
  const counts = `${news.files} 个文件逐字节核对、${news.records} 条记录整体解密核对，全部一致`;
  desk.record('ledger.moved', `“${name}”文件夹：${counts}`);
  return [
    {
      code: 'L-509',
      message: `账本已移到“${name}”文件夹：${counts}。旧文件夹“${nameOfPlace(left)}”里还留有一份副本，程序不会再打开它；用过一阵确认无误后，可在［备份］页删除。[L-509]`,
    },
  ];
}

/** Where the ledger is at work now: the next machine asks before it writes (security.md §3.6). */
export function rememberMachine(desk: Desk, machine: Machine): void {
  const before = desk.ledger.meta.data;
  const value = asJson(machine);
  if (JSON.stringify(before[machinePart]) === JSON.stringify(value)) return;
  const after = { ...before, [machinePart]: value };
  const saved = desk.commit({
    action: 'ledger.machine',
    note: machine.name,
    changes: [{ table: metaTable, id: metaId, before: asJson(before), after }],
  });
  if (saved.ok) desk.ledger.meta.data = after;
}

function backwardWords(lastAt: string, now: string): string | undefined {
  const gap = Date.parse(lastAt) - Date.parse(now);
  return gap < minuteMilliseconds ? undefined : `电脑时间比上次使用早了 ${spanWords(gap)}。`;
}

function spanWords(milliseconds: number): string {
  return milliseconds >= dayMilliseconds
    ? `${Math.round(milliseconds / dayMilliseconds)} 天`
    : `${Math.ceil(milliseconds / minuteMilliseconds)} 分钟`;
}

const largestJump = 5 * minuteMilliseconds;

/** Tells when the wall clock was set while the desk was open: it moved otherwise than the clock nobody can set. */
export class ClockWatch {
  #offset: number;

  constructor(private readonly clock: DeskClock) {
    this.#offset = this.#read();
  }

  /** The jump since the last look, in words; `undefined` while there is none. */
  look(): string | undefined {
    const offset = this.#read();
    const jump = offset - this.#offset;
    if (Math.abs(jump) <= largestJump) return undefined;
    this.#offset = offset;
    return `电脑时间在使用中被调${jump > 0 ? '快' : '慢'}了 ${spanWords(Math.abs(jump))}。`;
  }

  #read(): number {
    return Date.parse(this.clock.nowIso()) - this.clock.monotonic();
  }
}
