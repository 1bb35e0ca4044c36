import type { OrderRequest, Price, Quantity, Side, SpotInstrument } from '@org/domain';
import { baseUnits, notional, price, priceValue, quantity } from '@org/domain';

/** Where an order waits for the price to come. */
export type PriceShelf = 'sellStops' | 'buyStops' | 'buyLimits' | 'sellLimits';

/** Where an order waits: for the next open, for the next bar, or for the price to come. */
export type Shelf = 'nextOpen' | 'nextBar' | PriceShelf;

const NO_PRICE = price(0);
const NO_LOTS = quantity(0);

/**
 * An order as the exchange keeps it, made by `workingOrder`. One shape for every type, so that the matching stays fast; what
 * the constructor is given is declared alone, since a field that is defined is written twice.
 */
export class WorkingOrder {
  declare readonly clientOrderId: string;
  declare readonly symbol: string;
  declare readonly request: OrderRequest;
  declare readonly type: OrderRequest['type'];
  declare readonly side: Side;
  /** Limit or stop price in ticks; 0 where there is none. */
  declare readonly ticks: Price;
  /** The same in quote per base, to be compared with recorded prices. */
  declare readonly level: number;
  /**
   * What it is to hold back until it ends, in smallest units: quote for a buy, base for a sell; 0 for a buy of lots at the
   * market.
   */
  declare readonly cover: bigint;
  /** Lots still to be traded; 0 for a buy by quote, whose lots the price decides. */
  declare lots: Quantity;
  declare shelf: Shelf;
  /** What is held back for it, in smallest units, as `cover` is. */
  locked = 0n;
  /** The other leg of a pair, as long as both are open. */
  partner: WorkingOrder | null = null;
  /** The time slice in which it arrived. */
  arrivedIn = 0;
  /** What the next fill should say. */
  note: string | null = null;

  constructor(
    clientOrderId: string,
    request: OrderRequest,
    instrument: SpotInstrument,
    ticks: Price,
    lots: Quantity,
    cover: bigint,
  ) {
    const { type, side } = request;
    this.clientOrderId = clientOrderId;
    this.symbol = instrument.symbol;
    this.request = request;
    this.type = type;
    this.side = side;
    this.ticks = ticks;
    this.level = priceValue(ticks, instrument);
    this.cover = cover;
    this.lots = lots;
    this.shelf = restingShelf(type, side);
  }

  /** Whether it has a price of its own. */
  get isPriced(): boolean {
    return this.type === 'limit' || this.type === 'stop';
  }
}

/**
 * The order that a request asks for, on the shelf on which it rests. Requests have a shape for each type, and whoever looks at one
 * asks for its shape anew, so it is read once and here.
 */
export function workingOrder(
  clientOrderId: string,
  request: OrderRequest,
  instrument: SpotInstrument,
): WorkingOrder {
  switch (request.type) {
    case 'limit':
      return counted(clientOrderId, request, instrument, request.price, request.quantity);
    case 'stop':
      return counted(clientOrderId, request, instrument, request.stopPrice, request.quantity);
    case 'market':
      return counted(clientOrderId, request, instrument, NO_PRICE, request.quantity);
    case 'marketQuote':
      return new WorkingOrder(clientOrderId, request, instrument, NO_PRICE, NO_LOTS, request.quoteAmount);
  }
}

function counted(
  clientOrderId: string,
  request: OrderRequest,
  instrument: SpotInstrument,
  ticks: Price,
  lots: Quantity,
): WorkingOrder {
  const cover = request.side === 'sell' ? baseUnits(lots, instrument) : notional(ticks, lots, instrument);
  return new WorkingOrder(clientOrderId, request, instrument, ticks, lots, cover);
}

/** The shelf on which an order of this type and side rests. */
export function restingShelf(type: OrderRequest['type'], side: Side): Shelf {
  switch (type) {
    case 'market':
    case 'marketQuote':
      return 'nextOpen';
    case 'limit':
      return side === 'buy' ? 'buyLimits' : 'sellLimits';
    case 'stop':
      return side === 'buy' ? 'buyStops' : 'sellStops';
  }
}
