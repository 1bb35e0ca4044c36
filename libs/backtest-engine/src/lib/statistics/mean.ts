/** The arithmetic mean; null of nothing. Summed around the first value, so that equal values give exactly that value. */
export function mean(values: ArrayLike<number>): number | null {
  const first = values[0];
  if (first === undefined) return null;
  let beyondFirst = 0;
  for (let index = 1; index < values.length; index++) beyondFirst += values[index]! - first;
  return first + beyondFirst / values.length;
}
