import type { RateLimit } from './rate-limit.ts';
import { SentAmounts } from './sent-amounts.ts';

/**
 * One limit, counted. Our idea of the exchange's time is wrong by up to `guardMs`, and a request takes time to arrive:
 * near a boundary it may be counted on either side. So a window begins `guardMs` late, and begins with what was sent
 * around the boundary or is still under way.
 */
export class RateWindow {
  readonly limit: RateLimit;
  readonly #guardMs: number;
  #window = -1;
  #used = 0;
  /** Sent so close to the end that the next window may count it. */
  #late = 0;
  #underWay = 0;
  readonly #sent = new SentAmounts();

  constructor(limit: RateLimit, guardMs: number) {
    this.limit = limit;
    this.#guardMs = guardMs;
  }

  /** Of this window, as far as we know. */
  used(nowMs: number): number {
    this.#roll(nowMs);
    return this.#used;
  }

  /** Which window it is at a time; what was sent in another one says nothing about this one. */
  windowAt(nowMs: number): number {
    return Math.floor((nowMs - this.#guardMs) / this.limit.intervalMs);
  }

  /** When the next window begins. */
  nextMs(nowMs: number): number {
    return (this.windowAt(nowMs) + 1) * this.limit.intervalMs + this.#guardMs;
  }

  hasRoom(amount: number, share: number, nowMs: number): boolean {
    this.#roll(nowMs);
    return amount === 0 || this.#used + amount <= Math.floor(this.limit.limit * share);
  }

  take(amount: number, nowMs: number): void {
    this.#roll(nowMs);
    this.#used += amount;
    this.#underWay += amount;
    this.#sent.add(amount, nowMs);
    if (this.#isLate(nowMs)) this.#late += amount;
  }

  /** Of what was taken in `window`, `amount` is answered or given up. */
  settle(amount: number, nowMs: number): void {
    this.#roll(nowMs);
    this.#underWay -= amount;
  }

  /**
   * The exchange counts `reported` in all, with something that was sent at `sentMs` in `window`. What is not in it for
   * certain comes on top: what was sent so much later that it must have arrived later, and what is `kept` for requests to
   * come. The rest of what is under way may be in it, and to count it twice would stop everything too early.
   */
  learn(reported: number, sentMs: number, window: number, kept: number, nowMs: number): void {
    this.#roll(nowMs);
    if (window !== this.#window) return;
    this.#used = Math.max(this.#used, reported + this.#sent.after(sentMs + this.#guardMs) + kept);
  }

  /** What was taken in `window` and turned out to cost nothing. */
  giveBack(amount: number, window: number, nowMs: number): void {
    this.#roll(nowMs);
    if (window === this.#window) this.#used = Math.max(0, this.#used - amount);
  }

  /** Nothing more goes before the next window. */
  fill(nowMs: number): void {
    this.#roll(nowMs);
    this.#used = Math.max(this.#used, this.limit.limit);
    // The exchange may be in its next window already, and that is the one that is full.
    if (this.#isLate(nowMs)) this.#late = Math.max(this.#late, this.limit.limit);
  }

  #isLate(nowMs: number): boolean {
    return nowMs >= (this.#window + 1) * this.limit.intervalMs - this.#guardMs;
  }

  #roll(nowMs: number): void {
    const window = this.windowAt(nowMs);
    if (window < this.#window - 1) {
      // Our clock was far ahead and was put right: what is counted stays, and goes with the window that it really is.
      this.#window = window;
      return;
    }
    if (window <= this.#window) return;
    const isNext = window === this.#window + 1;
    this.#used = this.#underWay + (isNext ? this.#late : 0);
    this.#late = 0;
    this.#window = window;
    this.#sent.clear();
  }
}
