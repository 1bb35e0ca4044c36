import type { Equity } from '../result/backtest-result.ts';
import { firstAfter } from '../statistics/first-after.ts';

/** What the account returned in one UTC month (0 is January), on its equity at the end of the month before. */
export interface MonthlyReturn {
  readonly year: number;
  readonly month: number;
  readonly rate: number;
}

/** The return of every UTC month that has a bar. A bar that closes at midnight belongs to the month that it ends. */
export function monthlyReturns(firstEquity: number, { time, value }: Equity): readonly MonthlyReturn[] {
  const months: MonthlyReturn[] = [];
  let before = firstEquity;
  let bar = 0;
  while (bar < time.length) {
    const date = new Date(time.at(bar)! - 1);
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth();
    bar = firstAfter(time, bar, Date.UTC(year, month + 1, 1));
    const last = value[bar - 1]!;
    months.push({ year, month, rate: before > 0 ? last / before - 1 : 0 });
    before = last;
  }
  return months;
}

/** The months' returns one after the other: 10% and then -10% make -1%. */
export function compound(months: readonly MonthlyReturn[]): number {
  return months.reduce((growth, { rate }) => growth * (1 + rate), 1) - 1;
}
