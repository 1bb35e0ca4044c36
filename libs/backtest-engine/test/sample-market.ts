import type { CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
function uniformNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampleMarketOptions {
  readonly symbol?: string;
  readonly interval?: Interval;
  readonly bars: number;
  readonly seed?: number;
  /** Ms UTC; 2022-01-01 by default. */
  readonly startTime?: number;
  readonly startPrice?: number;
}

/** A random walk whose volatility comes and goes and whose trend turns now and then. */
export function sampleMarket({
  symbol = 'BTCUSDT',
  interval = '1h',
  bars,
  seed = 7,
  startTime = Date.UTC(2022, 0, 1),
  startPrice = 40_000,
}: SampleMarketOptions): CandleSeries {
  const uniform = uniformNumbers(seed);
  const column = () => new Float64Array(bars);
  const series = {
    symbol,
    interval,
    openTime: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  let last = startPrice;
  const scale = Math.sqrt(INTERVAL_MS[interval] / INTERVAL_MS['1h']);
  let volatility = 0.006;
  let trend = 0;
  for (let bar = 0; bar < bars; bar++) {
    if (uniform() < 0.004) trend = (uniform() - 0.49) * 0.0011;
    volatility = Math.min(0.02, Math.max(0.002, volatility * (0.96 + 0.08 * uniform())));
    const change = trend + volatility * (uniform() + uniform() + uniform() - 1.5);
    const close = cents(last * (1 + scale * change));
    series.openTime[bar] = startTime + bar * INTERVAL_MS[interval];
    series.open[bar] = last;
    series.close[bar] = close;
    series.high[bar] = cents(Math.max(last, close) * (1 + scale * volatility * 0.6 * uniform()));
    series.low[bar] = cents(Math.min(last, close) * (1 - scale * volatility * 0.6 * uniform()));
    series.volume[bar] = 200 + 4_000 * volatility * 100 * uniform();
    last = close;
  }
  return series;
}

/** To the tick of 0.01. */
export function cents(price: number): number {
  return Math.round(price * 100) / 100;
}
