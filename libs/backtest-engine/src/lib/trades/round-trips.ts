import type { SpotInstrument } from '@org/domain';
import { OnestepError } from '@org/domain';
import type { Fill } from '../result/fill.ts';
import type { AssetPrice } from './fee-value.ts';
import { TradeBook } from './trade-book.ts';
import type { OpenPosition, RoundTrips, Trade } from './trade.ts';

/** A fee was paid in an asset whose price nobody gave, or a fill names a market without rules. */
export class UnpricedFillError extends OnestepError {}

/** What turns fills into trades. */
export interface RoundTripOptions {
  readonly instruments: readonly SpotInstrument[];
  /** The last price of a market, in quote: what an open position is marked at. */
  readonly lastPrice: (symbol: string) => number;
  /** Needed where fees are paid in a third asset, such as BNB. */
  readonly assetPrice?: AssetPrice;
}

/**
 * Folds fills, in the order of time, into round trips per market and strategy. A trip begins with the first buy from
 * flat and ends with the sell that leaves nothing but dust (less than a lot, or less than can be sold). What is sold
 * leaves at average cost, fees included: a fee in base makes what is held fewer, any other makes it dearer. The dust
 * keeps its cost and goes into the next trip.
 *
 * @returns trades by exit time, and what is still held.
 * @throws UnpricedFillError `fill-unpriced` for a market or a fee asset that the options do not know.
 * @throws OversoldError `fills-oversold` when a sell is for more than is held.
 */
export function roundTrips(fills: readonly Fill[], options: RoundTripOptions): RoundTrips {
  const books = new Map<string, TradeBook>();
  for (const fill of fills) bookOf(fill, books, options).add(fill);
  const trades = [...books.values()].flatMap((book) => book.trades());
  const openPositions = [...books.values()].flatMap((book) => book.openPosition(options.lastPrice) ?? []);
  return { trades: trades.sort(byExit), openPositions: openPositions.sort(byEntry) };
}

function bookOf(fill: Fill, books: Map<string, TradeBook>, options: RoundTripOptions): TradeBook {
  const key = `${fill.symbol} ${fill.strategyId}`;
  const known = books.get(key);
  if (known !== undefined) return known;
  const instrument = options.instruments.find(({ symbol }) => symbol === fill.symbol);
  if (instrument === undefined) throw unpriced(`no rules are known for ${fill.symbol}`);
  const book = new TradeBook(instrument, options.assetPrice ?? noPrice);
  books.set(key, book);
  return book;
}

function noPrice(asset: string): never {
  throw unpriced(`a fee was paid in ${asset}, whose price is not known`);
}

function unpriced(what: string): UnpricedFillError {
  return new UnpricedFillError('fill-unpriced', { what });
}

function byExit(a: Trade, b: Trade): number {
  return a.exitTime - b.exitTime || byEntry(a, b);
}

function byEntry(a: Trade | OpenPosition, b: Trade | OpenPosition): number {
  return a.entryTime - b.entryTime || (a.symbol < b.symbol ? -1 : 1);
}
