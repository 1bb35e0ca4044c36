import type { Decision, Json, StrategyFacts } from '@org/domain';
import { InputError } from '@org/domain';
import type { z } from 'zod';
import type { Inputs, ParametersOf, StrategyWords } from '../definition/define-strategy.ts';
import { strategyFault } from '../errors/strategy-fault.ts';
import { complete } from '../intents/complete.ts';
import type { Frozen, Step, StrategyState } from '../intents/step.ts';
import { isHeld } from '../intents/step.ts';
import { newestCandlesClass } from '../view/newest-candles.ts';
import type { Placement } from '../view/value-row.ts';
import { valueRowClass } from '../view/value-row.ts';
import type { ViewFrame } from '../view/view.ts';
import { View } from '../view/view.ts';

type Frame<P> = Pick<ViewFrame<P, never, never>, 'parameters' | 'symbol' | 'lookBack' | 'candleNames'>;

const NOTHING_WANTED: Decision['intents'] = [];

/** What every strategy without a state of its own says on most bars: one object, at hand for all of a hundred. */
const NOTHING_KEPT: Decision = { state: null, intents: NOTHING_WANTED };

/** What no author's code can answer. */
const NOT_YET: Step<Json> = { state: null, intents: [] };

/**
 * Makes the `decide` that the trading step calls out of the one that an author wrote.
 *
 * A decision that wants nothing is told by the same object for as long as the state stays the same one, so that an
 * ordinary bar allocates nothing that outlives the call. It throws InputError `strategy-failed` for what the author's code throws,
 * and `strategy-decision` where its answer is none.
 */
export function decider<P extends z.ZodObject, I extends Inputs, X, S extends StrategyState>(
  words: StrategyWords<P, I, X, S>,
  { parameters, symbol, lookBack, candleNames }: Frame<ParametersOf<P>>,
  placements: readonly Placement[],
): (state: Json, facts: StrategyFacts) => Decision {
  const frame: ViewFrame<ParametersOf<P>, I, X> = {
    ...{ parameters, symbol, lookBack, candleNames },
    Candles: newestCandlesClass<I>(candleNames),
    Row: valueRowClass<X>(placements),
  };
  let view: View<ParametersOf<P>, I, X> | null = null;
  /** What the author's code answered when it last wanted nothing, and the decision that this is. */
  let heldStep: unknown = NOT_YET;
  let held = NOTHING_KEPT;
  const decided = (answer: Step<Frozen<S>>): Decision => {
    const step = settled(words.name, answer);
    if (!isHeld(step) && step.intents.length > 0)
      return { state: step.state, intents: complete(words.name, step.intents, symbol) };
    heldStep = isHeld(step) ? step : NOT_YET;
    if (step.state !== held.state) held = { state: step.state, intents: NOTHING_WANTED };
    return held;
  };
  const faultOf = (thrown: unknown): Error => strategyFault(words.name, 'while it decided', thrown);
  return (state, facts) => {
    if (view === null || !view.isOf(facts)) view = new View(frame, facts);
    try {
      const step = words.decide(recalled<Frozen<S>>(state), view);
      return step === heldStep ? held : decided(step);
    } catch (error) {
      throw faultOf(error);
    }
  };
}

/** The state comes back as the plain data that this strategy itself returned. */
function recalled<S>(state: Json): S;
function recalled(state: Json): Json {
  return state;
}

/** A state is plain data: what it began as was checked, and the contract of strategies checks the rest. */
function settled<S>(strategy: string, step: Step<S>): Step<Json>;
function settled(strategy: string, step: Partial<Step<unknown>> | null | undefined): Partial<Step<unknown>> {
  if (step !== undefined && step !== null && (isHeld(step) || Array.isArray(step.intents))) return step;
  throw new InputError('strategy-decision', {
    what: `strategy ${strategy} gave no decision`,
    found: whatInstead(step),
    allowed: '{ state, intents: [ … ] }, or hold(state)',
    hint: 'Look for a way through decide that does not return one.',
  });
}

function whatInstead(step: unknown): string {
  if (step === undefined || step === null) return 'nothing';
  return step instanceof Promise ? 'a promise: decide is async' : 'no list of intents';
}
