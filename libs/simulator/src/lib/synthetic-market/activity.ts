const HOUR_MS = 3_600_000;
const HOURS = 24;
const DAY_MS = HOURS * HOUR_MS;
const DAYS_A_WEEK = 7;
/** The epoch was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** How busy each hour of the UTC day is: quiet before Europe wakes, busiest when New York opens. Mean 1. */
const BY_HOUR = meanOne([
  0.95, 0.9, 0.85, 0.8, 0.75, 0.75, 0.8, 0.9, 0.95, 0.9, 0.9, 0.95, 1.1, 1.35, 1.6, 1.6, 1.4, 1.25, 1.1, 1.05,
  1, 0.95, 0.9, 0.9,
]);

/** From Sunday to Saturday; mean 1. */
const BY_WEEKDAY = meanOne([0.7, 1.1, 1.1, 1.15, 1.15, 1.1, 0.7]);

/** How busy the market is at a time of the week, relative to its mean: between whole hours, along a straight line. */
export function activityAt(timeMs: number): number {
  const hours = (timeMs % DAY_MS) / HOUR_MS;
  const hour = Math.floor(hours);
  const here = BY_HOUR[hour]!;
  const next = BY_HOUR[(hour + 1) % HOURS]!;
  return (here + (next - here) * (hours - hour)) * weekday(timeMs);
}

/** The same for a whole day. */
export function activityOfDay(timeMs: number): number {
  return weekday(timeMs);
}

function weekday(timeMs: number): number {
  return BY_WEEKDAY[(Math.floor(timeMs / DAY_MS) + EPOCH_WEEKDAY) % DAYS_A_WEEK]!;
}

function meanOne(weights: readonly number[]): readonly number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}
