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

type Columns = Readonly<Record<string, Float64Array>>;

/** Looked up once: a test looks for what is global in its world at every call. */
const { is } = Object;

/**
 * The first value that is not the same to the bit, in words; undefined where all are. What is wanted may be longer: it
 * counts up to `end`. The sign of a zero counts, and a NaN is a NaN.
 */
export function firstDifference(got: Columns, want: Columns, end?: number): string | undefined {
  const names = Object.keys(want);
  if (Object.keys(got).join() !== names.join()) return `got ${Object.keys(got).join()}, want ${names.join()}`;
  for (const name of names) {
    const [a, b] = [got[name]!, want[name]!];
    const length = end ?? b.length;
    if (a.length !== length) return `${name}: got ${a.length} values, want ${length}`;
    for (let i = 0; i < length; i += 1) {
      if (!is(a[i], b[i])) return `${name}[${i}]: got ${inWords(a[i])}, want ${inWords(b[i])}`;
    }
  }
  return undefined;
}

const inWords = (value: number | undefined): string => (is(value, -0) ? '-0' : String(value));
