import type { CandleClosed, Intent, SlotOrder, StrategyFacts } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, quantity, ZERO } from '@org/domain';
import { bindStrategy } from '../binding/bind-strategy.ts';
import { rehearse } from '../../testing.ts';
import { trendRsiStoch } from './trend-rsi-stoch.ts';

interface Moment {
  readonly close: number;
  readonly trend: number;
  readonly adx: number;
  readonly rsi: number;
  /** The stochastic and its average, at this bar and the one before. */
  readonly k: readonly [now: number, before: number];
  readonly d: readonly [now: number, before: number];
}

/** A strong rise, in which a pullback has just ended: all that a buy needs. */
const PULLBACK_OVER: Moment = { close: 110, trend: 100, adx: 25, rsi: 50, k: [32, 20], d: [25, 24] };
const STRETCHED: Moment = { close: 130, trend: 100, adx: 25, rsi: 80, k: [88, 95], d: [90, 90] };
const BROKEN: Moment = { ...PULLBACK_OVER, close: 99 };

const ENTRY: SlotOrder = {
  ...{ slot: 'main', symbol: 'BTCUSDT', state: 'open', filled: 0 },
  request: { type: 'market', side: 'buy', quantity: quantity(1) },
};

/** What is wanted at a moment, with so many held and these orders at work. */
function wantedAt(moment: Moment, held = 0, orders: readonly SlotOrder[] = []): readonly Intent[] {
  const { close, trend, adx, rsi, k, d } = moment;
  const candle = { openTime: 0, open: close, high: close, low: close, close, volume: 1 };
  const values = [trend, trend, adx, adx, rsi, rsi, ...k, ...d];
  const trigger: CandleClosed = {
    ...{ kind: 'candleClosed', time: 3_600_000, symbol: 'BTCUSDT', interval: '1h', candle, values },
  };
  const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
  if (instrument === undefined) throw new Error('BTCUSDT is built in');
  const facts: StrategyFacts = {
    ...{ time: trigger.time, trigger, slot: null, candles: [trigger], cash: 1_000, equity: 1_000 },
    ...{ orders: () => orders, instrument: () => instrument },
    order: (slot) => orders.find((order) => order.slot === slot),
    position: (symbol) => ({ symbol, units: ZERO, size: held, averagePrice: 100, openedTime: 0 }),
  };
  const binding = { id: 'one', symbols: ['BTCUSDT'], interval: '1h', set: {} } as const;
  return bindStrategy(trendRsiStoch, binding).decide(null, facts).intents;
}

describe('trend-rsi-stoch', () => {
  it('buys when a pullback in a strong rise is over', () => {
    expect(wantedAt(PULLBACK_OVER)).toEqual([
      {
        kind: 'place',
        slot: 'main',
        symbol: 'BTCUSDT',
        side: 'buy',
        size: { by: 'risk' },
        pricing: { type: 'market' },
        reason: 'pullback over: stochastic up from 20, rsi 50, adx 25, close 110 above average 100',
      },
    ]);
  });

  it('buys at the very level of a trend that counts, and just below that of a hot market', () => {
    expect(wantedAt({ ...PULLBACK_OVER, adx: 15 })).toHaveLength(1);
    expect(wantedAt({ ...PULLBACK_OVER, rsi: 64.9 })).toHaveLength(1);
  });

  it('goes by these numbers where none are given', () => {
    expect(trendRsiStoch.parameters.parse({})).toEqual({
      ...{ trend: 100, strength: 15, strengthPeriod: 14, rsiPeriod: 14, rsiCeiling: 65 },
      ...{ stochPeriod: 14, dip: 40, stretched: 85 },
    });
  });

  it.each<[string, Partial<Moment>]>([
    ['the stochastic has not turned up', { k: [23, 20] }],
    ['it turned up bars ago', { k: [32, 26] }],
    ['there was no pullback: the stochastic came from 40', { k: [46, 40], d: [45, 44] }],
    ['the trend is weak: adx below 15', { adx: 14.9 }],
    ['the market is hot: rsi at 65', { rsi: 65 }],
    ['the close is on the average', { close: 100 }],
    ['there is no trend yet', { trend: NaN }],
    ['there is no stochastic yet', { k: [NaN, NaN], d: [NaN, NaN] }],
  ])('buys nothing where %s', (_what, change) => {
    expect(wantedAt({ ...PULLBACK_OVER, ...change })).toEqual([]);
  });

  it('buys nothing on top of what it holds', () => {
    expect(wantedAt(PULLBACK_OVER, 1)).toEqual([]);
  });

  it('buys nothing while its entry rests, and calls it off when the trend is broken', () => {
    expect(wantedAt(PULLBACK_OVER, 0, [ENTRY])).toEqual([]);
    expect(wantedAt(BROKEN, 0, [ENTRY])).toEqual([
      { kind: 'cancel', slot: 'main', reason: 'trend broken: close 99 below average 100' },
    ]);
  });

  it('sells when the rise is stretched and turns down', () => {
    expect(wantedAt(STRETCHED, 1)).toMatchObject([
      { side: 'sell', slot: 'exit', reason: 'stretched: stochastic down from 95, above 85' },
    ]);
  });

  it('holds on while the rise is stretched and goes on, or turns below the level', () => {
    expect(wantedAt({ ...STRETCHED, k: [96, 95] }, 1)).toEqual([]);
    expect(wantedAt({ ...STRETCHED, k: [70, 85], d: [80, 80] }, 1)).toEqual([]);
  });

  it('sells when the close falls below the trend, and waits for the next pullback', () => {
    expect(wantedAt(BROKEN, 1)).toMatchObject([
      { side: 'sell', slot: 'exit', reason: 'trend broken: close 99 below average 100' },
    ]);
    expect(wantedAt(BROKEN)).toEqual([]);
  });

  it('trades both ways on made-up bars', () => {
    const sides = rehearse(trendRsiStoch).flatMap(({ intents }) =>
      intents.flatMap((intent) => (intent.kind === 'place' ? [intent.side] : [])),
    );
    expect(sides.length).toBeGreaterThan(10);
    expect(sides.filter((_, index) => index % 2 === 0)).not.toContain('sell');
    expect(sides.filter((_, index) => index % 2 === 1)).not.toContain('buy');
  });
});
