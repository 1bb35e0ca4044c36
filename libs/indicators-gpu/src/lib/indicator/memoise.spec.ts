import { randomBars } from '../../../bench/series.ts';
import { indicators } from '../catalogue.ts';
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

  it('refuses what the registry refuses', () => {
    expect(() => remembered.get('sma').run({})).toThrow('sma: column close: got nothing');
    expect(() => remembered.get('sma').run({ close }, { length: 3 })).toThrow('option length');
  });
});
