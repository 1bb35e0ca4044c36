import type { Json } from '@org/domain';
import type { StrategyDefinition } from '../definition/strategy-definition.ts';
import { parametersOf } from './parameter.ts';

/** One line of what `--describe` shows. */
export interface ParameterRow {
  readonly name: string;
  /** What it accepts: `whole number from 2 to 500`. */
  readonly type: string;
  /** Undefined where there is none: then a value must be given, unless the parameter is optional. */
  readonly default: Json | undefined;
  readonly mustBeGiven: boolean;
  readonly meaning: string;
}

/** A strategy's parameters with their ranges, defaults and meanings, in the order of its schema. */
export function describeParameters(definition: StrategyDefinition): readonly ParameterRow[] {
  return parametersOf(definition.parameters).map((parameter) => {
    const { name, type, mustBeGiven, meaning } = parameter;
    return { name, type, default: parameter.default, mustBeGiven, meaning };
  });
}
