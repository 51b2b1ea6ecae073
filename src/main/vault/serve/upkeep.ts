import { daysBetween } from '../../../core/calendar/arithmetic';
import { makeBackup } from '../use-cases/care/backups';
import type { CareRoom } from '../use-cases/care/care-room';
import { readCare } from '../use-cases/care/care-state';
import { checkBackups } from '../use-cases/care/check-backups';
import { resealBackups } from '../use-cases/care/reseal';
import { warmCoverage } from '../use-cases/coverage';
import type { Desk } from '../use-cases/desk';
import type { ClockWatch } from './opening';

const betweenBackups = 2 * 60 * 60 * 1000;
const firstLook = 90 * 1000;
const beforeResealing = 5 * 1000;
/** Once the home page stands. */
const beforeWarming = 1000;
const betweenLooks = 30 * 1000;
const checkEveryDays = 7;
/** What a backup of a thousand people may take, seal and verification together. */
const millisecondsPerThousand = 250;

/** What the ledger does for itself while it is open: a backup every two hours of use, a check every week. */
export class Upkeep {
  #editsBackedUp = 0;
  readonly #timers: NodeJS.Timeout[];

  constructor(
    private readonly desk: Desk,
    private readonly room: CareRoom,
    private readonly watch: ClockWatch,
  ) {
    const timers = [
      setInterval(() => void this.backUpIfDue(), betweenBackups),
      setTimeout(() => void this.warmUp(), beforeWarming),
      setTimeout(() => void this.resealIfDue(), beforeResealing),
      setTimeout(() => void this.checkIfDue(), firstLook),
      setInterval(() => this.lookAround(), betweenLooks),
    ];
    for (const timer of timers) timer.unref();
    this.#timers = timers;
  }

  /** Only what somebody edited is worth a new backup; one that fails is told on the backup page, by its absence. */
  async backUpIfDue(): Promise<void> {
    const { desk } = this;
    if (desk.settings.isPractice || desk.edits === this.#editsBackedUp) return;
    const edits = desk.edits;
    const made = await makeBackup(desk, this.room);
    if (made.ok) this.#editsBackedUp = edits;
  }

  /** Every half minute: the witnesses of what was written last, and whether somebody set the clock. */
  lookAround(): void {
    this.desk.ledger.settle();
    const jump = this.watch.look();
    if (jump !== undefined) this.desk.record('clock.jump', jump);
  }

  /** Whatever stops it, a damaged part or another opening of the ledger, is for whoever asks for coverage to be told. */
  async warmUp(): Promise<void> {
    await warmCoverage(this.desk).catch(() => undefined);
  }

  /** Once the home page stands: what the old key sealed is sealed anew. */
  async resealIfDue(): Promise<void> {
    if (this.desk.ledger.failure === undefined) await resealBackups(this.desk, this.room);
  }

  async checkIfDue(): Promise<void> {
    const { desk } = this;
    if (desk.settings.isPractice || desk.ledger.failure !== undefined) return;
    const last = readCare(desk)?.lastCheck?.on;
    if (last !== undefined && daysBetween(last, desk.today) < checkEveryDays) return;
    await this.backUpIfDue();
    await checkBackups(desk, this.room);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** @param milliseconds until the process is gone: short at lock, when nothing may stay in memory, long at quit */
  async leave(milliseconds: number): Promise<void> {
    this.stop();
    const expected = (this.desk.people.count / 1000) * millisecondsPerThousand;
    if (expected < milliseconds) await this.backUpIfDue();
  }
}
