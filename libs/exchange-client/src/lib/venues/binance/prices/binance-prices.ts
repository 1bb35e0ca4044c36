import type { BestPrice } from '@org/domain';
import { z } from 'zod';
import type { ReadCache } from '../../../cache/read-cache.ts';
import type { MarketList } from '../instruments/market-list.ts';
import { bestOf, decimalText } from '../market/message-json.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { Reading, WasNotRead } from '../rest/reading.ts';
import { ask } from '../rest/reading.ts';

/** There is no price to go by, whatever the exchange says: it goes on answering the last one of markets that are dead. */
export interface NoPrice {
  readonly kind: 'none';
  /** The market does not trade, nobody has ever traded, or a side of its book is empty. */
  readonly reason: 'notTrading' | 'noTrade' | 'emptyBook';
}

/** Both best prices of a market, as they are at one time. */
export interface BestPrices {
  readonly bid: BestPrice;
  readonly ask: BestPrice;
}

export interface BinancePricesOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'get'>;
  readonly cache: Pick<ReadCache, 'read'>;
  /** How long a price is good. Default 1 s. */
  readonly lifetimeMs?: number;
}

const SECOND_MS = 1000;

const lastPrice = z.object({ symbol: z.string(), price: z.string() });
const bookTicker = z.object({
  symbol: z.string(),
  ...{ bidPrice: z.string(), bidQty: z.string(), askPrice: z.string(), askQty: z.string() },
});
const last = z.object({ price: decimalText });
const sides = z.object({
  ...{ bidPrice: decimalText, bidQty: decimalText, askPrice: decimalText, askQty: decimalText },
});

/**
 * Prices for who does not listen to a stream. Each is asked for once a second at most, however many want it at once; where
 * there is no budget for it now, it was not read: a price that comes late is none.
 */
export class BinancePrices {
  readonly #options: BinancePricesOptions;

  constructor(options: BinancePricesOptions) {
    this.#options = options;
  }

  /** What somebody last paid, in quote per base. */
  async last(symbol: string): Promise<Reading<number> | NoPrice> {
    const reading = await this.#read(symbol, 'price', lastPrice);
    if (reading.kind !== 'read') return reading;
    const parsed = last.safeParse(reading.value);
    if (!parsed.success) return unreadable(symbol);
    const { price } = parsed.data;
    return price > 0 ? { kind: 'read', value: price } : { kind: 'none', reason: 'noTrade' };
  }

  /** The best prices of both sides. */
  async best(symbol: string): Promise<Reading<BestPrices> | NoPrice> {
    const reading = await this.#read(symbol, 'bookTicker', bookTicker);
    if (reading.kind !== 'read') return reading;
    const parsed = sides.safeParse(reading.value);
    if (!parsed.success) return unreadable(symbol);
    const { bidPrice, bidQty, askPrice, askQty } = parsed.data;
    const [bid, ask] = [bestOf(bidPrice, bidQty), bestOf(askPrice, askQty)];
    return bid === null || ask === null
      ? { kind: 'none', reason: 'emptyBook' }
      : { kind: 'read', value: { bid, ask } };
  }

  async #read(
    symbol: string,
    what: 'price' | 'bookTicker',
    shape: z.ZodType,
  ): Promise<Reading<unknown> | NoPrice> {
    const { rest, markets, cache, lifetimeMs = SECOND_MS } = this.#options;
    const market = markets.get(symbol);
    if (market === undefined) return unread(`no market ${symbol} has been read`);
    if (market.status !== 'trading') return { kind: 'none', reason: 'notTrading' };
    const path = `/api/v3/ticker/${what}`;
    let failure = unread(`the ${what} of ${symbol} could not be read`);
    const answer = await cache.read(`${path}?symbol=${symbol}`, lifetimeMs, async () => {
      const request = { method: 'GET', path, parameters: { symbol }, isSigned: false } as const;
      const reading = await ask(rest, { request, shape, purpose: 'trade' });
      if (reading.kind === 'read') return reading.value;
      failure = reading;
      return null;
    });
    return answer === null ? failure : { kind: 'read', value: answer };
  }
}

function unread(reason: string): WasNotRead {
  return { kind: 'unread', code: null, reason };
}

function unreadable(symbol: string): WasNotRead {
  return unread(`a price of ${symbol} is no number`);
}
