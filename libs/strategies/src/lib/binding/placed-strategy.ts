import type { Decision, Json, ProtectionScope, Strategy, StrategyFacts, StrategyInput } from '@org/domain';
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
import { StateWatch } from './state-watch.ts';

/** What does not depend on where the strategy's values stand. */
export interface Bound<P extends z.ZodObject, I extends Inputs, X, S extends StrategyState> {
  readonly id: string;
  readonly words: StrategyWords<P, I, X, S>;
  readonly inputs: readonly StrategyInput[];
  readonly initialState: Json;
  readonly frame: Pick<
    ViewFrame<ParametersOf<P>, never, never>,
    'parameters' | 'symbol' | 'lookBack' | 'candleNames'
  >;
}

const NOTHING_WANTED: Decision['intents'] = [];

/** What every strategy without a state of its own says on most bars: one object, at hand for all of a hundred. */
const NOTHING_KEPT: Decision = { state: null, intents: NOTHING_WANTED };

/** What no author's code can answer. */
const NOT_YET: Step<Json> = { state: null, intents: [] };

/**
 * The strategy that the trading step asks, made out of the one that an author wrote.
 *
 * A decision that wants nothing is told by the same object for as long as the state stays the same one, so that an
 * ordinary bar allocates nothing that outlives the call. A class, since the engine takes a method straight into its caller,
 * and a function out of a field only after a long look at it.
 */
export class PlacedStrategy<
  P extends z.ZodObject,
  I extends Inputs,
  X,
  S extends StrategyState,
> implements Strategy {
  declare readonly id: string;
  declare readonly name: string;
  declare readonly inputs: readonly StrategyInput[];
  declare readonly protection: ProtectionScope;
  declare readonly wantsOrderEvents: boolean;
  declare readonly initialState: Json;
  declare private readonly words: StrategyWords<P, I, X, S>;
  declare private readonly frame: ViewFrame<ParametersOf<P>, I, X>;
  private view: View<ParametersOf<P>, I, X> | null = null;
  /** What the author's code answered when it last wanted nothing, and the decision that this is. */
  private heldStep: unknown = NOT_YET;
  private held: Decision = NOTHING_KEPT;
  declare private readonly watch: StateWatch;

  constructor(
    { id, words, inputs, initialState, frame }: Bound<P, I, X, S>,
    placements: readonly Placement[],
  ) {
    this.id = id;
    this.name = words.name;
    this.inputs = inputs;
    this.protection = words.protection ?? 'position';
    this.wantsOrderEvents = words.wantsOrderEvents ?? false;
    this.initialState = initialState;
    this.words = words;
    this.watch = new StateWatch(words.name);
    this.frame = {
      ...frame,
      Candles: newestCandlesClass<I>(frame.candleNames),
      Row: valueRowClass<X>(placements),
    };
  }

  /**
   * @throws InputError `strategy-failed` for what the author's code throws, `strategy-decision` where its answer is none,
   * and `strategy-not-plain` for a state that was looked at and that JSON would not bring back.
   */
  decide(state: Json, facts: StrategyFacts): Decision {
    const view = this.view !== null && this.view.isOf(facts) ? this.view : this.look(facts);
    try {
      const step = this.words.decide(recalled<Frozen<S>>(state), view);
      return step === this.heldStep ? this.held : this.decided(step);
    } catch (error) {
      throw this.faultOf(error);
    }
  }

  private look(facts: StrategyFacts): View<ParametersOf<P>, I, X> {
    this.view = new View(this.frame, facts);
    return this.view;
  }

  private decided(answer: Step<Frozen<S>>): Decision {
    const step = settled(this.name, answer);
    if (step.state !== this.held.state) this.watch.take(step.state);
    if (!isHeld(step) && step.intents.length > 0)
      return { state: step.state, intents: complete(this.name, step.intents, this.frame.symbol) };
    this.heldStep = isHeld(step) ? step : NOT_YET;
    if (step.state !== this.held.state) this.held = { state: step.state, intents: NOTHING_WANTED };
    return this.held;
  }

  private faultOf(thrown: unknown): Error {
    return strategyFault(this.name, 'while it decided', thrown);
  }
}

/** The state comes back as the plain data that this strategy itself returned. */
function recalled<S>(state: Json): S;
function recalled(state: Json): Json {
  return state;
}

/** A state is plain data: what it began as was checked, and what follows is watched. */
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
