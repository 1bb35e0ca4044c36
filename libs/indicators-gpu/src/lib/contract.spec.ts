import { firstDifference } from '../../bench/difference.ts';
import { cut, marketLength, wholeMarkets } from '../../bench/markets.ts';
import { randomBars } from '../../bench/series.ts';
import { smallestOptions } from '../../bench/smallest-options.ts';
import { indicators } from './catalogue.ts';
import type { Column } from './indicator/column.ts';

const length = marketLength;
const random = randomBars(length, 10);

/** The longest series that an indicator needs to forget its start; another is the beginning of it. */
const stableAfter = Array.from(indicators, (row) => row.stableAfter()).filter(Number.isFinite);
const long = randomBars(Math.max(...stableAfter) + 301, 16);
const longLater = Object.fromEntries(
  Object.entries(long).map(([field, column]) => [field, column.subarray(300)]),
);

describe.each(Array.from(indicators, (row) => [row.name, row] as const))('%s', (_name, row) => {
  it('has every output from its warm-up on, and not all before it', () => {
    for (const options of [{}, smallestOptions(row)]) {
      const warmUp = row.warmUp(options);
      const values = row.run(random, options);
      const firsts = row.outputs.map(
        (name) => values[name]?.findIndex((value) => !Number.isNaN(value)) ?? -1,
      );
      if (row.sparse === undefined) {
        expect(Math.max(...firsts)).toBe(warmUp);
        const after = row.outputs.map((name) => values[name]?.subarray(warmUp).some(Number.isNaN));
        expect(after).not.toContain(true);
      } else expect(Math.min(...firsts)).toBeGreaterThanOrEqual(warmUp);
    }
  });

  it('keeps inside its range', () => {
    const [low, high] = row.range ?? [-Infinity, Infinity];
    const margin = 1e-9 * (high - low);
    for (const [, { columns }] of wholeMarkets) {
      for (const column of Object.values(row.run(columns))) {
        const outside = column.filter((value) => value < low - margin || value > high + margin);
        expect(outside).toHaveLength(0);
      }
    }
  });

  it('is finite from its warm-up on, whatever the bars', () => {
    for (const [, { columns }] of wholeMarkets) {
      for (const column of row.sparse === undefined ? Object.values(row.run(columns)) : []) {
        expect(column.subarray(row.warmUp()).filter((value) => !Number.isFinite(value))).toHaveLength(0);
      }
    }
  });

  it('begins anew after a hole, as if the next bar were the first', () => {
    const columns = randomBars(length, 12);
    const after = Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [field, column.slice(150)]),
    );
    const hole = Object.entries(columns).map(([field, column]): [string, Column] => [
      field,
      column.map((value, i) => (i === 149 ? NaN : value)),
    ]);
    const values = row.run(Object.fromEntries(hole));
    for (const name of row.outputs) expect(values[name]?.[149]).toBeNaN();
    const rest = Object.fromEntries(
      Object.entries(values).map(([name, column]) => [name, column.subarray(150)]),
    );
    expect(firstDifference(rest, row.run(after))).toBeUndefined();
  });

  it('writes into given columns, in 64 or 32 bits, what it returns', () => {
    const columns = randomBars(length, 13);
    const values = row.run(columns);
    const wide = Object.fromEntries(row.outputs.map((name) => [name, new Float64Array(length).fill(7)]));
    const narrow = Object.fromEntries(row.outputs.map((name) => [name, new Float32Array(length).fill(7)]));
    row.fill(columns, wide);
    row.fill(columns, narrow);
    expect(firstDifference(wide, values)).toBeUndefined();
    for (const name of row.outputs) expect(narrow[name]).toEqual(Float32Array.from(values[name] ?? []));
  });

  it('takes plain arrays and 32-bit columns', () => {
    const columns = randomBars(length, 14);
    const plain = Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [field, Array.from(column)]),
    );
    expect(firstDifference(row.run(plain), row.run(columns))).toBeUndefined();
    const short = Object.entries(columns).map(([field, column]): [string, Float32Array | Float64Array] => [
      field,
      field === 'time' ? column : Float32Array.from(column),
    ]);
    const widened = short.map(([field, column]): [string, Float64Array] => [
      field,
      Float64Array.from(column),
    ]);
    expect(
      firstDifference(row.run(Object.fromEntries(short)), row.run(Object.fromEntries(widened))),
    ).toBeUndefined();
  });

  it('writes over an input that is also an output', () => {
    const columns = randomBars(length, 15);
    const input = row.inputs[row.inputs.length - 1] ?? 'close';
    const target = columns[input];
    const values = row.run(columns);
    const out = Object.fromEntries(
      row.outputs.map((name, i) => [name, i === 0 ? target : new Float64Array(length)]),
    );
    row.fill(columns, out);
    expect(firstDifference(out, values)).toBeUndefined();
  });

  it('says what it is', () => {
    for (const text of [row.title, row.about, row.formula]) expect(text.length).toBeGreaterThan(3);
    expect(new Set(row.outputs).size).toBe(row.outputs.length);
    for (const option of row.options) expect(option.meaning).toMatch(/\.$/);
    const outputs = Object.keys(row.talib?.outputs ?? {});
    expect(outputs).toEqual(row.talib === undefined ? [] : [...row.outputs]);
    const options = new Set(row.options.map((option) => option.name));
    expect(Object.keys(row.talib?.options ?? {}).filter((name) => !options.has(name))).toEqual([]);
  });

  it('is stable when it says so: another start changes nothing that counts', () => {
    const stable = row.stableAfter();
    if (stable === Infinity) return;
    expect(stable).toBeGreaterThanOrEqual(row.warmUp());
    const early = row.run(cut(long, stable + 301));
    const late = row.run(cut(longLater, stable + 1));
    for (const name of row.outputs) {
      const [a, b] = [early[name]?.[stable + 300] ?? 0, late[name]?.[stable] ?? 1];
      const scale = early[name]?.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0) ?? 0;
      if (row.sparse === undefined) expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * scale);
    }
  });
});
