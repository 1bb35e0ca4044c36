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
  const state = memory.fields({ average: NaN });
  const slowest = weightOf(slow);
  const reach = weightOf(fast) - slowest;
  return (value) => {
    const last = before.next(value);
    const travelled = path.next(Math.abs(value - last));
    const distance = Math.abs(value - start.next(value));
    if (travelled !== travelled) return NaN;
    const efficiency = travelled <= distance ? 1 : distance / travelled;
    const root = efficiency * reach + slowest;
    if (state.average !== state.average) state.average = last;
    state.average += (value - state.average) * root * root;
    return state.average;
  };
}

/** The index after which even the slowest of its weights has forgotten the start. */
export const kaufmanStableAfter = (period: number, slow: number): number =>
  period + bars1e12(weightOf(slow) ** 2);
