import type { Field } from '../../indicator/bar.ts';
import type { OutColumn } from '../../indicator/column.ts';
import { sessions } from '../../indicator/session-clock.ts';
import type { Market } from './market.ts';

/** Some neighbouring series, which are computed together. */
export interface Block {
  readonly first: number;
  readonly series: number;
}

const prices: readonly Field[] = ['close', 'open', 'high', 'low'];

/**
 * What the values of a series are measured from on the device: its first value. Prices of one series share one base, so
 * that differences between them stay what they are.
 */
export function baseOf(market: Market, field: Field, series: number): number {
  const shared = prices.includes(field) ? prices.find((price) => market.has(price)) : undefined;
  return market.column(shared ?? field)[series * market.bars] ?? 0;
}

/**
 * Values above their base as two 32-bit columns, `[2][series][bar]`: what one cannot hold is in the other, together 48
 * bits. Their differences are as exact as the prices were.
 */
export function packLevels(market: Market, field: Field, block: Block, packed: Float32Array): void {
  packPairs(market, field, block, packed, (values, pair, s) => {
    const base = baseOf(market, field, s);
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]! - base;
      const coarse = Math.fround(value);
      pair.coarse[i] = coarse;
      pair.fine[i] = value - coarse;
    }
  });
}

/**
 * Changes from bar to bar, zero at the first, as two 32-bit columns like those of the levels. What a device decides by
 * comparing two changes, it decides as the processor does, ties of rounded prices included.
 */
export function packChanges(market: Market, field: Field, block: Block, packed: Float32Array): void {
  packPairs(market, field, block, packed, (values, pair) => {
    pair.coarse[0] = 0;
    pair.fine[0] = 0;
    for (let i = 1; i < values.length; i += 1) {
      const value = values[i]! - values[i - 1]!;
      const coarse = Math.fround(value);
      pair.coarse[i] = coarse;
      pair.fine[i] = value - coarse;
    }
  });
}

/** What 32 bits hold of each bar's value, and what is left. */
interface Pair {
  readonly coarse: Float32Array;
  readonly fine: Float32Array;
}

/** `split` does all bars of one series: a call for each would make an object of every number. */
function packPairs(
  market: Market,
  field: Field,
  block: Block,
  packed: Float32Array,
  split: (values: OutColumn, pair: Pair, series: number) => void,
): void {
  const { bars } = market;
  const size = block.series * bars;
  for (let s = 0; s < block.series; s += 1) {
    const coarse = packed.subarray(s * bars, (s + 1) * bars);
    const fine = packed.subarray(size + s * bars, size + (s + 1) * bars);
    split(columnOf(market, field, block.first + s), { coarse, fine }, block.first + s);
  }
}

/** The values of one series. */
function columnOf(market: Market, field: Field, series: number): OutColumn {
  return market.column(field).subarray(series * market.bars, (series + 1) * market.bars);
}

/** Values as they are, rounded to 32 bits, `[1][series][bar]`. */
export function packAmounts(market: Market, field: Field, block: Block, packed: Float32Array): void {
  const { bars } = market;
  packed.set(market.column(field).subarray(block.first * bars, (block.first + block.series) * bars));
}

/** The last bar at which a column changed, up to and with each bar, `[1][series][bar]`; 0 where it has not yet. */
export function packLastChange(market: Market, field: Field, block: Block, packed: Float32Array): void {
  packLast(market, block, packed, (lasts, s) => {
    const values = columnOf(market, field, s);
    let last = 0;
    lasts[0] = 0;
    for (let i = 1; i < values.length; i += 1) {
      last += (i - last) * Number(values[i] !== values[i - 1]);
      lasts[i] = last;
    }
  });
}

/** The same for the last bar that moved in one direction: up by the high or down by the low, one further than the other. */
export function packLastMove(market: Market, block: Block, packed: Float32Array): void {
  packLast(market, block, packed, (lasts, s) => {
    const [high, low] = [columnOf(market, 'high', s), columnOf(market, 'low', s)];
    let last = 0;
    lasts[0] = 0;
    for (let i = 1; i < high.length; i += 1) {
      const higher = high[i]! - high[i - 1]!;
      const lower = low[i - 1]! - low[i]!;
      // Markets move without a pattern: a branch would be guessed wrong every other time.
      const moves = Number(higher !== lower) * (Number(higher > 0) | Number(lower > 0));
      last += (i - last) * moves;
      lasts[i] = last;
    }
  });
}

function packLast(
  market: Market,
  block: Block,
  packed: Float32Array,
  fill: (lasts: Float32Array, series: number) => void,
): void {
  const { bars } = market;
  for (let s = 0; s < block.series; s += 1) {
    fill(packed.subarray(s * bars, (s + 1) * bars), block.first + s);
  }
}

/** The index of the first bar of each bar's session, `[kind][series][bar]`. */
export function packSessionStarts(
  market: Market,
  kinds: readonly string[],
  block: Block,
  packed: Float32Array,
): void {
  const { bars } = market;
  const time = market.column('time');
  const size = block.series * bars;
  kinds.forEach((kind, k) => {
    const sessionOf = clock(kind);
    for (let s = 0; s < block.series; s += 1) {
      const from = (block.first + s) * bars;
      let start = 0;
      let session = NaN;
      for (let i = 0; i < bars; i += 1) {
        const current = sessionOf(time[from + i]!);
        if (current !== session) start = i;
        session = current;
        packed[k * size + s * bars + i] = start;
      }
    }
  });
}

function clock(kind: string): (time: number) => number {
  const found = Object.entries(sessions).find(([name]) => name === kind);
  return found?.[1] ?? sessions.all;
}
