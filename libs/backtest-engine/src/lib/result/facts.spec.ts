import { reportOn } from '@org/market-data';
import { BITCOIN } from '../../../test/sample-backtest.ts';
import { sampleMarket } from '../../../test/sample-market.ts';
import { dataFacts } from './data-facts.ts';
import { instrumentFacts } from './instrument-facts.ts';
import { listOf, oneOrMore } from './one-or-more.ts';

describe('the facts of data', () => {
  it('name every file that the bars came from', () => {
    const series = sampleMarket({ bars: 24 });
    const files = [
      { name: 'a.csv', sha256: 'aa', bars: 12 },
      { name: 'b.csv', sha256: 'bb', bars: 12 },
    ];
    expect(dataFacts(series, reportOn(series, files))).toEqual({
      name: 'a.csv, b.csv',
      sha256: 'aa, bb',
      symbol: 'BTCUSDT',
      interval: '1h',
      bars: 24,
      gaps: { count: 0, bars: 0, longest: null },
      from: Date.UTC(2022, 0, 1),
      to: Date.UTC(2022, 0, 2),
      warnings: [],
    });
  });
});

describe('the facts of an instrument', () => {
  it('are its rules as plain decimals', () => {
    expect(instrumentFacts(BITCOIN)).toEqual({
      symbol: 'BTCUSDT',
      base: 'BTC',
      quote: 'USDT',
      tickSize: 0.01,
      stepSize: 0.00001,
      minQuantity: 0.00001,
      minNotional: 5,
    });
  });
});

describe('one or more', () => {
  it('is the fact itself where there is one, and a list otherwise', () => {
    expect(oneOrMore([{ id: 1 }])).toEqual({ id: 1 });
    expect(oneOrMore([{ id: 1 }, { id: 2 }])).toEqual([{ id: 1 }, { id: 2 }]);
    expect(oneOrMore([])).toEqual([]);
  });

  it('reads as a list either way', () => {
    expect(listOf({ id: 1 })).toEqual([{ id: 1 }]);
    expect(listOf([{ id: 1 }])).toEqual([{ id: 1 }]);
  });
});
