import type { FailureCode } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import type { Door } from './door';

type Refusal = ReturnType<typeof failed>;

/** Wrong secrets are counted and slowed down the same way, before the ledger and at the open desk (security.md §3.9). */
export class Tries {
  constructor(
    private readonly door: Door,
    private readonly now: () => string,
  ) {}

  /** The wait after too many failures, or `undefined` when a try is heard. */
  wait(): Refusal | undefined {
    const seconds = this.door.waitSeconds();
    return seconds > 0 ? failed('V-105', `（还需等待 ${seconds} 秒）`) : undefined;
  }

  /** One more, and how many are left. */
  refused(code: FailureCode): Refusal {
    const left = this.door.noteFailure(this.now());
    return failed(
      code,
      left > 0
        ? `（还可连续尝试 ${left} 次，之后需等待）`
        : `（下一次请等 ${this.door.waitSeconds()} 秒）`,
    );
  }
}
