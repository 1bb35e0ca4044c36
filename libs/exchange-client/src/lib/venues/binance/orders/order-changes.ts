import type {
  CancelOrder,
  OrderInDoubt,
  OrderWasRefused,
  PlaceOrder,
  Quantity,
  VenueOrder,
} from '@org/domain';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { describeAmend, describeReplace } from './change-description.ts';
import { refusedHere, refusedOrUnknown, unreadable } from './order-answers.ts';
import { refusedAtGate } from './order-gate.ts';
import { amendedSchema } from './order-schema.ts';
import type { OrderWitness } from './order-witness.ts';
import { NO_WITNESS } from './order-witness.ts';
import type { OrderSurroundings } from './order-surroundings.ts';
import { NOTHING_KNOWN } from './order-surroundings.ts';
import type { ReplaceAnswer } from './replace-answer.ts';
import { replaceAnswer } from './replace-answer.ts';
import { venueOrder } from './venue-order.ts';

export interface OrderChangesOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'known'>;
  readonly surroundings?: (symbol: string) => OrderSurroundings;
  /** Told of the new order before it is sent and of what became of it. Default: nobody. */
  readonly witness?: OrderWitness;
}

/** One order in place of another. */
export interface Replacement {
  readonly cancel: CancelOrder;
  readonly place: PlaceOrder;
  /** Default `stop`: where the old order cannot be taken back it may have been filled, and the new one would double it. */
  readonly ifCancelFails?: 'stop' | 'placeAnyway';
}

/** The answer to a wish for a smaller quantity. */
export type AmendAnswer =
  { readonly kind: 'amended'; readonly order: VenueOrder } | OrderWasRefused | OrderInDoubt;

/** What was not tried was not placed. */
const NOT_ATTEMPTED = refusedHere('the order that it was to replace could not be taken back');

/** Changes of orders that rest: by another in their place, or to a smaller quantity where they are. */
export class OrderChanges {
  readonly #options: OrderChangesOptions;

  constructor(options: OrderChangesOptions) {
    this.#options = options;
  }

  /** Takes an order back and places another, in one request. A new order that a filter refuses leaves the old one. */
  async replace(replacement: Replacement): Promise<ReplaceAnswer> {
    const { witness = NO_WITNESS, markets } = this.#options;
    const { symbol, clientOrderId } = replacement.place;
    markets.known(symbol);
    const reason = witness.sending(symbol, [clientOrderId]);
    if (reason !== null) return { cancel: refusedHere(reason), place: { kind: 'notAttempted' } };
    const answer = await this.#replace(replacement);
    const placed = answer.place.kind === 'notAttempted' ? NOT_ATTEMPTED : answer.place;
    witness.answered(symbol, clientOrderId, placed);
    if (answer.cancel.kind !== 'cancelled') witness.notCancelled(symbol, replacement.cancel.clientOrderId);
    return answer;
  }

  /** Makes an order smaller: it keeps its name and its place in the queue. */
  async amendDown(symbol: string, clientOrderId: string, quantity: Quantity): Promise<AmendAnswer> {
    const { instrument, allowsAmending } = this.#options.markets.known(symbol);
    if (!allowsAmending) return refusedHere('orders of this market cannot be made smaller');
    const request = describeAmend(clientOrderId, quantity, instrument);
    const outcome = await this.#options.rest.send(request, 'protect');
    if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
    const told = amendedSchema.safeParse(outcome.body).data?.amendedOrder;
    const order = told === undefined ? undefined : venueOrder({ ...told, origQty: told.qty }, instrument);
    return order === undefined ? unreadable() : { kind: 'amended', order };
  }

  async #replace({ cancel, place, ifCancelFails = 'stop' }: Replacement): Promise<ReplaceAnswer> {
    const market = this.#options.markets.known(place.symbol);
    const surroundings = this.#options.surroundings?.(place.symbol) ?? NOTHING_KNOWN;
    const refused = refusedAtGate(place, market, surroundings);
    if (refused !== null) return { cancel: refused, place: { kind: 'notAttempted' } };
    const request = describeReplace(cancel.clientOrderId, place, market.instrument, ifCancelFails);
    const outcome = await this.#options.rest.send(request, place.purpose === 'entry' ? 'trade' : 'protect');
    return replaceAnswer(outcome, market.instrument, cancel.clientOrderId);
  }
}
