import type {
  Amount,
  BookLevel,
  MarketOrder,
  MarketQuoteOrder,
  Price,
  Quantity,
  SpotInstrument,
} from '@org/domain';
import { amount, baseUnits, quantity } from '@org/domain';
import type { BnbPrice } from '../fees/bnb-fee.ts';
import { BNB, bnbFee } from '../fees/bnb-fee.ts';
import type { FeeSchedule } from '../fees/fee-schedule.ts';
import { feeRates } from '../fees/fee-schedule.ts';
import { shareOf } from '../fractions/fraction.ts';
import type { Taken } from './walk-book.ts';
import { walkBook } from './walk-book.ts';

/** The market that an order is about to meet. */
export interface EstimateMarket {
  readonly instrument: SpotInstrument;
  /** Both sides of the book as they are known, best first. */
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
  readonly fees: FeeSchedule;
  /** What BNB is worth, for fees in BNB; without it they come from the asset received. */
  readonly bnb?: BnbPrice;
}

/** Some of an asset, in its smallest unit. */
export interface AssetAmount {
  readonly asset: string;
  readonly amount: Amount;
}

/** What a market order would get if nothing changed until it arrived. */
export interface MarketOrderEstimate {
  /** In lots. */
  readonly filled: Quantity;
  /** What is paid or received for it before fees, in the quote asset's smallest units. */
  readonly notional: Amount;
  /** Quote per base; null where nothing would fill. */
  readonly averagePrice: number | null;
  /** The price of the last lot, in ticks; null where nothing would fill. */
  readonly worstPrice: Price | null;
  /**
   * How much worse the average is than the middle of the best bid and ask, in basis points of the middle: half the spread
   * is in it. Null where nothing would fill or a side of the book is empty.
   */
  readonly slippageBps: number | null;
  /** On the sum of the fills; the exchange cuts each of them down, so that it may take a unit less for each. */
  readonly fee: AssetAmount;
  /** What of the order would not trade: base for an order by quantity, quote for one by amount; smallest units. */
  readonly unfilled: AssetAmount;
  /** Whether the book, as far as it is known, ends before the order does. */
  readonly isBookExhausted: boolean;
}

/**
 * Walks a book with a market order before it is sent: what it would get, at which price, for which fee. The exact sums of
 * the levels; latency, hidden orders and what others do in between are left out.
 *
 * @throws InexactNumberError for a level that is no number, or too large to be counted exactly
 * @throws InputError `fraction-out-of-range` for fees that are no fraction of one
 */
export function estimateMarketOrder(
  order: MarketOrder | MarketQuoteOrder,
  market: EstimateMarket,
): MarketOrderEstimate {
  const { bids, asks, instrument } = market;
  const { taken, isBookExhausted } = walkBook(order, order.side === 'buy' ? asks : bids, instrument);
  const filled = quantity(taken.reduce((sum, level) => sum + level.quantity, 0));
  const notional = amount(taken.reduce((sum, level) => sum + level.notional, 0n));
  const averagePrice = averageOf(taken, filled, instrument);
  return {
    filled,
    notional,
    averagePrice,
    worstPrice: taken.at(-1)?.price ?? null,
    slippageBps: slippageBps(order, averagePrice, market),
    fee: feeOf(order, filled, notional, market),
    unfilled: unfilledOf(order, filled, notional, instrument),
    isBookExhausted,
  };
}

function averageOf(taken: readonly Taken[], filled: Quantity, { tick }: SpotInstrument): number | null {
  if (filled === 0) return null;
  const weighed = taken.reduce((sum, { price, quantity }) => sum + BigInt(price) * BigInt(quantity), 0n);
  return Number(weighed * tick.units) / filled / 10 ** tick.decimals;
}

function slippageBps(
  { side }: MarketOrder | MarketQuoteOrder,
  average: number | null,
  { bids, asks }: EstimateMarket,
): number | null {
  const bid = bids[0];
  const ask = asks[0];
  if (average === null || bid === undefined || ask === undefined) return null;
  const middle = (bid.price + ask.price) / 2;
  return (10_000 * (side === 'buy' ? average - middle : middle - average)) / middle;
}

function feeOf(
  { side }: MarketOrder | MarketQuoteOrder,
  filled: Quantity,
  notional: Amount,
  { fees, instrument, bnb }: EstimateMarket,
): AssetAmount {
  const { taker, inBnb } = feeRates(fees);
  const base = baseUnits(filled, instrument);
  const units = inBnb ? bnbFee({ base, notional }, taker, instrument, bnb ?? null) : null;
  if (units !== null) return { asset: BNB, amount: amount(units) };
  return side === 'buy'
    ? { asset: instrument.base.code, amount: amount(shareOf(base, taker)) }
    : { asset: instrument.quote.code, amount: amount(shareOf(notional, taker)) };
}

function unfilledOf(
  order: MarketOrder | MarketQuoteOrder,
  filled: Quantity,
  notional: Amount,
  instrument: SpotInstrument,
): AssetAmount {
  return order.type === 'market'
    ? { asset: instrument.base.code, amount: baseUnits(quantity(order.quantity - filled), instrument) }
    : { asset: instrument.quote.code, amount: amount(order.quoteAmount - notional) };
}
