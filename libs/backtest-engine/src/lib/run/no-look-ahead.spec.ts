import type { CandleSeries } from '@org/domain';
import { DEFAULT_RISK_LIMITS, INTERVAL_MS } from '@org/domain';
import { sliceSeries } from '@org/market-data';
import { defineStrategy, hold, smaCross, trendRsiStoch } from '@org/strategies';
import { filteredTrend, grid, patientBuyer, rotation, sampleBars } from '@org/strategies/testing';
import fc from 'fast-check';
import { z } from 'zod';
import type { Trial, TriedRun } from '../../testing/run-fixture.ts';
import { commandLines, tryOut } from '../../testing/run-fixture.ts';

const BARS = 2_500;
const limits = { ...DEFAULT_RISK_LIMITS, maxDrawdown: null };

const bars = (symbol: string, interval: '15m' | '1h', seed: number) =>
  sampleBars({ symbol, interval, bars: BARS, seed, start: symbol === 'BTCUSDT' ? 30_000 : 2_000 });

const trials: readonly (readonly [string, Trial])[] = (['15m', '1h'] as const).flatMap((interval) => {
  const btc = bars('BTCUSDT', interval, 1);
  const eth = bars('ETHUSDT', interval, 2);
  return [
    [`sma-cross, ${interval}`, { strategy: smaCross, set: { fast: 5, slow: 15 }, series: [btc], limits }],
    [`trend-rsi-stoch, ${interval}`, { strategy: trendRsiStoch, set: { trend: 20 }, series: [eth], limits }],
    [`rotation over two markets, ${interval}`, { strategy: rotation, series: [btc, eth], limits }],
    [
      `a four-hour filter, ${interval}`,
      { strategy: filteredTrend, set: { filter: 2 }, series: [btc], limits },
    ],
    [`a grid, ${interval}`, { strategy: grid, set: { width: 0.002 }, series: [btc], limits }],
    [`limits that move, ${interval}`, { strategy: patientBuyer, set: { hours: 2 }, series: [eth], limits }],
  ];
});

/** Bars after `from` as another future would have had them: upside down around the close before. */
function otherFuture(series: CandleSeries, from: number): CandleSeries {
  const pivot = series.close[from - 1] ?? 0;
  const flip = (past: Float64Array, mirrored: Float64Array) =>
    past.map((value, bar) => (bar < from ? value : (pivot * pivot) / (mirrored[bar] ?? 1)));
  return {
    ...series,
    open: flip(series.open, series.open),
    high: flip(series.high, series.low),
    low: flip(series.low, series.high),
    close: flip(series.close, series.close),
  };
}

/** What was decided and filled up to and with the close of bar `count`, and the equity at each of those closes. */
function upTo(run: TriedRun, series: CandleSeries, count: number) {
  const end = (series.openTime[count - 1] ?? 0) + INTERVAL_MS[series.interval];
  const last = run.log.findLastIndex(({ kind, time }) => kind === 'candleClosed' && time === end);
  const events = new Set<unknown>(run.events);
  const next = run.log.findIndex((entry, at) => at > last && events.has(entry));
  const known = new Set<unknown>(run.log.slice(0, next < 0 ? run.log.length : next));
  const filled = run.events.filter((event) => event.kind === 'orderFilled' && known.has(event)).length;
  return {
    commands: commandLines(run.commands.filter((command) => known.has(command))),
    fills: run.fills.slice(0, filled),
    equity: [...run.equity.value.slice(0, count)],
  };
}

describe.each(trials)('%s', (_name, trial) => {
  const whole = tryOut(trial);
  const [series] = trial.series;
  if (series === undefined) throw new Error('no bars');

  it('decides and fills something, so that there is something to foresee', () => {
    expect(whole.fills.length).toBeGreaterThan(5);
    expect(whole.commands.length).toBeGreaterThan(10);
  });

  it('decides and fills nothing differently when the bars after N are others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: BARS - 1 }), (count) => {
        const changed = tryOut({ ...trial, series: trial.series.map((one) => otherFuture(one, count)) });
        expect(upTo(changed, series, count)).toEqual(upTo(whole, series, count));
      }),
      { numRuns: 12 },
    );
  });

  it('gives over the first N bars exactly the beginning of what it gives over all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: BARS - 1 }), (count) => {
        const short = tryOut({ ...trial, series: trial.series.map((one) => sliceSeries(one, 0, count)) });
        expect(upTo(short, series, count)).toEqual(upTo(whole, series, count));
        expect(short.equity.value).toHaveLength(count);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a strategy that cheats', () => {
  it('by keeping later bars in a hidden variable is caught by another future', () => {
    let future: CandleSeries | null = null;
    const cheat = defineStrategy({
      name: 'cheat',
      parameters: z.object({}),
      decide: (state, view) => {
        const bar = future?.openTime.indexOf(view.time) ?? -1;
        const next = future?.close[bar] ?? 0;
        const now = view.candles.main?.close ?? 0;
        if (!(next > now) || !view.isFlat()) return hold(state);
        return {
          state,
          intents: [
            {
              kind: 'place',
              slot: 'main',
              symbol: null,
              side: 'buy',
              size: { by: 'risk' },
              pricing: { type: 'market' },
              reason: 'knows 1',
            },
          ],
        };
      },
    });
    const honest = bars('BTCUSDT', '1h', 1);
    future = honest;
    const told = tryOut({ strategy: cheat, series: [honest] });
    const changed = otherFuture(honest, 1);
    future = changed;
    const toldOtherwise = tryOut({ strategy: cheat, series: [changed] });
    expect(upTo(toldOtherwise, honest, 1)).not.toEqual(upTo(told, honest, 1));
  });
});
