import type { Cost, Purpose, RateLimit } from './rate-limit.ts';
import { SHARES, shareOf } from './rate-limit.ts';
import { RateWindow } from './rate-window.ts';

/** What the exchange counts after a request, as its headers tell. */
export interface ReportedUse {
  readonly kind: RateLimit['kind'];
  readonly intervalMs: number;
  readonly used: number;
}

/** A request that may go. It must be settled once, when it is answered or given up. */
export interface Charge {
  readonly kind: 'charge';
  /** Answered: what the headers report, and whether it turned out to cost no weight. */
  settle(reported: readonly ReportedUse[], isFree: boolean): void;
  /** Of a charge for more than was needed: so much weight was not used. */
  giveBack(weight: number): void;
  /** In place of settling: it was not sent after all, and all of it goes back. */
  withdraw(): void;
}

/** A request that may not go yet. */
export interface Wait {
  readonly kind: 'wait';
  /** Server time at which asking again makes sense. */
  readonly untilMs: number;
}

export interface RateLedgerOptions {
  readonly limits: readonly RateLimit[];
  /** Server time. */
  readonly nowMs: () => number;
  /** How far off that may be, and how long a request is on its way. Default 100. */
  readonly guardMs?: number;
}

/** The exchange bans for three days at most: whatever asks for more was misread, or is broken. */
const LONGEST_SILENCE_MS = 3 * 86_400_000;

/**
 * What may be sent, and when: the one truth about the exchange's limits. Every request is charged before it goes, the
 * exchange's own counts correct ours upwards (others may share the address), and a told back-off stops everything.
 */
export class RateLedger {
  readonly #nowMs: () => number;
  readonly #guardMs: number;
  #windows: readonly RateWindow[];
  #silentUntilMs = 0;
  /** Weight that is charged for requests to come. */
  #keptWeight = 0;

  constructor({ limits, nowMs, guardMs = 100 }: RateLedgerOptions) {
    this.#nowMs = nowMs;
    this.#guardMs = guardMs;
    this.#windows = limits.map((limit) => new RateWindow(limit, guardMs));
  }

  /** Server time, by which windows begin. */
  nowMs(): number {
    return this.#nowMs();
  }

  /** Takes budget for one request at once, or tells when there will be some. */
  take(cost: Cost, purpose: Purpose): Charge | Wait {
    const now = this.#nowMs();
    if (now < this.#silentUntilMs) return { kind: 'wait', untilMs: this.#silentUntilMs };
    let untilMs = 0;
    for (const window of this.#windows) {
      if (window.hasRoom(shareOf(window.limit, cost), SHARES[purpose], now)) continue;
      untilMs = Math.max(untilMs, window.nextMs(now));
    }
    return untilMs > 0 ? { kind: 'wait', untilMs } : new Taken(this, this.#windows, cost, now);
  }

  /** So much more of the weight that is charged, or less, is for requests to come: the exchange cannot have counted it. */
  keep(weight: number): void {
    this.#keptWeight += weight;
  }

  /** All of it. */
  get keptWeight(): number {
    return this.#keptWeight;
  }

  /** The exchange has told its counts, in an answer to something that was charged as part of a whole. */
  learn(reported: readonly ReportedUse[], sentMs: number): void {
    const lesson = { reported, sentMs, keptWeight: this.#keptWeight, nowMs: this.#nowMs() };
    for (const window of this.#windows) learn(window, lesson);
  }

  /** The exchange has asked for silence (429, 418): nothing goes before then, whatever it is for; three days at most. */
  beSilentUntil(untilMs: number): void {
    const latestMs = this.#nowMs() + LONGEST_SILENCE_MS;
    this.#silentUntilMs = Math.max(this.#silentUntilMs, Math.min(untilMs, latestMs));
  }

  /** Whether nothing may go, whatever it has in hand. */
  get isSilent(): boolean {
    return this.#nowMs() < this.#silentUntilMs;
  }

  /** Server time until which nothing goes; in the past where all is well. */
  silentUntilMs(): number {
    return this.#silentUntilMs;
  }

  /** The exchange takes no more orders in its shortest window (-1015); cancels go on. */
  refuseOrders(): void {
    const orders = this.#windows.filter(({ limit }) => limit.kind === 'orders');
    const shortest = orders.toSorted((a, b) => a.limit.intervalMs - b.limit.intervalMs)[0];
    shortest?.fill(this.#nowMs());
  }

  /** Takes over limits that the exchange has changed; windows that stay keep their counts. */
  changeLimits(limits: readonly RateLimit[]): void {
    this.#windows = limits.map(
      (limit) =>
        this.#windows.find((window) => isSame(window.limit, limit)) ?? new RateWindow(limit, this.#guardMs),
    );
  }

  /** How full each limit is, for metrics. */
  use(): readonly (RateLimit & { readonly used: number })[] {
    const now = this.#nowMs();
    return this.#windows.map((window) => ({ ...window.limit, used: window.used(now) }));
  }
}

/** What one request has taken of each window, in place until it is known what became of it. */
class Taken implements Charge {
  readonly kind = 'charge';
  readonly #ledger: TakenFrom;
  readonly #windows: readonly RateWindow[];
  readonly #cost: Cost;
  readonly #takenMs: number;

  constructor(ledger: TakenFrom, windows: readonly RateWindow[], cost: Cost, takenMs: number) {
    this.#ledger = ledger;
    this.#windows = windows;
    this.#cost = cost;
    this.#takenMs = takenMs;
    for (const window of windows) window.take(shareOf(window.limit, cost), takenMs);
  }

  settle(reported: readonly ReportedUse[], isFree: boolean): void {
    const settledMs = this.#ledger.nowMs();
    const keptWeight = this.#ledger.keptWeight;
    for (const window of this.#windows) {
      const amount = shareOf(window.limit, this.#cost);
      window.settle(amount, settledMs);
      learn(window, { reported, keptWeight, sentMs: this.#takenMs, nowMs: settledMs });
      if (isFree && window.limit.kind === 'weight') this.#giveBack(window, amount, settledMs);
    }
  }

  withdraw(): void {
    const withdrawnMs = this.#ledger.nowMs();
    for (const window of this.#windows) {
      const amount = shareOf(window.limit, this.#cost);
      window.settle(amount, withdrawnMs);
      this.#giveBack(window, amount, withdrawnMs);
    }
  }

  giveBack(weight: number): void {
    for (const window of this.#windows) {
      if (window.limit.kind === 'weight') this.#giveBack(window, weight, this.#ledger.nowMs());
    }
  }

  #giveBack(window: RateWindow, amount: number, nowMs: number): void {
    window.giveBack(amount, window.windowAt(this.#takenMs), nowMs);
  }
}

/** What a charge asks of its ledger. */
interface TakenFrom {
  nowMs(): number;
  readonly keptWeight: number;
}

/** What the exchange has told, and of which moment. */
interface Lesson {
  readonly reported: readonly ReportedUse[];
  readonly sentMs: number;
  readonly keptWeight: number;
  readonly nowMs: number;
}

function learn(window: RateWindow, { reported, sentMs, keptWeight, nowMs }: Lesson): void {
  const { kind, intervalMs } = window.limit;
  for (const use of reported) {
    if (use.kind !== kind || use.intervalMs !== intervalMs) continue;
    const kept = kind === 'weight' ? keptWeight : 0;
    window.learn(use.used, sentMs, window.windowAt(sentMs), kept, nowMs);
    return;
  }
}

function isSame(a: RateLimit, b: RateLimit): boolean {
  return a.kind === b.kind && a.intervalMs === b.intervalMs && a.limit === b.limit;
}
