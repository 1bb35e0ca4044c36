import type { Memory } from '../indicator/memory.ts';

/** The part of the volume that is taken as buying (positive) or selling, by where the close stands in the bar. */
export function moneyFlow(high: number, low: number, close: number, volume: number): number {
  const range = high - low;
  return range > 0 ? ((close - low - (high - close)) / range) * volume : 0;
}

/** Chaikin's accumulation and distribution line, one bar at a time. */
export function accumulation(
  memory: Memory,
): (high: number, low: number, close: number, volume: number) => number {
  const line = memory.claim(0);
  return (high, low, close, volume) => {
    const { cells, base } = memory;
    const now = cells[base + line]! + moneyFlow(high, low, close, volume);
    cells[base + line] = now;
    return now;
  };
}
