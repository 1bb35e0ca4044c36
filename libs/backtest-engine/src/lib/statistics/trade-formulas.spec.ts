import { sampleFill, sampleTrade } from '../../../test/sample-trades.ts';
import { averageHoldingHours } from './average-holding-hours.ts';
import { bestTrade, worstTrade } from './best-and-worst-trade.ts';
import { expectancy } from './expectancy.ts';
import { exposure } from './exposure.ts';
import { feesPaid } from './fees-paid.ts';
import { profitFactor } from './profit-factor.ts';
import { slippagePaid } from './slippage-paid.ts';
import { turnover } from './turnover.ts';
import { winRate } from './win-rate.ts';

const HOUR_MS = 3_600_000;
const profits = (...all: number[]) => all.map((profit) => sampleTrade({ profit }));
const returns = [0.05, -0.02, 0.03].map((rate) => sampleTrade({ return: rate }));

describe('the win rate', () => {
  it('is the share of trades with a profit above 0', () => {
    expect(winRate(profits(5, -1, 3, 0.01))).toBe(0.75);
    expect(winRate(profits(5, 0))).toBe(0.5);
  });

  it('is undefined without trades', () => {
    expect(winRate([])).toBeNull();
  });
});

describe('the profit factor', () => {
  it('is what was won over what was lost: 400 / 160', () => {
    expect(profitFactor(profits(300, -160, 100))).toBe(2.5);
  });

  it('is 0 where nothing was won, and undefined where nothing was lost', () => {
    expect(profitFactor(profits(-10))).toBe(0);
    expect(profitFactor(profits(10, 0))).toBeNull();
    expect(profitFactor([])).toBeNull();
  });
});

describe('returns of trades', () => {
  it('have a mean, a best and a worst', () => {
    expect(expectancy(returns)).toBeCloseTo(0.02, 15);
    expect(bestTrade(returns)).toBe(0.05);
    expect(worstTrade(returns)).toBe(-0.02);
  });

  it('have none without trades', () => {
    expect([expectancy([]), bestTrade([]), worstTrade([])]).toEqual([null, null, null]);
  });
});

describe('average holding', () => {
  it('is the mean of the hours', () => {
    expect(averageHoldingHours([2, 10].map((holdingHours) => sampleTrade({ holdingHours })))).toBe(6);
    expect(averageHoldingHours([])).toBeNull();
  });
});

describe('exposure', () => {
  const held = (from: number, to: number) => ({ entryTime: from * HOUR_MS, exitTime: to * HOUR_MS });

  it('counts what is held at once only once: hours 2 to 5 and 4 to 8 of 24', () => {
    expect(exposure([held(4, 8), held(2, 5)], 0, 24 * HOUR_MS)).toBe(0.25);
  });

  it('does not count a position inside another again', () => {
    expect(exposure([held(0, 12), held(3, 4)], 0, 24 * HOUR_MS)).toBe(0.5);
  });

  it('is 0 where nothing was held, and undefined without a period', () => {
    expect(exposure([], 0, 24 * HOUR_MS)).toBe(0);
    expect(exposure([], 0, 0)).toBeNull();
  });
});

describe('costs and activity', () => {
  it('counts the fees of trades and of what is still open', () => {
    const open = { fees: 1, symbol: 'BTCUSDT', strategyId: 's', entryTime: 0, quantity: 1, averageCost: 1 };
    const position = { ...open, lastPrice: 1, profit: 0, entryReason: '' };
    expect(
      feesPaid(
        [3.5, 2.25].map((fees) => sampleTrade({ fees })),
        [position],
      ),
    ).toBe(6.75);
  });

  it('measures slippage from the price before it: a buy of 2 at 101 and a sell of 2 at 99 at 1% cost 2 each', () => {
    const buy = sampleFill({ side: 'buy', kind: 'market', price: 101, quantity: 2 });
    const sell = sampleFill({ side: 'sell', kind: 'stop', price: 99, quantity: 2 });
    expect(slippagePaid([buy], 0.01)).toBeCloseTo(2, 12);
    expect(slippagePaid([buy, sell], 0.01)).toBeCloseTo(4, 12);
  });

  it('knows no slippage of limits and targets', () => {
    const fills = [sampleFill({ kind: 'limit' }), sampleFill({ kind: 'target' })];
    expect(slippagePaid(fills, 0.01)).toBe(0);
  });

  it('turns the account over by both sides of a trade: 20,500 over 10,250', () => {
    const buy = sampleFill({ price: 100, quantity: 100 });
    const sell = sampleFill({ side: 'sell', price: 105, quantity: 100 });
    expect(turnover([buy, sell], 10_250)).toBe(2);
    expect(turnover([buy], 0)).toBeNull();
  });
});
