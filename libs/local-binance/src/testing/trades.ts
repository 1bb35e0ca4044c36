import type { Amount } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import type { MarketTrade, SymbolGrid } from '@org/simulator';

/** 2024-01-01 00:00 UTC, a Monday. */
export const NEW_YEAR_MS = Date.UTC(2024, 0, 1);

/** BTCUSDT in ticks of 0.01 and lots of 0.00001, both assets with 8 decimals. */
export const BTC_GRID: SymbolGrid = {
  symbol: 'BTCUSDT',
  base: { code: 'BTC', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  tick: { units: 1n, decimals: 2 },
  lot: { units: 1n, decimals: 5 },
  unitsPerLot: 1000n,
  tickLot: { numerator: 10n, denominator: 1n },
};

export interface TradeTerms {
  readonly tradeId: number;
  readonly time: number;
  /** In ticks. */
  readonly price: number;
  /** In lots. */
  readonly quantity: number;
  readonly buyerIsMaker?: boolean;
  readonly takerOrderId?: number;
}

/** A trade of BTCUSDT, whose maker has the order id 1. */
export function tradeOf(terms: TradeTerms): MarketTrade {
  const { tradeId, time, buyerIsMaker = false, takerOrderId = 1000 + tradeId } = terms;
  return {
    kind: 'marketTrade',
    time,
    symbol: BTC_GRID.symbol,
    tradeId,
    price: price(terms.price),
    quantity: quantity(terms.quantity),
    quoteQuantity: worthOf(terms),
    buyerOrderId: buyerIsMaker ? 1 : takerOrderId,
    sellerOrderId: buyerIsMaker ? takerOrderId : 1,
    buyerIsMaker,
  };
}

function worthOf(terms: Pick<TradeTerms, 'price' | 'quantity'>): Amount {
  return amount(BigInt(terms.price) * BigInt(terms.quantity) * BTC_GRID.tickLot.numerator);
}
