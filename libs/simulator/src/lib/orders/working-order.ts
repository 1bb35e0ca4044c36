import type { OrderRequest, Side } from '@org/domain';

/** Where an order waits for the price to come. */
export type PriceShelf = 'sellStops' | 'buyStops' | 'buyLimits' | 'sellLimits';

/** Where an order waits: for the next open, for the next bar, or for the price to come. */
export type Shelf = 'nextOpen' | 'nextBar' | PriceShelf;

/**
 * An open order as the exchange keeps it. One shape for every type, so that the matching stays fast; what the constructor
 * is given is declared alone, since a field that is defined is written twice.
 */
export class WorkingOrder {
  declare readonly clientOrderId: string;
  declare readonly symbol: string;
  declare readonly request: OrderRequest;
  declare readonly side: Side;
  /** Limit or stop price in ticks; 0 where there is none. */
  declare readonly ticks: number;
  /** The same in quote per base, to be compared with recorded prices. */
  declare readonly level: number;
  /** Lots still to be traded; 0 for a buy by quote, whose lots the price decides. */
  declare lots: number;
  /** What is held back for it, in smallest units: quote for a buy, base for a sell. */
  locked = 0n;
  /** The other leg of a pair, as long as both are open. */
  partner: WorkingOrder | null = null;
  shelf: Shelf = 'nextOpen';
  /** The time slice in which it arrived. */
  arrivedIn = 0;
  /** What the next fill should say. */
  note: string | null = null;

  constructor(clientOrderId: string, symbol: string, request: OrderRequest, level: number) {
    this.clientOrderId = clientOrderId;
    this.symbol = symbol;
    this.request = request;
    this.side = request.side;
    this.ticks = priceTicks(request);
    this.level = level;
    this.lots = request.type === 'marketQuote' ? 0 : request.quantity;
  }
}

/** The shelf on which an order of this type and side rests. */
export function restingShelf({ type, side }: OrderRequest): Shelf {
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

function priceTicks(request: OrderRequest): number {
  switch (request.type) {
    case 'limit':
      return request.price;
    case 'stop':
      return request.stopPrice;
    default:
      return 0;
  }
}
