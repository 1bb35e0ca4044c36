import type { StrategyBinding, StrategyDefinition } from '../definition/strategy-definition.ts';
import type { BoundStrategy } from './bound-strategy.ts';

/**
 * Binds a strategy to its parameters and markets, and checks all that can be checked before the first bar.
 *
 * @throws InputError for an unknown parameter, a value out of range, values that do not go together, an unknown
 * indicator or option, an indicator on an input that does not exist.
 */
export function bindStrategy(definition: StrategyDefinition, binding: StrategyBinding): BoundStrategy {
  return definition.bind(binding);
}
