import type { OrderInDoubt, OrderWasRefused, VenueList, VenueOrder } from '@org/domain';
import { z } from 'zod';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { describeRequest } from '../rest/endpoint-catalogue.ts';
import type { Reading } from '../rest/reading.ts';
import { ask, mapReading } from '../rest/reading.ts';
import { refusedOrUnknown, unreadable } from './order-answers.ts';
import { venueList } from './order-lists.ts';
import type { WireOrder } from './order-schema.ts';
import { listSchema, orderSchema, pairSchema } from './order-schema.ts';
import { venueOrder, venueOrders } from './venue-order.ts';

/** What is open, as the exchange lists it. The list lags: an order that it lacks, or still has, proves nothing. */
export interface OpenOnVenue {
  readonly orders: readonly VenueOrder[];
  /** Client order ids of those whose quantities we cannot read, as on markets that we do not know. */
  readonly elsewhere: readonly string[];
}

/** The answer to the cancel of all orders of a market. */
export type CancelAllAnswer =
  { readonly kind: 'cancelled'; readonly orders: readonly VenueOrder[] } | OrderWasRefused | OrderInDoubt;

/** A cancel of what is not open: here, of nothing. */
const CANCEL_REJECTED = -2011;

const cancelledSchema = z.array(z.union([orderSchema, pairSchema]));

export interface OpenOrdersOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'get' | 'known'>;
}

/** The orders that are open on the exchange, of one market or of all. */
export class OpenOrders {
  readonly #rest: Pick<BinanceRest, 'send'>;
  readonly #markets: Pick<MarketList, 'get' | 'known'>;

  constructor({ rest, markets }: OpenOrdersOptions) {
    this.#rest = rest;
    this.#markets = markets;
  }

  /** Of all markets where none is named; that weighs thirteen times as much. */
  async read(symbol?: string): Promise<Reading<OpenOnVenue>> {
    const request = describeRequest((spot) => spot.currentOpenOrders(symbol === undefined ? {} : { symbol }));
    const reading = await ask(this.#rest, { request, shape: z.array(orderSchema), purpose: 'protect' });
    return mapReading(reading, (orders) => this.#told(orders));
  }

  /** Lists that are open, such as pairs, on all markets. */
  async readLists(): Promise<Reading<readonly VenueList[]>> {
    const request = describeRequest((spot) => spot.getOpenOco());
    const reading = await ask(this.#rest, { request, shape: z.array(listSchema), purpose: 'protect' });
    return mapReading(reading, (lists) => lists.map(venueList));
  }

  /** Takes back whatever is open on a market, of whoever placed it; nothing being open is nothing to take back. */
  async cancelAll(symbol: string): Promise<CancelAllAnswer> {
    const { instrument } = this.#markets.known(symbol);
    const request = describeRequest((spot) => spot.cancelAllOpenOrdersOnASymbol(symbol));
    const outcome = await this.#rest.send(request, 'protect');
    if (outcome.kind === 'refusal' && outcome.code === CANCEL_REJECTED)
      return { kind: 'cancelled', orders: [] };
    if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
    const told = cancelledSchema.safeParse(outcome.body).data;
    if (told === undefined) return unreadable();
    const reports = told.flatMap((entry) => ('orderReports' in entry ? entry.orderReports : [entry]));
    const orders = venueOrders(reports, instrument);
    return orders === undefined ? unreadable() : { kind: 'cancelled', orders };
  }

  #told(orders: readonly WireOrder[]): OpenOnVenue {
    const told = orders.map((order) => {
      const market = this.#markets.get(order.symbol);
      const read = market === undefined ? undefined : venueOrder(order, market.instrument);
      return read ?? order.clientOrderId;
    });
    return {
      orders: told.filter((order) => typeof order !== 'string'),
      elsewhere: told.filter((order) => typeof order === 'string'),
    };
  }
}
