import type { Refusal } from './definition.ts';
import { integer } from './option.ts';
import type { NumberOption } from './option.ts';

/** The option that most indicators have: the bars they look back on. */
/* @__NO_SIDE_EFFECTS__ */
export function period(standard: number, minimum = 1): NumberOption {
  return integer(standard, minimum, 'Bars that the window or the average covers.');
}

/** Two averages make a difference only when one is shorter: refuses a fast that is not below the slow. */
export function fastBelowSlow(options: {
  readonly fast: number;
  readonly slow: number;
}): Refusal | undefined {
  if (options.fast < options.slow) return undefined;
  return { option: 'fast', got: String(options.fast), allowed: `less than slow, which is ${options.slow}` };
}
