import type {
  CandleSeries,
  Decision,
  Intent,
  Interval,
  Json,
  Strategy,
  StrategyFacts,
  TradingEvent,
} from '@org/domain';
import { BUILT_IN_INSTRUMENTS } from '@org/domain';
import type { BoundStrategy } from '../../lib/binding/bound-strategy.ts';
import { bindStrategy } from '../../lib/binding/bind-strategy.ts';
import type { StrategyDefinition } from '../../lib/definition/strategy-definition.ts';
import type { GivenParameters } from '../../lib/parameters/parse-parameters.ts';
import { planSession } from '../../lib/plan/plan-session.ts';
import { sampleBars } from '../market/sample-bars.ts';
import { MarketHours } from './market-hours.ts';
import { PaperAccount } from './paper-account.ts';
import { deepFreeze } from './deep-freeze.ts';

/** What a strategy is rehearsed on; everything has a default. */
export interface RehearsalSetup {
  /** Default: BTCUSDT. Only symbols with built-in instruments. */
  readonly symbols?: readonly [string, ...string[]];
  /** Default: 1h. */
  readonly interval?: Interval;
  readonly set?: GivenParameters;
  /** The bars of each symbol at `interval`. Default: 1,000 made-up ones. */
  readonly markets?: readonly CandleSeries[];
  /** Quote to begin with. Default: 10,000. */
  readonly cash?: number;
  /** What a `compute` is answered with, one bar later. Default: null. */
  readonly answer?: (task: string, input: Json) => Json;
  /** Strategies planned on the same feeds, before the one that is rehearsed. */
  readonly neighbours?: readonly BoundStrategy[];
  /** How the strategy is asked. Default: `strategy.decide(state, facts)`. */
  readonly ask?: (strategy: Strategy, state: Json, facts: StrategyFacts) => Decision;
}

/** One decision of a rehearsal. */
export interface RehearsedDecision {
  readonly time: number;
  readonly trigger: TradingEvent['kind'];
  readonly intents: readonly Intent[];
  readonly state: Json;
}

/**
 * Runs one strategy over bars with a paper account, for its specs: the plan, the view and the order of events are the
 * real ones, the market is the simplest there is. All that the strategy is given is frozen.
 */
export function rehearse(
  definition: StrategyDefinition,
  setup: RehearsalSetup = {},
): readonly RehearsedDecision[] {
  const { symbols = ['BTCUSDT'], interval = '1h', set = {}, neighbours = [] } = setup;
  const bound = bindStrategy(definition, { id: 'rehearsed', symbols, interval, set });
  const plan = planSession([...neighbours, bound]);
  const strategy = plan.strategies.at(-1) ?? bound;
  return new Rehearsal(strategy, new MarketHours(plan.feeds, marketsOf(setup)), setup).run();
}

/** The bars that a rehearsal runs over: those given, or made-up ones. */
export function marketsOf(setup: RehearsalSetup): readonly CandleSeries[] {
  const { markets, symbols = ['BTCUSDT'], interval = '1h' } = setup;
  return markets ?? symbols.map((symbol, at) => sampleBars({ symbol, interval, bars: 1_000, seed: at + 1 }));
}

class Rehearsal {
  readonly #strategy: Strategy;
  readonly #hours: MarketHours;
  readonly #account: PaperAccount;
  readonly #ask: NonNullable<RehearsalSetup['ask']>;
  readonly #answer: NonNullable<RehearsalSetup['answer']>;
  readonly #decisions: RehearsedDecision[] = [];
  readonly #timers = new Map<string, number>();
  #questions: { readonly task: string; readonly input: Json }[] = [];
  #state: Json;

  constructor(strategy: Strategy, hours: MarketHours, setup: RehearsalSetup) {
    this.#strategy = strategy;
    this.#hours = hours;
    this.#account = new PaperAccount(setup.cash ?? 10_000, BUILT_IN_INSTRUMENTS);
    this.#ask = setup.ask ?? ((asked, state, facts) => asked.decide(state, facts));
    this.#answer = setup.answer ?? (() => null);
    this.#state = deepFreeze(strategy.initialState);
  }

  run(): readonly RehearsedDecision[] {
    for (const time of this.#hours.times) this.#slice(time);
    return this.#decisions;
  }

  #slice(time: number): void {
    const questions = this.#questions.splice(0);
    for (const { symbol, candle } of this.#hours.matched(time)) {
      for (const report of this.#account.match(symbol, candle, time)) {
        if (this.#strategy.wantsOrderEvents) this.#decide(report);
      }
      this.#account.mark(symbol, candle.close);
    }
    const closed = this.#hours.close(time, this.#strategy);
    if (closed !== null) this.#decide(closed);
    const { id: strategyId } = this.#strategy;
    for (const { task, input } of questions) {
      this.#decide({ kind: 'computed', time, strategyId, task, result: this.#answer(task, input) });
    }
    for (const [name, due] of [...this.#timers]) {
      if (due > time || !this.#timers.delete(name)) continue;
      this.#decide({ kind: 'timerFired', time, strategyId, name });
    }
  }

  #decide(trigger: TradingEvent): void {
    const { state, intents } = this.#ask(this.#strategy, this.#state, this.#facts(deepFreeze(trigger)));
    this.#state = deepFreeze(state);
    this.#decisions.push({ time: trigger.time, trigger: trigger.kind, intents, state });
    for (const intent of intents) this.#obey(intent, trigger.time);
  }

  #obey(intent: Intent, time: number): void {
    switch (intent.kind) {
      case 'place':
      case 'bracket':
        return this.#account.place(intent);
      case 'replace':
        return this.#account.replace(intent);
      case 'cancel':
        for (const report of this.#account.cancel(intent.slot, time)) {
          if (this.#strategy.wantsOrderEvents) this.#decide(report);
        }
        return;
      case 'setTimer':
        this.#timers.set(intent.name, intent.time);
        return;
      case 'compute':
        this.#questions.push(intent);
    }
  }

  #facts(trigger: TradingEvent): StrategyFacts {
    const account = this.#account;
    const candles = this.#hours.newest(this.#strategy);
    const slot = 'clientOrderId' in trigger ? account.slotOf(trigger.clientOrderId) : null;
    return Object.freeze({
      ...{ time: trigger.time, trigger, slot, candles, cash: account.cash, equity: account.equity },
      position: (symbol: string) => deepFreeze(account.position(symbol)),
      instrument: (symbol: string) => account.instrument(symbol),
      order: (slot: string) => deepFreeze(account.order(slot)),
      orders: () => deepFreeze(account.orders),
    });
  }
}
