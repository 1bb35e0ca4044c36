import type { Times } from '../result/backtest-result.ts';

/**
 * The first place from `from` on whose time is later than `end`; the number of times where there is none. What is looked
 * for is mostly near: it is fenced in by steps that double, and then found by halving. Each look at a long column takes a
 * place in memory that is not at hand, so whoever can guess says so.
 *
 * @param guess how many places behind `from` it should be; wherever it is, it is found
 */
export function firstAfter(times: Times, from: number, end: number, guess = 0): number {
  const guessed = from + guess;
  if (guess > 0 && guessed < times.length && times.at(guessed)! > end && times.at(guessed - 1)! <= end) {
    return guessed;
  }
  let low = from;
  let high = from;
  for (let step = 1; high < times.length && times.at(high)! <= end; step *= 2) {
    low = high + 1;
    high = Math.min(high + step, times.length);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times.at(middle)! <= end) low = middle + 1;
    else high = middle;
  }
  return low;
}
