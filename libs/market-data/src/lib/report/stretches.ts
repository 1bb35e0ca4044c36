/** Stretches of bars that have something in common: how many there are, their bars in all, and the longest. */
export interface Stretches {
  readonly count: number;
  readonly bars: number;
  /** The first of the longest ones, with the open time of its first bar in ms UTC; null where there is none. */
  readonly longest: Stretch | null;
}

/** Bars that follow one another. */
export interface Stretch {
  /** When the first of them opens, or would have, in ms UTC. */
  readonly openTime: number;
  readonly bars: number;
}

export function sumUp(stretches: readonly Stretch[]): Stretches {
  let bars = 0;
  let longest: Stretch | null = null;
  for (const stretch of stretches) {
    bars += stretch.bars;
    if (longest === null || stretch.bars > longest.bars) longest = stretch;
  }
  return { count: stretches.length, bars, longest };
}
