import type { Side } from '@org/domain';
import type { RecordedTrade } from './capture.ts';

/**
 * A limit order that was never sent, in the queue of a recording. It fills by the worse of what may have happened: it
 * joins behind all that rests at its price; trades there go to the queue ahead first; orders that are cancelled there
 * stood behind it as long as the level still shows enough to be ahead of it; a trade at a worse price, which in truth it
 * would have met first, gives it no more than that trade's own quantity.
 */
export class QueuedOrder {
  private readonly side: Side;
  private readonly ticks: number;
  private ahead: number;
  private rest: number;

  /** `ahead` is what rests at the price when the order joins; all quantities are lots. */
  constructor(side: Side, ticks: number, lots: number, ahead: number) {
    this.side = side;
    this.ticks = ticks;
    this.rest = lots;
    this.ahead = ahead;
  }

  get isFilled(): boolean {
    return this.rest <= 0;
  }

  /** Somebody traded. */
  trade({ ticks, lots, aggressor }: RecordedTrade): void {
    if (aggressor === this.side) return;
    const beyond = this.side === 'buy' ? this.ticks - ticks : ticks - this.ticks;
    if (beyond < 0) return;
    if (beyond > 0) this.ahead = 0;
    const taken = Math.min(this.ahead, lots);
    this.ahead -= taken;
    this.rest -= lots - taken;
  }

  /** The level at its price, others' orders alone, now shows `lots`. */
  level(lots: number): void {
    this.ahead = Math.min(this.ahead, lots);
  }

  get price(): number {
    return this.ticks;
  }
}
