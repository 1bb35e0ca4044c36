import type { Price } from '@org/domain';
import type { Units } from '../accounts/units.ts';
import { plus } from '../accounts/units.ts';
import type { AveragePrice } from '../exchange.ts';
import type { FilterFacts, OpenCounts } from '../filters/order-filter.ts';
import type { Seat } from './seat.ts';

/** What filters ask about a trader at a symbol, as it is when they ask. */
export class SeatFacts implements FilterFacts {
  readonly #seat: Seat;

  constructor(seat: Seat) {
    this.#seat = seat;
  }

  get lastPrice(): Price | null {
    return this.#seat.listing.lastPrice;
  }

  get referencePrice(): AveragePrice | null {
    return this.#seat.listing.referencePrice();
  }

  get open(): OpenCounts {
    return this.#seat.open;
  }

  get openAnywhere(): OpenCounts {
    return this.#seat.trader.open;
  }

  get position(): Units {
    const { base, listing, openBuyLots } = this.#seat;
    return plus(plus(base.free, base.locked), listing.worth.base(openBuyLots));
  }

  averagePrice(minutes: number): AveragePrice | null {
    return this.#seat.listing.averagePrice(minutes);
  }
}
