import { price, quantity } from '@org/domain';
import type { ShownLevel } from '../exchange.ts';
import type { OrderRows } from '../orders/order-rows.ts';
import { BookSide } from './book-side.ts';

/** Both sides of a market. */
export class OrderBook {
  readonly bids: BookSide;
  readonly asks: BookSide;

  constructor(rows: OrderRows) {
    this.bids = new BookSide(true, rows);
    this.asks = new BookSide(false, rows);
  }

  /** Where orders of a side stand. */
  ownSide(isBuy: boolean): BookSide {
    return isBuy ? this.bids : this.asks;
  }

  /** Where orders of a side find what they trade with. */
  otherSide(isBuy: boolean): BookSide {
    return isBuy ? this.asks : this.bids;
  }
}

/** At most `depth` levels as everybody sees them, best first. */
export function shownLevels(side: BookSide, depth: number): ShownLevel[] {
  const shown: ShownLevel[] = [];
  for (let level = side.best; level !== null && shown.length < depth; level = side.behind(level)) {
    shown.push({ price: price(level.price), quantity: quantity(level.shown) });
  }
  return shown;
}
