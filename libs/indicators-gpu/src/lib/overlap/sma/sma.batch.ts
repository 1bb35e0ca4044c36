import { refreshEvery } from '../../window/moving-sum.ts';

/** All simple averages of a column; false when a value was not finite. The sums are made afresh where the stream's are. */
export function smaBatch(period: number, values: Float64Array, out: Float64Array): boolean {
  const { length } = values;
  out.fill(NaN, 0, period - 1);
  let finite = 0;
  for (let begin = period - 1; begin < length;) {
    const end = Math.min(length, begin - (begin % refreshEvery) + refreshEvery);
    finite += averages(period, values, out, begin, end) * 0;
    begin = end;
  }
  return finite === 0;
}

/**
 * The averages from one fresh sum to the next; gives the last sum. In a function of its own, which is called hundreds of
 * times: the engine throws the code of a loop inside another one away each time it comes to the loop's end.
 */
function averages(
  period: number,
  values: Float64Array,
  out: Float64Array,
  begin: number,
  end: number,
): number {
  const share = 1 / period;
  const first = begin - period + 1;
  const anchor = values[first]!;
  let sum = 0;
  for (let i = first; i <= begin; i += 1) sum += values[i]! - anchor;
  out[begin] = anchor + sum * share;
  for (let i = begin + 1; i < end; i += 1) {
    sum += values[i]! - values[i - period]!;
    out[i] = anchor + sum * share;
  }
  return sum;
}
