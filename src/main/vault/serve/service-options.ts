import type { Progress } from '../../../contract/channels';
import type { VaultOrder } from '../orders';
import type { DeskClock } from '../use-cases/desk';

type Configuration = Omit<Extract<VaultOrder, { kind: 'configure' }>, 'kind' | 'fixedToday'>;

export type ServiceOptions = {
  readonly configuration: Configuration;
  readonly clock: DeskClock;
  readonly onProgress: (progress: Progress | null) => void;
};
