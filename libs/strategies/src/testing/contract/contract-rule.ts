import type { StrategyDefinition } from '../../lib/definition/strategy-definition.ts';
import type { RehearsalSetup } from '../rehearsal/rehearse.ts';

/** What a strategy promises. */
export interface ContractRule {
  /** A present-tense fact, as a test says it. */
  readonly name: string;
  /** What speaks against it, nothing where it holds. */
  readonly violations: (definition: StrategyDefinition, setup: RehearsalSetup) => readonly string[];
}
