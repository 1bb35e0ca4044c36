import { FLAT, HOLDING, NO_LIMITS, usdt } from '../../testing/order-views.ts';
import { riskBudget } from './risk-budget.ts';

const BY_AMOUNT = { ...NO_LIMITS, amountPerTrade: 0.25 };
const BY_RISK = { ...BY_AMOUNT, riskPerTrade: 0.01, stopLoss: 0.1 };

describe('a budget by amount', () => {
  it('is the share of the strategy’s equity', () => {
    expect(riskBudget(FLAT, BY_AMOUNT, 100, null)).toBe(2_500);
  });

  it('counts the strategy’s equity and not the account’s', () => {
    expect(riskBudget({ ...FLAT, strategyEquity: 4_000 }, BY_AMOUNT, 100, null)).toBe(1_000);
  });

  it('is what is left for a risk per trade without any stop', () => {
    expect(riskBudget(FLAT, { ...BY_AMOUNT, riskPerTrade: 0.01 }, 100, null)).toBe(2_500);
  });
});

describe('a budget by risk', () => {
  it('loses the risk per trade when the stop is hit: 10% of 1000 are 1% of 10000', () => {
    expect(riskBudget(FLAT, BY_RISK, 100, null)).toBe(1_000);
  });

  it('takes the distance from the stop that the entry names', () => {
    expect(riskBudget(FLAT, BY_RISK, 100, { stopPrice: 95, targetPrice: null })).toBe(2_000);
  });

  it('takes the distance of the limits where the entry names a target alone', () => {
    expect(riskBudget(FLAT, BY_RISK, 100, { stopPrice: null, targetPrice: 130 })).toBe(1_000);
  });

  it.each([
    [0.041, 2_439.02],
    [0.04, 2_500],
    [0.039, 2_500],
  ])('with a stop at %d gives %d, never more than the amount per trade of 2500', (stopLoss, budget) => {
    expect(riskBudget(FLAT, { ...BY_RISK, stopLoss }, 100, null)).toBeCloseTo(budget, 2);
  });
});

describe('fitting a budget', () => {
  const half = { ...NO_LIMITS, maxPosition: 0.8 };

  it('leaves what the position may still grow by', () => {
    expect(riskBudget({ ...HOLDING, cash: usdt('10000') }, half, 100, null)).toBe(3_000);
  });

  it('leaves what is in free cash', () => {
    expect(riskBudget({ ...HOLDING, cash: usdt('1234.56') }, half, 100, null)).toBe(1_234.56);
  });

  it.each([
    ['4.99', 10_000],
    ['5', 5],
    ['5.01', 5.01],
  ])('to %s of cash gives %d: it stays as wanted where no order can be that small', (cash, budget) => {
    expect(riskBudget({ ...FLAT, cash: usdt(cash) }, NO_LIMITS, 100, null)).toBe(budget);
  });
});
