/** The pivot and its three resistances and supports. */
export type PivotLevels = Record<'pp' | 'r1' | 'r2' | 'r3' | 's1' | 's2' | 's3', number>;

/** Writes the levels made of a stretch's high, low and close. */
export function writePivots(out: PivotLevels, high: number, low: number, close: number): void {
  const pivot = (high + low + close) / 3;
  out.pp = pivot;
  out.r1 = 2 * pivot - low;
  out.r2 = pivot + (high - low);
  out.r3 = high + 2 * (pivot - low);
  out.s1 = 2 * pivot - high;
  out.s2 = pivot - (high - low);
  out.s3 = low - 2 * (high - pivot);
}
