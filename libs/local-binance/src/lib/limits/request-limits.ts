import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { BanTerms } from './bans.ts';
import { Bans } from './bans.ts';
import { ClockWindow } from './clock-window.ts';
import type { RequestLimit } from './request-limit.ts';
import { REQUEST_LIMITS, windowMs } from './request-limit.ts';

/** A limit and how much of it an address has used. */
export interface RequestCount extends RequestLimit {
  readonly count: number;
}

/** A refusal, with the time at which it ends. */
export interface LimitRefusal extends BinanceError {
  readonly retryAtMs: number;
}

/**
 * Counts what addresses ask for, in windows that start on the clock. Who asks for more is refused; who goes on all the
 * same is banned. Times are those of the protocol.
 */
export class RequestLimits {
  readonly #limits: readonly RequestLimit[];
  readonly bans: Bans;
  readonly #windows: readonly { readonly limit: RequestLimit; readonly window: ClockWindow }[];
  /** What is left of every limit: each is a part of what the others leave. */
  #fractions: readonly { readonly fraction: number }[] = [];

  constructor(limits: readonly RequestLimit[] = REQUEST_LIMITS, terms?: BanTerms) {
    this.#limits = limits;
    this.bans = new Bans(terms);
    this.#windows = limits.map((limit) => ({ limit, window: new ClockWindow(windowMs(limit)) }));
  }

  /** As they hold now. */
  get limits(): readonly RequestLimit[] {
    return this.#limits.map((limit) => this.#lowered(limit));
  }

  /** Leaves `fraction` of every limit. Gives what undoes it. */
  lower(fraction: number): () => void {
    const lowered = { fraction };
    this.#fractions = [...this.#fractions, lowered];
    return () => {
      this.#fractions = this.#fractions.filter((other) => other !== lowered);
    };
  }

  /** Counts a request; null where it may go on. Its weight is only looked at: `charge` counts it. */
  admit(address: string, weight: number, nowMs: number): LimitRefusal | null {
    const bannedUntil = this.bans.until(address, nowMs);
    if (bannedUntil !== null) return banned(bannedUntil, nowMs);
    this.#add('RAW_REQUESTS', address, 1, nowMs);
    const exceeded = this.#windows.find(
      ({ limit, window }) =>
        window.count(address, nowMs) + (limit.rateLimitType === 'REQUEST_WEIGHT' ? weight : 0) >
        this.#lowered(limit).limit,
    );
    if (exceeded === undefined) return null;
    const ban = this.bans.refuse(address, nowMs);
    return ban === null
      ? tooMuch(this.#lowered(exceeded.limit), exceeded.window.endMs(nowMs), nowMs)
      : banned(ban, nowMs);
  }

  charge(address: string, weight: number, nowMs: number): void {
    this.#add('REQUEST_WEIGHT', address, weight, nowMs);
  }

  counts(address: string, nowMs: number): readonly RequestCount[] {
    return this.#windows.map(({ limit, window }) => ({
      ...this.#lowered(limit),
      count: window.count(address, nowMs),
    }));
  }

  #lowered(limit: RequestLimit): RequestLimit {
    if (this.#fractions.length === 0) return limit;
    const left = this.#fractions.reduce((rest, { fraction }) => rest * fraction, limit.limit);
    return { ...limit, limit: Math.max(1, Math.floor(left)) };
  }

  #add(type: RequestLimit['rateLimitType'], address: string, amount: number, nowMs: number): void {
    for (const { limit, window } of this.#windows) {
      if (limit.rateLimitType === type) window.add(address, amount, nowMs);
    }
  }
}

function tooMuch(limit: RequestLimit, retryAtMs: number, nowMs: number): LimitRefusal {
  const { intervalNum, interval } = limit;
  const what = limit.rateLimitType === 'REQUEST_WEIGHT' ? 'request weight' : 'requests';
  const used =
    limit.rateLimitType === 'REQUEST_WEIGHT' ? 'Too much request weight used' : 'Too many requests';
  const msg =
    `${used}; current limit is ${limit.limit} ${what} per ${intervalNum} ${interval}. ` +
    'Please use WebSocket Streams for live updates to avoid polling the API.';
  return refusal(429, msg, retryAtMs, nowMs);
}

function banned(untilMs: number, nowMs: number): LimitRefusal {
  const msg =
    `Way too much request weight used; IP banned until ${untilMs}. ` +
    'Please use WebSocket Streams for live updates to avoid bans.';
  return refusal(418, msg, untilMs, nowMs);
}

function refusal(status: number, msg: string, retryAtMs: number, nowMs: number): LimitRefusal {
  const retryAfterS = Math.ceil((retryAtMs - nowMs) / 1000);
  return { ...binanceError(-1003, msg, status), retryAfterS, retryAtMs };
}
