import type { CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS, barOpen, isInterval } from '@org/domain';
import type { Equity, Times } from '../result/backtest-result.ts';

/** What a page can hold and a chart can show at once; longer histories are drawn in longer bars. */
const MOST_POINTS = 10_000;

/** The stretches of time that every chart of a page shares: the opens of those that have a bar or equity. */
export interface TimeAxis {
  readonly interval: Interval;
  readonly opens: readonly number[];
}

/** The axis with the shortest interval that keeps it within `mostPoints`. */
export function timeAxis(
  candles: readonly CandleSeries[],
  equity: Equity,
  mostPoints: number = MOST_POINTS,
): TimeAxis {
  const interval = shownInterval(candles, mostPoints);
  const opens = new Set<number>();
  addOpens(opens, interval, equity.time, -1);
  for (const { openTime } of candles) addOpens(opens, interval, openTime, 0);
  return { interval, opens: [...opens].sort((a, b) => a - b) };
}

/** Gives, for times that ascend, the place on the axis of the stretch that each lies in. */
export function placer({ interval, opens }: TimeAxis): (time: number) => number {
  let place = 0;
  return (time) => {
    const open = barOpen(time, interval);
    while (place < opens.length - 1 && opens[place]! < open) place++;
    return place;
  };
}

function shownInterval(candles: readonly CandleSeries[], mostPoints: number): Interval {
  const lengths = candles.map(({ interval }) => INTERVAL_MS[interval]);
  const span = spanOf(candles);
  const fitting = Object.keys(INTERVAL_MS)
    .filter(isInterval)
    .filter((interval) => lengths.every((length) => INTERVAL_MS[interval] % length === 0));
  return fitting.find((interval) => span / INTERVAL_MS[interval] <= mostPoints) ?? fitting.at(-1) ?? '1w';
}

function spanOf(candles: readonly CandleSeries[]): number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { openTime, interval } of candles) {
    if (openTime.length === 0) continue;
    first = Math.min(first, openTime[0]!);
    last = Math.max(last, openTime[openTime.length - 1]! + INTERVAL_MS[interval]);
  }
  return Math.max(0, last - first);
}

/** A close belongs to the stretch that it ends: `shift` moves it inside. */
function addOpens(opens: Set<number>, interval: Interval, times: Times, shift: number): void {
  const length = INTERVAL_MS[interval];
  let end = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < times.length; index++) {
    const time = times.at(index)! + shift;
    if (time < end) continue;
    const open = barOpen(time, interval);
    opens.add(open);
    end = open + length;
  }
}
