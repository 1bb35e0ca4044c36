import type { Clock } from '@org/domain';
import { FirstCome } from './first-come.ts';
import type { Charge, RateLedger } from './rate-ledger.ts';
import type { Cost, Purpose } from './rate-limit.ts';

interface Waiting {
  readonly cost: Cost;
  readonly go: (charge: Charge | null) => void;
}

type Lines = Readonly<Record<Purpose, FirstCome<Waiting>>>;

const RANKS: readonly Purpose[] = ['protect', 'trade', 'bulk'];

/**
 * Where requests wait for budget that is not there yet: what protects before what trades, and that before the rest, each
 * in the order in which it came.
 */
export class WaitingLine {
  readonly #ledger: RateLedger;
  readonly #clock: Clock;
  #lines = emptyLines();
  #timer: (() => void) | null = null;
  #isClosed = false;

  constructor(ledger: RateLedger, clock: Clock) {
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** How many wait. */
  get length(): number {
    return RANKS.reduce((sum, purpose) => sum + this.#lines[purpose].length, 0);
  }

  /** Resolves with budget as soon as there is some, or with null when the line is closed. */
  wait(cost: Cost, purpose: Purpose): Promise<Charge | null> {
    if (this.#isClosed) return Promise.resolve(null);
    return new Promise((go) => {
      const line = this.#lines[purpose];
      line.add({ cost, go });
      // Who joins others waits as they do; the first decides when to look again.
      if (line.length === 1) this.#serve();
    });
  }

  /** Sends everybody away, and whoever comes later. */
  close(): void {
    this.#isClosed = true;
    this.#timer?.();
    this.#timer = null;
    const lines = this.#lines;
    this.#lines = emptyLines();
    for (const purpose of RANKS) {
      const line = lines[purpose];
      for (; line.first !== undefined; line.drop()) line.first.go(null);
    }
  }

  /** Who cannot go yet holds up those of the same purpose; the shares of the ledger keep room for higher ones. */
  #serve(): void {
    this.#timer?.();
    const times = RANKS.flatMap((purpose) => this.#serveAll(purpose) ?? []);
    this.#timer = times.length === 0 ? null : this.#serveAt(Math.min(...times));
  }

  /** Gives the server time at which to go on; null when nobody waits any more. */
  #serveAll(purpose: Purpose): number | null {
    const line = this.#lines[purpose];
    for (let { first } = line; first !== undefined; { first } = line) {
      const charge = this.#ledger.take(first.cost, purpose);
      if (charge.kind === 'wait') return charge.untilMs;
      line.drop();
      first.go(charge);
    }
    return null;
  }

  #serveAt(timeMs: number): () => void {
    const delayMs = Math.max(1, timeMs - this.#ledger.nowMs());
    return this.#clock.schedule(delayMs, () => this.#serve());
  }
}

function emptyLines(): Lines {
  return { protect: new FirstCome(), trade: new FirstCome(), bulk: new FirstCome() };
}
