import type { CandleSeries } from '@org/domain';
import { canonicalJson, InputError } from '@org/domain';
import { SnapshotError, indicators, sma } from '@org/indicators-gpu';
import fc from 'fast-check';
import { z } from 'zod';
import {
  bindStrategy,
  candles,
  defineStrategy,
  hold,
  indicator,
  planSession,
  smaCross,
} from '../../index.ts';
import type { BoundStrategy, FeedPlan } from '../../index.ts';
import { placementsOf } from './feed-layout.ts';
import { barsOf, closingAt, sampleBars } from '../../testing.ts';

const HERE = { symbols: ['BTCUSDT'], interval: '1h' } as const;

function bound(id: string, set: { fast: number; slow: number; confirm?: number }): BoundStrategy {
  return bindStrategy(smaCross, { id, ...HERE, set });
}

function only(feeds: readonly FeedPlan[]): FeedPlan {
  const [feed] = feeds;
  if (feed === undefined) throw new Error('there is a feed');
  return feed;
}

const wide = defineStrategy({
  name: 'wide',
  parameters: z.object({}),
  inputs: (_p, { symbols, interval }) => ({
    main: candles(symbols[0], interval),
    filter: candles(symbols[0], '4h'),
  }),
  indicators: () => ({
    volume: indicator('sma', { period: 3 }, { source: 'volume' }),
    close: indicator('sma', { period: 3 }),
    trend: indicator('rsi', { period: 4 }, { on: 'filter' }),
    turn: indicator('stoch', { period: 5 }),
    obv: indicator('obv'),
  }),
  lookBack: 2,
  decide: (state) => hold(state),
});

describe('the plan of a session', () => {
  it('writes all values into columns that are brought, whatever these held', () => {
    const { feeds } = planSession([bindStrategy(wide, { id: 'w', ...HERE, set: {} })]);
    const series = sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 40, seed: 5 });
    const brought: Float64Array[] = [];
    const room = {
      take(length: number) {
        const column = new Float64Array(length).fill(7);
        brought.push(column);
        return column;
      },
    };
    for (const feed of feeds) {
      brought.length = 0;
      const { outputs } = feed.columns(series, room);
      expect(outputs).toEqual(brought);
      expect(outputs.every((output, index) => output === brought[index])).toBe(true);
      expect(outputs).toStrictEqual(feed.columns(series).outputs);
    }
  });

  it('lays out each output of each indicator, its newest value first', () => {
    const { feeds } = planSession([bound('a', { fast: 1, slow: 2 })]);
    const columns = only(feeds).columns(closingAt([10, 20, 30]));
    expect([0, 1, 2].map((index) => columns.valuesAt(index))).toEqual([
      [10, NaN, NaN, NaN],
      [20, 10, 15, NaN],
      [30, 20, 25, 15],
    ]);
    expect(only(feeds).width).toBe(4);
  });

  it('computes once what two strategies want alike, as far back as either looks', () => {
    const { feeds } = planSession([
      bound('a', { fast: 2, slow: 4 }),
      bound('b', { fast: 4, slow: 8, confirm: 3 }),
    ]);
    // 2 with one bar before it, 4 and 8 with three.
    expect(only(feeds).width).toBe(2 + 4 + 4);
    expect(
      planSession([bound('a', { fast: 2, slow: 4 }), bound('b', { fast: 2, slow: 4 })]).feeds[0]?.width,
    ).toBe(4);
  });

  it('tells an indicator from the same one on another column', () => {
    const { feeds } = planSession([bindStrategy(wide, { id: 'w', ...HERE, set: {} })]);
    expect(feeds.map(({ interval, width }) => [interval, width])).toEqual([
      ['1h', 3 * (1 + 1 + 2 + 1)],
      ['4h', 3],
    ]);
  });

  it('has each feed once, the extra ones last and without values', () => {
    const { feeds } = planSession(
      [bound('a', { fast: 2, slow: 4 }), bound('b', { fast: 3, slow: 5 })],
      [
        { symbol: 'BTCUSDT', interval: '1m' },
        { symbol: 'BTCUSDT', interval: '1h' },
      ],
    );
    expect(feeds.map(({ symbol, interval, width, warmUp }) => [symbol, interval, width, warmUp])).toEqual([
      ['BTCUSDT', '1h', 8, 5],
      ['BTCUSDT', '1m', 0, 0],
    ]);
    const extra = feeds[1];
    expect(extra?.columns(closingAt([1, 2])).valuesAt(1)).toEqual([]);
    const stream = extra?.openStream();
    expect(barsOf(closingAt([1])).map((bar) => stream?.next(bar))).toEqual([[]]);
  });

  it('warms up until every value that a strategy can look at is stable', () => {
    // A window of 50 is whole at index 49; three bars back it is so three bars later.
    expect(only(planSession([bound('a', { fast: 20, slow: 50, confirm: 3 })]).feeds).warmUp).toBe(49 + 3);
    const [hourly, filter] = planSession([bindStrategy(wide, { id: 'w', ...HERE, set: {} })]).feeds;
    expect(filter?.warmUp).toBe(indicators.get('rsi').stableAfter({ period: 4 }) + 2);
    // obv never forgets where it began, so it counts until it has a value.
    expect(indicators.get('obv').stableAfter()).toBe(Infinity);
    expect(hourly?.warmUp).toBe(indicators.get('stoch').stableAfter({ period: 5 }) + 2);
  });

  it('lets every strategy find its own values, whoever sits beside it', () => {
    const decided = (strategies: readonly BoundStrategy[]) => {
      const { strategies: placed, feeds } = planSession(strategies);
      const feed = only(feeds);
      return { placed, feed };
    };
    const alone = decided([bound('a', { fast: 2, slow: 4 })]);
    const together = decided([
      bindStrategy(wide, { id: 'w', ...HERE, set: {} }),
      bound('a', { fast: 2, slow: 4 }),
    ]);
    expect(together.placed.map(({ id }) => id)).toEqual(['w', 'a']);
    expect(together.feed.width).toBeGreaterThan(alone.feed.width);
    const series = sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 10 });
    const fast = sma(series.close, { period: 2 });
    expect(alone.feed.columns(series).valuesAt(9)[0]).toBe(fast[9]);
    expect(together.feed.columns(series).valuesAt(9)).toContain(fast[9]);
  });
});

describe('a layout', () => {
  it('places only what it was made for', () => {
    const { indicators: wanted } = bound('a', { fast: 2, slow: 4 });
    expect(() => placementsOf([], wanted)).toThrow('indicator fast was not laid out');
  });
});

describe('the stream of a feed', () => {
  const { feeds } = planSession([
    bindStrategy(wide, { id: 'w', ...HERE, set: {} }),
    bound('a', { fast: 2, slow: 4, confirm: 2 }),
  ]);
  const feed = only(feeds);
  const series = (bars: number, seed: number): CandleSeries =>
    sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars, seed });

  it('gives the bits that the columns hold, from the first bar on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 1_000 }), (bars, seed) => {
        const columns = feed.columns(series(bars, seed));
        const stream = feed.openStream();
        barsOf(series(bars, seed)).forEach((bar, index) => {
          expect(stream.next(bar)).toStrictEqual(columns.valuesAt(index));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('goes on from a snapshot that has been through JSON, at any bar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 1_000 }), (cut, seed) => {
        const bars = barsOf(series(60, seed));
        const columns = feed.columns(series(60, seed));
        const first = feed.openStream();
        for (const bar of bars.slice(0, cut)) first.next(bar);
        const second = feed.openStream();
        second.restore(z.json().parse(JSON.parse(JSON.stringify(first.snapshot()))));
        bars.slice(cut).forEach((bar, index) => {
          expect(second.next(bar)).toStrictEqual(columns.valuesAt(cut + index));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('gives arrays that nobody else writes into', () => {
    const stream = feed.openStream();
    const [first, second] = barsOf(series(2, 1));
    if (first === undefined || second === undefined) throw new Error('two bars were made');
    const values = stream.next(first);
    const copy = [...values];
    values.fill(5);
    const next = stream.next(second);
    expect(next).toStrictEqual(feed.columns(series(2, 1)).valuesAt(1));
    expect(copy).not.toEqual(values);
    const columns = feed.columns(series(2, 1));
    expect(columns.valuesAt(1)).not.toBe(columns.valuesAt(1));
  });

  it('refuses what is no snapshot of it', () => {
    const stream = feed.openStream();
    expect(() => stream.restore(null)).toThrow(InputError);
    expect(() => stream.restore({ values: '[]', indicators: [] })).toThrow(/found 0 indicators/);
    const other = only(planSession([bound('a', { fast: 2, slow: 4 })]).feeds).openStream();
    const another = only(planSession([bound('a', { fast: 3, slow: 4 })]).feeds).openStream();
    expect(() => other.restore(another.snapshot())).toThrow(SnapshotError);
    expect(canonicalJson(other.snapshot())).toContain('"indicator":"sma"');
  });

  it('keeps values apart that only a sign or a missing value tells apart', () => {
    const feedOfOne = only(planSession([bound('a', { fast: 1, slow: 2 })]).feeds);
    const stream = feedOfOne.openStream();
    const [bar] = barsOf(closingAt([5]));
    if (bar === undefined) throw new Error('one bar was made');
    stream.next(bar);
    const other = feedOfOne.openStream();
    other.restore(stream.snapshot());
    expect(other.next({ ...bar, close: 7 })).toStrictEqual([7, 5, 6, NaN]);
  });
});
