import { OptionError } from '../errors/option-error.ts';
import { macd } from '../momentum/macd/macd.ts';
import { rsi } from '../momentum/rsi/rsi.ts';
import { ultosc } from '../momentum/ultosc/ultosc.ts';
import { indicators } from '../catalogue.ts';
import { stoch } from '../momentum/stoch/stoch.ts';
import type { LooseOptions } from './option.ts';

const refused = (indicator: string, options: LooseOptions): unknown => {
  try {
    return indicators.get(indicator).run({ close: [1, 2, 3] }, options);
  } catch (error) {
    return error;
  }
};

describe('options', () => {
  it('take their defaults where they are left out or undefined', () => {
    expect(rsi.warmUp()).toBe(14);
    expect(rsi.warmUp({ period: undefined })).toBe(14);
    expect(macd.warmUp({ fast: 3 })).toBe(33);
  });

  it.each([
    ['a fraction of a bar', { period: 2.5 }, '2.5'],
    ['no bars', { period: 0 }, '0'],
    ['too many bars', { period: 100_001 }, '100001'],
    ['NaN', { period: NaN }, 'NaN'],
    ['text', { period: '14' }, '"14"'],
  ])('refuse %s with what is allowed', (_what, options, got) => {
    const error = refused('rsi', options);
    expect(error).toBeInstanceOf(OptionError);
    expect(error).toMatchObject({
      code: 'INVALID_OPTION',
      indicator: 'rsi',
      option: 'period',
      got,
      allowed: 'a whole number from 1 to 100000',
      message: `rsi: option period: got ${got}; allowed is a whole number from 1 to 100000.`,
    });
  });

  it('refuse a name that the indicator does not have, and tell those it has', () => {
    expect(refused('rsi', { length: 14 })).toMatchObject({ option: 'length', allowed: 'period' });
    expect(refused('obv', { period: 14 })).toMatchObject({ allowed: 'no option at all' });
  });

  it('refuse a name that every object has', () => {
    for (const name of ['toString', 'constructor', '__proto__']) {
      const options: LooseOptions = JSON.parse(`{ "${name}": 3 }`);
      expect(refused('rsi', options)).toMatchObject({ option: name, got: 'an unknown name' });
    }
  });

  it('refuse a bare number, which is none of them', () => {
    const options: LooseOptions = JSON.parse('14');
    expect(refused('macd', options)).toMatchObject({
      message: 'macd: option all of them: got 14; allowed is an object, with any of: fast, slow, signal.',
    });
  });

  it('refuse a word that is not in the list', () => {
    const error = refused('ma', { maType: 'best' });
    expect(error).toMatchObject({ got: '"best"', allowed: 'sma, ema, wma, dema, tema, trima, kama, t3' });
  });

  it('refuse a number out of its range, both ends included', () => {
    expect(refused('t3', { volumeFactor: 1.01 })).toMatchObject({ allowed: 'a number from 0 to 1' });
    expect(refused('t3', { volumeFactor: 1 })).not.toBeInstanceOf(Error);
  });

  it('refuse a short average that is not the shorter one', () => {
    expect(() => macd([1, 2], { fast: 26, slow: 26 })).toThrow(
      'got 26; allowed is less than slow, which is 26',
    );
    expect(() => ultosc.warmUp({ fast: 14 })).toThrow('less than medium, which is 14');
    expect(() => ultosc.warmUp({ medium: 28 })).toThrow('less than slow, which is 28');
  });

  it('count a whole number that was computed like any other', () => {
    expect(rsi.warmUp({ period: 0.1 * 100 })).toBe(10);
  });

  it('choose the averages of the stochastic', () => {
    expect(stoch.warmUp({ smoothType: 'kama', signalType: 'dema' })).toBe(13 + 3 + 4);
  });
});
