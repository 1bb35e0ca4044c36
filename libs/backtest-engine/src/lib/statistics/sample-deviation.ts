import { mean } from './mean.ts';

/**
 * How far values lie from their mean: the root of the squared distances' sum over `n - 1`.
 *
 * For 0.01, -0.01, 0.03, 0.01 the mean is 0.01, the squares sum to 0.0008, and the deviation is
 * sqrt(0.0008 / 3) = 0.016330. Null for fewer than two values, and where all are equal.
 */
export function sampleDeviation(values: ArrayLike<number>): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += (values[index]! - centre) ** 2;
  return squares > 0 ? Math.sqrt(squares / (values.length - 1)) : null;
}
