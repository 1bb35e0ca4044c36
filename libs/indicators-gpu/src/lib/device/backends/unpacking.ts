import type { Fold } from '../graph/fold.ts';
import type { PlannedOutput } from '../graph/recording.ts';
import { fieldOf } from '../input/job.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import { baseOf } from '../input/packing.ts';
import type { Block } from '../input/packing.ts';

/** One output as gpu.js answers it: rows of bars by series and set. */
export type Rows = readonly (readonly Float32Array[])[];

/** @throws TypeError when gpu.js answered with something else than so many outputs. */
export function readRows(value: unknown, count: number): readonly Rows[] {
  if (isRows(value) && value.length === count) return value;
  throw new TypeError('gpu.js answered with something else than the rows of the outputs.');
}

function isRows(value: unknown): value is readonly Rows[] {
  return (
    Array.isArray(value) &&
    value.every((output: unknown) => Array.isArray(output) && output.every((sets) => Array.isArray(sets)))
  );
}

/** Makes one column of the rows of one output: the base is added, and what is not warm is not a number. */
export function unpack(
  job: Job,
  { lines }: PlannedOutput,
  rows: Rows,
  fold: Fold,
  market: Market,
  block: Block,
): Float32Array {
  const { row, sets } = job;
  const { bars } = market;
  const column = wholeOf(rows, block.series * sets.length * bars) ?? joined(rows, fold, sets.length);
  for (let s = 0; s < block.series; s += 1) {
    const base = lines === 'level' ? levelBase(job, market, block.first + s) : 0;
    const from = s * sets.length * bars;
    if (base !== 0) raise(column.subarray(from, from + sets.length * bars), base);
    sets.forEach((set, k) => {
      const start = from + k * bars;
      column.fill(NaN, start, start + Math.min(bars, row.warmUp(set)));
    });
  }
  return column;
}

/** The memory of all rows, where they fill it side by side. gpu.js makes it for each answer, so it can be given away. */
function wholeOf(rows: Rows, length: number): Float32Array | undefined {
  const buffer = rows[0]?.[0]?.buffer;
  if (buffer?.byteLength !== 4 * length) return undefined;
  let end = 0;
  for (const row of rows.flat()) {
    if (row.buffer !== buffer || row.byteOffset !== end) return undefined;
    end += row.byteLength;
  }
  return new Float32Array(buffer);
}

/** The rows one behind the other, without what fills up the last row of each set. */
function joined(rows: Rows, { bars, width, count }: Fold, sets: number): Float32Array {
  const column = new Float32Array(rows.length * sets * bars);
  rows.forEach((ofSeries, s) => {
    ofSeries.forEach((row, at) => {
      const set = Math.floor(at / count);
      const first = (at % count) * width;
      const length = Math.min(width, bars - first);
      column.set(row.subarray(0, length), (s * sets + set) * bars + first);
    });
  });
  return column;
}

/** What was taken off the prices of a series. */
function levelBase(job: Job, market: Market, series: number): number {
  const input = job.row.inputs.find((field) => field !== 'time');
  return input === undefined ? 0 : baseOf(market, fieldOf(job, input), series);
}

function raise(values: Float32Array, base: number): void {
  for (let i = 0; i < values.length; i += 1) values[i] = base + values[i]!;
}
