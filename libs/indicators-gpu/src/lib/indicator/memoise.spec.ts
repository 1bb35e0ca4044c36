import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { randomBars } from '../../../bench/series.ts';
import { indicators } from '../catalogue.ts';
import type { LooseColumns } from './column.ts';
import { memoise } from './memoise.ts';

describe('a registry with a memory', () => {
  const { high, low, close } = randomBars(50, 1);
  const remembered = memoise(indicators);

  it('gives the columns it gave before for the same columns and options', () => {
    const first = remembered.get('sma').run({ close }, { period: 5 });
    expect(remembered.get('sma').run({ close, high }, { period: 5 })).toBe(first);
    expect(first).toEqual(indicators.get('sma').run({ close }, { period: 5 }));
  });

  it('takes an option that is left out for its default', () => {
    expect(remembered.get('sma').run({ close })).toBe(remembered.get('sma').run({ close }, { period: 20 }));
  });

  it('tells other options, other columns and other sources apart', () => {
    const first = remembered.get('sma').run({ close }, { period: 5 });
    expect(remembered.get('sma').run({ close }, { period: 6 })).not.toBe(first);
    expect(remembered.get('sma').run({ close: close.slice() }, { period: 5 })).not.toBe(first);
    expect(remembered.get('sma').run({ close, high }, { period: 5 }, 'high')).not.toEqual(first);
    const ranges = remembered.get('atr').run({ high, low, close });
    expect(remembered.get('atr').run({ high, low: low.slice(), close })).not.toBe(ranges);
  });

  it('forgets what it computed when one of the columns is gone, whatever the others do', async () => {
    const correlate = (benchmark: Float64Array) =>
      new WeakRef(remembered.get('correl').run({ close, benchmark }));
    const [kept, gone] = [correlate(high), correlate(close.slice())];
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect([kept.deref()?.['correl']?.length, gone.deref()]).toEqual([50, undefined]);
  });

  it('refuses what the registry refuses', () => {
    expect(() => remembered.get('sma').run({})).toThrow('sma: column close: got nothing');
    expect(() => remembered.get('sma').run({ close }, { length: 3 })).toThrow('option length');
    const wrong: LooseColumns = JSON.parse('{ "close": 5 }');
    expect(() => remembered.get('sma').run(wrong)).toThrow('sma: column close: got a value of type number');
  });
});
