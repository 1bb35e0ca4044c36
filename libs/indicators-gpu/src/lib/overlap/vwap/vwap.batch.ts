import { day } from '../../indicator/session-clock.ts';

const third = 1 / 3;

/** The columns of the average. */
interface Job {
  readonly time: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly out: Float64Array;
}

/** All averages since the start of the session; false when a value was not finite. Within a day nobody asks for it. */
export function vwapBatch(sessionOf: (time: number) => number, job: Job): boolean {
  const { time, high, low, close, volume, out } = job;
  let session = NaN;
  let finite = 0;
  let paid = 0;
  let traded = 0;
  for (let i = 0; i < close.length;) {
    const today = Math.floor(time[i]! / day) * day;
    const current = sessionOf(today);
    if (current !== session) {
      finite += paid * 0 + traded * 0;
      session = current;
      paid = 0;
      traded = 0;
    }
    if (today - today !== 0) return false;
    for (; i < close.length && time[i]! >= today && time[i]! - today < day; i += 1) {
      const size = volume[i]!;
      const prices = high[i]! + low[i]! + close[i]!;
      paid += prices * size;
      traded += size;
      out[i] = (traded === 0 ? prices : paid / traded) * third;
    }
  }
  return finite + paid * 0 + traded * 0 === 0;
}
