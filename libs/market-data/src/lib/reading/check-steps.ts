import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, isInterval } from '@org/domain';

/** So many equal steps in a row, of the length of a higher interval, are no gaps: it is that interval. */
const REPEATED = 3;

/**
 * Refuses bars of a higher interval, which lie on the grid of the lower one and would pass for gaps.
 *
 * @throws InputError `intervals-mixed` with file and line.
 */
export function checkSteps(
  path: string,
  firstLine: number,
  openTime: Float64Array,
  interval: Interval,
): void {
  const expected = INTERVAL_MS[interval];
  const steps = openTime.length - 1;
  const enough = Math.max(2, Math.min(REPEATED, steps));
  let repeated = 0;
  let before = expected;
  for (let row = 1; row <= steps; row++) {
    const step = openTime[row]! - openTime[row - 1]!;
    if (step === expected) {
      before = step;
      repeated = 0;
      continue;
    }
    repeated = step === before ? repeated + 1 : 1;
    before = step;
    const other = intervalOf(step);
    if (other === undefined || repeated < enough) continue;
    throw new InputError('intervals-mixed', {
      what: `bars of ${interval} are expected here`,
      place: { file: path, line: firstLine + row - repeated },
      found: `bars of ${other}`,
      allowed: `one interval in a file: ${interval}`,
      hint: 'Is the interval right, and is there only one in the file?',
    });
  }
}

function intervalOf(step: number): Interval | undefined {
  return Object.keys(INTERVAL_MS)
    .filter(isInterval)
    .find((name) => INTERVAL_MS[name] === step);
}
