import type { KlineInterval } from '../records/markets/kline-interval.ts';
import { isKlineInterval } from '../records/markets/kline-interval.ts';

const TICKER_WINDOWS = ['1h', '4h', '1d'] as const;
export type TickerWindow = (typeof TICKER_WINDOWS)[number];

const PARTIAL_DEPTHS = [5, 10, 20] as const;
export type PartialDepth = (typeof PARTIAL_DEPTHS)[number];

/** How often a book is told, in ms. */
export type DepthSpeed = 100 | 1000;

/** A stream of one market. */
export type SymbolStream = { readonly symbol: string } & (
  | {
      readonly kind:
        | 'aggTrade'
        | 'trade'
        | 'bookTicker'
        | 'miniTicker'
        | 'ticker'
        | 'avgPrice'
        | 'referencePrice'
        | 'blockTrade';
    }
  /** `offset` moves the bars' opens, in the words of the stream: `+08:00`. */
  | { readonly kind: 'kline'; readonly interval: KlineInterval; readonly offset: '+08:00' | null }
  | { readonly kind: 'windowTicker'; readonly window: TickerWindow }
  | { readonly kind: 'partialDepth'; readonly levels: PartialDepth; readonly speedMs: DepthSpeed }
  | { readonly kind: 'depth'; readonly speedMs: DepthSpeed }
);

/** A stream of all markets at once. */
export type AllMarketStream =
  { readonly kind: 'allMiniTickers' } | { readonly kind: 'allWindowTickers'; readonly window: TickerWindow };

export type Stream = SymbolStream | AllMarketStream;

const PLAIN = [
  'aggTrade',
  'trade',
  'bookTicker',
  'miniTicker',
  'ticker',
  'avgPrice',
  'referencePrice',
  'blockTrade',
] as const;

/** What a stream's name means; null for a name that means nothing, to which a client may subscribe in vain. */
export function parseStream(name: string): Stream | null {
  if (name.startsWith('!')) return parseAllMarkets(name);
  const at = name.indexOf('@');
  const symbol = name.slice(0, at);
  if (at < 1 || symbol !== symbol.toLowerCase()) return null;
  return parseOfSymbol(symbol.toUpperCase(), name.slice(at + 1));
}

function parseAllMarkets(name: string): AllMarketStream | null {
  if (name === '!miniTicker@arr') return { kind: 'allMiniTickers' };
  const window = TICKER_WINDOWS.find((known) => name === `!ticker_${known}@arr`);
  return window === undefined ? null : { kind: 'allWindowTickers', window };
}

function parseOfSymbol(symbol: string, rest: string): SymbolStream | null {
  const plain = PLAIN.find((kind) => kind === rest);
  if (plain !== undefined) return { symbol, kind: plain };
  const window = TICKER_WINDOWS.find((known) => rest === `ticker_${known}`);
  if (window !== undefined) return { symbol, kind: 'windowTicker', window };
  return rest.startsWith('kline_') ? parseKline(symbol, rest.slice(6)) : parseDepth(symbol, rest);
}

function parseKline(symbol: string, rest: string): SymbolStream | null {
  const [interval = '', offset, ...more] = rest.split('@');
  if (!isKlineInterval(interval) || more.length > 0) return null;
  if (offset === undefined) return { symbol, kind: 'kline', interval, offset: null };
  return offset === '+08:00' ? { symbol, kind: 'kline', interval, offset } : null;
}

function parseDepth(symbol: string, rest: string): SymbolStream | null {
  const [depth = '', speed, ...more] = rest.split('@');
  const speedMs = speed === '100ms' ? 100 : speed === undefined || speed === '1000ms' ? 1000 : null;
  if (speedMs === null || more.length > 0) return null;
  if (depth === 'depth') return { symbol, kind: 'depth', speedMs };
  const levels = PARTIAL_DEPTHS.find((known) => depth === `depth${known}`);
  return levels === undefined ? null : { symbol, kind: 'partialDepth', levels, speedMs };
}
