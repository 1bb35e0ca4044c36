import { SeededRng } from '@org/simulator';
import { smaCross, trendRsiStoch } from '@org/strategies';
import { filteredTrend, grid, patientBuyer, rotation } from '@org/strategies/testing';
import { identity, pipe } from 'rxjs';
import { delayed, reconnected, repeated, swapped } from './disturbances.ts';
import type { Trial } from './trial.ts';
import { inBacktest, inStreams } from './trial.ts';

const LIMITS = {
  ...{ amountPerTrade: 0.4, riskPerTrade: null, stopLoss: 0.01, takeProfitRatio: 2, maxPosition: null },
  ...{ maxOpenOrders: null, dailyLoss: null, maxDrawdown: null },
};
const HOURS = { symbols: ['BTCUSDT'], interval: '1h', bars: 2_000, limits: LIMITS } as const;
const BOTH = ['BTCUSDT', 'ETHUSDT'];
/** Bars of one market that are missing, alone and in a row. */
const GAPS = { ETHUSDT: [400, 401, 402, 777, 1_200] };

/** What sma-cross asks for before it decides, with its default parameters. */
const WARM_UP_BARS = 50;

const TRIALS: readonly (readonly [what: string, trial: Trial])[] = [
  ['sma-cross', { ...HOURS, strategies: [smaCross] }],
  ['trend-rsi-stoch', { ...HOURS, strategies: [trendRsiStoch] }],
  ['both on one account', { ...HOURS, strategies: [smaCross, trendRsiStoch] }],
  ['a strategy with a filter of four hours', { ...HOURS, strategies: [filteredTrend] }],
  ['a strategy over two markets with gaps', { ...HOURS, strategies: [rotation], symbols: BOTH, gaps: GAPS }],
  ['a grid of resting orders', { ...HOURS, strategies: [grid] }],
  ['a strategy with timers', { ...HOURS, strategies: [patientBuyer] }],
  [
    'a strategy with timers inside its bars',
    { ...HOURS, strategies: [patientBuyer], interval: '4h', bars: 800, set: { hours: 7, discount: 0 } },
  ],
  ['a start in the middle', { ...HOURS, strategies: [smaCross], fromMs: Date.UTC(2024, 1, 3, 4) }],
];

describe.each(TRIALS)('for %s the streams give the commands of the backtest to the byte', (_what, trial) => {
  const expected = inBacktest(trial);

  it('when nothing disturbs them, and event by event', () => {
    const { events, commands } = inStreams(trial, () => identity);
    expect(commands).toEqual(expected.commands);
    expect(events).toEqual(expected.events);
    expect(commands.length).toBeGreaterThan(10);
  });

  it('when every bar comes late', () => {
    const { commands } = inStreams(trial, (scheduler) => delayed(new SeededRng(3), scheduler));
    expect(commands).toEqual(expected.commands);
  });

  it('when bars come twice', () => {
    const { commands } = inStreams(trial, () => repeated(new SeededRng(4)));
    expect(commands).toEqual(expected.commands);
  });

  it('when the connection is lost and the last bars are told again', () => {
    const { commands, events } = inStreams(trial, () => reconnected(50, 30));
    expect(events.filter((event) => event.includes('connectionLost')).length).toBeGreaterThan(10);
    expect(commands).toEqual(expected.commands);
  });

  it('when all of this happens at once', () => {
    const { commands } = inStreams(trial, (scheduler) =>
      pipe(reconnected(70, 40), repeated(new SeededRng(5)), delayed(new SeededRng(6), scheduler)),
    );
    expect(commands).toEqual(expected.commands);
  });
});

describe('the comparison', () => {
  it('notices two bars that were swapped', () => {
    const trial = { ...HOURS, strategies: [smaCross] };
    const { events, commands } = inBacktest(trial);
    // The bar on which the first entry was decided, by its place among the bars of the market.
    const decided = events.findIndex((event) => event.includes('orderAccepted')) - 1;
    const bar = decided + WARM_UP_BARS;
    expect(events[decided]).toContain('candleClosed');
    expect(inStreams(trial, () => swapped(bar)).commands).not.toEqual(commands);
    expect(inStreams(trial, () => swapped(bar + 200)).events).not.toEqual(events);
  });
});
