import { InputError, price, quantity } from '@org/domain';
import { createExchange } from '../exchange/create-exchange.ts';
import type { MarketHand } from '../exchange/exchange.ts';
import { asset, steps, symbolRules } from '../../testing/symbol-rules.ts';
import type { Market, MarketPlan } from './market.ts';
import { runMarkets } from './run-markets.ts';

const SYMBOLS = [
  symbolRules(steps('0.01', '0.00001')),
  symbolRules(steps('0.01', '0.0001'), { base: asset('ETH') }),
];
const exchange = () =>
  createExchange({ symbols: SYMBOLS, accounts: [], emit: () => undefined, averagePrice: () => null });

/** A market that writes down when it acts. */
function scripted(symbol: string, times: readonly number[], log: string[]): MarketPlan {
  return {
    symbol,
    startTime: 0,
    open: (grid, time): Market => {
      const due = times.filter((other) => other > time);
      log.push(`${symbol} opens at ${time} in ticks of ${grid.tick.units}e-${grid.tick.decimals}`);
      return {
        nextTime: () => due[0] ?? Infinity,
        advance: (hand: MarketHand, until: number) => {
          while ((due[0] ?? Infinity) <= until) log.push(`${hand.symbol} acts at ${due.shift()}`);
        },
        leave: (hand: MarketHand, now: number) => log.push(`${hand.symbol} leaves at ${now}`),
      };
    },
  };
}

describe('markets that run together', () => {
  it('act in the order of time, and of one time in the order they were given', () => {
    const log: string[] = [];
    const markets = runMarkets(
      exchange(),
      [scripted('ETHUSDT', [10, 30], log), scripted('BTCUSDT', [10, 20, 40], log)],
      0,
    );
    log.length = 0;
    expect(markets.nextTime()).toBe(10);
    markets.advanceTo(30);
    expect(log).toEqual([
      'ETHUSDT acts at 10',
      'BTCUSDT acts at 10',
      'BTCUSDT acts at 20',
      'ETHUSDT acts at 30',
    ]);
    expect(markets.nextTime()).toBe(40);
  });

  it('stand still for a time that has passed, and at their end', () => {
    const log: string[] = [];
    const markets = runMarkets(exchange(), [scripted('BTCUSDT', [10], log)], 0);
    markets.advanceTo(Infinity);
    markets.advanceTo(5);
    expect(log.slice(1)).toEqual(['BTCUSDT acts at 10']);
    expect(markets.nextTime()).toBe(Infinity);
  });

  it('are opened anew, where they stand, on a grid that has changed', () => {
    const log: string[] = [];
    const venue = exchange();
    const markets = runMarkets(venue, [scripted('BTCUSDT', [10, 30], log)], 0);
    markets.advanceTo(20);
    venue.changeRules(symbolRules(steps('0.001', '0.00001')), 20);
    markets.reopen('BTCUSDT');
    markets.advanceTo(40);
    expect(log).toEqual([
      'BTCUSDT opens at 0 in ticks of 1e-2',
      'BTCUSDT acts at 10',
      'BTCUSDT leaves at 20',
      'BTCUSDT opens at 20 in ticks of 1e-3',
      'BTCUSDT acts at 30',
    ]);
  });

  it('are due when those that were opened anew are', () => {
    const acts: number[] = [];
    /** Lays its book when it is opened, and then sleeps. */
    const plan: MarketPlan = {
      symbol: 'BTCUSDT',
      startTime: 0,
      open: (_, time): Market => {
        let next = time;
        return {
          nextTime: () => next,
          advance: () => {
            acts.push(next);
            next = 1000;
          },
          leave: () => undefined,
        };
      },
    };
    const markets = runMarkets(exchange(), [plan], 0);
    markets.advanceTo(20);
    markets.reopen('BTCUSDT');
    expect(markets.nextTime()).toBe(20);
    markets.advanceTo(30);
    expect(acts).toEqual([0, 20]);
    expect(markets.nextTime()).toBe(1000);
  });

  it('count in the steps of the filters where they are to, though the grid is finer', () => {
    const log: string[] = [];
    const venue = exchange();
    const placing: MarketPlan = {
      symbol: 'BTCUSDT',
      startTime: 0,
      countsIn: 'filters',
      open: (grid): Market => {
        log.push(`opens in ticks of ${grid.tick.units}e-${grid.tick.decimals}`);
        let next = 10;
        return {
          nextTime: () => next,
          advance: (hand, until) => {
            hand.place('buy', price(1), quantity(1), until);
            next = Infinity;
          },
          leave: () => undefined,
        };
      },
    };
    venue.changeRules(symbolRules(steps('0.5', '0.001')), 0);
    runMarkets(venue, [placing], 0).advanceTo(10);
    expect(log).toEqual(['opens in ticks of 5e-1']);
    // The grid still counts in 0.01 and 0.00001.
    expect(venue.book('BTCUSDT', 1)?.bids).toEqual([{ price: 50, quantity: 100 }]);
  });

  it('are of symbols that are listed', () => {
    expect(() => runMarkets(exchange(), [scripted('DOGEUSDT', [], [])], 0)).toThrow(InputError);
    expect(() => runMarkets(exchange(), [scripted('DOGEUSDT', [], [])], 0)).toThrow('BTCUSDT, ETHUSDT');
  });
});
