import { refreshEvery } from '../../window/moving-sum.ts';

/**
 * All simple averages of a column; false when a value was not finite. The sums are made afresh where the stream's are.
 * Both loops stay in this function: in one of its own the inner one takes a third longer.
 */
export function smaBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  const share = 1 / period;
  out.fill(NaN, 0, period - 1);
  let finite = 0;
  for (let i = period - 1; i < length;) {
    const end = Math.min(length, i - (i % refreshEvery) + refreshEvery);
    const anchor = values[i - period + 1]!;
    let sum = distancesFrom(values, i - period + 1, i + 1, anchor);
    out[i] = anchor + sum * share;
    i += 1;
    for (; i < end; i += 1) {
      sum += values[i]! - values[i - period]!;
      out[i] = anchor + sum * share;
    }
    finite += sum * 0;
  }
  return finite === 0;
}

function distancesFrom(values: Float64Array, from: number, to: number, anchor: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]! - anchor;
  return sum;
}
