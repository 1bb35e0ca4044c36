import type { MarketPlan, SymbolRules, SyntheticFlowOptions } from '@org/simulator';
import { syntheticFlow } from '@org/simulator';

type Character = Partial<Omit<SyntheticFlowOptions, 'seed' | 'symbol' | 'startTime'>>;

/** What markets are like that are not measured in dollars; the simulator knows those that are. */
const CROSSES: ReadonlyMap<string, Character> = new Map([
  ['ETHBTC', { startPrice: 0.0575, dailyVolatility: 0.015, dailyVolume: 30_000, correlation: 0.3 }],
  ['BNBBTC', { startPrice: 0.00775, dailyVolatility: 0.02, dailyVolume: 40_000, correlation: 0.3 }],
]);

/** A synthetic market for every symbol, from one seed. */
export function syntheticMarkets(
  symbols: readonly SymbolRules[],
  seed: number,
  startTime: number,
): readonly MarketPlan[] {
  return symbols.map(({ symbol }) => syntheticFlow({ ...CROSSES.get(symbol), symbol, seed, startTime }));
}
