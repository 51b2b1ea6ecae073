import { useMemo, useState } from 'react';
import type { SheetMeasures } from './measuring-sheet';
import { paginate, type PageSlice } from './paginate';

/** Page breaks from measured rows; `undefined` until the unseen sheet has been measured once. */
export function usePageSlices(): {
  readonly slices: readonly PageSlice[] | undefined;
  readonly onMeasured: (measures: SheetMeasures) => void;
} {
  const [measures, setMeasures] = useState<SheetMeasures>();
  const slices = useMemo(
    () => (measures === undefined ? undefined : paginate(measures.rows, measures.room)),
    [measures],
  );
  return { slices, onMeasured: setMeasures };
}
