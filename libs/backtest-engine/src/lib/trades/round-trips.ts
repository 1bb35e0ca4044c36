import type { SpotInstrument } from '@org/domain';
import { OnestepError } from '@org/domain';
import type { Fill } from '../result/fill.ts';
import { FeeStock } from './fee-stock.ts';
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
  /** What the account began with beside its cash, by asset, in units of it: fees are paid from it. Default: nothing. */
  readonly stock?: ReadonlyMap<string, number>;
}

/**
 * Folds fills, in the order of time, into round trips per market and strategy. A trip begins with the first buy from
 * flat and ends with the sell that leaves nothing but dust (less than a lot, or less than can be sold). What is sold
 * leaves at average cost, fees included: a fee in base makes what is held fewer, any other makes it dearer. The dust
 * keeps its cost and goes into the next trip. A fee in an asset that the trade did not bring in leaves positions in that
 * asset alone as long as the account holds enough of it beside them.
 *
 * @returns trades by exit time, and what is still held.
 * @throws UnpricedFillError `fill-unpriced` for a market or a fee asset that the options do not know.
 * @throws OversoldError `fills-oversold` when a sell is for more than is held.
 */
export function roundTrips(fills: readonly Fill[], options: RoundTripOptions): RoundTrips {
  const books = new Map<string, TradeBook>();
  const stock = new FeeStock(options.stock ?? new Map());
  for (const fill of fills) {
    const book = bookOf(fill, books, options);
    book.add(fill);
    const lacking = book.isPaidBeside(fill) ? stock.pay(fill.feeAsset, fill.fee) : 0;
    if (lacking > 0) payFromPositions(fill, lacking, books, options);
  }
  const trades = [...books.values()].flatMap((book) => book.trades());
  const openPositions = [...books.values()].flatMap((book) => book.openPosition(options.lastPrice) ?? []);
  return { trades: trades.sort(byExit), openPositions: openPositions.sort(byEntry) };
}

function bookOf(fill: Fill, books: Map<string, TradeBook>, options: RoundTripOptions): TradeBook {
  const key = keyOf(fill.symbol, fill.strategyId);
  const known = books.get(key);
  if (known !== undefined) return known;
  const instrument = options.instruments.find(({ symbol }) => symbol === fill.symbol);
  if (instrument === undefined) throw unpriced(`no rules are known for ${fill.symbol}`);
  const book = new TradeBook(instrument, options.assetPrice ?? noPrice);
  books.set(key, book);
  return book;
}

/** Pays what is lacking for a fee from positions in its asset, that of the payer first. */
function payFromPositions(
  { symbol, strategyId, price, time, feeAsset }: Fill,
  lacking: number,
  books: ReadonlyMap<string, TradeBook>,
  { instruments, assetPrice = noPrice }: RoundTripOptions,
): void {
  const market = instruments.find(({ base }) => base.code === feeAsset);
  if (market === undefined) return;
  const own = keyOf(market.symbol, strategyId);
  const others = [...books.keys()].filter((key) => key !== own && key.startsWith(keyOf(market.symbol, '')));
  const at = market.symbol === symbol ? price : assetPrice(feeAsset, time);
  let rest = lacking;
  for (const key of [own, ...others]) rest -= books.get(key)?.payFee(rest, at) ?? 0;
}

function keyOf(symbol: string, strategyId: string): string {
  return `${symbol} ${strategyId}`;
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
