import type { Result } from '../../contract/common';
import type { DeskApi } from '../../contract/desk-api';
import type {
  ShellChannel,
  ShellInput,
  ShellOutput,
  VaultChannel,
  VaultInput,
  VaultOutput,
} from '../../contract/channels';

declare global {
  interface Window {
    readonly desk: DeskApi;
  }
}

export function askVault<C extends VaultChannel>(
  channel: C,
  input: VaultInput<C>,
): Promise<Result<VaultOutput<C>>> {
  return window.desk.askVault(channel, input);
}

export function askShell<C extends ShellChannel>(
  channel: C,
  input: ShellInput<C>,
): Promise<Result<ShellOutput<C>>> {
  return window.desk.askShell(channel, input);
}
