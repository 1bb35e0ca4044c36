import type { LooseBar } from '../src/index.ts';
import { barsOf, randomBars } from './series.ts';
import type { AllColumns } from './series.ts';

/** A market as whole columns, and as the same bars one by one. */
export interface Market {
  readonly columns: AllColumns;
  readonly bars: readonly LooseBar[];
}

export function marketOf(columns: AllColumns): Market {
  const fields = Object.entries(columns);
  const barAt = (i: number): LooseBar =>
    Object.fromEntries(fields.map(([field, column]) => [field, column[i]]));
  return { columns, bars: Array.from(columns.close, (_, i) => barAt(i)) };
}

/** The columns without what comes after `end` bars. */
export const cut = (
  columns: Readonly<Record<string, Float64Array>>,
  end: number,
): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column.subarray(0, end)]));

/** Bars in each of the markets. */
export const marketLength = 400;

const steady = Array.from({ length: marketLength }, () => 50);
const stepped = steady.map((value, i) => value + Math.floor(i / 40) * 1000 * (i % 80 < 40 ? 1 : -1));
const wavy = steady.map((value, i) => value + (i % 7));

function withOutlier(columns: AllColumns): AllColumns {
  const raised = (column: Float64Array) => column.map((value, i) => (i === 90 ? value * 1e12 : value));
  return { ...columns, close: raised(columns.close), high: raised(columns.high) };
}

function withSilence(columns: AllColumns): AllColumns {
  const volume = columns.volume.map((value, i) => (i > 100 && i < 300 ? 0 : value));
  return { ...columns, volume };
}

function withHoles(columns: AllColumns): AllColumns {
  for (const column of [columns.close, columns.open, columns.high, columns.low, columns.volume]) {
    for (const bar of [0, 120, 121, 200]) column[bar] = NaN;
  }
  columns.close[320] = Infinity;
  return columns;
}

/** Markets that every indicator is held to, in which every value is a finite number. */
export const wholeMarkets: readonly (readonly [string, Market])[] = [
  ['random', marketOf(randomBars(marketLength, 1))],
  ['flat', marketOf(barsOf(steady))],
  ['stepped', marketOf(barsOf(stepped))],
  ['with one huge outlier', marketOf(withOutlier(randomBars(marketLength, 3)))],
  ['without volume for a while', marketOf(withSilence(randomBars(marketLength, 4)))],
  ['without any volume', marketOf(barsOf(wavy, 0))],
  ['at prices of 1e-8', marketOf(randomBars(marketLength, 6, { start: 1e-8 }))],
  ['at prices of 1e9', marketOf(randomBars(marketLength, 7, { start: 1e9 }))],
];

/** These, and one with holes. */
export const markets: typeof wholeMarkets = [
  ...wholeMarkets,
  ['with holes', marketOf(withHoles(randomBars(marketLength, 5)))],
];
