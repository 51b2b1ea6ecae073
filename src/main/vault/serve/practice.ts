import type { VaultOutput } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';
import { practiceSettings } from '../../../core/practice/generate-practice-ledger';
import { practicePassphrase } from '../../../core/practice/practice-passphrase';
import { createRecoveryCode } from '../crypto/recovery-code';
import { hasLedger } from '../ledger/open-ledger';
import type { Desk } from '../use-cases/desk';
import { arrive } from './arrival';
import type { Entrance } from './entrance';
import { fillPractice } from './fill-practice';
import { makeLedger } from './first-run';
import { mayAsk } from './roles';
import type { Opened, SessionParts } from './session-parts';

/** `--demo`: opens the practice ledger, made and filled at the first call. */
export async function openPractice(parts: SessionParts, entrance: Entrance): Promise<Opened> {
  const { options, found } = parts;
  // Its passphrase is known to all: a folder that was not opened for practice must never get it.
  if (!options.configuration.isDemo) return failed('C-100');
  const passphrase = new TextEncoder().encode(practicePassphrase);
  if (hasLedger(found.folder)) return entrance.open({ passphrase }, 'practice');
  const recoveryCode = createRecoveryCode();
  const made = await makeLedger(parts, { passphrase, recoveryCode }, practiceSettings());
  if (!made.ok) return made;
  const filled = fillPractice(made.value, options.clock);
  return filled.ok ? arrive(parts, { ledger: made.value, how: 'practice' }) : filled;
}

export function fillWithPractice(
  { options }: SessionParts,
  desk: Desk | undefined,
): Result<VaultOutput<'session.fillPractice'>> {
  if (desk === undefined) return failed('C-102');
  if (!mayAsk(desk.role, 'session.fillPractice')) return failed('V-106');
  const filled = fillPractice(desk.ledger, options.clock);
  return filled.ok ? { ok: true, value: { records: filled.value } } : filled;
}
