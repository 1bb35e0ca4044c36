import type { CandleSeries } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, DEFAULT_RISK_LIMITS, INTERVAL_MS } from '@org/domain';
import type { BacktestResult } from '../src/lib/result/backtest-result.ts';
import { RESULT_VERSION } from '../src/lib/result/backtest-result.ts';
import { instrumentFacts } from '../src/lib/result/instrument-facts.ts';
import { buyAndHold } from '../src/lib/statistics/buy-and-hold.ts';
import { measureEquity } from '../src/lib/statistics/measure-equity.ts';
import { computeStatistics } from '../src/lib/statistics/statistics.ts';
import { roundTrips } from '../src/lib/trades/round-trips.ts';
import type { SampleMarketOptions } from './sample-market.ts';
import { sampleMarket } from './sample-market.ts';
import { sampleTrading } from './sample-trading.ts';

const CASH = 10_000;
const SLIPPAGE = 0.0001;

const bitcoin = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
if (bitcoin === undefined) throw new Error('BTCUSDT is built in');

/** The rules of BTCUSDT. */
export const BITCOIN = bitcoin;

export interface SampleBacktest {
  readonly result: BacktestResult;
  readonly candles: readonly CandleSeries[];
}

/** A believable backtest over a made market, the same for the same options. */
export function sampleBacktest(
  options: SampleMarketOptions & { readonly fast?: number; readonly slow?: number },
): SampleBacktest {
  const { fast = 20, slow = 50 } = options;
  const series = sampleMarket(options);
  const { fills, equity } = sampleTrading(series, { cash: CASH, fast, slow });
  const startTime = series.openTime[0] ?? 0;
  const bars = series.openTime.length;
  const trips = roundTrips(fills, { instruments: [BITCOIN], lastPrice: () => series.close[bars - 1] ?? 0 });
  const result: BacktestResult = {
    version: RESULT_VERSION,
    command: `backtest run --symbol BTCUSDT --interval ${series.interval} --strategy sma-cross --set fast=${fast} --set slow=${slow}`,
    data: {
      name: `BTCUSDT-${series.interval}-sample.csv.gz`,
      sha256: '3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed',
      symbol: 'BTCUSDT',
      interval: series.interval,
      bars,
      gaps: { count: 2, bars: 9, longest: { openTime: startTime, bars: 7 } },
      from: startTime,
      to: startTime + bars * INTERVAL_MS[series.interval],
      warnings: ['2 gaps, 9 bars missing; nothing is filled in'],
    },
    instrument: instrumentFacts(BITCOIN),
    strategy: { id: 'sma-cross', name: 'sma-cross', sha256: null, parameters: { slow, fast, confirm: 1 } },
    assumptions: {
      cash: CASH,
      deposits: {},
      startingEquity: CASH,
      quoteAsset: 'USDT',
      fee: 0.001,
      feeAsset: 'received',
      slippage: SLIPPAGE,
      participation: 0.1,
      warmUpBars: slow,
      limits: { ...DEFAULT_RISK_LIMITS, riskPerTrade: null },
    },
    statistics: computeStatistics({
      equity: measureEquity(CASH, startTime, equity),
      startTime,
      fills,
      roundTrips: trips,
      slippage: SLIPPAGE,
      buyAndHold: buyAndHold([series]),
    }),
    ...trips,
    alerts: [],
    refusals: [],
    fills,
    equity,
  };
  return { result, candles: [series] };
}
