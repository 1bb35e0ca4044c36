import type { Candle, TradingEvent } from '@org/domain';
import { defineStrategy, hold } from '@org/strategies';
import { barsOf, sampleBars } from '@org/strategies/testing';
import { z } from 'zod';
import { tryOut } from '../../testing/run-fixture.ts';

const series = sampleBars({ symbol: 'BTCUSDT', interval: '1h', bars: 50, seed: 3 });
const expected = barsOf(series);

/** Keeps every bar that it sees in its state: as its candle, and as the trigger of the decision. */
const hoarder = defineStrategy({
  name: 'hoarder',
  parameters: z.object({}),
  state: (): { candles: Candle[]; triggers: Candle[] } => ({ candles: [], triggers: [] }),
  decide({ candles, triggers }, view) {
    const { trigger } = view;
    const candle = view.candles.main;
    if (candle === undefined || trigger.kind !== 'candleClosed') return hold({ candles, triggers });
    return hold({ candles: [...candles, candle], triggers: [...triggers, trigger.candle] });
  },
});

describe('a bar that somebody keeps', () => {
  it('stays what it was in the state of a strategy, as plain data', () => {
    const { end } = tryOut({ strategy: hoarder, series: [series] });
    expect(end.workers[0]?.memory).toStrictEqual({ candles: expected, triggers: expected });
  });

  it('stays what it was for who looks on', () => {
    const { events } = tryOut({ strategy: hoarder, series: [series] });
    const closed = events.filter((event: TradingEvent) => event.kind === 'candleClosed');
    expect(closed.map(({ candle }) => candle)).toStrictEqual(expected);
  });

  it('is plain data in the state at the end', () => {
    const { end } = tryOut({ strategy: hoarder, series: [series] });
    expect(end.bars.map((bar) => bar?.candle)).toStrictEqual(expected.slice(-1));
  });
});
