import type { Candle } from '../candles/candle.ts';
import type { OrderCommand } from '../commands/command.ts';
import type { OrderEvent } from '../events/order-event.ts';

/**
 * How far a market may go without anything happening to us. A bar whose low lies above `calmLow` and whose high lies
 * below `calmHigh` touches no order and answers no command, so a shell may leave it out; it opens it late where it sends a
 * command to that market while the venue is at work on other bars of the time slice. The same object tells it at all times.
 */
export interface Calm {
  /** Quote per base; Infinity where even a bar that does not move has something to do. */
  readonly calmLow: number;
  /** Quote per base. */
  readonly calmHigh: number;
}

/**
 * A simulated exchange that learns of the market bar by bar. For each bar: `openBar`, then `nextEvent` until it gives
 * undefined; commands may be submitted between any two events and take part in what is left of the bar. Bars that close
 * at one time are opened together, in any order.
 */
export interface BarVenue {
  openBar(symbol: string, candle: Candle, closeTime: number): void;
  /** The next thing that happens in this bar, given all that was submitted so far. */
  nextEvent(): OrderEvent | undefined;
  submit(command: OrderCommand): void;
}

/** One that can also be shown the bars alone that matter to it. */
export interface SelectiveBarVenue extends BarVenue {
  calmOf(symbol: string): Calm;
}
