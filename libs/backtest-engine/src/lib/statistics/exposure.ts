/** A stretch of time in which something was held, ms UTC. */
export interface Held {
  readonly entryTime: number;
  readonly exitTime: number;
}

/**
 * The share of the time in which anything was held; what several markets or strategies hold at once counts once.
 *
 * Held from hour 2 to 5 and from 4 to 8 of 24 hours is 6 / 24 = 0.25. Null without a period.
 */
export function exposure(held: readonly Held[], startTime: number, periodMs: number): number | null {
  if (!(periodMs > 0)) return null;
  let inMarket = 0;
  let counted = startTime;
  for (const { entryTime, exitTime } of held.toSorted((a, b) => a.entryTime - b.entryTime)) {
    inMarket += Math.max(0, exitTime - Math.max(entryTime, counted));
    counted = Math.max(counted, exitTime);
  }
  return inMarket / periodMs;
}
