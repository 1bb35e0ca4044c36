import type { MarketPlan, SymbolRules, SyntheticFlowOptions } from '@org/simulator';
import { syntheticFlow } from '@org/simulator';

type Character = Partial<Omit<SyntheticFlowOptions, 'seed' | 'symbol' | 'startTime'>>;

/**
 * What markets are like: how busy each is, and for those that are not measured in dollars how large; the simulator knows
 * the size of the others. The book of the busiest changes several times a second, that of a cross every other second.
 */
const CHARACTERS: ReadonlyMap<string, Character> = new Map([
  ['BTCUSDT', { quotesPerMinute: 240 }],
  ['ETHUSDT', { quotesPerMinute: 90 }],
  ['BNBUSDT', { tradesPerMinute: 15, quotesPerMinute: 30 }],
  ['ETHBTC', cross({ startPrice: 0.0575, dailyVolatility: 0.015, dailyVolume: 30_000 })],
  ['BNBBTC', cross({ startPrice: 0.00775, dailyVolatility: 0.02, dailyVolume: 40_000 })],
]);

function cross(size: Character): Character {
  return { ...size, correlation: 0.3, tradesPerMinute: 8, quotesPerMinute: 16 };
}

/** A synthetic market for every symbol, from one seed. */
export function syntheticMarkets(
  symbols: readonly SymbolRules[],
  seed: number,
  startTime: number,
): readonly MarketPlan[] {
  return symbols.map(({ symbol }) => syntheticFlow({ ...CHARACTERS.get(symbol), symbol, seed, startTime }));
}
