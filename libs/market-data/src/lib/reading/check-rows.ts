import type { Interval } from '@org/domain';
import { INTERVAL_MS, InputError, isBarBoundary, plainDecimal } from '@org/domain';
import { checkSteps } from './check-steps.ts';
import type { Rows } from './scan-rows.ts';

/** 1973 in ms; a time in seconds lies far below. */
const EARLIEST = 1e11;
const LATEST = 1e14;

/**
 * Refuses rows that cannot be the bars of a market.
 *
 * @throws InputError with file and line: `time-malformed`, `bar-twice`, `bars-not-ascending`, `intervals-mixed`,
 * `price-not-positive`, `high-below-low`, `price-outside-bar`, `volume-negative`.
 */
export function checkRows(path: string, firstLine: number, rows: Rows, interval: Interval): void {
  const { openTime, open, high, low, close, volume } = rows;
  for (let row = 0; row < openTime.length; row++) {
    const top = high[row]!;
    const bottom = low[row]!;
    const first = open[row]!;
    const last = close[row]!;
    const sound = bottom > 0 && first >= bottom && first <= top && last >= bottom && last <= top;
    if (!sound || volume[row]! < 0) refusePrices(path, firstLine + row, rows, row);
  }
  checkTimes(path, firstLine, openTime, interval);
  checkCloseTimes(path, firstLine, rows, interval);
  checkSteps(path, firstLine, openTime, interval);
}

function refusePrices(path: string, line: number, rows: Rows, row: number): never {
  const bar = { open: rows.open[row]!, high: rows.high[row]!, low: rows.low[row]!, close: rows.close[row]! };
  const place = { file: path, line };
  const { high, low } = bar;
  for (const [name, price] of Object.entries(bar)) {
    if (price > 0) continue;
    const found = `${name} ${plainDecimal(price)}`;
    throw new InputError('price-not-positive', {
      what: 'a price must be positive',
      place,
      found,
      allowed: 'above 0',
    });
  }
  if (high < low) {
    throw new InputError('high-below-low', {
      what: 'the high of a bar lies below its low',
      place,
      found: `high ${plainDecimal(high)} and low ${plainDecimal(low)}`,
      allowed: 'high at least low',
    });
  }
  for (const name of ['open', 'close'] as const) {
    const price = bar[name];
    if (price >= low && price <= high) continue;
    throw new InputError('price-outside-bar', {
      what: `the ${name} of a bar lies outside of it`,
      place,
      found: `${name} ${plainDecimal(price)}`,
      allowed: `from low ${plainDecimal(low)} to high ${plainDecimal(high)}`,
    });
  }
  throw new InputError('volume-negative', {
    what: 'a volume must not be negative',
    place,
    found: plainDecimal(rows.volume[row]!),
    allowed: '0 or more',
  });
}

function checkTimes(path: string, firstLine: number, openTime: Float64Array, interval: Interval): void {
  const length = INTERVAL_MS[interval];
  let before = -Infinity;
  for (let row = 0; row < openTime.length; row++) {
    const time = openTime[row]!;
    if (time - before !== length) checkTime(path, firstLine + row, before, time, interval);
    before = time;
  }
}

function checkTime(path: string, line: number, before: number, time: number, interval: Interval): void {
  const place = { file: path, line };
  if (!Number.isInteger(time) || time < EARLIEST || time > LATEST) {
    throw new InputError('time-malformed', {
      what: 'not the open time of a bar',
      place,
      found: plainDecimal(time),
      allowed: 'whole milliseconds, or microseconds, since 1970',
    });
  }
  if (time === before) {
    throw new InputError('bar-twice', {
      what: 'a bar stands here twice',
      place,
      found: `${describeTime(time)} again`,
      allowed: 'each open time once',
    });
  }
  if (time < before) {
    throw new InputError('bars-not-ascending', {
      what: 'the bars do not ascend in time',
      place,
      found: `${describeTime(time)} after ${describeTime(before)}`,
      allowed: 'the oldest bar first',
      hint: 'A file with the newest bar first must be turned round.',
    });
  }
  if (isBarBoundary(time, interval)) return;
  throw new InputError('intervals-mixed', {
    what: `no bar of ${interval} opens here`,
    place,
    found: describeTime(time),
    allowed: `open times on the UTC grid of ${interval}`,
    hint: 'Is the interval right, and is there only one in the file?',
  });
}

/** A bar that an outage cut short closes early; one that closes late has another interval. */
function checkCloseTimes(path: string, firstLine: number, rows: Rows, interval: Interval): void {
  const { openTime, closeTime } = rows;
  const lastMs = INTERVAL_MS[interval] - 1;
  for (let row = 0; row < closeTime.length; row++) {
    const late = closeTime[row]! - openTime[row]!;
    if (late <= lastMs && late >= 0) continue;
    throw new InputError('intervals-mixed', {
      what: `the bar does not close as a bar of ${interval} does`,
      place: { file: path, line: firstLine + row },
      found: `${plainDecimal(late)} ms after its open`,
      allowed: `at most ${lastMs} ms`,
    });
  }
}

function describeTime(time: number): string {
  return `${plainDecimal(time)} (${new Date(time).toISOString()})`;
}
