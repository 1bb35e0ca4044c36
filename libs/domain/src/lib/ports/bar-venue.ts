import type { Candle } from '../candles/candle.ts';
import type { OrderCommand } from '../commands/command.ts';
import type { OrderEvent } from '../events/order-event.ts';

/**
 * A simulated exchange that learns of the market bar by bar. For each bar: `openBar`, then `nextEvent` until it gives
 * undefined; commands may be submitted between any two events and take part in what is left of the bar.
 */
export interface BarVenue {
  openBar(symbol: string, candle: Candle, closeTime: number): void;
  /** The next thing that happens in this bar, given all that was submitted so far. */
  nextEvent(): OrderEvent | undefined;
  submit(command: OrderCommand): void;
}
