/**
 * The largest difference between two series, as a fraction of the wanted value, or of a part `floor` of
 * the largest wanted value where that is more. Infinity where only one of them has a value.
 */
export function worstDifference(got: ArrayLike<number>, want: ArrayLike<number>, floor = 1e-6): number {
  let largest = 0;
  for (let i = 0; i < want.length; i += 1) {
    const size = Math.abs(want[i]!);
    if (size > largest) largest = size;
  }
  let worst = got.length === want.length ? 0 : Infinity;
  for (let i = 0; i < want.length; i += 1) {
    const [a, b] = [got[i]!, want[i]!];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const difference = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(b), floor * largest);
    worst = Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
  }
  return worst;
}
