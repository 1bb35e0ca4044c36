/** Writes the pivot and its three resistances and supports, made of a stretch's high, low and close. */
export function writePivots(lines: number[], high: number, low: number, close: number): void {
  const pivot = (high + low + close) / 3;
  lines[0] = pivot;
  lines[1] = 2 * pivot - low;
  lines[2] = pivot + (high - low);
  lines[3] = high + 2 * (pivot - low);
  lines[4] = 2 * pivot - high;
  lines[5] = pivot - (high - low);
  lines[6] = low - 2 * (high - pivot);
}
