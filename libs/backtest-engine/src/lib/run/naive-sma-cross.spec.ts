import type { CandleSeries, RiskLimits } from '@org/domain';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import { smaCross } from '@org/strategies';
import { OPEN_LIMITS, tryOut } from '../../testing/run-fixture.ts';
import { hasRecordedData, recordedSeries } from '../../testing/recorded-series.ts';

const FAST = 20;
const SLOW = 50;
const FEE = 0.001;
const SLIPPAGE = 0.0001;
/** Little enough for every hour but those without any volume to fill an order whole. */
const CASH = 1_000;
const DAY_MS = 86_400_000;

/** The mean of the last closes, summed anew at every bar. */
function mean(close: Float64Array, bar: number, bars: number): number {
  let sum = 0;
  for (let at = bar - bars + 1; at <= bar; at += 1) sum += close[at] ?? Number.NaN;
  return sum / bars;
}

/** `value` in whole steps of 1 / `perUnit`, in the given direction, forgiving what doubles cannot hold. */
function steps(value: number, perUnit: number, direction: 'down' | 'up'): number {
  const count = value * perUnit;
  const near = Math.round(count);
  if (Math.abs(count - near) < 1e-6) return near / perUnit;
  return (direction === 'down' ? Math.floor(count) : Math.ceil(count)) / perUnit;
}

/**
 * The equity of sma-cross, worked out as a trader would on paper: no events, no orders, no engine, doubles only. Ticks
 * are 0.01, lots 0.00001; every order is filled whole by the first bar that has volume.
 */
function equityOnPaper(series: CandleSeries, limits: RiskLimits): Float64Array {
  const { openTime, open, high, low, close, volume } = series;
  const equity = new Float64Array(openTime.length);
  let cash = CASH;
  let coins = 0;
  let price = 0;
  let stop: number | null = null;
  let target: number | null = null;
  let spend: number | null = null;
  let leave = false;
  let day = -1;
  let dayStart = CASH;
  let peak = CASH;
  let lostTheDay = false;
  let lostTheWay = false;
  let last = CASH;

  const sell = (at: number) => {
    const lots = steps(coins, 100_000, 'down');
    const proceeds = lots * at;
    cash += proceeds - steps(proceeds * FEE, 1e8, 'down');
    coins -= lots;
    stop = null;
    target = null;
    leave = false;
  };

  for (let bar = 0; bar < openTime.length; bar += 1) {
    const o = open[bar] ?? 0;
    const c = close[bar] ?? 0;
    const traded = (volume[bar] ?? 0) > 0;
    if (traded && leave) sell(steps(o * (1 - SLIPPAGE), 100, 'down'));
    if (traded && spend !== null) {
      price = steps(o * (1 + SLIPPAGE), 100, 'up');
      const lots = steps(spend / price, 100_000, 'down');
      cash -= lots * price;
      coins += lots - steps(lots * FEE, 1e8, 'down');
      spend = null;
      if (limits.stopLoss !== null) {
        stop = steps(price * (1 - limits.stopLoss), 100, 'up');
        if (limits.takeProfitRatio !== null)
          target = steps(price + limits.takeProfitRatio * (price - stop), 100, 'up');
      }
    }
    if (traded && stop !== null && (low[bar] ?? 0) <= stop) {
      sell(steps(Math.min(o, stop) * (1 - SLIPPAGE), 100, 'down'));
    } else if (traded && target !== null && (high[bar] ?? 0) > target) {
      sell(Math.max(target, steps(o, 100, 'down')));
    }

    const now = cash + coins * c;
    equity[bar] = now;
    const time = (openTime[bar] ?? 0) + 3_600_000;
    if (bar >= SLOW) {
      const today = Math.floor(time / DAY_MS);
      if (today !== day) {
        day = today;
        dayStart = time % DAY_MS === 0 ? now : last;
        lostTheDay = false;
      }
      peak = Math.max(peak, dayStart, now);
      if (limits.maxDrawdown !== null && peak - now > limits.maxDrawdown * peak) lostTheWay = true;
      if (limits.dailyLoss !== null && dayStart - now > limits.dailyLoss * dayStart) lostTheDay = true;
      const spread = mean(close, bar, FAST) - mean(close, bar, SLOW);
      const before = mean(close, bar - 1, FAST) - mean(close, bar - 1, SLOW);
      const flat = coins < 0.00001 || coins * price < 5;
      if (spread > 0 && before <= 0 && flat && spend === null && !lostTheDay && !lostTheWay) {
        spend = steps(Math.min(cash, budget(now, limits)), 1e8, 'down');
      }
      if (spread < 0 && before >= 0 && !flat) leave = true;
    }
    last = now;
  }
  return equity;
}

/** By risk where a stop is set: what loses `riskPerTrade` at the stop; never more than `amountPerTrade`. */
function budget(equity: number, { amountPerTrade, riskPerTrade, stopLoss }: RiskLimits): number {
  const most = equity * amountPerTrade;
  return riskPerTrade === null || stopLoss === null
    ? most
    : Math.min(most, (equity * riskPerTrade) / stopLoss);
}

function furthest(got: Float64Array, want: Float64Array): number {
  return got.reduce((most, value, bar) => Math.max(most, Math.abs(value / (want[bar] ?? Number.NaN) - 1)), 0);
}

(hasRecordedData ? describe : describe.skip)('sma-cross over the recorded hours of 2017 to 2024', () => {
  it.each([
    ['stops and limits off', OPEN_LIMITS, 1_000],
    ['the default limits', DEFAULT_RISK_LIMITS, 100],
  ])(
    'has, with %s, the equity that a naive computation gives at every close',
    (_name, limits, leastFills) => {
      const series = recordedSeries('BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz');
      const set = { fast: FAST, slow: SLOW };
      const run = tryOut({ strategy: smaCross, set, series: [series], limits, participation: 1, cash: CASH });
      expect(run.bars).toBe(58_419);
      expect(run.fills.length).toBeGreaterThan(leastFills);
      expect(furthest(run.equity.value, equityOnPaper(series, limits))).toBeLessThan(1e-9);
    },
  );
});
