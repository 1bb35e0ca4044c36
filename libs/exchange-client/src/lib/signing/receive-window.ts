import { RECV_WINDOW_MS } from './signed-query.ts';

/** The most that the exchange takes. */
const MOST_MS = 60_000;
const KEPT_FOR_MS = 600_000;

/**
 * How long after its timestamp a request may arrive: twice as long after each one that came too late though our clock was
 * right, and as usual again ten minutes after the last of them. A wide window lets orders act late.
 */
export class ReceiveWindow {
  #widenedMs = RECV_WINDOW_MS;
  #untilMs = Number.NEGATIVE_INFINITY;

  /** @param nowMs of a clock that never steps */
  ms(nowMs: number): number {
    return nowMs < this.#untilMs ? this.#widenedMs : RECV_WINDOW_MS;
  }

  widen(nowMs: number): void {
    this.#widenedMs = Math.min(MOST_MS, this.ms(nowMs) * 2);
    this.#untilMs = nowMs + KEPT_FOR_MS;
  }
}
