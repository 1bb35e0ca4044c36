import type { Candle, TradingEvent } from '@org/domain';
import { buy, candles, cancel, defineStrategy, hold, setTimer } from '@org/strategies';
import { seriesOf } from '@org/strategies/testing';
import { z } from 'zod';
import { tryOut } from '../../testing/run-fixture.ts';

const HOUR_MS = 3_600_000;

/** Buys at the market and rests a limit when its first bar has closed, and buys once more half an hour later. */
const late = defineStrategy({
  name: 'late',
  parameters: z.object({}),
  state: () => ({ bars: 0 }),
  decide({ bars }, view) {
    const size = { by: 'quote', quote: 1_000 } as const;
    if (view.trigger.kind === 'timerFired') {
      const reason = `holds ${view.position.size}`;
      return { state: { bars }, intents: [buy({ slot: 'late', size, reason })] };
    }
    if (bars > 0) return hold({ bars: bars + 1 });
    const timer = setTimer({ time: view.time + HOUR_MS / 2 });
    const rest = buy({ slot: 'rest', limit: 100.5, size, reason: 'inside the bar' });
    return { state: { bars: 1 }, intents: [buy({ size, reason: 'at once' }), rest, timer] };
  },
});

function bar(hour: number): Candle {
  const open = 100 + hour;
  return { openTime: hour * HOUR_MS, open, high: open + 1, low: open - 1, close: open, volume: 1e4 };
}

describe('what is decided inside a bar', () => {
  const series = seriesOf({ symbol: 'BTCUSDT', interval: '1h' }, [0, 1, 2, 3].map(bar));
  const run = tryOut({ strategy: late, series: [series], fee: '0', slippage: '0' });

  it('knows what its open has traded, and nothing of the rest of it', () => {
    const reasons = run.fills.map(({ reason }) => reason);
    // 1,000 USDT at 101 are 9.90099 BTC.
    expect(reasons).toEqual(['at once', 'inside the bar', 'holds 9.90099']);
  });

  it('trades from the next bar on', () => {
    expect(run.fills.map(({ time, price }) => [time, price])).toEqual([
      [HOUR_MS, 101],
      [2 * HOUR_MS - 1, 100.5],
      [2 * HOUR_MS, 102],
    ]);
  });

  it('comes in the order of time', () => {
    const times = run.events.map(({ time }: TradingEvent) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

/** Asks to be woken when the bar after the next opens, and buys then. */
const punctual = defineStrategy({
  name: 'punctual',
  parameters: z.object({}),
  inputs: (_p, { symbols }) => Object.fromEntries(symbols.map((symbol) => [symbol, candles(symbol, '1h')])),
  decide(state, view) {
    if (view.trigger.kind === 'timerFired') return { state, intents: [buy({ reason: 'woken' })] };
    if (view.time > HOUR_MS) return hold(state);
    return { state, intents: [setTimer({ time: view.time + HOUR_MS })] };
  },
});

describe('what is due when a bar opens', () => {
  const bars = [0, 1, 2, 3].map(bar);

  it.each([
    ['one market', ['BTCUSDT']],
    ['two markets', ['BTCUSDT', 'ETHUSDT']],
  ])('comes before it, and trades at that open, in %s', (_, symbols) => {
    const series = symbols.map((symbol) => seriesOf({ symbol, interval: '1h' }, bars));
    const run = tryOut({ strategy: punctual, series, fee: '0', slippage: '0' });
    expect(run.fills.map(({ time, price }) => [time / HOUR_MS, price])).toEqual([[2, 102]]);
  });
});

/** Buys ETH at hours 2 and 3, takes the order of hour 2 back at hour 3 where it may, and says each hour what it holds. */
const pair = (isFickle: boolean) =>
  defineStrategy({
    name: 'pair',
    parameters: z.object({}),
    inputs: (_p, { symbols: [first, second] }) => ({
      main: candles(first, '1h'),
      ...(second === undefined ? {} : { long: candles(second, '2h') }),
    }),
    state: (): { readonly held: readonly number[] } => ({ held: [] }),
    decide({ held }, view) {
      if (view.trigger.kind !== 'candleClosed' || !view.isNew('main')) return hold({ held });
      const state = { held: [...held, view.positionOf('ETHUSDT').size] };
      const hour = view.time / HOUR_MS;
      const words = {
        symbol: 'ETHUSDT',
        size: { by: 'quote', quote: 1_000 },
        reason: `hour ${hour}`,
      } as const;
      if (hour === 2) return { state, intents: [buy(words)] };
      if (hour !== 3) return hold(state);
      const late = buy({ ...words, slot: 'late' });
      return { state, intents: isFickle ? [cancel({ reason: 'hour 3' }), late] : [late] };
    },
  });

describe('a market whose bars are longer than those of another', () => {
  const long = [0, 2, 4, 6].map((hour) => ({ ...bar(hour), openTime: hour * HOUR_MS }));
  const series = [
    seriesOf(
      { symbol: 'BTCUSDT', interval: '1h' },
      Array.from({ length: 8 }, (_, hour) => bar(hour)),
    ),
    seriesOf({ symbol: 'ETHUSDT', interval: '2h' }, long),
  ];
  const trial = { series, fee: '0', slippage: '0' };

  it('trades at the open of its next bar, which is known when that bar has closed', () => {
    const run = tryOut({ ...trial, strategy: pair(false) });
    expect(run.fills.map(({ time, price }) => [time / HOUR_MS, price])).toEqual([
      [2, 102],
      [4, 104],
    ]);
    // 1,000 USDT at 102 are 9.8039 ETH; at 104 another 9.6153.
    expect(run.end.workers[0]?.memory).toEqual({
      held: [0, 0, 0, 9.8039, 9.8039, 19.4192, 19.4192, 19.4192],
    });
  });

  it('finds an order taken back that was called off before', () => {
    const run = tryOut({ ...trial, strategy: pair(true) });
    expect(run.fills.map(({ time }) => time / HOUR_MS)).toEqual([4]);
  });
});
