import type { Result } from './common';
import type {
  Progress,
  ShellChannel,
  ShellInput,
  ShellOutput,
  VaultChannel,
  VaultInput,
  VaultOutput,
} from './channels';

/** What the preload puts on `window.desk`, and nothing else. */
export type DeskApi = {
  readonly askVault: <C extends VaultChannel>(
    channel: C,
    input: VaultInput<C>,
  ) => Promise<Result<VaultOutput<C>>>;
  readonly askShell: <C extends ShellChannel>(
    channel: C,
    input: ShellInput<C>,
  ) => Promise<Result<ShellOutput<C>>>;
  /** Words and share of long work under way; returns the way to stop listening. */
  readonly onProgress: (listener: (progress: Progress | null) => void) => () => void;
};
