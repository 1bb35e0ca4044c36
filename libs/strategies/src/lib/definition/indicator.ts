import type * as library from '@org/indicators-gpu';
import type { Field, LooseOptions, Row } from '@org/indicators-gpu';

type Library = typeof library;

/** The indicators that a strategy may name, by the names of the library. */
export type IndicatorName = {
  [K in keyof Library]: Library[K] extends { readonly row: Row } ? K : never;
}[keyof Library];

type StreamOf<N extends IndicatorName> = ReturnType<Library[N]['stream']>;

/** What an indicator can be set to; whatever is left out takes its default. */
export type IndicatorOptions<N extends IndicatorName> = Parameters<Library[N]['stream']>[0];

/** A number for an indicator with one output, numbers by the names of the outputs for one with several. */
export type IndicatorValues<N extends IndicatorName> = ReturnType<StreamOf<N>['next']>;

/** Another field than its own, such as `volume`, for an indicator that reads one column. */
export interface IndicatorSource {
  readonly source?: Field;
}

/** The candle input that an indicator reads, by its name. */
export interface IndicatorPlace<On extends string = string> extends IndicatorSource {
  readonly on: On;
}

/** An indicator that a strategy wants. */
export interface IndicatorRequest<N extends IndicatorName = IndicatorName, On extends string = string> {
  readonly indicator: N;
  readonly options: LooseOptions;
  readonly on: On | null;
  readonly source: Field | null;
}

/**
 * Asks for an indicator: its values stand in `view.now`, `view.before` and `view.ago(bars)` under the name that it is
 * given in the strategy's `indicators`. It reads the first candle input unless `place` names another.
 *
 * @example
 * indicators: (p) => ({
 *   fast: indicator('sma', { period: p.fast }),
 *   trend: indicator('ema', { period: 50 }, { on: 'filter' }),
 * })
 */
export function indicator<N extends IndicatorName>(
  name: N,
  options?: IndicatorOptions<N>,
  place?: IndicatorSource,
): IndicatorRequest<N, never>;
export function indicator<N extends IndicatorName, const On extends string>(
  name: N,
  options: IndicatorOptions<N>,
  place: IndicatorPlace<On>,
): IndicatorRequest<N, On>;
export function indicator<N extends IndicatorName>(
  name: N,
  options?: IndicatorOptions<N>,
  place: IndicatorSource & Partial<IndicatorPlace> = {},
): IndicatorRequest<N> {
  const { on = null, source = null } = place;
  return { indicator: name, options: { ...options }, on, source };
}
