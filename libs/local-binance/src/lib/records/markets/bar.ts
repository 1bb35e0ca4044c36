import type { Amount, Price } from '@org/domain';
import { ZERO, amount } from '@org/domain';
import type { MarketTrade } from '@org/simulator';

/** What was traded from one time on. */
export interface Bar {
  readonly openTime: number;
  readonly open: Price;
  readonly high: Price;
  readonly low: Price;
  readonly close: Price;
  readonly volume: Amount;
  readonly quoteVolume: Amount;
  readonly tradeCount: number;
  readonly takerVolume: Amount;
  readonly takerQuoteVolume: Amount;
  readonly firstTradeId: number;
  readonly lastTradeId: number;
}

/** The bar of one trade alone. `base` is its quantity in the asset's smallest units. */
export function barOf(openTime: number, trade: MarketTrade, base: Amount): Bar {
  const { price, tradeId, quoteQuantity, buyerIsMaker } = trade;
  return {
    openTime,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: base,
    quoteVolume: quoteQuantity,
    tradeCount: 1,
    takerVolume: buyerIsMaker ? ZERO : base,
    takerQuoteVolume: buyerIsMaker ? ZERO : quoteQuantity,
    firstTradeId: tradeId,
    lastTradeId: tradeId,
  };
}

/** One bar of two: `later` directly follows `earlier`, whose open time stays. */
export function merged(earlier: Bar, later: Bar): Bar {
  return {
    openTime: earlier.openTime,
    open: earlier.open,
    high: earlier.high > later.high ? earlier.high : later.high,
    low: earlier.low < later.low ? earlier.low : later.low,
    close: later.close,
    volume: amount(earlier.volume + later.volume),
    quoteVolume: amount(earlier.quoteVolume + later.quoteVolume),
    tradeCount: earlier.tradeCount + later.tradeCount,
    takerVolume: amount(earlier.takerVolume + later.takerVolume),
    takerQuoteVolume: amount(earlier.takerQuoteVolume + later.takerQuoteVolume),
    firstTradeId: earlier.firstTradeId,
    lastTradeId: later.lastTradeId,
  };
}

/** The same bar under another open time. */
export function reopened(bar: Bar, openTime: number): Bar {
  return bar.openTime === openTime ? bar : { ...bar, openTime };
}

/** A stretch in which nothing was traded, at the price before it. */
export function quietBar(openTime: number, price: Price): Bar {
  return {
    openTime,
    open: price,
    high: price,
    low: price,
    close: price,
    volume: ZERO,
    quoteVolume: ZERO,
    tradeCount: 0,
    takerVolume: ZERO,
    takerQuoteVolume: ZERO,
    firstTradeId: -1,
    lastTradeId: -1,
  };
}
