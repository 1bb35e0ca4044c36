import type { Field } from '../src/index.ts';

/** Columns for every input that an indicator can ask for. */
export type AllColumns = Record<Field, Float64Array>;

/** Looked up once: a test looks for what is global in its world at every call. */
const { imul } = Math;

/** Random numbers in [0, 1) from a seed: the same seed gives the same series everywhere (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bars of a market without direction: closes by steps of up to `step` of the price, ranges and volumes to match. */
export function randomBars(length: number, seed: number, { start = 100, step = 0.01 } = {}): AllColumns {
  const random = seeded(seed);
  const columns = emptyColumns(length);
  let [close, benchmark] = [start, start];
  for (let i = 0; i < length; i += 1) {
    const open = close;
    close *= 1 + (random() - 0.5) * 2 * step;
    benchmark *= 1 + (random() - 0.5) * 2 * step;
    const high = Math.max(open, close) * (1 + random() * step);
    const low = Math.min(open, close) * (1 - random() * step);
    setBar(columns, i, { open, high, low, close, volume: random() * 1000, benchmark });
  }
  return columns;
}

/** Bars of given closes, each without a range beyond its open and close. */
export function barsOf(closes: readonly number[], volume = 10): AllColumns {
  const columns = emptyColumns(closes.length);
  closes.forEach((close, i) => {
    const open = closes[i - 1] ?? close;
    const [high, low] = [Math.max(open, close), Math.min(open, close)];
    setBar(columns, i, { open, high, low, close, volume, benchmark: close });
  });
  return columns;
}

const hour = 3_600_000;

function emptyColumns(length: number): AllColumns {
  const column = () => new Float64Array(length);
  const time = Float64Array.from({ length }, (_, i) => 1_700_000_000_000 + i * hour);
  return {
    time,
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    benchmark: column(),
  };
}

function setBar(
  columns: AllColumns,
  at: number,
  bar: Readonly<Record<Exclude<Field, 'time'>, number>>,
): void {
  columns.open[at] = bar.open;
  columns.high[at] = bar.high;
  columns.low[at] = bar.low;
  columns.close[at] = bar.close;
  columns.volume[at] = bar.volume;
  columns.benchmark[at] = bar.benchmark;
}
