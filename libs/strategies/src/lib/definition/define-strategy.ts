import type { ProtectionScope, StrategyInput } from '@org/domain';
import type { z } from 'zod';
import { bind } from '../binding/bind.ts';
import { strategyFault } from '../errors/strategy-fault.ts';
import type { Frozen, Step, StrategyState } from '../intents/step.ts';
import type { StrategyView } from '../view/strategy-view.ts';
import type { IndicatorName, IndicatorRequest } from './indicator.ts';
import { checkWords } from './check-words.ts';
import type { CandlesInput } from './inputs.ts';
import type { StrategyDefinition } from './strategy-definition.ts';
import { DEFINITION } from './strategy-definition.ts';
import type { StrategySession } from './strategy-session.ts';

/** What a strategy listens to, by names of its own. */
export type Inputs = Readonly<Record<string, StrategyInput>>;

/** What a strategy computes, by names of its own; each may name one of the inputs `On`. */
export type Indicators<On extends string = string> = Readonly<
  Record<string, IndicatorRequest<IndicatorName, On>>
>;

/** Holds where all indicators read inputs that there are; checked last, when both are known. */
type ReadsItsInputs<I, X> =
  X extends Indicators<keyof I & string>
    ? unknown
    : { readonly indicators: () => Indicators<keyof I & string> };

/** The parameters of a strategy, as its schema gives them. */
export type ParametersOf<P extends z.ZodObject> = Readonly<z.output<P>>;

/** A strategy as its author writes it down. */
export interface StrategyWords<P extends z.ZodObject, I extends Inputs, X, S extends StrategyState> {
  readonly name: string;
  /** A schema whose fields have a default and a `describe`; combinations without meaning are refused by `refine`. */
  readonly parameters: P;
  /** Default: `main`, the bars of the first symbol at the session's interval. */
  readonly inputs?: (parameters: ParametersOf<P>, session: StrategySession) => I;
  /** Default: none. */
  readonly indicators?: (parameters: ParametersOf<P>, session: StrategySession) => X;
  /** How many bars before the newest one `before` and `ago` can reach. Default: 1. */
  readonly lookBack?: number | ((parameters: ParametersOf<P>) => number);
  /** The memory to begin with: plain data. Default: null, for none. */
  readonly state?: (parameters: ParametersOf<P>, session: StrategySession) => S;
  /** Default: `position`, a stop on every filled entry. `inventory` is for strategies whose own sells rest. */
  readonly protection?: ProtectionScope;
  /** Whether to decide on reports about its own orders as well. Default: false. */
  readonly wantsOrderEvents?: boolean;
  /** The decision: the same answer for the same arguments, nothing changed, nothing remembered elsewhere. */
  decide(state: Frozen<S>, view: StrategyView<ParametersOf<P>, I, X>): Step<Frozen<NoInfer<S>>>;
}

/**
 * Defines a strategy: one pure decision over values that are computed for it. The file that exports it by default
 * runs in a backtest, on paper and live.
 *
 * @throws InputError `strategy-words` for a word that is unknown, missing, or not what it can be.
 * @example
 * import { buy, defineStrategy, hold, indicator, sell } from '@org/strategies';
 * import { z } from 'zod';
 *
 * export default defineStrategy({
 *   name: 'above-average',
 *   parameters: z.object({ period: z.number().int().min(2).default(50).describe('bars of the average') }),
 *   indicators: (p) => ({ average: indicator('sma', { period: p.period }) }),
 *   decide(state, view) {
 *     const close = view.candles.main?.close ?? NaN;
 *     const { average } = view.now;
 *     if (view.isFlat() && close > average) {
 *       return { state, intents: [buy({ reason: `close ${close} above average ${average}` })] };
 *     }
 *     if (!view.isFlat() && close < average) {
 *       return { state, intents: [sell({ reason: `close ${close} below average ${average}` })] };
 *     }
 *     return hold(state);
 *   },
 * });
 */
export function defineStrategy<
  P extends z.ZodObject,
  I extends Inputs = { readonly main: CandlesInput },
  X extends Indicators = Readonly<Record<never, never>>,
  S extends StrategyState = null,
>(words: StrategyWords<P, I, X, S> & ReadsItsInputs<I, X>): StrategyDefinition {
  checkWords(words);
  return Object.freeze({
    [DEFINITION]: true,
    name: words.name,
    parameters: words.parameters,
    bind: (binding) => {
      try {
        return bind(words, binding);
      } catch (error) {
        throw strategyFault(words.name, 'while it was set up', error);
      }
    },
  } satisfies StrategyDefinition);
}
