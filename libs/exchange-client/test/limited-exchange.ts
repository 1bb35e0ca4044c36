import { endpointCost } from '../src/lib/venues/binance/rest/endpoint-cost.ts';
import type {
  HttpOutcome,
  HttpReply,
  HttpRequest,
  HttpTransport,
} from '../src/lib/transport/http-transport.ts';

const MINUTE_MS = 60_000;
const ORDERS_WINDOW_MS = 10_000;
const LATENCY_MS = [20, 80] as const;
/** The exchange's clock is ahead of ours. */
const AHEAD_MS = 337;
/** How many refusals within two minutes it takes to be shut out, and for how long that is. */
const REFUSALS = 10;
const BAN_MS = 120_000;

export interface LimitedExchangeOptions {
  readonly weightPerMinute: number;
  readonly ordersPer10s: number;
  /** How often it refuses though there is room, as when others behind the same address have used it up, and for how long. */
  readonly silence: { readonly eachMs: number; readonly forS: number };
}

/**
 * An exchange in memory with Binance's windows, refusals and bans, which answers after a while by the timers of this
 * process. What it counts and when, is by its own clock and when a request arrives.
 */
export class LimitedExchange implements HttpTransport {
  readonly origin = 'http://limited';
  /** Weight used, by minute. */
  readonly minutes = new Map<number, number>();
  readonly seen = { refusals: 0, bans: 0, silences: 0, duringSilence: 0, orders: 0 };
  readonly #options: LimitedExchangeOptions;
  readonly #orders = new Map<number, number>();
  #refusals: readonly number[] = [];
  #bannedUntilMs = 0;
  /** Until when whoever has read our last refusal must be silent. */
  #silentUntilMs = 0;
  #nextSilenceMs: number;
  #chance = 7;

  constructor(options: LimitedExchangeOptions) {
    this.#options = options;
    this.#nextSilenceMs = this.nowMs() + options.silence.eachMs;
  }

  nowMs(): number {
    return Date.now() + AHEAD_MS;
  }

  send(request: HttpRequest): Promise<HttpOutcome> {
    if (this.nowMs() < this.#silentUntilMs) this.seen.duringSilence += 1;
    return new Promise((resolve) => {
      setTimeout(() => {
        const reply = this.#answer(request);
        setTimeout(() => {
          this.#wasRead(reply);
          resolve(reply);
        }, this.#latencyMs());
      }, this.#latencyMs());
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #answer({ method, path }: HttpRequest): HttpReply {
    const now = this.nowMs();
    if (now < this.#bannedUntilMs) return this.#banned(now);
    if (now >= this.#nextSilenceMs) {
      this.#nextSilenceMs = now + this.#options.silence.eachMs;
      this.seen.silences += 1;
      return tooMany(429, this.#options.silence.forS, 'Too many requests.');
    }
    const [endpoint = '', query = ''] = path.split('?');
    const { weight, orders, isFreeOnSuccess } = endpointCost({
      ...{
        method,
        path: endpoint,
        isSigned: true,
        parameters: Object.fromEntries(new URLSearchParams(query)),
      },
    });
    const minute = Math.floor(now / MINUTE_MS);
    const used = this.minutes.get(minute) ?? 0;
    if (used + weight > this.#options.weightPerMinute) return this.#refused(now, (minute + 1) * MINUTE_MS);
    const window = Math.floor(now / ORDERS_WINDOW_MS);
    const placed = this.#orders.get(window) ?? 0;
    if (placed + orders > this.#options.ordersPer10s)
      return this.#refused(now, (window + 1) * ORDERS_WINDOW_MS);
    this.#orders.set(window, placed + orders);
    this.seen.orders += orders;
    this.minutes.set(minute, used + (isFreeOnSuccess ? 0 : weight));
    return {
      ...{ kind: 'reply', status: 200 },
      headers: {
        'x-mbx-used-weight-1m': String(this.minutes.get(minute) ?? 0),
        ...(orders > 0 ? { 'x-mbx-order-count-10s': String(placed + orders) } : {}),
      },
      body: endpoint === '/api/v3/time' ? `{"serverTime":${now}}` : '{}',
    };
  }

  #refused(now: number, untilMs: number): HttpReply {
    this.seen.refusals += 1;
    this.#refusals = [...this.#refusals.filter((time) => time > now - BAN_MS), now];
    if (this.#refusals.length > REFUSALS) {
      this.seen.bans += 1;
      this.#bannedUntilMs = now + BAN_MS;
      return this.#banned(now);
    }
    return tooMany(429, Math.ceil((untilMs - now) / 1000), 'Too many requests.');
  }

  #banned(now: number): HttpReply {
    const text = `Way too much request weight used; IP banned until ${this.#bannedUntilMs}.`;
    return tooMany(418, Math.ceil((this.#bannedUntilMs - now) / 1000), text);
  }

  #wasRead({ status, headers }: HttpReply): void {
    if (status === 200) return;
    this.#silentUntilMs = this.nowMs() + Number(headers['retry-after']) * 1000;
  }

  /** A linear congruential generator (Knuth, MMIX), cut to 32 bits. */
  #latencyMs(): number {
    this.#chance = (Math.imul(this.#chance, 1_664_525) + 1_013_904_223) >>> 0;
    const [least, most] = LATENCY_MS;
    return least + (this.#chance / 2 ** 32) * (most - least);
  }
}

function tooMany(status: number, seconds: number, msg: string): HttpReply {
  return {
    ...{ kind: 'reply', status, headers: { 'retry-after': String(seconds) } },
    body: JSON.stringify({ code: -1003, msg }),
  };
}
