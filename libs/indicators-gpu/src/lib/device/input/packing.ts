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
export function packLevels(market: Market, field: Field, block: Block): Float32Array {
  return packPairs(market, field, block, (column, at, base) => column[at]! - base);
}

/**
 * Changes from bar to bar, zero at the first, as two 32-bit columns like those of the levels. What a device decides by
 * comparing two changes, it decides as the processor does, ties of rounded prices included.
 */
export function packChanges(market: Market, field: Field, block: Block): Float32Array {
  const { bars } = market;
  return packPairs(market, field, block, (column, at) =>
    at % bars === 0 ? 0 : column[at]! - column[at - 1]!,
  );
}

function packPairs(
  market: Market,
  field: Field,
  block: Block,
  read: (column: OutColumn, at: number, base: number) => number,
): Float32Array {
  const { bars } = market;
  const column = market.column(field);
  const size = block.series * bars;
  const packed = new Float32Array(2 * size);
  for (let s = 0; s < block.series; s += 1) {
    const base = baseOf(market, field, block.first + s);
    const from = (block.first + s) * bars;
    for (let i = 0; i < bars; i += 1) {
      const value = read(column, from + i, base);
      const coarse = Math.fround(value);
      packed[s * bars + i] = coarse;
      packed[size + s * bars + i] = value - coarse;
    }
  }
  return packed;
}

/** Values as they are, rounded to 32 bits, `[1][series][bar]`. */
export function packAmounts(market: Market, field: Field, block: Block): Float32Array {
  const { bars } = market;
  return Float32Array.from(
    market.column(field).subarray(block.first * bars, (block.first + block.series) * bars),
  );
}

/** The last bar at which a column changed, up to and with each bar, `[1][series][bar]`; 0 where it has not yet. */
export function packLastChange(market: Market, field: Field, block: Block): Float32Array {
  const column = market.column(field);
  return packLast(market, block, (at) => column[at] !== column[at - 1]);
}

/** The same for the last bar that moved in one direction: up by the high or down by the low, one further than the other. */
export function packLastMove(market: Market, block: Block): Float32Array {
  const [high, low] = [market.column('high'), market.column('low')];
  return packLast(market, block, (at) => {
    const [higher, lower] = [high[at]! - high[at - 1]!, low[at - 1]! - low[at]!];
    return higher !== lower && (higher > 0 || lower > 0);
  });
}

function packLast(market: Market, block: Block, moves: (at: number) => boolean): Float32Array {
  const { bars } = market;
  const packed = new Float32Array(block.series * bars);
  for (let s = 0; s < block.series; s += 1) {
    let last = 0;
    for (let i = 1; i < bars; i += 1) {
      if (moves((block.first + s) * bars + i)) last = i;
      packed[s * bars + i] = last;
    }
  }
  return packed;
}

/** The index of the first bar of each bar's session, `[kind][series][bar]`. */
export function packSessionStarts(market: Market, kinds: readonly string[], block: Block): Float32Array {
  const { bars } = market;
  const time = market.column('time');
  const size = block.series * bars;
  const packed = new Float32Array(kinds.length * size);
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
  return packed;
}

function clock(kind: string): (time: number) => number {
  const found = Object.entries(sessions).find(([name]) => name === kind);
  return found?.[1] ?? sessions.all;
}
