import { noticesOf } from './notices.ts';

type Made = Parameters<typeof noticesOf>[0];

const QUIET = { firstDecision: 1, refusals: 0 };

function made(warnings: readonly string[], alerts: Made['alerts'] = []): Made {
  const limits = { amountPerTrade: 1, riskPerTrade: null, stopLoss: null, takeProfitRatio: null };
  return {
    alerts,
    refusals: [],
    data: {
      name: 'bars.csv',
      sha256: '',
      symbol: 'BTCUSDT',
      interval: '1h',
      bars: 10,
      gaps: { count: 0, bars: 0, longest: null },
      from: 0,
      to: 1,
      warnings,
    },
    assumptions: {
      cash: 1,
      deposits: {},
      startingEquity: 1,
      quoteAsset: 'USDT',
      fee: 0,
      feeAsset: 'received',
      slippage: 0,
      participation: 1,
      warmUpBars: 50,
      limits: { ...limits, maxPosition: null, maxOpenOrders: null, dailyLoss: null, maxDrawdown: null },
    },
  };
}

function alerts(count: number) {
  return Array.from({ length: count }, (_, hour) => ({
    time: hour * 3_600_000,
    code: 'limit-breached',
    message: `limit ${hour}`,
  }));
}

describe('what is to be known of a run', () => {
  it('is nothing where all is as it should be', () => {
    expect(noticesOf(made([]), QUIET)).toEqual([]);
  });

  it('names the market of a warning about data', () => {
    expect(noticesOf(made(['1 gap']), QUIET)).toEqual(['BTCUSDT 1h: 1 gap']);
  });

  it('says when alerts came, and counts those beyond the fifth', () => {
    const notices = noticesOf(made([], alerts(7)), QUIET);
    expect(notices).toHaveLength(6);
    expect(notices[1]).toBe('1970-01-01 01:00 limit 1');
    expect(notices[5]).toBe('2 further alerts');
    expect(noticesOf(made([], alerts(5)), QUIET)).toHaveLength(5);
  });

  it('counts what each limit refused, and says where nothing was decided', () => {
    const first = { time: 1, allowed: 1, observed: 2, reason: 'a reason' };
    const cash = { limit: 'cash', count: 1, first };
    const several = { ...made([]), refusals: [{ limit: 'maxPosition', count: 3, first }, cash] };
    expect(noticesOf(several, { firstDecision: null, refusals: 3 })).toEqual([
      'nothing was decided: the indicators need 50 bars before the first',
      '3 orders were refused by limits: maxPosition 3, cash 1',
    ]);
    expect(noticesOf({ ...made([]), refusals: [cash] }, { ...QUIET, refusals: 1 })).toEqual([
      '1 order was refused by limits: cash 1',
    ]);
  });
});
