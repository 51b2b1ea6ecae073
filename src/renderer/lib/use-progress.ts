import { useEffect, useState } from 'react';
import type { Progress } from '../../contract/channels';

/** Words and share of the vault's long work, while there is any. */
export function useProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => window.desk.onProgress(setProgress), []);
  return progress;
}
