import type { Equity } from '../result/backtest-result.ts';
import { firstAfter } from './first-after.ts';

const DAY_MS = 86_400_000;

/**
 * The account's return on every UTC day: equity at the day's last close over that of the day before, less 1. The first
 * day starts from the first equity; a day without any bar returns 0; a bar that closes at midnight belongs to the day
 * that it ends. The last day counts, whether it is over or not.
 *
 * From 100, closes of 110 at 12:00 and 105 at 24:00 and of 84 at 24:00 the day after give 0.05 and -0.20.
 */
export function dailyReturns(firstEquity: number, { time, value }: Equity): readonly number[] {
  const returns: number[] = [];
  let before = firstEquity;
  let dayBefore = Number.POSITIVE_INFINITY;
  let bar = 0;
  let barsOfDay = 0;
  while (bar < time.length) {
    const day = Math.ceil(time.at(bar)! / DAY_MS);
    for (let empty = dayBefore + 1; empty < day; empty++) returns.push(0);
    const next = firstAfter(time, bar, day * DAY_MS, barsOfDay);
    barsOfDay = next - bar;
    bar = next;
    const last = value[bar - 1]!;
    returns.push(before > 0 ? last / before - 1 : 0);
    before = last;
    dayBefore = day;
  }
  return returns;
}
