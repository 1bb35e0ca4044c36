import type { AllColumns } from '../../bench/series.ts';
import { barsOf, randomBars } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';
import type { Field, LooseBar } from './indicator/bar.ts';
import type { Column } from './indicator/column.ts';
import type { LooseOptions } from './indicator/option.ts';
import type { Row } from './indicator/row.ts';
import type { Snapshot } from './indicator/snapshot.ts';
import { refreshEvery } from './window/moving-sum.ts';

const length = 400;
const steady = Array.from({ length }, () => 50);
const outlier = { ...randomBars(length, 3) };
outlier.close = outlier.close.map((close, i) => (i === 90 ? close * 1e12 : close));
outlier.high = outlier.high.map((high, i) => (i === 90 ? high * 1e12 : high));
const silent = randomBars(length, 4);
silent.volume = silent.volume.map((volume, i) => (i > 100 && i < 300 ? 0 : volume));
const holed = randomBars(length, 5);
for (const column of [holed.close, holed.open, holed.high, holed.low, holed.volume]) {
  for (const bar of [0, 120, 121, 200]) column[bar] = NaN;
}
holed.close[320] = Infinity;

const worlds: readonly (readonly [string, AllColumns])[] = [
  ['random', randomBars(length, 1)],
  ['flat', barsOf(steady)],
  ['stepped', barsOf(steady.map((value, i) => value + Math.floor(i / 40) * 1000 * (i % 80 < 40 ? 1 : -1)))],
  ['with one huge outlier', outlier],
  ['without volume for a while', silent],
  [
    'without any volume',
    barsOf(
      steady.map((value, i) => value + (i % 7)),
      0,
    ),
  ],
  ['at prices of 1e-8', randomBars(length, 6, { start: 1e-8 })],
  ['at prices of 1e9', randomBars(length, 7, { start: 1e9 })],
  ['with holes', holed],
];

const barAt = (columns: Readonly<Record<Field, Float64Array>>, i: number): LooseBar =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column[i]]));

const cut = (columns: AllColumns, end: number): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column.slice(0, end)]));

/** Every value as text, so that NaN and the sign of zero count, and a difference is readable. */
const bits = (columns: Readonly<Record<string, ArrayLike<number>>>, end?: number): string[] =>
  Object.entries(columns).map(([name, column]) =>
    [
      name,
      ...Array.from(column, (value) => (Object.is(value, -0) ? '-0' : String(value))).slice(0, end),
    ].join(' '),
  );

/** The smallest periods that the options allow: every whole number at its minimum, or just above another's. */
function smallest(row: Row): LooseOptions {
  const whole = row.options.filter((option) => option.kind === 'integer');
  return Object.fromEntries(
    whole.map((option) => [option.name, option.kind === 'integer' ? option.minimum : 1]),
  );
}

function streamed(
  row: Row,
  columns: AllColumns,
  options?: LooseOptions,
  restartEvery = 0,
): Record<string, number[]> {
  const values: Record<string, number[]> = Object.fromEntries(row.outputs.map((name) => [name, []]));
  let stream = row.open(options);
  for (let i = 0; i < columns.close.length; i += 1) {
    if (restartEvery > 0 && i % restartEvery === 0) {
      const saved: Snapshot = JSON.parse(JSON.stringify(stream.snapshot()));
      stream = row.open(options);
      stream.restore(saved);
    }
    const next = stream.next(barAt(columns, i));
    for (const name of row.outputs) values[name]?.push(next[name] ?? NaN);
  }
  return values;
}

describe.each(Array.from(indicators, (row) => [row.name, row] as const))('%s', (_name, row) => {
  it.each(worlds)('gives a stream the bits of the batch on bars %s', (_world, columns) => {
    expect(bits(streamed(row, columns))).toEqual(bits(row.run(columns)));
  });

  it('gives a stream the bits of the batch past the bars where both make their sums afresh', () => {
    const columns = randomBars(2 * refreshEvery + 200, 17);
    columns.close[5000] = (columns.close[5000] ?? 0) * 1e6;
    expect(bits(streamed(row, columns))).toEqual(bits(row.run(columns)));
  });

  it('gives a stream the bits of the batch with the smallest periods', () => {
    const options = smallest(row);
    const columns = randomBars(length, 8);
    expect(bits(streamed(row, columns, options))).toEqual(bits(row.run(columns, options)));
  });

  it('goes on from a snapshot written as JSON as if nothing had been', () => {
    for (const [, columns] of worlds) {
      expect(bits(streamed(row, columns, undefined, 13))).toEqual(bits(row.run(columns)));
    }
  });

  it('goes on from a snapshot at any bar', () => {
    const columns = randomBars(length, 18);
    expect(bits(streamed(row, columns, undefined, 1))).toEqual(bits(row.run(columns)));
  });

  it('starts over on reset', () => {
    const columns = randomBars(60, 9);
    const stream = row.open();
    for (let i = 0; i < 60; i += 1) stream.next(barAt(columns, i));
    stream.reset();
    expect(stream.snapshot()).toEqual(row.open().snapshot());
  });

  it('changes no earlier value when the bars after it are cut off', () => {
    for (const [, columns] of worlds) {
      const whole = row.run(columns);
      for (const end of [0, 1, 33, 150, 399])
        expect(bits(row.run(cut(columns, end)))).toEqual(bits(whole, end));
    }
  });

  it('changes no earlier value wherever the bars are cut', () => {
    const columns = randomBars(length, 19);
    const whole = row.run(columns);
    const ends = Array.from({ length }, (_, end) => end);
    const isSame = (end: number): boolean => {
      const part = row.run(cut(columns, end));
      return row.outputs.every(
        (name) =>
          part[name]?.length === end && part[name].every((value, i) => Object.is(value, whole[name]?.[i])),
      );
    };
    expect(ends.filter((end) => !isSame(end))).toEqual([]);
  });

  it('has every output from its warm-up on, and not all before it', () => {
    const columns = randomBars(length, 10);
    for (const options of [{}, smallest(row)]) {
      const warmUp = row.warmUp(options);
      const values = row.run(columns, options);
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

  it('takes no bars, one, just too few, and just enough', () => {
    const columns = randomBars(length, 11);
    for (const end of [0, 1, row.warmUp(), row.warmUp() + 1]) {
      const values = row.run(cut(columns, end));
      for (const name of row.outputs) expect(values[name]).toHaveLength(end);
      const complete = row.outputs.every((name) => Number.isFinite(values[name]?.[end - 1]));
      if (row.sparse === undefined) expect(complete).toBe(end === row.warmUp() + 1);
    }
  });

  it('keeps inside its range', () => {
    const [low, high] = row.range ?? [-Infinity, Infinity];
    const margin = 1e-9 * (high - low);
    for (const [, columns] of worlds.slice(0, 8)) {
      for (const column of Object.values(row.run(columns))) {
        const outside = column.filter((value) => value < low - margin || value > high + margin);
        expect(outside).toHaveLength(0);
      }
    }
  });

  it('is finite from its warm-up on, whatever the bars', () => {
    for (const [, columns] of worlds.slice(0, 8)) {
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
    const rest = Object.fromEntries(row.outputs.map((name) => [name, values[name]?.slice(150) ?? []]));
    expect(bits(rest)).toEqual(bits(row.run(after)));
  });

  it('writes into given columns, in 64 or 32 bits, what it returns', () => {
    const columns = randomBars(length, 13);
    const values = row.run(columns);
    const wide = Object.fromEntries(row.outputs.map((name) => [name, new Float64Array(length).fill(7)]));
    const narrow = Object.fromEntries(row.outputs.map((name) => [name, new Float32Array(length).fill(7)]));
    row.fill(columns, wide);
    row.fill(columns, narrow);
    expect(bits(wide)).toEqual(bits(values));
    for (const name of row.outputs) expect(narrow[name]).toEqual(Float32Array.from(values[name] ?? []));
  });

  it('takes plain arrays and 32-bit columns', () => {
    const columns = randomBars(length, 14);
    const plain = Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [field, Array.from(column)]),
    );
    expect(bits(row.run(plain))).toEqual(bits(row.run(columns)));
    const short = Object.entries(columns).map(([field, column]): [string, Float32Array | Float64Array] => [
      field,
      field === 'time' ? column : Float32Array.from(column),
    ]);
    const widened = short.map(([field, column]): [string, Float64Array] => [
      field,
      Float64Array.from(column),
    ]);
    expect(bits(row.run(Object.fromEntries(short)))).toEqual(bits(row.run(Object.fromEntries(widened))));
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
    expect(bits(out)).toEqual(bits(values));
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
    const columns = randomBars(stable + 301, 16);
    const later = Object.entries(columns).map(([field, column]): [string, Float64Array] => [
      field,
      column.slice(300),
    ]);
    const [early, late] = [row.run(columns), row.run(Object.fromEntries(later))];
    for (const name of row.outputs) {
      const [a, b] = [early[name]?.[stable + 300] ?? 0, late[name]?.[stable] ?? 1];
      const scale = early[name]?.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0) ?? 0;
      if (row.sparse === undefined) expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * scale);
    }
  });
});
