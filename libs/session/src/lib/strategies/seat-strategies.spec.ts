import { smaCross, trendRsiStoch } from '@org/strategies';
import { rotation } from '@org/strategies/testing';
import { seatStrategies } from './seat-strategies.ts';

type Candidates = Parameters<typeof seatStrategies>[0];

const BOTH: [string, string] = ['BTCUSDT', 'ETHUSDT'];
const one = (definition: Candidates[number]['definition'], share = 1) => ({ definition, share, set: {} });

function seats(candidates: Candidates, symbols: [string, ...string[]]) {
  return seatStrategies(candidates, symbols, '1h').map(({ strategy, share }) => ({
    id: strategy.id,
    share,
    symbols: [...new Set(strategy.inputs.map(({ symbol }) => symbol))],
  }));
}

describe('the seats of a session', () => {
  it('are named after their strategies', () => {
    expect(seats([one(smaCross, 0.7), one(trendRsiStoch, 0.3)], ['BTCUSDT'])).toEqual([
      { id: 'sma-cross', share: 0.7, symbols: ['BTCUSDT'] },
      { id: 'trend-rsi-stoch', share: 0.3, symbols: ['BTCUSDT'] },
    ]);
  });

  it('are one for each market, with equal parts, where a strategy hears of one market', () => {
    expect(seats([one(smaCross, 0.5)], BOTH)).toEqual([
      { id: 'sma-cross:BTCUSDT', share: 0.25, symbols: ['BTCUSDT'] },
      { id: 'sma-cross:ETHUSDT', share: 0.25, symbols: ['ETHUSDT'] },
    ]);
  });

  it('are one for all markets where a strategy hears of several', () => {
    expect(seats([one(rotation)], BOTH)).toEqual([{ id: rotation.name, share: 1, symbols: BOTH }]);
  });

  it('have distinct ids where a strategy runs twice', () => {
    const twice = [one(smaCross, 0.5), one(smaCross, 0.5)];
    expect(seats(twice, ['BTCUSDT']).map(({ id }) => id)).toEqual(['sma-cross', 'sma-cross-2']);
    expect(seats(twice, BOTH).map(({ id }) => id)).toEqual([
      'sma-cross:BTCUSDT',
      'sma-cross:ETHUSDT',
      'sma-cross:BTCUSDT-2',
      'sma-cross:ETHUSDT-2',
    ]);
  });

  it('are not given for parameters that are wrong', () => {
    const wrong = { definition: smaCross, share: 1, set: { fast: '50', slow: '20' } };
    expect(() => seats([wrong], BOTH)).toThrow('fast must be below slow');
  });
});
