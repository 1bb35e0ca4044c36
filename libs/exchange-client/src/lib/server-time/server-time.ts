/** One question for the exchange's time: when it left and came back by a clock that never steps, and what it said. */
export interface TimeSample {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  readonly serverTimeMs: number;
}

/** How many questions are remembered; the quickest of them counts. */
const MEMORY = 8;

/**
 * The exchange's time, by a clock of ours that never steps (such as `performance.now`), so that neither a wrong wall
 * clock nor one that jumps can spoil a timestamp. An answer is taken to be from the middle of its round trip, and is
 * wrong by at most half of it; hence the quickest counts.
 */
export class ServerTime {
  readonly #monotonicMs: () => number;
  #samples: readonly TimeSample[] = [];
  #offsetMs: number;
  #uncertaintyMs = Number.POSITIVE_INFINITY;

  /** Until the first answer the time is `assumedMs`, and goes on from there. */
  constructor(monotonicMs: () => number, assumedMs: number) {
    this.#monotonicMs = monotonicMs;
    this.#offsetMs = assumedMs - monotonicMs();
  }

  /** Whole milliseconds UTC; for timestamps. */
  nowMs(): number {
    return Math.floor(this.#monotonicMs() + this.#offsetMs);
  }

  /** Of our own clock, for samples. */
  monotonicMs(): number {
    return this.#monotonicMs();
  }

  /** How far off it can be: half a round trip; infinite before the first answer. */
  uncertaintyMs(): number {
    return this.#uncertaintyMs;
  }

  observe(sample: TimeSample): void {
    this.#samples = [...this.#samples.slice(1 - MEMORY), sample];
    this.#settle();
  }

  /**
   * For when the exchange refuses our timestamps: the next answer counts, however slow it is. Until it comes the time goes
   * on as it was.
   */
  distrust(): void {
    this.#samples = [];
    this.#uncertaintyMs = Number.POSITIVE_INFINITY;
  }

  #settle(): void {
    const best = this.#samples.reduce<TimeSample | undefined>(
      (quickest, sample) =>
        quickest === undefined || roundTrip(sample) <= roundTrip(quickest) ? sample : quickest,
      undefined,
    );
    if (best === undefined) return;
    this.#offsetMs = best.serverTimeMs - (best.sentAtMs + best.receivedAtMs) / 2;
    this.#uncertaintyMs = roundTrip(best) / 2;
  }
}

function roundTrip({ sentAtMs, receivedAtMs }: TimeSample): number {
  return receivedAtMs - sentAtMs;
}
