import type { Json } from '@org/domain';
import type { StrategyDefinition } from '../definition/strategy-definition.ts';
import { parametersOf } from './parameter.ts';

/** One line of what `--describe` shows. */
export interface ParameterRow {
  readonly name: string;
  /** What it accepts: `whole number from 2 to 500`. */
  readonly type: string;
  /** Undefined where a value must be given. */
  readonly default: Json | undefined;
  readonly meaning: string;
}

/** A strategy's parameters with their ranges, defaults and meanings, in the order of its schema. */
export function describeParameters(definition: StrategyDefinition): readonly ParameterRow[] {
  return parametersOf(definition.parameters).map(({ name, type, default: usual, meaning }) => ({
    name,
    type,
    default: usual,
    meaning,
  }));
}
