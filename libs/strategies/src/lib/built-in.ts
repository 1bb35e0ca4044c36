import type { StrategyDefinition } from './definition/strategy-definition.ts';
import { smaCross } from './sma-cross/sma-cross.ts';
import { trendRsiStoch } from './trend-rsi-stoch/trend-rsi-stoch.ts';

/** The strategies that can be named without a file. */
export const builtInStrategies: ReadonlyMap<string, StrategyDefinition> = new Map(
  [smaCross, trendRsiStoch].map((definition) => [definition.name, definition]),
);
