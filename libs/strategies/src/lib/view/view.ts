import type { Position, SlotOrder, SpotInstrument, StrategyFacts } from '@org/domain';
import { amountValue } from '@org/domain';
import { LookBackError } from '../errors/look-back-error.ts';
import type { RowClass } from './value-row.ts';
import type { CandlesName, IndicatorRow, NewestCandles, StrategyView, Trigger } from './strategy-view.ts';

type Seen = StrategyFacts['candles'];

/** What all views of one bound strategy share. */
export interface ViewFrame<P, I, X> {
  readonly parameters: P;
  readonly symbol: string;
  readonly lookBack: number;
  readonly candleNames: readonly string[];
  readonly Candles: new (seen: Seen) => NewestCandles<I>;
  readonly Row: RowClass<X>;
}

/** The facts of one decision under the names that the strategy gave them, read only when asked for. */
export class View<P, I, X> implements StrategyView<P, I, X> {
  private readonly frame: ViewFrame<P, I, X>;
  private readonly facts: StrategyFacts;

  constructor(frame: ViewFrame<P, I, X>, facts: StrategyFacts) {
    this.frame = frame;
    this.facts = facts;
  }

  get time(): number {
    return this.facts.time;
  }

  get trigger(): Trigger {
    return this.facts.trigger;
  }

  get slot(): string | null {
    return this.facts.slot;
  }

  get parameters(): P {
    return this.frame.parameters;
  }

  get symbol(): string {
    return this.frame.symbol;
  }

  get candles(): NewestCandles<I> {
    return new this.frame.Candles(this.facts.candles);
  }

  get now(): IndicatorRow<X> {
    return new this.frame.Row(this.facts.candles, 0);
  }

  get before(): IndicatorRow<X> {
    return this.ago(1);
  }

  ago(bars: number): IndicatorRow<X> {
    const { lookBack, Row } = this.frame;
    if (Number.isInteger(bars) && bars >= 0 && bars <= lookBack) return new Row(this.facts.candles, bars);
    throw new LookBackError(bars, lookBack);
  }

  isNew(input: CandlesName<I>): boolean {
    return this.facts.candles[this.frame.candleNames.indexOf(input)]?.time === this.facts.time;
  }

  get position(): Position {
    return this.facts.position(this.frame.symbol);
  }

  positionOf(symbol: string): Position {
    return this.facts.position(symbol);
  }

  isFlat(symbol: string = this.frame.symbol): boolean {
    const { size, averagePrice } = this.facts.position(symbol);
    if (size === 0) return true;
    const { lotSize, minNotional, quote } = this.facts.instrument(symbol);
    return size < lotSize || size * averagePrice < amountValue(minNotional, quote);
  }

  get cash(): number {
    return this.facts.cash;
  }

  get equity(): number {
    return this.facts.equity;
  }

  order(slot: string): SlotOrder | undefined {
    return this.facts.order(slot);
  }

  get orders(): readonly SlotOrder[] {
    return this.facts.orders();
  }

  instrument(symbol: string = this.frame.symbol): SpotInstrument {
    return this.facts.instrument(symbol);
  }
}
