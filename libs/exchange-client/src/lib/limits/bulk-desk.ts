import Bottleneck from 'bottleneck';
import type { Charge, RateLedger } from './rate-ledger.ts';
import type { WaitingLine } from './waiting-line.ts';

/** Budget for many requests, taken at once. */
export interface BulkLease {
  /**
   * Pays for one request out of it; null where it is used up or the exchange wants silence, and the request must wait
   * for budget of its own.
   */
  draw(weight: number): Charge | null;
}

export interface BulkDeskOptions {
  readonly ledger: RateLedger;
  readonly line: WaitingLine;
  /** How many jobs may run at once. Default 4. */
  readonly jobs?: number;
}

/**
 * Runs background work, such as history and warm-up, a few jobs at a time and each with its budget in hand. Scheduling
 * a job costs milliseconds, so that one stands for many requests; orders never come by here.
 */
export class BulkDesk {
  readonly #ledger: RateLedger;
  readonly #line: WaitingLine;
  readonly #jobs: Bottleneck;

  constructor({ ledger, line, jobs = 4 }: BulkDeskOptions) {
    this.#ledger = ledger;
    this.#line = line;
    this.#jobs = new Bottleneck({ maxConcurrent: jobs });
  }

  /**
   * Runs `work` when there is budget of so much weight, and gives back what it has not used. Null where the line for
   * budget has been closed.
   */
  run<Result>(weight: number, work: (lease: BulkLease) => Promise<Result>): Promise<Result | null> {
    return this.#jobs.schedule(async () => {
      const charge = await this.#line.wait({ weight, orders: 0 }, 'bulk');
      if (charge === null) return null;
      const lease = new Lease(weight, this.#ledger);
      this.#ledger.keep(weight);
      try {
        return await work(lease);
      } finally {
        this.#ledger.keep(-lease.rest);
        charge.settle([], false);
        charge.giveBack(lease.rest);
      }
    });
  }
}

class Lease implements BulkLease {
  readonly #ledger: RateLedger;
  #rest: number;

  constructor(weight: number, ledger: RateLedger) {
    this.#rest = weight;
    this.#ledger = ledger;
  }

  get rest(): number {
    return this.#rest;
  }

  draw(weight: number): Charge | null {
    if (this.#ledger.isSilent || weight > this.#rest) return null;
    this.#change(-weight);
    const sentMs = this.#ledger.nowMs();
    const giveBack = (unused: number): void => this.#change(unused);
    return {
      kind: 'charge',
      settle: (reported) => this.#ledger.learn(reported, sentMs),
      giveBack,
      withdraw: () => giveBack(weight),
    };
  }

  #change(weight: number): void {
    this.#rest += weight;
    this.#ledger.keep(weight);
  }
}
