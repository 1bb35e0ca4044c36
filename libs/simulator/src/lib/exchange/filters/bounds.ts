import type { Decimal } from '@org/domain';
import { divided } from '../decimals.ts';

/** Which whole numbers of grid steps a filter lets through: from `least` to `most`, multiples of `every`. */
export interface StepBounds {
  readonly least: number;
  readonly most: number;
  readonly every: number;
}

/** The bounds of a filter whose parts are off where they are 0, counted in `step`. */
export function stepBounds(min: Decimal, max: Decimal, every: Decimal, step: Decimal): StepBounds {
  return {
    least: stepsUp(min, step),
    most: max.units === 0n ? Number.MAX_SAFE_INTEGER : stepsDown(max, step),
    every: every.units === 0n ? 1 : stepsUp(every, step),
  };
}

export function isWithin(steps: number, { least, most, every }: StepBounds): boolean {
  return steps >= least && steps <= most && (every === 1 || steps % every === 0);
}

/** More steps than can be counted are as many as can be: nothing on the grid has more. */
function stepsDown(value: Decimal, step: Decimal): number {
  const { numerator, denominator } = divided(value, step);
  return Math.min(Number(numerator / denominator), Number.MAX_SAFE_INTEGER);
}

/** Here they are infinitely many, for nothing on the grid has as many. */
function stepsUp(value: Decimal, step: Decimal): number {
  const { numerator, denominator } = divided(value, step);
  const steps = Number((numerator + denominator - 1n) / denominator);
  return Number.isSafeInteger(steps) ? steps : Infinity;
}
