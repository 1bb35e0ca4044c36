import type { CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { SAMPLE_START_MS } from './closing-at.ts';

/** What kind of market to make up. */
export interface SampleMarket {
  readonly symbol: string;
  readonly interval: Interval;
  readonly bars: number;
  /** The same seed gives the same bars. Default: 1. */
  readonly seed?: number;
  /** The first open, in quote per base. Default: 30,000. */
  readonly start?: number;
  /** The usual size of a bar's move, as a fraction. Default: 0.004. */
  readonly volatility?: number;
}

/** Makes up bars that rise and fall in waves with noise on top: long trends, pullbacks, and no gap. */
export function sampleBars(market: SampleMarket): CandleSeries {
  const { symbol, interval, bars, seed = 1, start = 30_000, volatility = 0.004 } = market;
  const chance = chanceFrom(seed);
  const column = () => new Float64Array(bars);
  const [openTime, open, high, low, close, volume] = [
    column(),
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  let price = start;
  for (let bar = 0; bar < bars; bar += 1) {
    const wave = 0.3 * Math.sin(bar / 23) + 0.2 * Math.sin(bar / 7.3 + seed);
    const last = cents(price * (1 + volatility * (wave + 2 * chance() - 1)));
    openTime[bar] = SAMPLE_START_MS + bar * INTERVAL_MS[interval];
    open[bar] = price;
    close[bar] = last;
    high[bar] = cents(Math.max(price, last) * (1 + volatility * 0.5 * chance()));
    low[bar] = cents(Math.min(price, last) * (1 - volatility * 0.5 * chance()));
    volume[bar] = Math.round(1_000 * (0.5 + chance()));
    price = last;
  }
  return { symbol, interval, openTime, open, high, low, close, volume };
}

function cents(price: number): number {
  return Math.round(price * 100) / 100;
}

/** A small generator of numbers in [0, 1): mulberry32 (Ettinger 2017), enough for made-up bars. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
