import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';
import type { World } from '../world/world.ts';
import type { KnownMarket, SymbolStatusWord } from './known-market.ts';
import { knownMarket } from './known-market.ts';

/** Which markets a caller asks about: one, several, or by naming none all of them. */
export interface AskedMarkets {
  readonly symbol: string | null;
  readonly symbols: readonly string[] | null;
  readonly symbolStatus: SymbolStatusWord | null;
}

/** How many markets were named; null for all. */
export function countAsked({ symbol, symbols }: AskedMarkets): number | null {
  return symbol === null ? (symbols?.length ?? null) : 1;
}

/** Answers about each market: about one alone as it is, about several in a list. */
export function answerAbout(
  world: World,
  asked: AskedMarkets,
  tell: (market: KnownMarket) => object,
): Answer | BinanceError {
  const { symbol, symbols, symbolStatus } = asked;
  if (symbol !== null && symbols !== null) {
    return binanceError(-1128, 'Combination of optional parameters invalid.');
  }
  if (symbol !== null) {
    const market = knownMarket(world, symbol, symbolStatus);
    return isBinanceError(market) ? market : answer(tell(market));
  }
  const markets = severalMarkets(world, symbols, symbolStatus);
  return isBinanceError(markets) ? markets : answer(markets.map(tell));
}

/** For endpoints that do not answer about all markets at once. */
export function nothingAsked({ symbol, symbols }: AskedMarkets): BinanceError | null {
  if (symbol !== null || symbols !== null) return null;
  return binanceError(-1102, "Param 'symbol' or 'symbols' must be sent, but both were empty/null!");
}

/** An unknown name is an error; a market in another state is left out. */
export function severalMarkets(
  world: World,
  symbols: readonly string[] | null,
  status: SymbolStatusWord | null,
): readonly KnownMarket[] | BinanceError {
  const names = symbols ?? world.exchange.symbols().map(({ symbol }) => symbol);
  const markets: KnownMarket[] = [];
  for (const name of names) {
    const market = knownMarket(world, name);
    if (isBinanceError(market)) return market;
    if (status === null || SYMBOL_STATUS_WORDS[market.rules.status] === status) markets.push(market);
  }
  return markets;
}
