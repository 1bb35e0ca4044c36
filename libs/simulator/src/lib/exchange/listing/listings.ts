import { InputError } from '@org/domain';
import type { ExchangeOptions } from '../exchange.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { gridOf } from '../symbol-grid.ts';
import { Listing } from './listing.ts';
import type { Seat } from './seat.ts';

/** Everything that is traded here. */
export class Listings {
  readonly #listings: Listing[] = [];
  readonly #bySymbol = new Map<string, Listing>();

  /** Symbols of the snapshot go on with the rules and the grid that they had. */
  constructor({ symbols, averagePrice, referencePrice, snapshot }: ExchangeOptions) {
    const saved = new Map(snapshot?.symbols.map(({ rules, grid }) => [rules.symbol, { rules, grid }]));
    const known = new Map(symbols.map((rules) => [rules.symbol, { rules, grid: gridOf(rules) }]));
    for (const [symbol, { rules, grid }] of new Map([...known, ...saved])) {
      const average = (minutes: number) => averagePrice(symbol, minutes);
      const reference = () => referencePrice?.(symbol) ?? null;
      const listing = new Listing(rules, grid, this.#listings, average, reference);
      this.#listings.push(listing);
      this.#bySymbol.set(symbol, listing);
    }
  }

  get(symbol: string): Listing | undefined {
    return this.#bySymbol.get(symbol);
  }

  /** @throws InputError `symbol-unknown` */
  require(symbol: string): Listing {
    const listing = this.#bySymbol.get(symbol);
    if (listing !== undefined) return listing;
    throw new InputError('symbol-unknown', {
      what: 'no such symbol is traded here',
      found: symbol,
      allowed: [...this.#bySymbol.keys()].join(', '),
    });
  }

  all(): readonly Listing[] {
    return this.#listings;
  }

  /** The places of an account, on one symbol or on all. */
  seatsOf(accountId: string, symbol?: string): readonly Seat[] {
    return this.#listings
      .filter((listing) => symbol === undefined || listing.symbol === symbol)
      .flatMap(({ seats }) => seats.get(accountId) ?? []);
  }

  /** What an account has open, on one symbol or on all, in the order in which it was placed. */
  ordersOf(accountId: string, symbol?: string): LiveOrder[] {
    return this.seatsOf(accountId, symbol)
      .flatMap((seat) => seat.orders())
      .sort((a, b) => a.id - b.id);
  }
}
