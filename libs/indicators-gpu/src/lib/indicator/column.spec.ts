import { runInNewContext } from 'node:vm';
import { ColumnError } from '../errors/column-error.ts';
import { OutputError } from '../errors/output-error.ts';
import { indicators } from '../catalogue.ts';
import { macd } from '../momentum/macd/macd.ts';
import { sma } from '../overlap/sma/sma.ts';
import { atr } from '../volatility/atr/atr.ts';

const close = Float64Array.of(1, 2, 3, 4, 5, 6);

describe('input columns', () => {
  it('are a column, or an object that has it', () => {
    expect(sma([1, 2, 3], { period: 2 })).toEqual(Float64Array.of(NaN, 1.5, 2.5));
    expect(sma({ close }, { period: 6 })).toEqual(Float64Array.of(NaN, NaN, NaN, NaN, NaN, 3.5));
  });

  it('may be another one by name, where only one is read', () => {
    const row = indicators.get('sma');
    expect(row.run({ volume: [2, 4] }, { period: 2 }, 'volume')['sma']).toEqual(Float64Array.of(NaN, 3));
    expect(row.open({ period: 1 }, 'open').next({ open: 7, close: 9 })).toEqual({ sma: 7 });
    expect(() => indicators.get('atr').open({}, 'open')).toThrow('Leave the source out.');
  });

  it.each([
    ['is missing', { high: close, low: close }, 'atr: column close: got nothing'],
    [
      'is of another length',
      { high: close, low: close, close: [1] },
      'column close: got 1 values; allowed is 6',
    ],
  ])('are refused when one %s', (_what, columns, message) => {
    expect(() => indicators.get('atr').run(columns)).toThrow(ColumnError);
    expect(() => indicators.get('atr').run(columns)).toThrow(message);
  });

  it('are refused when there are none at all', () => {
    const nothing: { close: number[] } = JSON.parse('null');
    expect(() => sma(nothing)).toThrow('sma: column close: got nothing');
    expect(() => indicators.get('sma').run(nothing)).toThrow(ColumnError);
  });

  it('are refused when they hold something else than numbers', () => {
    const parsed: { close: number[] } = JSON.parse('{"close":[1,"2",3]}');
    expect(() => sma(parsed)).toThrow('sma: column close: got a value of type string at index 1');
    const noColumn: { close: number[] } = JSON.parse('{"close":5}');
    expect(() => sma(noColumn)).toThrow('got a value of type number');
    const alone: { high: number[]; low: number[]; close: number[] } = JSON.parse('[1,2]');
    expect(() => atr(alone)).toThrow('column high: got nothing');
  });
});

describe('columns of another realm, as test runners and other frames have', () => {
  const foreign = (text: string) => {
    const values: Float64Array = runInNewContext(text);
    return values;
  };

  it('are read and written like any other', () => {
    const values = foreign('new Float64Array([9, 1, 2, 3]).subarray(1)');
    expect(values instanceof Float64Array).toBe(false);
    expect(sma(values, { period: 2 })).toEqual(Float64Array.of(NaN, 1.5, 2.5));
    expect(sma(foreign('new Float32Array([1, 2])'), { period: 1 })).toEqual(Float64Array.of(1, 2));
    const out = foreign('new Float64Array(3)');
    expect(sma(values, { period: 2 }, out)).toBe(out);
    expect(Array.from(out)).toEqual([NaN, 1.5, 2.5]);
    expect(Array.from(sma(values, { period: 2 }, values))).toEqual([NaN, 1.5, 2.5]);
  });

  it('are refused by name where they are of another type', () => {
    expect(() => sma(foreign('new Int32Array(3)'))).toThrow(
      'got a value of type Int32Array; allowed is a Float64Array',
    );
  });
});

describe('columns to write into', () => {
  it('are returned as they are, filled', () => {
    const out = new Float32Array(6);
    expect(sma(close, { period: 1 }, out)).toBe(out);
    expect(out).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
    const lines = { macd: new Float64Array(6), signal: new Float32Array(6), histogram: new Float64Array(6) };
    expect(macd(close, { fast: 1, slow: 2, signal: 1 }, lines)).toBe(lines);
    expect(lines.macd).toEqual(Float64Array.of(NaN, 0.5, 0.5, 0.5, 0.5, 0.5));
  });

  it('may be the input itself', () => {
    const values = close.slice();
    expect(sma(values, { period: 2 }, values)).toEqual(Float64Array.of(NaN, 1.5, 2.5, 3.5, 4.5, 5.5));
  });

  it('must not overlap an input, where bars still to be read would be lost', () => {
    const shared = new Float64Array(8);
    const run = () => sma(shared.subarray(0, 6), { period: 2 }, shared.subarray(1, 7));
    expect(run).toThrow(OutputError);
    expect(run).toThrow('sma: output sma: got a column that overlaps an input');
    expect(() => sma(shared.subarray(0, 4), { period: 2 }, shared.subarray(4))).not.toThrow();
  });

  it('must not share memory with each other', () => {
    const same = new Float64Array(6);
    const lines = { macd: same, signal: same, histogram: new Float64Array(6) };
    expect(() => macd(close, {}, lines)).toThrow(
      'macd: output signal: got memory shared with another output',
    );
  });

  it('must have the length of the input, and be columns', () => {
    expect(() => sma(close, {}, new Float64Array(5))).toThrow('got 5 values; allowed is 6');
    expect(() => indicators.get('sma').fill({ close }, {})).toThrow('sma: output sma: got nothing');
  });
});
