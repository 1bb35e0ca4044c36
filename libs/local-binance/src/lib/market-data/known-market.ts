import type { SymbolRules, SymbolStatus } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { optional } from '../parameters/parameter.ts';
import { oneOf } from '../parameters/words.ts';
import type { MarketRecord } from '../records/markets/market-records.ts';
import { SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';
import type { World } from '../world/world.ts';

/** A market as it is asked about. */
export interface KnownMarket {
  readonly kind: 'market';
  readonly rules: SymbolRules;
  readonly record: MarketRecord;
}

/** The state of a market, in the exchange's words. */
export type SymbolStatusWord = (typeof SYMBOL_STATUS_WORDS)[SymbolStatus];

/** Leaves out markets in another state. */
export const symbolStatus = optional(
  oneOf(Object.values(SYMBOL_STATUS_WORDS), () => binanceError(-1122, 'Invalid symbolStatus.')),
);

/** The market of that name, if it exists and is in that state. */
export function knownMarket(
  { exchange, records }: World,
  symbol: string,
  status: SymbolStatusWord | null = null,
): KnownMarket | BinanceError {
  const rules = exchange.rules(symbol);
  const record = records.markets.market(symbol);
  if (rules === undefined || record === undefined) return binanceError(-1121, 'Invalid symbol.');
  if (status !== null && SYMBOL_STATUS_WORDS[rules.status] !== status) {
    return binanceError(-1220, "The symbol's status does not match the requested symbolStatus.");
  }
  return { kind: 'market', rules, record };
}
