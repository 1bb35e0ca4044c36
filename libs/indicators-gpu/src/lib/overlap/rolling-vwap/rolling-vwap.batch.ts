import { refreshEvery } from '../../window/moving-sum.ts';
import { worstFall } from '../../window/moving-total.ts';
import { wasmAverages } from './wasm-averages.ts';
import type { WasmAverages } from './wasm-averages.ts';

const oneThird = 1 / 3;

/** Bars that are made one by one once nothing is traded, before WebAssembly is asked again. */
const quietBars = 64;

/** The columns of the average, and its period. */
interface Job {
  readonly period: number;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly out: Float64Array;
}

/** The running totals of the stream's windows, and the index up to which the averages are written. */
interface Totals {
  paid: number;
  mostPaid: number;
  traded: number;
  mostTraded: number;
  at: number;
}

/** All averages of a window's prices by volume; false when a value was not finite. Its totals are those of the stream. */
export function rollingVwapBatch(job: Job): boolean {
  const { period, out, close } = job;
  out.fill(NaN, 0, period - 1);
  const wasm = wasmAverages(period);
  const totals = { paid: 0, mostPaid: 0, traded: 0, mostTraded: 0, at: period - 1 };
  while (totals.at < close.length) {
    const { at } = totals;
    const isDue = at === period - 1 || at % refreshEvery === 0;
    if (isDue || totals.paid * worstFall < totals.mostPaid) totals.mostPaid = totals.paid = paidIn(job, at);
    if (isDue || totals.traded * worstFall < totals.mostTraded) {
      totals.mostTraded = totals.traded = tradedIn(job, at);
    }
    const prices = job.high[at]! + job.low[at]! + close[at]!;
    out[at] = (totals.traded === 0 ? prices : totals.paid / totals.traded) * oneThird;
    totals.at = at + 1;
    const end = Math.min(close.length, at - (at % refreshEvery) + refreshEvery);
    if (wasm === undefined) slide(totals, job, end);
    else {
      const first = Math.max(at - (at % refreshEvery), period - 1) + 1 - period;
      if (totals.at === first + period) pairUp(wasm.pairs, job, first, end);
      slideStretch(wasm, first, totals, job, end);
    }
    if (totals.paid - totals.paid + (totals.traded - totals.traded) !== 0) return false;
  }
  return true;
}

/**
 * Money and volume of the bars of a stretch, side by side; four bars a turn. The places are whole numbers of 32 bits, so that
 * the engine need not ask at each whether it still is one.
 */
function pairUp(pairs: Float64Array, { high, low, close, volume }: Job, first: number, end: number): void {
  let at = 0;
  let i = first | 0;
  for (const last = (end - 3) | 0; i < last; i = (i + 4) | 0) {
    const size = volume[i]!;
    pairs[at] = (high[i]! + low[i]! + close[i]!) * size;
    pairs[(at + 1) | 0] = size;
    const second = (i + 1) | 0;
    const secondSize = volume[second]!;
    pairs[(at + 2) | 0] = (high[second]! + low[second]! + close[second]!) * secondSize;
    pairs[(at + 3) | 0] = secondSize;
    const third = (i + 2) | 0;
    const thirdSize = volume[third]!;
    pairs[(at + 4) | 0] = (high[third]! + low[third]! + close[third]!) * thirdSize;
    pairs[(at + 5) | 0] = thirdSize;
    const fourth = (i + 3) | 0;
    const fourthSize = volume[fourth]!;
    pairs[(at + 6) | 0] = (high[fourth]! + low[fourth]! + close[fourth]!) * fourthSize;
    pairs[(at + 7) | 0] = fourthSize;
    at = (at + 8) | 0;
  }
  for (const last = end | 0; i < last; i = (i + 1) | 0) {
    const size = volume[i]!;
    pairs[at] = (high[i]! + low[i]! + close[i]!) * size;
    pairs[(at + 1) | 0] = size;
    at = (at + 2) | 0;
  }
}

/** As `slide`, in WebAssembly, with the stretch from the bar `first` on; the bars that it leaves are made one by one. */
function slideStretch(wasm: WasmAverages, first: number, totals: Totals, job: Job, end: number): void {
  const { state } = wasm;
  while (totals.at < end) {
    state[0] = totals.paid;
    state[1] = totals.traded;
    state[2] = totals.mostPaid;
    state[3] = totals.mostTraded;
    totals.at = first + wasm.run(job.period, totals.at - first, end - first, job.out, totals.at);
    totals.paid = state[0];
    totals.traded = state[1];
    totals.mostPaid = state[2];
    totals.mostTraded = state[3];
    const quiet = Math.min(end, totals.at + quietBars);
    slide(totals, job, quiet);
    if (totals.at < quiet) return;
  }
}

/** Bar by bar until `end`, or until a total has fallen so far that it must be made afresh. */
function slide(totals: Totals, { period, high, low, close, volume, out }: Job, end: number): void {
  let { paid, mostPaid, traded, mostTraded, at } = totals;
  for (; at < end; at += 1) {
    const gone = at - period;
    const prices = high[at]! + low[at]! + close[at]!;
    const come = volume[at]!;
    const went = volume[gone]!;
    paid += prices * come - (high[gone]! + low[gone]! + close[gone]!) * went;
    traded += come - went;
    if (paid > mostPaid) mostPaid = paid;
    if (traded > mostTraded) mostTraded = traded;
    if (paid * worstFall < mostPaid || traded * worstFall < mostTraded) break;
    out[at] = (traded === 0 ? prices : paid / traded) * oneThird;
  }
  totals.paid = paid;
  totals.mostPaid = mostPaid;
  totals.traded = traded;
  totals.mostTraded = mostTraded;
  totals.at = at;
}

function paidIn({ period, high, low, close, volume }: Job, last: number): number {
  let sum = 0;
  for (let i = last - period + 1; i <= last; i += 1) sum += (high[i]! + low[i]! + close[i]!) * volume[i]!;
  return sum;
}

function tradedIn({ period, volume }: Job, last: number): number {
  let sum = 0;
  for (let i = last - period + 1; i <= last; i += 1) sum += volume[i]!;
  return sum;
}
