import { SnapshotError } from '../errors/snapshot-error.ts';
import { adx } from '../momentum/adx/adx.ts';
import { cmo } from '../momentum/cmo/cmo.ts';
import { macd } from '../momentum/macd/macd.ts';
import { obv } from '../volume/obv/obv.ts';
import { rsi } from '../momentum/rsi/rsi.ts';
import { ema } from '../overlap/ema/ema.ts';
import { sma } from '../overlap/sma/sma.ts';
import { Memory } from './memory.ts';
import type { Snapshot } from './snapshot.ts';

describe('a stream', () => {
  it('takes numbers or bars, and gives NaN until it is warm', () => {
    const live = sma.stream({ period: 2 });
    expect(live.next(1)).toBeNaN();
    expect(live.next({ close: 2 })).toBe(1.5);
    expect(obv.stream().next({ close: 5, volume: 3 })).toBe(3);
  });

  it('gives several outputs in one record that it writes anew', () => {
    const live = macd.stream({ fast: 1, slow: 2, signal: 1 });
    const first = live.next(1);
    expect(first).toEqual({ macd: NaN, signal: NaN, histogram: NaN });
    expect(live.next({ close: 3 })).toBe(first);
    expect(first).toEqual({ macd: 1, signal: 1, histogram: 0 });
    expect(live.next(NaN)).toEqual({ macd: NaN, signal: NaN, histogram: NaN });
  });

  it.each([
    ['sma', sma],
    ['ema', ema],
    ['rsi', rsi],
    ['cmo', cmo],
  ] as const)(
    'gives the values of the column for %s, holes and bars between numbers included',
    (name, indicator) => {
      const close = Array.from({ length: 60 }, (_, i) =>
        i % 17 === 12 ? [NaN, Infinity][i % 2]! : Math.sin(i),
      );
      const column = indicator(close, { period: 4 });
      const live = indicator.stream({ period: 4 });
      close.forEach((value, i) => {
        const got = live.next(i % 3 === 0 ? { close: value } : value);
        expect([name, i, got]).toEqual([name, i, column[i]]);
      });
    },
  );

  it('remembers as much as the period needs, however long it runs', () => {
    const live = sma.stream({ period: 3 });
    const size = live.snapshot().cells.length;
    for (let i = 0; i < 10_000; i += 1) live.next(i);
    expect(live.snapshot().cells).toHaveLength(size);
  });

  it('knows nothing of the others that run the same program, whichever is asked when', () => {
    const periods = [3, 3, 400, 3];
    const series = periods.map((_period, k) => Array.from({ length: 900 }, (_, i) => Math.sin(i * (k + 1))));
    for (const indicator of [sma, rsi, cmo]) {
      const streams = periods.map((period) => indicator.stream({ period }));
      const got = series.map((values) => new Float64Array(values.length));
      for (let i = 0; i < 900; i += 1) {
        streams.forEach((stream, k) => got[k]?.fill(stream.next(series[k]?.[i] ?? NaN), i, i + 1));
      }
      series.forEach((values, k) => expect(got[k]).toEqual(indicator(values, { period: periods[k] })));
    }
  });

  it('has a record of its own', () => {
    const [one, other] = [macd.row.open(), macd.row.open()];
    expect(one.next({ close: 1 })).not.toBe(other.next({ close: 2 }));
  });

  it('reads another field where a source is named, and is not taken for one that does not', () => {
    const bar = { close: 5, high: 7 };
    expect(sma.row.open({ period: 1 }, 'high').next(bar)).toEqual({ sma: 7 });
    expect(sma.row.open({ period: 1 }).next(bar)).toEqual({ sma: 5 });
  });
});

describe('a snapshot', () => {
  it('is plain data that JSON does not change', () => {
    const live = rsi.stream({ period: 2 });
    for (const value of [1, 2, 1.5]) live.next(value);
    expect(live.snapshot()).toEqual({
      indicator: 'rsi',
      options: { period: 2 },
      cells: [2, 1.5, 0.5, 0.25],
    });
  });

  it('keeps what JSON has no number for', () => {
    const memory = new Memory();
    memory.claim(NaN, -0, Infinity, -Infinity);
    const [place, other] = [memory.begin(), memory.begin()];
    const text = JSON.stringify(memory.save(place));
    expect(text).toBe('["NaN","-0","Infinity","-Infinity"]');
    other.cells.fill(1, other.at, other.at + 4);
    expect(memory.load(JSON.parse(text), other)).toBe(true);
    expect(other.cells.slice(other.at, other.at + 4)).toEqual(Float64Array.of(NaN, -0, Infinity, -Infinity));
  });

  it('goes over from a stream to another way of streaming the same', () => {
    const values = Array.from({ length: 40 }, (_, i) => Math.sin(i));
    for (const indicator of [sma, ema, rsi]) {
      const [name = ''] = indicator.row.outputs;
      for (const bars of [0, 2, 5, 20]) {
        const bare = indicator.stream({ period: 5 });
        const whole = indicator.row.open({ period: 5 });
        for (const value of values.slice(0, bars)) bare.next(value);
        whole.restore(bare.snapshot());
        for (const close of values.slice(bars, 30))
          expect(whole.next({ close })[name]).toBe(bare.next(close));
        bare.reset();
        bare.restore(whole.snapshot());
        for (const close of values.slice(30)) expect(bare.next(close)).toBe(whole.next({ close })[name]);
      }
    }
  });

  it('is the same where a database has ordered the options anew, and whatever is done to it', () => {
    const live = macd.stream();
    for (let i = 0; i < 40; i += 1) live.next(Math.sin(i));
    const saved = live.snapshot();
    const other = macd.stream();
    other.restore({ ...saved, options: { signal: 9, slow: 26, fast: 12 } });
    expect(other.next(3)).toEqual(live.next(3));
    Object.assign(saved.options, { fast: 3 });
    expect(live.snapshot().options).toEqual({ fast: 12, slow: 26, signal: 9 });
  });

  it.each(['null', '5', '[]', '{ "indicator": "sma" }', '{ "indicator": "sma", "options": { "fast": 3 } }'])(
    'is refused when it is none: %s',
    (text) => {
      const saved: Snapshot = JSON.parse(text);
      expect(() => sma.stream().restore(saved)).toThrow(SnapshotError);
    },
  );

  it('is refused by another indicator, and with other options', () => {
    const saved = ema.stream({ period: 5 }).snapshot();
    expect(() => sma.stream({ period: 5 }).restore(saved)).toThrow('sma: snapshot: got one of ema');
    expect(() => ema.stream({ period: 6 }).restore(saved)).toThrow('got options {"period":5}');
  });

  it.each([
    ['no cell', []],
    ['a cell too many', [1, 5, 5, 5, 5]],
    ['a cell too few', [1, 5, 5]],
    ['text in a cell', [1, 'one', 5, 5]],
    ['null in a cell', [1, null, 5, 5]],
    ['a record for the cells', { average: 1 }],
  ])('is refused with %s, and the stream is as new then', (_what, cells) => {
    const live = ema.stream({ period: 2 });
    live.next(5);
    const fresh = ema.stream({ period: 2 }).snapshot();
    const saved: Snapshot = JSON.parse(JSON.stringify({ ...fresh, cells }));
    expect(() => live.restore(saved)).toThrow(SnapshotError);
    expect(live.snapshot()).toEqual(fresh);
  });

  it('is refused when a place lies outside of its window, where the cells of another stream are', () => {
    const live = sma.stream({ period: 2 });
    const { cells } = live.snapshot();
    const oldest = cells.length - 3;
    for (const place of [2, -1, 0.5, 'NaN']) {
      const saved: Snapshot = JSON.parse(
        JSON.stringify({ ...live.snapshot(), cells: cells.map((cell, i) => (i === oldest ? place : cell)) }),
      );
      expect(() => live.restore(saved)).toThrow('got cells that do not fit');
    }
  });

  it('lets several streams go on from one point', () => {
    const live = adx.stream({ period: 2 });
    const bar = (i: number) => ({ high: 10 + (i % 4), low: 8 + (i % 3), close: 9 + (i % 3) });
    for (let i = 0; i < 20; i += 1) live.next(bar(i));
    const branches = [adx.stream({ period: 2 }), adx.stream({ period: 2 })];
    for (const branch of branches) branch.restore(live.snapshot());
    const next = live.next(bar(20));
    for (const branch of branches) expect(branch.next(bar(20))).toBe(next);
  });
});
