import type {
  CancelAnswer,
  CancelOrder,
  Clock,
  OrderInDoubt,
  OrderVenue,
  OrderWasRefused,
  PlaceAnswer,
  PlaceOrder,
  PlacePair,
  QueryAnswer,
  SpotInstrument,
} from '@org/domain';
import { InputError } from '@org/domain';
import type { Purpose } from '../../../limits/rate-limit.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { RestOutcome } from '../rest/rest-outcome.ts';
import { describeCancel, describePair, describePlace, describeQuery } from './order-description.ts';
import type { WireOrder } from './order-schema.ts';
import { orderSchema, pairSchema } from './order-schema.ts';
import { venueOrder } from './venue-order.ts';

/** The exchange knows no such order, or has not heard of it yet. */
const NO_SUCH_ORDER = -2013;
/** A cancel of what is not open: filled, cancelled, or never there. */
const CANCEL_REJECTED = -2011;

export interface BinanceOrdersOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly instrument: (symbol: string) => SpotInstrument | undefined;
  readonly clock: Clock;
  /** How long an order that was just sent may be unknown to the exchange's own queries. Default 10 s. */
  readonly graceMs?: number;
}

/** Pauses between questions about an order in doubt. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;

/**
 * Orders on Binance. An order is accepted, rejected or unknown; what is unknown is asked for under its client order id
 * until the exchange tells, and never sent again: that id protects from doubles only while the first one is open.
 */
export class BinanceOrders implements OrderVenue {
  readonly #rest: Pick<BinanceRest, 'send'>;
  readonly #instrument: (symbol: string) => SpotInstrument | undefined;
  readonly #clock: Clock;
  readonly #graceMs: number;

  constructor({ rest, instrument, clock, graceMs = 10_000 }: BinanceOrdersOptions) {
    this.#rest = rest;
    this.#instrument = instrument;
    this.#clock = clock;
    this.#graceMs = graceMs;
  }

  async place(order: PlaceOrder): Promise<PlaceAnswer> {
    const instrument = this.#known(order.symbol);
    const outcome = await this.#rest.send(describePlace(order, instrument), purposeOf(order));
    if (outcome.kind === 'answer')
      return this.#accepted(orderSchema.safeParse(outcome.body).data, instrument);
    return refusedOrUnknown(outcome);
  }

  async placePair(pair: PlacePair): Promise<readonly [stop: PlaceAnswer, target: PlaceAnswer]> {
    const instrument = this.#known(pair.symbol);
    const outcome = await this.#rest.send(describePair(pair, instrument), 'protect');
    if (outcome.kind !== 'answer') {
      const both = refusedOrUnknown(outcome);
      return [both, both];
    }
    const reports = pairSchema.safeParse(outcome.body).data?.orderReports ?? [];
    const leg = (clientOrderId: string): PlaceAnswer =>
      this.#accepted(
        reports.find((report) => report.clientOrderId === clientOrderId),
        instrument,
      );
    return [leg(pair.stop.clientOrderId), leg(pair.target.clientOrderId)];
  }

  /** A cancel that comes too late is rejected: what became of the order, a query tells. */
  async cancel({ symbol, clientOrderId }: CancelOrder): Promise<CancelAnswer> {
    const instrument = this.#known(symbol);
    const outcome = await this.#rest.send(describeCancel(symbol, clientOrderId), 'protect');
    if (outcome.kind !== 'answer') return refusedOrUnknown(outcome);
    const order = cancelledOrder(outcome.body, clientOrderId);
    return order === undefined ? unreadable() : { kind: 'cancelled', order: venueOrder(order, instrument) };
  }

  async query(symbol: string, clientOrderId: string): Promise<QueryAnswer> {
    const instrument = this.#known(symbol);
    const outcome = await this.#rest.send(describeQuery(symbol, clientOrderId), 'protect');
    if (outcome.kind === 'answer')
      return this.#accepted(orderSchema.safeParse(outcome.body).data, instrument);
    if (outcome.kind === 'refusal' && outcome.code === NO_SUCH_ORDER) return { kind: 'absent' };
    return { kind: 'unknown', reason: outcome.message };
  }

  /**
   * Asks about an order in doubt until the exchange knows it, or has not known it for the whole grace period: a query
   * can lag behind the order itself. While the exchange does not answer, the doubt remains and the questions go on.
   */
  async resolve(symbol: string, clientOrderId: string): Promise<Exclude<QueryAnswer, OrderInDoubt>> {
    let absentSince: number | null = null;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const answer = await this.query(symbol, clientOrderId);
      if (answer.kind === 'accepted') return answer;
      const now = this.#clock.now();
      if (answer.kind === 'absent') {
        absentSince ??= now;
        if (now - absentSince >= this.#graceMs) return answer;
      }
      await new Promise<void>((resolve) => this.#clock.schedule(pauseMs, resolve));
    }
  }

  #accepted(order: WireOrder | undefined, instrument: SpotInstrument): PlaceAnswer & QueryAnswer {
    // It was taken, and only the report cannot be read: asking again may tell more.
    if (order === undefined) return unreadable();
    return { kind: 'accepted', order: venueOrder(order, instrument) };
  }

  #known(symbol: string): SpotInstrument {
    const instrument = this.#instrument(symbol);
    if (instrument !== undefined) return instrument;
    throw new InputError('symbol-unknown', { what: 'the exchange has no such market', found: symbol });
  }
}

/** Whether a rejected cancel says that the order was not open any more. */
export function isTooLate(answer: CancelAnswer): boolean {
  return answer.kind === 'rejected' && answer.code === CANCEL_REJECTED;
}

function purposeOf({ purpose }: PlaceOrder): Purpose {
  return purpose === 'entry' ? 'trade' : 'protect';
}

function refusedOrUnknown(
  outcome: Exclude<RestOutcome, { readonly kind: 'answer' }>,
): OrderWasRefused | OrderInDoubt {
  switch (outcome.kind) {
    case 'refusal':
      return { kind: 'rejected', code: outcome.code, reason: outcome.message };
    case 'notSent':
      return { kind: 'rejected', code: null, reason: outcome.message };
    case 'unknown':
      return { kind: 'unknown', reason: outcome.message };
  }
}

/** With a leg of a pair the whole pair is cancelled, and told as a list. */
function cancelledOrder(body: unknown, clientOrderId: string): WireOrder | undefined {
  const alone = orderSchema.safeParse(body).data;
  if (alone !== undefined) return alone;
  const reports = pairSchema.safeParse(body).data?.orderReports ?? [];
  return reports.find((report) => (report.origClientOrderId ?? report.clientOrderId) === clientOrderId);
}

function unreadable(): OrderInDoubt {
  return { kind: 'unknown', reason: 'the exchange has answered in a form that cannot be read' };
}
