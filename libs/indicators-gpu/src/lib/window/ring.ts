/**
 * Puts a value in the place of the oldest of a ring, and gives that one. A ring of `size` values begins at the cell `at`, as
 * `Memory.ring` lays it out: the place of the oldest, and behind it the values.
 */
export function replaceOldest(cells: Float64Array, at: number, size: number, value: number): number {
  const place = cells[at]! | 0;
  const oldest = at + 1 + place;
  const gone = cells[oldest]!;
  cells[oldest] = value;
  cells[at] = place + 1 === size ? 0 : place + 1;
  return gone;
}
