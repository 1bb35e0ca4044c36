import type { BulkLease } from '../../../limits/bulk-desk.ts';
import type { Charge, RateLedger, Wait } from '../../../limits/rate-ledger.ts';
import type { Purpose } from '../../../limits/rate-limit.ts';
import type { WaitingLine } from '../../../limits/waiting-line.ts';
import type { ServerTime } from '../../../server-time/server-time.ts';
import { queryString } from '../../../signing/percent-encoding.ts';
import { ReceiveWindow } from '../../../signing/receive-window.ts';
import { signedQuery } from '../../../signing/signed-query.ts';
import type { Signer } from '../../../signing/signer.ts';
import type { HttpOutcome, HttpRequest, HttpTransport } from '../../../transport/http-transport.ts';
import type { EndpointCost } from './endpoint-cost.ts';
import { endpointCost } from './endpoint-cost.ts';
import { reportedUse, silenceUntil } from './limit-headers.ts';
import type { RequestDescription } from './request-description.ts';
import type { RequestGuard } from './request-guard.ts';
import type { RestNotSent, RestOutcome } from './rest-outcome.ts';
import { restOutcome } from './rest-outcome.ts';

/** The codes that say: our clock is off; too many orders. */
const WRONG_TIME = -1021;
const TOO_MANY_ORDERS = -1015;
/** The exchange takes timestamps that are less than so far ahead of its clock. */
const RIGHT_WITHIN_MS = 1000;

/** Reasons of what has not even been tried: its budget goes back. */
const NEVER_TRIED: ReadonlySet<RestNotSent['reason']> = new Set(['circuitOpen', 'limit', 'backingOff']);

export interface BinanceRestOptions {
  readonly transport: HttpTransport;
  /** Null for somebody who only looks. */
  readonly signer: Signer | null;
  readonly time: ServerTime;
  readonly ledger: RateLedger;
  readonly line: WaitingLine;
  readonly guard: RequestGuard;
}

/**
 * The one way of a request to the exchange: budget, circuit, signature, transport, and what the answer says about our
 * budget. What opens a position goes at once or not at all; what protects and what only asks wait their turn.
 */
export class BinanceRest {
  readonly #transport: HttpTransport;
  readonly #signer: Signer | null;
  readonly #time: ServerTime;
  readonly #ledger: RateLedger;
  readonly #line: WaitingLine;
  readonly #guard: RequestGuard;
  readonly #window = new ReceiveWindow();
  readonly #headers: HttpRequest['headers'];

  constructor({ transport, signer, time, ledger, line, guard }: BinanceRestOptions) {
    this.#transport = transport;
    this.#signer = signer;
    this.#time = time;
    this.#ledger = ledger;
    this.#line = line;
    this.#guard = guard;
    this.#headers = signer === null ? {} : { 'x-mbx-apikey': signer.apiKey };
  }

  /** Sends a request, and a question again where no answer came. What is leased is paid from the lease first. */
  send(request: RequestDescription, purpose: Purpose, lease?: BulkLease): Promise<RestOutcome> {
    return request.method === 'GET'
      ? this.#ask(() => this.#attempt(request, purpose, lease))
      : this.#attempt(request, purpose, lease);
  }

  /** Asks for the exchange's time, so that timestamps fit. */
  async synchronise(): Promise<RestOutcome> {
    const request = { method: 'GET', path: '/api/v3/time', parameters: {}, isSigned: false } as const;
    const sentAtMs = this.#time.monotonicMs();
    const outcome = await this.#attempt(request, 'protect');
    const serverTimeMs = outcome.kind === 'answer' ? timeIn(outcome.body) : null;
    if (serverTimeMs !== null) {
      this.#time.observe({ sentAtMs, receivedAtMs: this.#time.monotonicMs(), serverTimeMs });
    }
    return outcome;
  }

  async #ask(attempt: () => Promise<RestOutcome>): Promise<RestOutcome> {
    const outcome = await this.#guard.again(attempt);
    if (outcome.kind !== 'refusal' || outcome.code !== WRONG_TIME) return outcome;
    // The time has been asked for since: once more, with a fresh timestamp.
    return this.#guard.again(attempt);
  }

  /** Budget first, then a place among those under way: who waits for the one must not hold the other. */
  async #attempt(request: RequestDescription, purpose: Purpose, lease?: BulkLease): Promise<RestOutcome> {
    const cost = endpointCost(request);
    const taken = lease?.draw(cost.weight) ?? this.#ledger.take(cost, purpose);
    const charge = taken.kind === 'charge' ? taken : await this.#laterBudget(taken, cost, purpose);
    if (charge.kind === 'notSent') return charge;
    const exchange = () => this.#exchange(request, charge, cost);
    const outcome = await this.#guard.once(
      purpose,
      request.method === 'GET' ? () => this.#guard.inTime(exchange) : exchange,
    );
    if (outcome.kind === 'notSent' && NEVER_TRIED.has(outcome.reason)) {
      charge.withdraw();
      // Silence was asked for while it waited for its place: it waits on, now for its end.
      const isPatient = outcome.reason === 'backingOff' && purpose !== 'trade';
      return isPatient ? this.#attempt(request, purpose) : outcome;
    }
    if (request.isSigned && outcome.kind === 'refusal' && outcome.code === WRONG_TIME) {
      await this.#correctTime();
    }
    return outcome;
  }

  /** A timestamp was refused: either our clock is off, or the request took too long on its way. */
  async #correctTime(): Promise<void> {
    const time = this.#time;
    const offsetMs = () => time.nowMs() - time.monotonicMs();
    const before = offsetMs();
    time.distrust();
    await this.synchronise();
    const wasRight = Math.abs(offsetMs() - before) <= RIGHT_WITHIN_MS + time.uncertaintyMs();
    if (wasRight) this.#window.widen(time.monotonicMs());
  }

  async #exchange(request: RequestDescription, charge: Charge, cost: EndpointCost): Promise<RestOutcome> {
    if (this.#ledger.isSilent) return withoutBudget(this.#ledger.silentUntilMs(), this.#ledger);
    const answer = await this.#transport.send(this.#written(request));
    const outcome = restOutcome(answer);
    this.#learn(answer, outcome, charge, cost);
    return outcome;
  }

  async #laterBudget({ untilMs }: Wait, cost: EndpointCost, purpose: Purpose): Promise<Charge | RestNotSent> {
    if (purpose === 'trade') return withoutBudget(untilMs, this.#ledger);
    return (await this.#line.wait(cost, purpose)) ?? closing();
  }

  #learn(answer: HttpOutcome, outcome: RestOutcome, charge: Charge, { isFreeOnSuccess }: EndpointCost): void {
    if (answer.kind === 'failure') {
      charge.settle([], false);
      return;
    }
    charge.settle(reportedUse(answer.headers), isFreeOnSuccess && outcome.kind === 'answer');
    if (outcome.kind === 'refusal' && outcome.code === TOO_MANY_ORDERS) {
      this.#ledger.refuseOrders();
      return;
    }
    const untilMs = silenceUntil(answer, this.#time.nowMs());
    if (untilMs !== null) this.#ledger.beSilentUntil(untilMs);
  }

  #written({ method, path, parameters, isSigned }: RequestDescription): HttpRequest {
    const query =
      isSigned && this.#signer !== null
        ? signedQuery(parameters, this.#time.nowMs(), this.#signer, this.#window.ms(this.#time.monotonicMs()))
        : queryString(parameters);
    return {
      method,
      path: query === '' ? path : `${path}?${query}`,
      headers: this.#headers,
    };
  }
}

function withoutBudget(untilMs: number, ledger: RateLedger): RestNotSent {
  const isSilent = untilMs <= ledger.silentUntilMs();
  const until = new Date(untilMs).toISOString();
  return {
    kind: 'notSent',
    reason: isSilent ? 'backingOff' : 'limit',
    message: isSilent ? `the exchange wants silence until ${until}` : `no budget before ${until}`,
  };
}

function closing(): RestNotSent {
  return { kind: 'notSent', reason: 'closed', message: 'the client is closing' };
}

function timeIn(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('serverTime' in body)) return null;
  return typeof body.serverTime === 'number' ? body.serverTime : null;
}
