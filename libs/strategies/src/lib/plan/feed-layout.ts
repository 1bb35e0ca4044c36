import type { Interval } from '@org/domain';
import { canonicalJson } from '@org/domain';
import type { Row } from '@org/indicators-gpu';
import { indicators } from '@org/indicators-gpu';
import type { BoundIndicator } from '../binding/bound-strategy.ts';
import type { Placement } from '../view/value-row.ts';

/** Indicators that are looked at together, and how far back. */
export interface Wanted {
  readonly indicators: readonly BoundIndicator[];
  readonly lookBack: number;
}

/** One computation on one feed: its outputs stand one behind the other, each newest value first, `depth` values long. */
export interface LaidOutIndicator {
  readonly row: Row;
  readonly options: BoundIndicator['options'];
  readonly source: BoundIndicator['source'];
  /** How many values of each output are kept: the longest look back, and the newest. */
  readonly depth: number;
  /** Where the newest value of the first output stands. */
  readonly address: number;
}

/** How the values of one market and interval are laid out in `CandleClosed.values`. */
export interface FeedLayout {
  readonly symbol: string;
  readonly interval: Interval;
  readonly width: number;
  readonly indicators: ReadonlyMap<string, LaidOutIndicator>;
}

interface Computation {
  readonly example: BoundIndicator;
  readonly depth: number;
}

/** Lays out what all strategies want, feed by feed; what two of them want alike is there once. */
export function layOutFeeds(wanted: readonly Wanted[]): readonly FeedLayout[] {
  const feeds = new Map<string, Map<string, Computation>>();
  for (const { indicators: bound, lookBack } of wanted) {
    for (const indicator of bound) {
      const feed = feedKey(indicator);
      const computations = feeds.get(feed) ?? new Map<string, Computation>();
      const key = computationKey(indicator);
      const depth = Math.max(lookBack + 1, computations.get(key)?.depth ?? 0);
      feeds.set(feed, computations.set(key, { example: indicator, depth }));
    }
  }
  return [...feeds.values()].flatMap((computations) => {
    const [first] = computations.values();
    return first === undefined ? [] : [layOutFeed(first.example, computations)];
  });
}

/** Where each of these indicators finds its values in the layouts, which must have been made for them too. */
export function placementsOf(
  layouts: readonly FeedLayout[],
  bound: readonly BoundIndicator[],
): readonly Placement[] {
  return bound.map((indicator) => {
    const { name, candle, outputs } = indicator;
    const layout = layouts.find((one) => feedKey(one) === feedKey(indicator));
    const laidOut = layout?.indicators.get(computationKey(indicator));
    if (laidOut === undefined) throw new RangeError(`indicator ${name} was not laid out`);
    const { address, depth } = laidOut;
    return {
      name,
      candle,
      outputs: outputs.map((output, index) => ({ name: output, address: address + index * depth })),
    };
  });
}

/** Tells feeds apart: a market and an interval. */
export function feedKey({ symbol, interval }: Pick<FeedLayout, 'symbol' | 'interval'>): string {
  return `${symbol} ${interval}`;
}

function computationKey({ indicator, options, source }: BoundIndicator): string {
  return canonicalJson([indicator, options, source]);
}

function layOutFeed(
  { symbol, interval }: BoundIndicator,
  computations: ReadonlyMap<string, Computation>,
): FeedLayout {
  const laidOut = new Map<string, LaidOutIndicator>();
  let width = 0;
  for (const [key, { example, depth }] of computations) {
    const { indicator, options, source, outputs } = example;
    laidOut.set(key, { row: indicators.get(indicator), options, source, depth, address: width });
    width += outputs.length * depth;
  }
  return { symbol, interval, width, indicators: laidOut };
}
