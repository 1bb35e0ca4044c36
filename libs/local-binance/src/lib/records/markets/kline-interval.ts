import type { Interval } from '@org/domain';
import { INTERVAL_MS, barOpen, isInterval } from '@org/domain';

/** The lengths of the exchange's bars: those of fixed length, and the calendar's month. */
export type KlineInterval = Interval | '1M';

export const KLINE_INTERVALS: readonly KlineInterval[] = [
  ...Object.keys(INTERVAL_MS).filter(isInterval),
  '1M',
];

export function isKlineInterval(text: string): text is KlineInterval {
  return text === '1M' || isInterval(text);
}

/**
 * When the bar that holds `timeMs` opens, ms UTC. `offsetMs` is how far the clock of the bars is ahead of UTC: days of
 * UTC+8 open at 16:00 UTC.
 */
export function klineOpen(timeMs: number, interval: KlineInterval, offsetMs = 0): number {
  const local = timeMs + offsetMs;
  return (interval === '1M' ? monthOpen(local, 0) : barOpen(local, interval)) - offsetMs;
}

/** When the bar that opens at `openTime` ends and the next one opens. */
export function nextKlineOpen(openTime: number, interval: KlineInterval, offsetMs = 0): number {
  if (interval === '1M') return monthOpen(openTime + offsetMs, 1) - offsetMs;
  return openTime + INTERVAL_MS[interval];
}

/** When the bar opens that lies `count` bars before the one that opens at `openTime`. */
export function klineOpenBefore(
  openTime: number,
  interval: KlineInterval,
  count: number,
  offsetMs = 0,
): number {
  if (interval === '1M') return monthOpen(openTime + offsetMs, -count) - offsetMs;
  return openTime - count * INTERVAL_MS[interval];
}

function monthOpen(timeMs: number, monthsLater: number): number {
  const date = new Date(timeMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1);
}
