import { naturalExp } from '../../random/natural-exp.ts';

const MEMORY_MS = 5_000;
/** After this many of them nothing is left to feel. */
const FORGOTTEN = 40;
const MOST_REACHES = 10;

/** What takers have done to the price for now: it gives way to them in proportion, and comes back. */
export class Pressure {
  /** Above 0 after buying. */
  ticks = 0;
  #time = 0;

  /** Forgets, at a rate of 1/e in five seconds. */
  relax(now: number): void {
    const passed = (now - this.#time) / MEMORY_MS;
    this.#time = now;
    if (this.ticks !== 0) this.ticks = passed > FORGOTTEN ? 0 : this.ticks * naturalExp(-passed);
  }

  /** `share` is what was bought, less what was sold, in parts of what is traded in a usual minute. */
  push(share: number, reachTicks: number): void {
    const most = MOST_REACHES * reachTicks;
    this.ticks = Math.min(most, Math.max(-most, this.ticks + share * reachTicks));
  }
}
