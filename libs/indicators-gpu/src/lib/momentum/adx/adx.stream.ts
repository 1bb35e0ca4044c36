import type { Memory } from '../../indicator/memory.ts';
import { DirectionalMovement } from '../directional-movement.ts';

/** The average directional index, one bar at a time. */
export function directionalIndex(
  memory: Memory,
  period: number,
): (high: number, low: number, close: number) => number {
  const movement = new DirectionalMovement(memory, period);
  const state = memory.fields({ average: 0, seen: 0 });
  const keep = (period - 1) / period;
  const share = 100 / period;
  return (high, low, close) => {
    if (!movement.next(high, low, close)) return NaN;
    const both = movement.up + movement.down;
    const strength = both === 0 ? 0 : Math.abs(movement.up - movement.down) / both;
    if (state.seen < period) {
      state.seen += 1;
      state.average += strength * share;
      return state.seen < period ? NaN : state.average;
    }
    if (both !== 0) state.average = state.average * keep + strength * share;
    return state.average;
  };
}
