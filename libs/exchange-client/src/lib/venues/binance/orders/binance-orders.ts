import type {
  CancelAnswer,
  CancelOrder,
  Clock,
  OrderInDoubt,
  OrderIsThere,
  OrderVenue,
  OrderWasRefused,
  PlaceAnswer,
  PlaceOrder,
  PlacePair,
  QueryAnswer,
  SpotInstrument,
} from '@org/domain';
import type { Purpose } from '../../../limits/rate-limit.ts';
import { explained } from '../rest/advice.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { RestAnswer, RestOutcome } from '../rest/rest-outcome.ts';
import type { BinanceMarket } from '../instruments/binance-market.ts';
import type { MarketList } from '../instruments/market-list.ts';
import { cancelledOrder } from './cancelled-order.ts';
import { acceptedOrder, refusedHere, refusedOrUnknown, unreadable } from './order-answers.ts';
import { describeCancel, describePair, describePlace, describeQuery } from './order-description.ts';
import { orderSchema, pairSchema } from './order-schema.ts';
import { refusedAtGate } from './order-gate.ts';
import { resolveDoubt } from './resolve-doubt.ts';
import { tellingRest, tellOrders } from './told-orders.ts';
import type { OrderWitness } from './order-witness.ts';
import { NO_WITNESS } from './order-witness.ts';
import type { OrderSurroundings } from './order-surroundings.ts';
import { NOTHING_KNOWN } from './order-surroundings.ts';
import { venueOrder } from './venue-order.ts';

/** The exchange knows no such order, or has not heard of it yet. */
const NO_SUCH_ORDER = -2013;
/** A cancel of what is not open: filled, cancelled, or never there. */
const CANCEL_REJECTED = -2011;

export interface BinanceOrdersOptions {
  /** Which tells nobody: every order in its answers is told to the witness here. */
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'known'>;
  readonly clock: Clock;
  /** What filters look at besides an order. Nothing is known by default: then fewer of them are checked. */
  readonly surroundings?: (symbol: string) => OrderSurroundings;
  /** Told when the exchange names a filter that we had not seen coming: the markets should be read again. */
  readonly onFilterFailure?: (symbol: string) => void;
  /** Told of every order before it is sent and of what became of it. Default: nobody. */
  readonly witness?: OrderWitness;
  /** How long an order that was just sent may be unknown to the exchange's own queries. Default 10 s. */
  readonly graceMs?: number;
}

/** A filter of the market, in the exchange's own words. */
const FILTER_FAILURE = -1013;

/**
 * Orders on Binance. An order is accepted, rejected or unknown; what is unknown is asked for under its client order id
 * until the exchange tells, and never sent again: that id protects from doubles only while the first one is open.
 */
export class BinanceOrders implements OrderVenue {
  readonly #rest: Pick<BinanceRest, 'send'>;
  readonly #untold: Pick<BinanceRest, 'send'>;
  readonly #markets: Pick<MarketList, 'known'>;
  readonly #surroundings: (symbol: string) => OrderSurroundings;
  readonly #onFilterFailure: (symbol: string) => void;
  readonly #clock: Clock;
  readonly #witness: OrderWitness;
  readonly #graceMs: number;

  constructor(options: BinanceOrdersOptions) {
    this.#markets = options.markets;
    this.#clock = options.clock;
    this.#surroundings = options.surroundings ?? (() => NOTHING_KNOWN);
    this.#onFilterFailure = options.onFilterFailure ?? (() => undefined);
    this.#witness = options.witness ?? NO_WITNESS;
    this.#untold = options.rest;
    this.#rest = tellingRest(options.rest, this.#witness);
    this.#graceMs = options.graceMs ?? 10_000;
  }

  async place(order: PlaceOrder): Promise<PlaceAnswer> {
    const { symbol, clientOrderId } = order;
    const market = this.#markets.known(symbol);
    const reason = this.#witness.sending(symbol, [clientOrderId]);
    if (reason !== null) return refusedHere(reason);
    const answer = await this.#place(order, market);
    this.#witness.answered(symbol, clientOrderId, answer);
    return answer;
  }

  /** A filter in the way of either leg is in the way of both. */
  async placePair(pair: PlacePair): Promise<readonly [stop: PlaceAnswer, target: PlaceAnswer]> {
    const { symbol, stop, target } = pair;
    this.#markets.known(symbol);
    const reason = this.#witness.sending(symbol, [stop.clientOrderId, target.clientOrderId]);
    if (reason !== null) return [refusedHere(reason), refusedHere(reason)];
    const answers = await this.#placePair(pair);
    this.#witness.answered(symbol, stop.clientOrderId, answers[0]);
    this.#witness.answered(symbol, target.clientOrderId, answers[1]);
    return answers;
  }

  /** A cancel that comes too late is rejected: what became of the order, a query tells. */
  async cancel({ symbol, clientOrderId }: CancelOrder): Promise<CancelAnswer> {
    const { instrument } = this.#markets.known(symbol);
    const outcome = await this.#rest.send(describeCancel(symbol, clientOrderId), 'protect');
    const answer = cancelAnswer(outcome, instrument, clientOrderId);
    if (answer.kind === 'unknown' || isTooLate(answer)) this.#witness.notCancelled(symbol, clientOrderId);
    return answer;
  }

  async query(symbol: string, clientOrderId: string): Promise<QueryAnswer> {
    const { instrument } = this.#markets.known(symbol);
    const outcome = await this.#rest.send(describeQuery(symbol, clientOrderId), 'protect');
    if (outcome.kind === 'answer') return acceptedOrder(orderSchema.safeParse(outcome.body).data, instrument);
    if (outcome.kind === 'refusal' && outcome.code === NO_SUCH_ORDER) return { kind: 'absent' };
    return { kind: 'unknown', reason: explained(outcome) };
  }

  /**
   * Asks about an order in doubt until the exchange knows it, or has not known it for the whole grace period, or the
   * answer is not wanted any more: only then is it `unknown`. What a witness hears meanwhile is an answer too.
   */
  async resolve(symbol: string, clientOrderId: string, isWanted = () => true): Promise<QueryAnswer> {
    const heard = (): QueryAnswer | null => {
      const order = this.#witness.known(symbol, clientOrderId);
      return order === null ? null : { kind: 'accepted', order };
    };
    const ask = async () => {
      const answer = heard() ?? (await this.query(symbol, clientOrderId));
      return answer.kind === 'accepted' ? answer : (heard() ?? answer);
    };
    const answer = await resolveDoubt(ask, { clock: this.#clock, graceMs: this.#graceMs, isWanted });
    if (answer.kind === 'absent') this.#witness.absent(symbol, clientOrderId);
    return answer;
  }

  async #place(order: PlaceOrder, market: BinanceMarket): Promise<PlaceAnswer> {
    const refused = refusedAtGate(order, market, this.#surroundings(order.symbol));
    if (refused !== null) return refused;
    const outcome = await this.#untold.send(describePlace(order, market.instrument), purposeOf(order));
    if (outcome.kind === 'answer') return this.#placed(outcome, market.instrument);
    tellOrders(outcome, this.#witness);
    return this.#noticed(order.symbol, refusedOrUnknown(outcome));
  }

  /** The answer to a placement is read once, for the witness and for who has placed. */
  #placed(answer: RestAnswer, instrument: SpotInstrument): OrderIsThere | OrderInDoubt {
    const wire = orderSchema.safeParse(answer.body).data;
    if (wire === undefined) {
      tellOrders(answer, this.#witness);
      return unreadable();
    }
    const order = this.#witness.told(wire);
    return order === null ? acceptedOrder(wire, instrument) : { kind: 'accepted', order };
  }

  async #placePair(pair: PlacePair): Promise<readonly [stop: PlaceAnswer, target: PlaceAnswer]> {
    const { instrument } = this.#markets.known(pair.symbol);
    const refused = this.#pairAtGate(pair);
    if (refused !== null) return [refused, refused];
    const outcome = await this.#rest.send(describePair(pair, instrument), 'protect');
    if (outcome.kind !== 'answer') {
      const both = this.#noticed(pair.symbol, refusedOrUnknown(outcome));
      return [both, both];
    }
    const reports = pairSchema.safeParse(outcome.body).data?.orderReports ?? [];
    const leg = (clientOrderId: string): PlaceAnswer =>
      acceptedOrder(
        reports.find((report) => report.clientOrderId === clientOrderId),
        instrument,
      );
    return [leg(pair.stop.clientOrderId), leg(pair.target.clientOrderId)];
  }

  #pairAtGate({ time, symbol, stop, target }: PlacePair): OrderWasRefused | null {
    const market = this.#markets.known(symbol);
    const surroundings = this.#surroundings(symbol);
    const refused = ({ request }: PlacePair['stop'] | PlacePair['target']) =>
      refusedAtGate({ time, purpose: 'exit', request }, market, surroundings);
    return refused(stop) ?? refused(target);
  }

  #noticed(symbol: string, answer: OrderWasRefused | OrderInDoubt): OrderWasRefused | OrderInDoubt {
    if (answer.kind === 'rejected' && answer.code === FILTER_FAILURE) this.#onFilterFailure(symbol);
    return answer;
  }
}

/** Whether a rejected cancel says that the order was not open any more. */
export function isTooLate(answer: CancelAnswer): boolean {
  return answer.kind === 'rejected' && answer.code === CANCEL_REJECTED;
}

function cancelAnswer(outcome: RestOutcome, instrument: SpotInstrument, clientOrderId: string): CancelAnswer {
  if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
  const told = cancelledOrder(outcome.body, clientOrderId);
  const order = told === undefined ? undefined : venueOrder(told, instrument);
  return order === undefined ? unreadable() : { kind: 'cancelled', order };
}

function purposeOf({ purpose }: PlaceOrder): Purpose {
  return purpose === 'entry' ? 'trade' : 'protect';
}
