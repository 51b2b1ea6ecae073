import { vaultChannels, type VaultChannel } from '../../../contract/channels';
import type { Result } from '../../../contract/common';
import { failed } from '../../../contract/failure-words';

/** A question of the window, its input as the contract has it; anything else is refused. */
export function readQuestion(
  channel: string,
  input: unknown,
): Result<{ readonly channel: VaultChannel; readonly input: unknown }> {
  if (!isVaultChannel(channel)) return failed('C-100');
  const parsed = vaultChannels[channel].input.safeParse(input);
  if (parsed.success) return { ok: true, value: { channel, input: parsed.data } };
  const [issue] = parsed.error.issues;
  return failed('C-101', issue === undefined ? '' : `（${issue.path.join('.')}）`);
}

function isVaultChannel(channel: string): channel is VaultChannel {
  return Object.hasOwn(vaultChannels, channel);
}
