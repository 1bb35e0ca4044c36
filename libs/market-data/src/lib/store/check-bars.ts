import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS, isBarBoundary, plainDecimal } from '@org/domain';

/** A bar that no market can have. */
export interface UnsoundBar {
  /** ms UTC. */
  readonly openTime: number;
  readonly what: string;
  readonly found: string;
}

/**
 * The first bar of a series that cannot be: a time that does not ascend or lies off the interval's grid, a price that is
 * not positive or lies outside of its bar, a negative volume. Null where all are sound.
 */
export function findUnsoundBar(series: CandleSeries): UnsoundBar | null {
  const { openTime, open, high, low, close, volume, interval } = series;
  const length = INTERVAL_MS[interval];
  const first = openTime[0] ?? 0;
  let before = first - length;
  if (openTime.length > 0 && !isBarBoundary(first, interval)) return unsound(series, 0);
  for (let bar = 0; bar < openTime.length; bar++) {
    const time = openTime[bar]!;
    const top = high[bar]!;
    const bottom = low[bar]!;
    const step = time - before;
    const isOnGrid = step === length || (step > 0 && step % length === 0);
    const isInside = open[bar]! >= bottom && open[bar]! <= top && close[bar]! >= bottom && close[bar]! <= top;
    if (!isOnGrid || !isInside || !(bottom > 0) || !(volume[bar]! >= 0)) return unsound(series, bar);
    before = time;
  }
  return null;
}

function unsound(series: CandleSeries, bar: number): UnsoundBar {
  const { openTime, open, high, low, close, volume, interval } = series;
  const time = openTime[bar]!;
  const before = openTime[bar - 1];
  const said = { openTime: time };
  if (!isBarBoundary(time, interval)) {
    return { ...said, what: `no bar of ${interval} opens at`, found: timeText(time) };
  }
  if (before !== undefined && time <= before) {
    return {
      ...said,
      what: 'the bars do not ascend at',
      found: `${timeText(time)} after ${timeText(before)}`,
    };
  }
  const values = Object.entries({ open, high, low, close, volume });
  return {
    ...said,
    what: `prices or volume cannot be those of a bar at ${timeText(time)}`,
    found: values.map(([name, column]) => `${name} ${plainDecimal(column[bar]!)}`).join(', '),
  };
}

function timeText(time: number): string {
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : String(time);
}
