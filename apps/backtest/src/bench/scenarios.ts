import { coldProcess } from './cold-process.ts';
import { heapGrowth } from './heap-growth.ts';
import { manyMarkets } from './many-markets.ts';
import { oneStrategy } from './one-strategy.ts';
import { restingGrid } from './resting-grid.ts';
import type { Scenario } from './scenario.ts';

/** Makes a scenario over so many bars in all; null where what it needs is not at hand. */
type ScenarioMaker = (bars: number, seed: number) => Scenario | null;

/** What is measured, in the order in which it is told. */
export const SCENARIOS = new Map<string, ScenarioMaker>([
  ['one-strategy', oneStrategy],
  ['resting-grid', restingGrid],
  ['many-markets', (bars, seed) => manyMarkets(bars / 100, seed)],
  ['heap-growth', (bars, seed) => heapGrowth(bars / 4, seed)],
  ['cold-process', coldProcess],
]);
