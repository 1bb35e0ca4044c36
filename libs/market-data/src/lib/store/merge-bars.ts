import type { Candle, CandleSeries } from '@org/domain';
import { InputError, plainDecimal } from '@org/domain';
import { candleAt, seriesOf, sliceSeries } from '../series/candle-columns.ts';
import type { TimeSpan } from './time-spans.ts';
import { isWithin } from './time-spans.ts';

/** Bars, and the time in which they are all that there are. */
export interface KnownBars {
  readonly series: CandleSeries;
  readonly covered: readonly TimeSpan[];
}

const VALUES = ['open', 'high', 'low', 'close', 'volume'] as const;

/**
 * The bars of both. Where both know the time they must agree, on the bars that are there as on those that are not.
 *
 * @throws InputError `overlap-disagrees` with the file of the stored ones and the bar.
 */
export function mergeBars(path: string, stored: KnownBars, added: KnownBars): CandleSeries {
  const there = stored.series;
  const here = added.series;
  if (there.openTime.length === 0) return here;
  const first = here.openTime[0] ?? Infinity;
  if (there.openTime.at(-1)! < first && !reaches(added, there) && !reaches(stored, here)) {
    return appended(there, here);
  }
  const bars: Candle[] = [];
  for (let a = 0, b = 0; a < there.openTime.length || b < here.openTime.length;) {
    const thereMs = there.openTime[a] ?? Infinity;
    const hereMs = here.openTime[b] ?? Infinity;
    const time = Math.min(thereMs, hereMs);
    const known = thereMs === time ? candleAt(there, a++) : null;
    const told = hereMs === time ? candleAt(here, b++) : null;
    const isKnown = known !== null || isWithin(stored.covered, time);
    const isTold = told !== null || isWithin(added.covered, time);
    if (isKnown && isTold) checkSame(path, time, known, told);
    const bar = known ?? told;
    if (bar !== null) bars.push(bar);
  }
  return seriesOf(there.symbol, there.interval, bars);
}

/** Whether one knows of times in which the other has bars. */
function reaches({ covered }: KnownBars, { openTime }: CandleSeries): boolean {
  const first = openTime[0];
  const last = openTime.at(-1);
  if (first === undefined || last === undefined) return false;
  return covered.some(({ fromMs, toMs }) => fromMs <= last && toMs > first);
}

/** The bars of one series and behind them those of another, which are later. */
export function appended(there: CandleSeries, here: CandleSeries): CandleSeries {
  const join = (a: Float64Array, b: Float64Array) => {
    const column = new Float64Array(a.length + b.length);
    column.set(a);
    column.set(b, a.length);
    return column;
  };
  return {
    ...sliceSeries(there, 0),
    openTime: join(there.openTime, here.openTime),
    open: join(there.open, here.open),
    high: join(there.high, here.high),
    low: join(there.low, here.low),
    close: join(there.close, here.close),
    volume: join(there.volume, here.volume),
  };
}

function checkSame(path: string, time: number, known: Candle | null, told: Candle | null): void {
  const value = VALUES.find((name) => known?.[name] !== told?.[name]);
  if (value === undefined) return;
  const say = (bar: Candle | null) => (bar === null ? 'no such bar' : `${value} ${plainDecimal(bar[value])}`);
  throw new InputError('overlap-disagrees', {
    what: `the store and what is to be added disagree on the bar of ${new Date(time).toISOString()}`,
    place: { file: path },
    found: say(told),
    allowed: `${say(known)}, as in the file`,
    hint: 'Delete the file to have its bars read anew, or keep the others in a store of their own.',
  });
}
