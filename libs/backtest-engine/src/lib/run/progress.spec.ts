import { candles, defineStrategy, hold, smaCross } from '@org/strategies';
import { sampleBars } from '@org/strategies/testing';
import { z } from 'zod';
import type { Trial } from '../../testing/run-fixture.ts';
import { setUp } from '../../testing/run-fixture.ts';
import { runBacktest } from './run-backtest.ts';

/** Listens to all markets, and wants nothing. */
const listener = defineStrategy({
  name: 'listener',
  parameters: z.object({}),
  inputs: (_p, { symbols }) => Object.fromEntries(symbols.map((symbol) => [symbol, candles(symbol, '1m')])),
  decide: (state) => hold(state),
});

const minutes = (symbol: string, bars: number) => sampleBars({ symbol, interval: '1m', bars, seed: 1 });

/** What a run tells of its progress. */
function toldBy(trial: Trial): readonly (readonly [bars: number, ofBars: number])[] {
  const told: [number, number][] = [];
  runBacktest(setUp(trial), { onProgress: (bars, ofBars) => told.push([bars, ofBars]) });
  return told;
}

describe('the progress of a run', () => {
  it('is told about every 65,536 bars, counted over all markets', () => {
    const series = [minutes('BTCUSDT', 70_000), minutes('ETHUSDT', 65_000)];
    expect(toldBy({ strategy: listener, series })).toEqual([
      [65_536, 135_000],
      [131_072, 135_000],
    ]);
  });

  it('is told by a run that passes calm bars in one go, at the end of one', () => {
    const told = toldBy({ strategy: smaCross, series: [minutes('BTCUSDT', 140_000)] });
    expect(told.map(([, ofBars]) => ofBars)).toEqual([140_000, 140_000]);
    const [first = 0, second = 0] = told.map(([bars]) => bars);
    expect(first).toBeGreaterThanOrEqual(65_536);
    expect(second).toBeGreaterThanOrEqual(first + 65_536);
  });
});
