import type { Rng } from '@org/domain';

const FIRST_MS = 500;
const LAST_MS = 60_000;

/**
 * How long to wait before trying once more: nothing before the first attempt, then twice as long each time, up to a
 * minute. Chance takes up to half of it away, so that many who failed together do not come back together.
 *
 * @param failures how many attempts have failed in a row
 */
export function backOffMs(failures: number, rng: Rng): number {
  if (failures === 0) return 0;
  return Math.min(LAST_MS, FIRST_MS * 2 ** (failures - 1)) * (1 - rng.uniform() / 2);
}
