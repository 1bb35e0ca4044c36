import type { Position, SlotOrder, SpotInstrument, StrategyFacts } from '@org/domain';
import { LookBackError } from '../errors/look-back-error.ts';
import { UnknownNameError } from '../errors/unknown-name-error.ts';
import { plainTrigger } from './plain-bar.ts';
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

/**
 * The facts of a decision under the names that the strategy gave them, read only when asked for. Where a shell tells
 * one decision after the other through the same facts, the view and its rows are used again as well.
 */
export class View<P, I, X> implements StrategyView<P, I, X> {
  declare private readonly frame: ViewFrame<P, I, X>;
  declare private readonly facts: StrategyFacts;
  declare readonly now: IndicatorRow<X>;
  /** By age. All are made at once: a row that may have to be made is one of which the engine knows nothing. */
  declare private readonly rows: readonly IndicatorRow<X>[];

  constructor(frame: ViewFrame<P, I, X>, facts: StrategyFacts) {
    const { Row, lookBack } = frame;
    const { candles } = facts;
    this.frame = frame;
    this.facts = facts;
    this.now = new Row(candles, 0);
    this.rows = Array.from({ length: lookBack + 1 }, (_, age) =>
      age === 0 ? this.now : new Row(candles, age),
    );
  }

  isOf(facts: StrategyFacts): boolean {
    return this.facts === facts;
  }

  get time(): number {
    return this.facts.time;
  }

  get trigger(): Trigger {
    return plainTrigger(this.facts.trigger);
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

  get before(): IndicatorRow<X> {
    return this.ago(1);
  }

  ago(bars: number): IndicatorRow<X> {
    const row = this.rows[bars];
    if (row === undefined) throw new LookBackError(bars, this.frame.lookBack);
    return row;
  }

  isNew(input: CandlesName<I>): boolean {
    const { candleNames } = this.frame;
    const index = candleNames.indexOf(input);
    if (index < 0)
      throw new UnknownNameError('view.isNew takes the name of an input with bars', input, candleNames);
    return this.facts.candles[index]?.time === this.facts.time;
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
    const { lotSize, factors } = this.facts.instrument(symbol);
    return size < lotSize || size * averagePrice < factors.minNotional;
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
