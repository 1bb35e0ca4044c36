import type { Bar } from '@org/indicators-gpu';
import { syntheticSeries } from '@org/simulator';

/** The columns of a picture: those of the sample market, and the close of another one beside it. */
export type SampleColumns = Readonly<Record<keyof Bar | 'benchmark', Float64Array>>;

/** Bars that are drawn, after as many more as the slowest indicator needs to be warm. */
export const drawnBars = 110;
const warmUpBars = 400;

/** Hours of a market that never was, the same on every machine. */
export function sampleMarket(): SampleColumns {
  const bars = warmUpBars + drawnBars;
  const { openTime, open, high, low, close, volume } = syntheticSeries({ seed: 127 }, bars);
  const benchmark = syntheticSeries({ seed: 127, symbol: 'ETHUSDT' }, bars).close;
  return { time: openTime, open, high, low, close, volume, benchmark };
}
