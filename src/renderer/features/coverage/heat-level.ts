import type { Ratio } from '../../../contract/common';

/** Below this many units a rate says nothing and is left uncoloured. */
const smallestColoured = 5;
/** Lower ends of the ramp, lightest first (look/README.md). */
const floors = [80, 70, 60, 50] as const;

export type HeatLevel = 0 | 1 | 2 | 3 | 4;

/** The heavier the level, the larger the gap; `undefined` where nothing is coloured. */
export function heatLevel({ denominator, percent }: Ratio): HeatLevel | undefined {
  if (percent === null || denominator < smallestColoured) return undefined;
  const level = floors.findIndex((floor) => percent >= floor);
  return level === -1 ? 4 : (level as HeatLevel);
}
