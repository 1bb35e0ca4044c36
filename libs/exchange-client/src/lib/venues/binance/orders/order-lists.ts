import type {
  CancelListAnswer,
  ListVenue,
  OrderList,
  OrderPair,
  OrderRequest,
  OrderWasRefused,
  PlaceList,
  PlaceListAnswer,
  QueryListAnswer,
  SpotInstrument,
  VenueList,
  VenueOrder,
} from '@org/domain';
import type { z } from 'zod';
import type { MarketList } from '../instruments/market-list.ts';
import { explained } from '../rest/advice.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { describeList, describeListCancel, describeListQuery } from './list-description.ts';
import { refusedHere, refusedOrUnknown, unreadable } from './order-answers.ts';
import { refusedAtGate } from './order-gate.ts';
import { listSchema, toldListSchema } from './order-schema.ts';
import type { OrderWitness } from './order-witness.ts';
import { NO_WITNESS } from './order-witness.ts';
import type { OrderSurroundings } from './order-surroundings.ts';
import { NOTHING_KNOWN } from './order-surroundings.ts';
import { venueOrders } from './venue-order.ts';

export interface OrderListsOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'known'>;
  readonly surroundings?: (symbol: string) => OrderSurroundings;
  /** Told of every order of a list before it is sent and of what became of it. Default: nobody. */
  readonly witness?: OrderWitness;
}

/** The exchange knows no such list, or has not heard of it yet. */
const NO_SUCH_LIST = -2018;

const STATUS: Readonly<Record<string, VenueList['status']>> = {
  EXECUTING: 'open',
  ALL_DONE: 'done',
  REJECT: 'rejected',
};

/**
 * Lists of orders on Binance: one cancels the other, one triggers the other, one triggers a pair. A list is taken whole or
 * not at all; one in doubt is asked for by its own name, and never sent again.
 */
export class OrderLists implements ListVenue {
  readonly #options: OrderListsOptions;

  constructor(options: OrderListsOptions) {
    this.#options = options;
  }

  /** A filter in the way of one order is in the way of all. */
  async placeList(list: PlaceList): Promise<PlaceListAnswer> {
    const { witness = NO_WITNESS, markets } = this.#options;
    const names = clientOrderIdsOf(list.list);
    markets.known(list.symbol);
    const reason = witness.sending(list.symbol, names);
    if (reason !== null) return refusedHere(reason);
    const answer = await this.#placeList(list);
    for (const name of names) witness.answered(list.symbol, name, answer);
    return answer;
  }

  async #placeList(list: PlaceList): Promise<PlaceListAnswer> {
    const { instrument } = this.#options.markets.known(list.symbol);
    const refused = this.#atGate(list);
    if (refused !== null) return refused;
    const purpose = list.purpose === 'entry' ? 'trade' : 'protect';
    const outcome = await this.#options.rest.send(describeList(list, instrument), purpose);
    if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
    const told = toldIn(outcome.body, instrument);
    return told === undefined ? unreadable() : { kind: 'accepted', ...told };
  }

  /** Takes back what is left of a list. */
  async cancelList(symbol: string, listClientOrderId: string): Promise<CancelListAnswer> {
    const { instrument } = this.#options.markets.known(symbol);
    const outcome = await this.#options.rest.send(describeListCancel(symbol, listClientOrderId), 'protect');
    if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
    const told = toldIn(outcome.body, instrument);
    return told === undefined ? unreadable() : { kind: 'cancelled', ...told };
  }

  async queryList(listClientOrderId: string): Promise<QueryListAnswer> {
    const outcome = await this.#options.rest.send(describeListQuery(listClientOrderId), 'protect');
    if (outcome.kind === 'refusal' && outcome.code === NO_SUCH_LIST) return { kind: 'absent' };
    if (outcome.kind !== 'answer') return { kind: 'unknown', reason: explained(outcome) };
    const list = listSchema.safeParse(outcome.body).data;
    return list === undefined ? unreadable() : { kind: 'there', list: venueList(list) };
  }

  #atGate({ time, symbol, purpose, list }: PlaceList): OrderWasRefused | null {
    const market = this.#options.markets.known(symbol);
    const surroundings = this.#options.surroundings?.(symbol) ?? NOTHING_KNOWN;
    for (const request of requestsOf(list)) {
      const refused = refusedAtGate({ time, purpose, request }, market, surroundings);
      if (refused !== null) return refused;
    }
    return null;
  }
}

/** A list in our words. */
export function venueList(list: z.infer<typeof listSchema>): VenueList {
  return {
    symbol: list.symbol,
    venueListId: String(list.orderListId),
    listClientOrderId: list.listClientOrderId,
    status: STATUS[list.listOrderStatus] ?? 'other',
    clientOrderIds: list.orders.map(({ clientOrderId }) => clientOrderId),
  };
}

function toldIn(
  body: unknown,
  instrument: SpotInstrument,
): { readonly list: VenueList; readonly orders: readonly VenueOrder[] } | undefined {
  const told = toldListSchema.safeParse(body).data;
  if (told === undefined) return undefined;
  const orders = venueOrders(told.orderReports, instrument);
  return orders === undefined ? undefined : { list: venueList(told), orders };
}

function clientOrderIdsOf(list: OrderList): readonly string[] {
  switch (list.type) {
    case 'oco':
      return [list.pair.target.clientOrderId, list.pair.stop.clientOrderId];
    case 'oto':
      return [list.working.clientOrderId, list.pending.clientOrderId];
    case 'otoco':
      return [list.working.clientOrderId, list.pair.target.clientOrderId, list.pair.stop.clientOrderId];
  }
}

function requestsOf(list: OrderList): readonly OrderRequest[] {
  switch (list.type) {
    case 'oco':
      return pairRequests(list.pair);
    case 'oto':
      return [list.working.request, list.pending.request];
    case 'otoco':
      return [list.working.request, ...pairRequests(list.pair)];
  }
}

function pairRequests({ side, quantity, target, stop }: OrderPair): readonly OrderRequest[] {
  return [
    { type: 'limit', side, quantity, price: target.price, postOnly: true },
    { type: 'stop', side, quantity, stopPrice: stop.stopPrice },
  ];
}
