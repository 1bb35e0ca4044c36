import type { Exchange, ExchangeOptions } from './exchange.ts';
import { InMemoryExchange } from './in-memory-exchange.ts';

/** Opens a spot exchange in memory: the symbols and accounts given, empty books, no balances. */
export function createExchange(options: ExchangeOptions): Exchange {
  return new InMemoryExchange(options);
}
