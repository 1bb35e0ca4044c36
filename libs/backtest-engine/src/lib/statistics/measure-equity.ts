import type { Equity, Times } from '../result/backtest-result.ts';
import { dailyReturns } from './daily-returns.ts';
import type { MaxDrawdown } from './max-drawdown.ts';
import { DrawdownMeter, FIRST_EQUITY } from './max-drawdown.ts';

const DAY_MS = 86_400_000;

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
  const drawdown = new DrawdownMeter(firstEquity);
  let sum = 0;
  for (let bar = 0; bar < value.length; bar += BLOCK) sum = takeBlock(value, bar, drawdown, sum);
  return {
    first: firstEquity,
    last: value[value.length - 1] ?? firstEquity,
    mean: value.length === 0 ? firstEquity : sum / value.length,
    periodMs: (time.at(-1) ?? startTime) - startTime,
    dailyReturns: dailyReturns(firstEquity, equity),
    maxDrawdown: maxDrawdown(drawdown, startTime, time),
  };
}

/** Shows `drawdown` the closes of a block, and gives the sum up to them and theirs. */
function takeBlock(
  value: ArrayLike<number>,
  from: number,
  drawdown: DrawdownMeter,
  sumBefore: number,
): number {
  const end = Math.min(from + BLOCK, value.length);
  let sum = sumBefore;
  for (let bar = from; bar < end; bar++) {
    sum += value[bar]!;
    drawdown.add(bar, value[bar]!);
  }
  return sum;
}

function maxDrawdown(drawdown: DrawdownMeter, startTime: number, times: Times): MaxDrawdown {
  const { depth, start, end } = drawdown.deepest();
  if (depth === 0) return { depth, start: null, end: null, days: null };
  const peakTime = start === FIRST_EQUITY ? startTime : times.at(start)!;
  const lowTime = times.at(end)!;
  return { depth, start: peakTime, end: lowTime, days: (lowTime - peakTime) / DAY_MS };
}
