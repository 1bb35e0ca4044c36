import type { Memory } from '../indicator/memory.ts';
import { MovingTotal } from '../window/moving-total.ts';
import { Delay } from '../window/delay.ts';
import { Previous } from '../window/past.ts';
import { bars1e12, weightOf } from './exponential.ts';

/**
 * Kaufman's adaptive average: an exponential one whose weight goes from that of `slow` bars in a market without
 * direction to that of `fast` bars in a straight move. It begins at the value before its first own one, as TA-Lib's.
 */
export function kaufman(
  memory: Memory,
  period: number,
  fast: number,
  slow: number,
): (value: number) => number {
  const before = new Previous(memory);
  const start = new Delay(memory, period);
  const path = new MovingTotal(memory, period);
  const average = memory.claim(NaN);
  const slowest = weightOf(slow);
  const reach = weightOf(fast) - slowest;
  return (value) => {
    const last = before.next(value);
    const travelled = path.next(Math.abs(value - last));
    const distance = Math.abs(value - start.next(value));
    if (travelled !== travelled) return NaN;
    const efficiency = travelled <= distance ? 1 : distance / travelled;
    const root = efficiency * reach + slowest;
    const { cells, base } = memory;
    const old = cells[base + average]!;
    const from = old === old ? old : last;
    const now = from + (value - from) * root * root;
    cells[base + average] = now;
    return now;
  };
}

/** The index after which even the slowest of its weights has forgotten the start. */
export const kaufmanStableAfter = (period: number, slow: number): number =>
  period + bars1e12(weightOf(slow) ** 2);
