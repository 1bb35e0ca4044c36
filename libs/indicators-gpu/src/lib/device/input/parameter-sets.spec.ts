import fc from 'fast-check';
import { OptionError, grid, indicators, macd, obv, sma } from '../../../index.ts';
import { parameterSets } from './parameter-sets.ts';

describe('lists of parameters', () => {
  it('are zipped: first with first, second with second', () => {
    const sets = parameterSets(macd.row, { fast: [3, 5], slow: [10, 20], signal: [4, 6] });
    expect(sets).toEqual([
      { fast: 3, slow: 10, signal: 4 },
      { fast: 5, slow: 20, signal: 6 },
    ]);
  });

  it('take a single value into every set, and the default where nothing is said', () => {
    expect(parameterSets(macd.row, { fast: [3, 5], slow: 10 })).toEqual([
      { fast: 3, slow: 10, signal: 9 },
      { fast: 5, slow: 10, signal: 9 },
    ]);
    expect(parameterSets(sma.row)).toEqual([{ period: 20 }]);
    expect(parameterSets(obv.row, {})).toEqual([{}]);
  });

  it('are refused when one is longer than another', () => {
    const lists = { fast: [3, 5, 7], slow: [10, 20] };
    expect(() => parameterSets(macd.row, lists)).toThrow(
      'macd: option slow: got a list of 2; allowed is a list of 3',
    );
  });

  it('are refused when empty, unknown, or out of range', () => {
    expect(() => parameterSets(sma.row, { period: [] })).toThrow(OptionError);
    expect(() => parameterSets(sma.row, { length: 5 })).toThrow('an unknown name');
    expect(() => parameterSets(sma.row, { period: [5, 0] })).toThrow('a whole number from 1 to 100000');
    expect(() => parameterSets(macd.row, { fast: [5, 30] })).toThrow('less than slow, which is 26');
  });
});

describe('a grid of parameters', () => {
  it('is every combination, the last list fastest', () => {
    expect(parameterSets(macd.row, grid({ fast: [3, 5], slow: [10, 20], signal: 4 }))).toEqual([
      { fast: 3, slow: 10, signal: 4 },
      { fast: 3, slow: 20, signal: 4 },
      { fast: 5, slow: 10, signal: 4 },
      { fast: 5, slow: 20, signal: 4 },
    ]);
  });

  it('leaves out what the indicator refuses, and nothing else', () => {
    const periods = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    const fits = ([fast, slow]: readonly [number, number]) => slow >= 2 && fast < slow;
    fc.assert(
      fc.property(periods, periods, (fast, slow) => {
        const wanted = fast.flatMap((f) => slow.map((s) => [f, s] as const)).filter(fits);
        fc.pre(wanted.length > 0);
        const sets = parameterSets(macd.row, grid({ fast, slow }));
        expect(sets.map((set) => [set['fast'], set['slow']])).toEqual(wanted);
      }),
    );
  });

  it('is refused when nothing is left, or when a name is unknown', () => {
    expect(() => parameterSets(macd.row, grid({ fast: [30, 40], slow: [10, 20] }))).toThrow('at least one');
    expect(() => parameterSets(macd.row, grid({ quick: [3, 5] }))).toThrow(
      'option quick: got an unknown name',
    );
  });

  it('knows every indicator of the registry', () => {
    for (const row of indicators) expect(parameterSets(row, grid({}))).toEqual([row.complete()]);
  });
});
