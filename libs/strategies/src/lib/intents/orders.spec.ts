import { complete } from './complete.ts';
import { inWords } from './in-words.ts';
import { bracket, buy, cancel, replace, sell } from './orders.ts';
import { compute, setTimer } from './requests.ts';
import { hold } from './step.ts';

describe('the words of a strategy', () => {
  it('buy as much as risk allows at the market, unless they say otherwise', () => {
    expect(buy({ reason: 'close 1' })).toEqual({
      kind: 'place',
      slot: 'main',
      symbol: null,
      side: 'buy',
      size: { by: 'risk' },
      pricing: { type: 'market' },
      reason: 'close 1',
    });
    expect(
      buy({ reason: '1', symbol: 'ETHUSDT', slot: 'dip', size: { by: 'quote', quote: 50 }, limit: 9.5 }),
    ).toMatchObject({
      slot: 'dip',
      symbol: 'ETHUSDT',
      size: { by: 'quote', quote: 50 },
      pricing: { type: 'limit', price: 9.5 },
    });
  });

  it('sell the whole position, unless they say otherwise', () => {
    expect(sell({ reason: '1' })).toMatchObject({ side: 'sell', size: { by: 'position' }, slot: 'main' });
  });

  it('name stop and target of a bracket, or leave them to risk', () => {
    expect(bracket({ reason: '1', stop: 90, target: 120 })).toEqual({
      kind: 'bracket',
      slot: 'main',
      symbol: null,
      side: 'buy',
      size: { by: 'risk' },
      pricing: { type: 'market' },
      stopPrice: 90,
      targetPrice: 120,
      reason: '1',
    });
    expect(bracket({ reason: '1', limit: 3 })).toMatchObject({
      pricing: { type: 'limit', price: 3 },
      stopPrice: null,
      targetPrice: null,
    });
  });

  it('move and call off an order by its slot', () => {
    expect(replace({ reason: '1', limit: 5 })).toEqual({
      kind: 'replace',
      slot: 'main',
      size: { by: 'risk' },
      price: 5,
      reason: '1',
    });
    expect(cancel({ reason: '1' })).toEqual({ kind: 'cancel', slot: 'main', reason: '1' });
    expect(cancel({ reason: '1', slot: 'grid:7' })).toMatchObject({ slot: 'grid:7' });
  });

  it('ask for a timer and for heavy work', () => {
    expect(setTimer({ time: 5 })).toEqual({ kind: 'setTimer', name: 'main', time: 5 });
    expect(compute({ task: 'forecast' })).toEqual({ kind: 'compute', task: 'forecast', input: null });
    expect(compute({ task: 'forecast', input: [1] })).toMatchObject({ input: [1] });
  });

  it('are refused where they are none of theirs, for nobody type checks a strategy that runs', () => {
    // A misspelt limit would be an order at the market.
    const slip = Object.assign({ reason: '1', limit: 5 }, { limt: 5 });
    const said = (word: string) =>
      new RegExp(`^${word} has no such word; found limt; allowed: reason, .*limit`);
    expect(() => buy(slip)).toThrow(said('buy'));
    expect(() => buy(slip)).toThrow('Did you mean limit?');
    expect(() => sell(slip)).toThrow(said('sell'));
    expect(() => bracket(slip)).toThrow(said('bracket'));
    expect(() => replace(slip)).toThrow(said('replace'));
    expect(() => cancel(slip)).toThrow('cancel has no such word; found limit; allowed: reason, slot');
    const never = Object.assign({ time: 5, task: 'a' }, { every: 5 });
    expect(() => setTimer(never)).toThrow('setTimer has no such word; found task; allowed: name, time');
    expect(() => compute(never)).toThrow('compute has no such word; found time; allowed: task, input');
  });

  it('are about the main symbol where they name none', () => {
    const wishes = [
      buy({ reason: '1' }),
      bracket({ reason: '1', symbol: 'ETHUSDT' }),
      cancel({ reason: '1' }),
    ];
    const symbols = complete('one', wishes, 'BTCUSDT').map((intent) =>
      'symbol' in intent ? intent.symbol : null,
    );
    expect(symbols).toEqual(['BTCUSDT', 'ETHUSDT', null]);
  });

  it('say nothing with the state that they were given', () => {
    const state = { bars: 1 };
    expect(hold(state).state).toBe(state);
    expect(hold(state).intents).toEqual([]);
  });

  it('write numbers with four decimals, and small ones with seven significant digits', () => {
    const numbers = [0.1 + 0.2, 30480.123456, -30480.99996, 1 / 3, 1.23456e-8, 12, 1e21];
    expect(numbers.map(inWords)).toEqual([
      '0.3',
      '30480.1235',
      '-30481',
      '0.3333333',
      '1.23456e-8',
      '12',
      '1e+21',
    ]);
  });
});
