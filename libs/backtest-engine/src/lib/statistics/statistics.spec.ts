import { sampleFill } from '../../../test/sample-trades.ts';
import { BITCOIN, sampleBacktest } from '../../../test/sample-backtest.ts';
import { roundTrips } from '../trades/round-trips.ts';
import { measureEquity } from './measure-equity.ts';
import { STATISTIC_NOTES } from './statistic-notes.ts';
import { computeStatistics } from './statistics.ts';

const DAY_MS = 86_400_000;
const flat = { trades: [], openPositions: [] };

describe('the statistics', () => {
  it('are null where they are undefined, and never NaN', () => {
    const equity = measureEquity(10_000, 0, { time: [], value: [] });
    const statistics = computeStatistics({
      equity,
      startTime: 0,
      fills: [],
      roundTrips: flat,
      slippage: 0.0001,
      buyAndHold: null,
    });
    expect(statistics).toEqual({
      totalReturn: 0,
      cagr: null,
      volatility: null,
      sharpe: null,
      sortino: null,
      calmar: null,
      maxDrawdown: 0,
      maxDrawdownStart: null,
      maxDrawdownEnd: null,
      maxDrawdownDays: null,
      winRate: null,
      profitFactor: null,
      expectancy: null,
      exposure: null,
      tradeCount: 0,
      averageHoldingHours: null,
      bestTrade: null,
      worstTrade: null,
      feesPaid: 0,
      slippagePaid: 0,
      turnover: 0,
      buyAndHold: null,
    });
  });

  it('count an open position as time in the market, to the end', () => {
    const fills = [sampleFill({ time: DAY_MS })];
    const statistics = computeStatistics({
      equity: measureEquity(10_000, 0, { time: [4 * DAY_MS], value: [10_000] }),
      startTime: 0,
      fills,
      roundTrips: roundTrips(fills, { instruments: [BITCOIN], lastPrice: () => 100 }),
      slippage: 0,
      buyAndHold: 0,
    });
    expect(statistics).toMatchObject({ exposure: 0.75, tradeCount: 0, winRate: null });
  });

  it('belong together in a whole backtest: trades and what is open make the total return', () => {
    const { result } = sampleBacktest({ bars: 8_760 });
    const { statistics, trades, openPositions, assumptions, equity } = result;
    const profit = [...trades, ...openPositions].reduce((sum, position) => sum + position.profit, 0);
    // What is flat leaves dust of less than a lot, which no trade counts.
    const last = equity.value[equity.value.length - 1] ?? 0;
    expect(assumptions.cash + profit).toBeCloseTo(last, 0);
    expect(statistics.totalReturn).toBeCloseTo(last / assumptions.cash - 1, 12);
    expect(statistics.tradeCount).toBeGreaterThan(40);
  });
});

describe('the notes on statistics', () => {
  it('are one for each', () => {
    const { statistics } = sampleBacktest({ bars: 10 }).result;
    expect(STATISTIC_NOTES.map(({ key }) => key).sort()).toEqual(Object.keys(statistics).sort());
  });
});
