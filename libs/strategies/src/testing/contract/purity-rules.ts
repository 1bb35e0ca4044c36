import type { Decision, Json, Strategy, StrategyFacts } from '@org/domain';
import { canonicalJson } from '@org/domain';
import { bindStrategy } from '../../lib/binding/bind-strategy.ts';
import { defineStrategy } from '../../lib/definition/define-strategy.ts';
import { indicator } from '../../lib/definition/indicator.ts';
import type { StrategyDefinition } from '../../lib/definition/strategy-definition.ts';
import { hold } from '../../lib/intents/step.ts';
import { z } from 'zod';
import { scaleFrom } from '../market/scale-from.ts';
import type { RehearsalSetup, RehearsedDecision } from '../rehearsal/rehearse.ts';
import { marketsOf, rehearse } from '../rehearsal/rehearse.ts';
import type { ContractRule } from './contract-rule.ts';

/** What makes a decision repeatable: it depends on its arguments alone, and changes nothing. */
export const purityRules: readonly ContractRule[] = [
  {
    name: 'leaves all that it is given as it is',
    violations: (definition, setup) => {
      rehearse(definition, setup);
      return [];
    },
  },
  {
    name: 'keeps its state as plain data that JSON brings back whole',
    violations: (definition, setup) =>
      first(rehearse(definition, setup), ({ state }) =>
        canonicalOrProblem(state) === canonicalOrProblem(throughJson(state))
          ? undefined
          : `not the same after JSON: ${canonicalOrProblem(state)}`,
      ),
  },
  {
    name: 'decides the same when asked twice',
    violations: (definition, setup) => {
      const differing: string[] = [];
      rehearse(definition, { ...setup, ask: (...given) => askTwice(differing, ...given) });
      return differing.slice(0, 1);
    },
  },
  {
    name: 'decides the same in another run whose state goes through JSON at every event',
    violations: (definition, setup) => {
      // Prices that no run has seen before: what a hidden memory holds of them, it holds in the second run alone.
      const unseen = { ...setup, markets: marketsOf(setup).map((market) => scaleFrom(market, 0, 3)) };
      return differences(
        rehearse(definition, unseen),
        rehearse(definition, {
          ...unseen,
          ask: (strategy, state, facts) => strategy.decide(throughJson(state), facts),
        }),
      );
    },
  },
  {
    name: 'decides the same whoever sits beside it',
    violations: (definition, setup) =>
      differences(
        rehearse(definition, setup),
        rehearse(definition, { ...setup, neighbours: [neighbour(setup)] }),
      ),
  },
];

function askTwice(differing: string[], strategy: Strategy, state: Json, facts: StrategyFacts): Decision {
  const once = strategy.decide(state, facts);
  const again = strategy.decide(state, facts);
  if (canonicalJson(once) !== canonicalJson(again)) {
    differing.push(`at ${facts.time}: ${canonicalJson(once)}, then ${canonicalJson(again)}`);
  }
  return once;
}

function differences(
  expected: readonly RehearsedDecision[],
  found: readonly RehearsedDecision[],
): readonly string[] {
  const at = expected.findIndex(
    (decision, index) => canonicalJson(decision) !== canonicalJson(found[index] ?? null),
  );
  if (at < 0)
    return expected.length === found.length ? [] : [`${found.length} decisions, not ${expected.length}`];
  return [`${canonicalJson(expected[at] ?? null)} became ${canonicalJson(found[at] ?? null)}`];
}

function first(
  decisions: readonly RehearsedDecision[],
  problemOf: (decision: RehearsedDecision) => string | undefined,
): readonly string[] {
  for (const decision of decisions) {
    const problem = problemOf(decision);
    if (problem !== undefined) return [`at ${decision.time}: ${problem}`];
  }
  return [];
}

const plain = z.json();

function throughJson(state: Json): Json {
  return plain.parse(JSON.parse(JSON.stringify(state)));
}

function canonicalOrProblem(state: Json): string {
  try {
    return canonicalJson(state);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A strategy that wants other values on the same bars, and so moves everybody else's. */
const wide: StrategyDefinition = defineStrategy({
  name: 'wide',
  parameters: z.object({}),
  indicators: () => ({ bands: indicator('bbands', { period: 7 }), range: indicator('atr', { period: 5 }) }),
  lookBack: 3,
  decide: (state) => hold(state),
});

function neighbour({ symbols = ['BTCUSDT'], interval = '1h' }: RehearsalSetup) {
  return bindStrategy(wide, { id: 'neighbour', symbols, interval, set: {} });
}
