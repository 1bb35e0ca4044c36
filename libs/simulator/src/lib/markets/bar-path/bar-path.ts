/** Which way the price went within a bar, in any unit: four turns, and when each is reached, from 0 to 1. */
export interface BarPath {
  readonly turns: readonly [open: number, first: number, second: number, close: number];
  readonly moments: readonly [start: number, first: number, second: number, end: number];
}

/** However short a leg is, it takes this part of the bar before the legs are stretched to fill it. */
const SHORTEST_LEG = 0.1;

/**
 * The plausible way through a bar: from the open to the nearer extreme, to the other one, to the close, at one speed.
 * Where both are as near, the low comes first.
 */
export function barPath(open: number, high: number, low: number, close: number): BarPath {
  const [first, second] = high - open < open - low ? [high, low] : [low, high];
  const legs = [Math.abs(first - open), high - low, Math.abs(close - second)];
  const length = legs.reduce((sum, leg) => sum + leg, 0);
  const [one = 1, two = 1, three = 1] = legs.map((leg) => SHORTEST_LEG + (length === 0 ? 0 : leg / length));
  const all = one + two + three;
  return { turns: [open, first, second, close], moments: [0, one / all, (one + two) / all, 1] };
}

/** Where the price is when `moment` of the bar has passed, on a straight line between two turns. */
export function priceAt({ turns, moments }: BarPath, moment: number): number {
  const [open, first, second, close] = turns;
  const [, reachesFirst, reachesSecond] = moments;
  if (moment < reachesFirst) return between(open, first, moment / reachesFirst);
  if (moment >= reachesSecond) {
    return between(second, close, Math.min(1, (moment - reachesSecond) / (1 - reachesSecond)));
  }
  return between(first, second, (moment - reachesFirst) / (reachesSecond - reachesFirst));
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
