import type { z } from 'zod';
import type { BoundStrategy } from '../binding/bound-strategy.ts';
import type { GivenParameters } from '../parameters/parse-parameters.ts';
import type { StrategySession } from './strategy-session.ts';

/** What a strategy is bound to. */
export interface StrategyBinding extends StrategySession {
  /** Tells instances of one strategy apart: orders, fills and reports carry it. */
  readonly id: string;
  readonly set: GivenParameters;
}

/** Marks what `defineStrategy` made, also where the library has been loaded twice. */
export const DEFINITION = Symbol.for('@org/strategies/definition');

/** A strategy as a file exports it, its own types hidden behind what can be done with it. */
export interface StrategyDefinition {
  readonly [DEFINITION]: true;
  readonly name: string;
  readonly parameters: z.ZodObject;
  /** What `bindStrategy` calls. */
  bind(binding: StrategyBinding): BoundStrategy;
}

/** Whether a value, such as the default export of a user's file, was made by `defineStrategy`. */
export function isStrategyDefinition(value: unknown): value is StrategyDefinition {
  return typeof value === 'object' && value !== null && DEFINITION in value;
}
