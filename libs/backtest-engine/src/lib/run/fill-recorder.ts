import type { Order, OrderFilled, SpotInstrument } from '@org/domain';
import { emptyList } from '@org/domain';
import type { Fill } from '../result/fill.ts';
import { describeFill } from '../result/fill.ts';

/** Writes every trade of ours down in a reader's words. */
export class FillRecorder {
  readonly fills = emptyList<Fill>();
  declare private readonly instruments: ReadonlyMap<string, SpotInstrument>;

  constructor(instruments: readonly SpotInstrument[]) {
    this.instruments = new Map(instruments.map((instrument) => [instrument.symbol, instrument]));
  }

  /** Takes a fill and the working order that it belongs to; a fill of no such order is not ours to tell. */
  record(fill: OrderFilled, order: Order | undefined): void {
    const instrument = this.instruments.get(fill.symbol);
    // `push` is a call out of the engine's own code.
    if (order !== undefined && instrument !== undefined)
      this.fills[this.fills.length] = describeFill(fill, order, instrument);
  }
}
