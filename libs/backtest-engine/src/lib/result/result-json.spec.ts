import { sampleBacktest } from '../../../test/sample-backtest.ts';
import { plainJson } from './plain-json.ts';
import { resultJson } from './result-json.ts';

const { result } = sampleBacktest({ bars: 3_000, seed: 4 });
const written = (one = result) => [...resultJson(one)].join('');

/** Columns read back as lists. */
const asRead = (one = result) => {
  const { time, value } = one.equity;
  const equity = { time: Array.from(value, (_, point) => time.at(point)), value: Array.from(value) };
  return { ...one, equity };
};

describe('result.json', () => {
  it('reads back to the same result, every double included', () => {
    expect(JSON.parse(written())).toEqual(asRead());
  });

  it('has its fields in one order', () => {
    const names = [...written().matchAll(/^ {2}"(\w+)": /gm)].map(([, name]) => name);
    expect(names).toEqual([
      'version',
      'command',
      'data',
      'instrument',
      'strategy',
      'assumptions',
      'statistics',
      'trades',
      'openPositions',
      'alerts',
      'refusals',
      'fills',
      'equity',
    ]);
  });

  it('has the same bytes whatever the order of the flags', () => {
    const { strategy } = result;
    if (!('parameters' in strategy)) throw new Error('one strategy ran');
    const turned = Object.fromEntries(Object.entries(strategy.parameters).reverse());
    expect(written({ ...result, strategy: { ...strategy, parameters: turned } })).toBe(written());
  });

  it('has lists where there are several markets and strategies', () => {
    const { data, strategy, instrument } = result;
    if ('length' in data || 'length' in strategy || 'length' in instrument) throw new Error('one of each');
    const several = {
      ...result,
      data: [data, { ...data, symbol: 'ETHUSDT' }],
      instrument: [instrument, { ...instrument, symbol: 'ETHUSDT' }],
      strategy: [strategy, { ...strategy, id: 'other' }],
    };
    expect(JSON.parse(written(several))).toEqual(asRead(several));
  });

  it('keeps a single market in a list where it was given as one', () => {
    const { strategy } = result;
    if ('length' in strategy) throw new Error('one strategy ran');
    expect(JSON.parse(written({ ...result, strategy: [strategy] }))).toMatchObject({
      strategy: [{ id: 'sma-cross' }],
    });
  });

  it('writes numbers out, without exponents', () => {
    expect(plainJson({ fee: 1e-8, held: [2.5e-7], none: null })).toBe(
      '{ "fee": 0.00000001, "held": [0.00000025], "none": null }',
    );
  });

  it('has no place for NaN and the infinities', () => {
    const broken = { ...result, equity: { time: [0], value: [Number.NaN] } };
    expect(() => written(broken)).toThrow('a result holds finite numbers and null; found NaN');
  });

  it('comes in pieces, so that a million points are never one text', () => {
    const points = 100_000;
    const equity = { time: new Float64Array(points), value: new Float64Array(points).fill(12_345.678) };
    const longest = Math.max(...[...resultJson({ ...result, equity })].map(({ length }) => length));
    expect(longest).toBeLessThan(200_000);
  });

  it('is whole for a backtest without trades or bars', () => {
    const empty = { ...result, trades: [], openPositions: [], fills: [], equity: { time: [], value: [] } };
    expect(JSON.parse(written(empty))).toEqual(empty);
  });
});
