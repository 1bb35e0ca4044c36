import { OnestepError } from '@org/domain';
import type { StrategyDefinition } from '../../lib/definition/strategy-definition.ts';
import type { RehearsalSetup } from '../rehearsal/rehearse.ts';
import type { ContractRule } from './contract-rule.ts';
import { decisionRules } from './decision-rules.ts';
import { parameterRules } from './parameter-rules.ts';
import { purityRules } from './purity-rules.ts';

/** What every strategy promises, rule by rule. A strategy that fails under a rule breaks it. */
export const strategyContract: readonly ContractRule[] = [
  ...parameterRules,
  ...purityRules,
  ...decisionRules,
].map(({ name, violations }) => ({
  name,
  violations: (definition, setup) => {
    try {
      return violations(definition, setup);
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  },
}));

/** A strategy breaks a rule of the contract. */
export class ContractError extends OnestepError {}

/** The part of a test runner that the contract needs; jest, vitest and node:test have it. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => void) => void;
}

/**
 * Adds the contract to the specs of a strategy, one test for each rule.
 *
 * @example
 * describeStrategyContract(smaCross, { describe, it }, { set: { fast: 5, slow: 20 } });
 */
export function describeStrategyContract(
  definition: StrategyDefinition,
  { describe, it }: TestRunner,
  setup: RehearsalSetup = {},
): void {
  describe(`${definition.name}, by the contract of strategies`, () => {
    for (const rule of strategyContract) {
      it(rule.name, () => {
        const [violation] = rule.violations(definition, setup);
        if (violation === undefined) return;
        throw new ContractError('strategy-contract', {
          what: `strategy ${definition.name} breaks the rule: ${rule.name}`,
          found: violation,
        });
      });
    }
  });
}
