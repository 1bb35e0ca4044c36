import type { Equity } from '../result/backtest-result.ts';
import { dailyReturns } from './daily-returns.ts';
import type { MaxDrawdown } from './max-drawdown.ts';
import { DrawdownMeter } from './max-drawdown.ts';

/** What the statistics need to know of an equity curve. */
export interface EquityMeasures {
  readonly first: number;
  readonly last: number;
  /** Of equity at every close; the first equity where there is none. */
  readonly mean: number;
  readonly periodMs: number;
  readonly dailyReturns: readonly number[];
  readonly maxDrawdown: MaxDrawdown;
}

/**
 * How many closes are taken at a time. A loop over all of them is gone through once, and the engine throws the code that
 * it has made for it away at its end.
 */
const BLOCK = 4_096;

/**
 * Measures an equity curve that begins with `firstEquity` at `startTime` (the open of the first bar, ms UTC). It grows
 * with days, not bars: a million points take a few milliseconds.
 */
export function measureEquity(firstEquity: number, startTime: number, equity: Equity): EquityMeasures {
  const { time, value } = equity;
  const drawdown = new DrawdownMeter(firstEquity, startTime);
  let sum = 0;
  for (let bar = 0; bar < time.length; bar += BLOCK) sum = takeBlock(equity, bar, drawdown, sum);
  const last = time.length - 1;
  return {
    first: firstEquity,
    last: value[last] ?? firstEquity,
    mean: time.length === 0 ? firstEquity : sum / time.length,
    periodMs: (time[last] ?? startTime) - startTime,
    dailyReturns: dailyReturns(firstEquity, equity),
    maxDrawdown: drawdown.deepest(),
  };
}

/** Shows `drawdown` the closes of a block, and gives the sum up to them and theirs. */
function takeBlock(
  { time, value }: Equity,
  from: number,
  drawdown: DrawdownMeter,
  sumBefore: number,
): number {
  const end = Math.min(from + BLOCK, time.length);
  let sum = sumBefore;
  for (let bar = from; bar < end; bar++) {
    sum += value[bar]!;
    drawdown.add(time[bar]!, value[bar]!);
  }
  return sum;
}
