import { DEFAULT_RISK_LIMITS } from './risk-limits.ts';

describe('the default limits', () => {
  const { amountPerTrade, riskPerTrade, stopLoss, maxPosition, dailyLoss, maxDrawdown } = DEFAULT_RISK_LIMITS;

  it('have every limit on', () => {
    expect(Object.values(DEFAULT_RISK_LIMITS)).not.toContain(null);
  });

  it('are shares of equity', () => {
    for (const share of [amountPerTrade, riskPerTrade, stopLoss, maxPosition, dailyLoss, maxDrawdown]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('end a day after several stops, and the session after several days', () => {
    expect(dailyLoss).toBeGreaterThan(3 * Number(riskPerTrade));
    expect(maxDrawdown).toBeGreaterThan(3 * Number(dailyLoss));
  });
});
