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
    const size = JSON.stringify(live.snapshot().parts.map((part) => Object.keys(part).length));
    for (let i = 0; i < 10_000; i += 1) live.next(i);
    expect(JSON.stringify(live.snapshot().parts.map((part) => Object.keys(part).length))).toBe(size);
  });
});

describe('a snapshot', () => {
  it('is plain data that JSON does not change', () => {
    const live = rsi.stream({ period: 2 });
    for (const value of [1, 2, 1.5]) live.next(value);
    expect(live.snapshot()).toEqual({
      indicator: 'rsi',
      options: { period: 2 },
      parts: [{ last: 1.5, gain: 0.5, loss: 0.25, seen: 2 }],
    });
  });

  it('keeps what JSON has no number for', () => {
    const memory = new Memory();
    const fields = memory.fields({ none: NaN, nothing: -0, most: Infinity, least: -Infinity });
    memory.cells(2)[1] = -0;
    const text = JSON.stringify(memory.save());
    expect(text).toBe('[{"none":"NaN","nothing":"-0","most":"Infinity","least":"-Infinity"},[0,"-0"]]');
    Object.assign(fields, { none: 1, nothing: 1, most: 1, least: 1 });
    const saved: unknown[] = JSON.parse(text);
    expect(memory.load(saved)).toBe(true);
    expect(fields).toEqual({ none: NaN, nothing: -0, most: Infinity, least: -Infinity });
  });

  it('is refused by another indicator, and with other options', () => {
    const saved = ema.stream({ period: 5 }).snapshot();
    expect(() => sma.stream({ period: 5 }).restore(saved)).toThrow('sma: snapshot: got one of ema');
    expect(() => ema.stream({ period: 6 }).restore(saved)).toThrow('got options {"period":5}');
  });

  it.each([
    ['no part', []],
    ['a part too many', [{ average: 1, seen: 1 }, {}]],
    ['a field too few', [{ average: 1 }]],
    ['text in a field', [{ average: 'one', seen: 1 }]],
    ['null for a part', [null]],
  ])('is refused with %s, and the stream is as new then', (_what, parts) => {
    const live = ema.stream({ period: 2 });
    live.next(5);
    const fresh = ema.stream({ period: 2 }).snapshot();
    const saved: Snapshot = JSON.parse(JSON.stringify({ ...fresh, parts }));
    expect(() => live.restore(saved)).toThrow(SnapshotError);
    expect(live.snapshot()).toEqual(fresh);
  });

  it('is refused when a window has another length or holds text', () => {
    const live = sma.stream({ period: 2 });
    const [, state] = live.snapshot().parts;
    for (const window of [[1], [1, 'x'], {}]) {
      const saved: Snapshot = JSON.parse(JSON.stringify({ ...live.snapshot(), parts: [window, state] }));
      expect(() => live.restore(saved)).toThrow('got parts that do not fit');
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
