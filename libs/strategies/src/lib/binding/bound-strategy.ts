import type { Interval, Json, Strategy } from '@org/domain';
import type { Field } from '@org/indicators-gpu';
import type { Placement } from '../view/value-row.ts';

/** An indicator that a bound strategy wants: which, how set, and on which bars. */
export interface BoundIndicator {
  /** The strategy's own name for it. */
  readonly name: string;
  /** The library's name for it. */
  readonly indicator: string;
  /** Complete, defaults included. */
  readonly options: Readonly<Record<string, number | string>>;
  readonly source: Field | null;
  readonly outputs: readonly string[];
  /** Which of the strategy's candle inputs it reads. */
  readonly candle: number;
  readonly symbol: string;
  readonly interval: Interval;
}

/** A strategy with its parameters and markets. On its own it reads values as a plan for it alone lays them out. */
export interface BoundStrategy extends Strategy {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly indicators: readonly BoundIndicator[];
  /** How many bars before the newest one its indicators are looked at. */
  readonly lookBack: number;
  /** The same strategy, reading its values where a plan has put them; one placement for each indicator. */
  placed(placements: readonly Placement[]): Strategy;
}
