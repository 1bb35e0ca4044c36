import { amount } from '@org/domain';
import type { KillSwitch, PlaceIntent, RiskLimits, Strategy } from '@org/domain';
import {
  accepted,
  brief,
  BTCUSDT,
  BUY,
  cancelled,
  closedBar,
  ETHUSDT,
  expired,
  fillOf,
  limitBuy,
  limitSell,
  MINUTE_MS,
  OPEN_LIMITS,
  rejected,
  SELL,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

const STOPS: RiskLimits = { ...OPEN_LIMITS, stopLoss: 0.02 };
const kill = (mode: KillSwitch['mode']): KillSwitch => ({
  kind: 'killSwitch',
  ...{ time: 2 * MINUTE_MS, mode, reason: 'enough' },
});
const BIG: PlaceIntent = { ...BUY, size: { by: 'quote', quote: 5_000 } };
const ETHER: Strategy['inputs'] = [{ kind: 'candles', symbol: 'ETHUSDT', interval: '1m' }];
const DIP = limitBuy('dip', 40_000, 0.01);

describe('a loss beyond its limit', () => {
  it.each<[string, Partial<RiskLimits>, string]>([
    // 0.1 BTC at 50,000 that falls by 10% loses 500 of 10,000.
    ['of a day', { dailyLoss: 0.049 }, 'daily loss: observed 5%, allowed 4.9%; no new entries'],
    ['since the peak', { maxDrawdown: 0.04999 }, 'drawdown: observed 5%, allowed 4.999%; no new entries'],
    ['since the peak', { maxDrawdown: 0.049 }, 'drawdown: observed 5%, allowed 4.9%; no new entries'],
  ])('%s cancels entries and leaves the position with its stop', (_what, limit, message) => {
    const session = new Session([wanting([[BIG, DIP]])], { ...OPEN_LIMITS, stopLoss: 0.5, ...limit });
    session.take(closedBar(0, 50_000), accepted('os-2'));
    session.fill('os-1', 0.1, 50_000);
    const commands = session.take(closedBar(1, 45_000));
    expect(commands).toMatchObject([
      { kind: 'alert', code: 'limit-breached', message },
      { kind: 'cancel', clientOrderId: 'os-2', reason: `${message.split(':')[0]} stops entries` },
    ]);
    expect(session.working).toEqual(['os-2 entry pendingCancel', 'os-3 stop pendingNew']);
    expect(session.take(closedBar(2, 44_000))).toEqual([]);
  });

  const DAY_MS = 86_400_000;
  const LAST_MINUTE = DAY_MS / MINUTE_MS - 1;

  it('of a day is counted from 00:00 in every market, whatever the order in which they close', () => {
    const strategy = wanting([[BIG, { ...BIG, slot: 'eth', symbol: 'ETHUSDT' }]]);
    const session = new Session([strategy], { ...OPEN_LIMITS, dailyLoss: 0.05 }, [BTCUSDT, ETHUSDT]);
    session.take(closedBar(0, 2_000, 'ETHUSDT'), closedBar(0, 50_000));
    session.fill('os-1', 0.1, 50_000);
    // 10 % of the ether's half is lost in the last minute of the day, half a per cent of all before it.
    const lost = { ...closedBar(LAST_MINUTE, 1_800, 'ETHUSDT') };
    session.take({
      ...fillOf('os-2', { time: MINUTE_MS, tradeId: 2, price: 2_000, size: 0.025 }),
      symbol: 'ETHUSDT',
    });
    session.take(closedBar(LAST_MINUTE, 50_000));
    const { dayEquity } = session.state.risk;
    session.take(lost);
    expect(session.state.equity).toBeLessThan(dayEquity);
    expect(session.state.risk).toMatchObject({ day: DAY_MS, dayEquity: session.state.equity });
  });

  const deposits = [
    { asset: 'USDT', amount: amount(100_000_000_000n) },
    { asset: 'BTC', amount: amount(100_000_000n) },
  ];

  it.each<[string, Partial<RiskLimits>]>([
    ['of a day', { dailyLoss: 0.05 }],
    ['since the peak', { maxDrawdown: 0.05 }],
  ])('%s counts a holding that was there before its market had a price', (_what, limit) => {
    // 1,000 USDT and a bitcoin: 51,000 at its first price, of which 5 % are 2,550.
    const session = new Session([wanting([])], { ...OPEN_LIMITS, ...limit }, [BTCUSDT], deposits);
    session.take(closedBar(0, 50_000));
    expect(session.state.risk).toMatchObject({ dayEquity: 51_000, peakEquity: 51_000 });
    expect(session.take(closedBar(1, 47_450))).toEqual([]);
    expect(session.take(closedBar(2, 47_449))).toMatchObject([{ kind: 'alert', code: 'limit-breached' }]);
  });

  it('of a day that begins before the first price of a market counts what is held of it', () => {
    const session = new Session([wanting([])], { ...OPEN_LIMITS, dailyLoss: 0.05 }, [BTCUSDT], deposits);
    session.take(closedBar(LAST_MINUTE + 5, 50_000));
    expect(session.state.risk).toMatchObject({ day: DAY_MS, dayEquity: 51_000, peakEquity: 51_000 });
  });

  it('is none where something was bought before its market had a price', () => {
    const early = wanting([[{ ...limitBuy('early', 2_000, 1), symbol: 'ETHUSDT' }]]);
    const session = new Session([early], { ...OPEN_LIMITS, dailyLoss: 0.05, maxDrawdown: 0.05 }, [
      BTCUSDT,
      ETHUSDT,
    ]);
    session.take(closedBar(0, 50_000));
    // One ether for 1,900 USDT; a lot of ether is ten of bitcoin.
    const trade = fillOf('os-1', { time: 2 * MINUTE_MS, tradeId: 1, price: 1_900, size: 0.1 });
    expect(session.take({ ...trade, symbol: 'ETHUSDT', notional: amount(190_000_000_000n) })).toEqual([]);
    expect(session.state.equity).toBe(10_000);
    expect(session.take(closedBar(1, 1_950, 'ETHUSDT'), closedBar(1, 50_000))).toEqual([]);
    expect(session.state.risk).toMatchObject({
      dayEquity: 10_000,
      peakEquity: 10_050,
      halt: { kind: 'none' },
    });
  });

  const bothMarkets = (limits: Partial<RiskLimits>): Session => {
    const strategies = [wanting([[BIG]]), wanting([], { id: 'other', inputs: ETHER })];
    const session = new Session(strategies, { ...OPEN_LIMITS, ...limits }, [BTCUSDT, ETHUSDT]);
    session.take(closedBar(1, 2_000, 'ETHUSDT'), closedBar(1, 50_000));
    session.fill('os-1', 0.1, 50_000);
    return session;
  };

  it('is none where one market has told its fall and another, at the same moment, not yet its rise', () => {
    // Bitcoin falls by 5 % of the account, and ether is yet to close: what it brings is not known before.
    const session = bothMarkets({ maxDrawdown: 0.04, dailyLoss: 0.04 });
    expect(session.take(closedBar(2, 45_000))).toEqual([]);
    expect(session.state.risk.halt).toEqual({ kind: 'none' });
    expect(brief(session.take(closedBar(2, 2_000, 'ETHUSDT')))).toEqual(['alert limit-breached']);
  });

  it('is no peak either what only some of the markets have told', () => {
    const session = bothMarkets({ maxDrawdown: 0.04 });
    session.take(closedBar(2, 60_000));
    expect(session.state.risk.peakEquity).toBe(10_000);
    session.take(closedBar(2, 2_000, 'ETHUSDT'));
    expect(session.state.risk.peakEquity).toBe(session.state.equity);
  });

  it('waits a single bar for a market that has fallen silent', () => {
    const session = bothMarkets({ maxDrawdown: 0.04 });
    expect(session.take(closedBar(2, 45_000))).toEqual([]);
    expect(brief(session.take(closedBar(3, 45_000)))).toEqual(['alert limit-breached']);
  });

  it('of yesterday is over when the first market closes at 00:00', () => {
    const session = bothMarkets({ dailyLoss: 0.04 });
    session.take(closedBar(2, 45_000), closedBar(2, 2_000, 'ETHUSDT'));
    session.take(closedBar(LAST_MINUTE - 1, 45_000), closedBar(LAST_MINUTE - 1, 2_000, 'ETHUSDT'));
    expect(session.state.risk.halt.kind).toBe('dailyLoss');
    session.take(closedBar(LAST_MINUTE, 46_000));
    expect(session.state.risk).toMatchObject({ day: DAY_MS, dayEquity: 9_500, halt: { kind: 'none' } });
    session.take(closedBar(LAST_MINUTE, 2_000, 'ETHUSDT'));
    expect(session.state.risk).toMatchObject({ day: DAY_MS, dayEquity: 9_600, halt: { kind: 'none' } });
  });

  it('of a day counts a trade behind a gap in the data to the day of the trade', () => {
    const session = new Session([wanting([[BIG]])], { ...STOPS, dailyLoss: 0.05 });
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.1, 50_000);
    // Bought for 5,000 of 10,000, and sold for 4,000 at the open behind midnight: 10 % of the day are gone.
    const late = closedBar(LAST_MINUTE + 10, 40_000);
    session.take({
      ...fillOf('os-2', { time: late.time - 1, tradeId: 2, price: 40_000, size: 0.1 }),
      feeAsset: 'USDT',
    });
    expect(brief(session.take(late))).toEqual(['alert limit-breached']);
    expect(session.state.risk).toMatchObject({ day: DAY_MS, dayEquity: 10_000, halt: { observed: 0.1 } });
  });

  it('withdraws a replacement that was never sent', () => {
    const replacement = {
      kind: 'replace',
      slot: 'dip',
      size: DIP.size,
      price: 41_000,
      reason: 'up',
    } as const;
    const session = new Session([wanting([[BIG, DIP], [replacement]])], { ...OPEN_LIMITS, dailyLoss: 0.04 });
    session.take(closedBar(0, 50_000), accepted('os-2'));
    session.fill('os-1', 0.1, 50_000);
    session.take(closedBar(1, 50_000), closedBar(2, 45_000));
    expect(session.working).toEqual(['os-2 entry pendingCancel']);
    expect(session.take(cancelled('os-2'))).toEqual([]);
  });
});

describe('the kill switch without entries', () => {
  it('protects an entry that fills although it was cancelled', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000));
    expect(brief(session.take(kill('noEntries')))).toEqual(['alert kill-switch']);
    expect(brief(session.fill('os-1', 0.01, 50_000, { complete: false }))).toEqual([
      'cancel os-1',
      'place os-2 stop',
    ]);
    expect(session.working).toEqual(['os-1 entry pendingCancel', 'os-2 stop pendingNew']);
  });

  it('still lets a strategy leave', () => {
    const session = new Session([wanting([[BUY], [SELL]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(kill('noEntries'));
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['place os-2 exit']);
  });

  it('can be raised to a sale', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(kill('noEntries'));
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch', 'place os-2 exit']);
  });
});

describe('the kill switch that sells', () => {
  it('sells what an entry buys although it was cancelled', () => {
    const session = new Session([wanting([[BUY]])], STOPS);
    session.take(closedBar(0, 50_000));
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch']);
    expect(brief(session.fill('os-1', 0.02, 50_000))).toEqual(['place os-2 exit']);
  });

  it('sells an entry that fills in parts behind its cancel, to the last lot', () => {
    const session = new Session([wanting([[DIP]])], STOPS);
    session.take(closedBar(0, 50_000), accepted('os-1'));
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch', 'cancel os-1']);
    expect(session.fill('os-1', 0.002, 40_000, { complete: false })).toEqual([]);
    expect(session.working).toEqual(['os-1 entry pendingCancel', 'os-2 exit waiting']);
    session.fill('os-1', 0.003, 40_000, { complete: false });
    expect(session.take(cancelled('os-1'))).toMatchObject([
      { clientOrderId: 'os-2', request: { quantity: 200 } },
    ]);
    expect(session.fill('os-2', 0.002, 40_000, { feeAsset: 'USDT' })).toMatchObject([
      { clientOrderId: 'os-3', purpose: 'exit', request: { quantity: 300 } },
    ]);
    expect(session.fill('os-3', 0.003, 40_000, { feeAsset: 'USDT' })).toEqual([]);
    expect(session.working).toEqual([]);
  });

  it('withdraws an exit that waits, sells once, and keeps a strategy from selling the same again', () => {
    const session = new Session([wanting([[BUY], [SELL], [SELL]])], STOPS);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(accepted('os-2'), closedBar(1, 50_000), kill('flatten'));
    expect(session.working).toEqual(['os-2 stop pendingCancel', 'os-4 exit waiting']);
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['refused holding minQuantity minNotional']);
    expect(brief(session.take(cancelled('os-2')))).toEqual(['place os-4 exit']);
  });

  it('calls a person when the sale is rejected, and tries again when it is pulled again', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch', 'place os-2 exit']);
    expect(session.take(kill('flatten')).map(({ kind }) => kind)).toEqual(['alert']);
    expect(brief(session.take(rejected('os-2')))).toEqual(['alert order-rejected', 'alert unprotected']);
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch', 'place os-3 exit']);
    expect(brief(session.take(expired('os-3')))).toEqual(['place os-4 exit']);
  });

  it('calls a person also when the exchange has ended three sales in a row at once', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(kill('flatten'), expired('os-2'), expired('os-3'));
    expect(brief(session.take(expired('os-4')))).toEqual(['alert unprotected']);
    expect(session.working).toEqual([]);
  });

  it('leaves dust, and markets in which nothing is held', () => {
    const session = new Session([wanting([[BUY]])], OPEN_LIMITS, [BTCUSDT, ETHUSDT]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000, { fee: 1_999_500n });
    expect(brief(session.take(kill('flatten')))).toEqual(['alert kill-switch']);
  });
});

describe('an inventory', () => {
  const grid = (...lists: readonly (readonly PlaceIntent[])[]): Session =>
    new Session([wanting(lists, { protection: 'inventory' })], STOPS);

  it('that has lost too much is sold when its resting orders have ended', () => {
    const session = grid([BUY, DIP], [limitSell('out', 60_000, 0.01)]);
    session.take(closedBar(0, 50_000), accepted('os-2'));
    expect(session.fill('os-1', 0.02, 50_000)).toEqual([]);
    expect(brief(session.take(closedBar(1, 49_001)))).toEqual(['place os-3 exit']);
    session.take(accepted('os-3'));
    expect(brief(session.take(closedBar(2, 49_000)))).toEqual(['cancel os-2', 'cancel os-3']);
    expect(session.take(closedBar(3, 48_000))).toEqual([]);
    session.take(cancelled('os-2'));
    expect(session.take(cancelled('os-3'))).toMatchObject([
      { clientOrderId: 'os-4', purpose: 'exit', request: { type: 'market', quantity: 2_000 } },
    ]);
    session.fill('os-4', 0.02, 48_000, { feeAsset: 'USDT' });
    expect(session.take(closedBar(4, 48_000))).toEqual([]);
  });

  it('that is worth less than the least order is kept, and its resting orders with it', () => {
    const session = grid([BUY, DIP]);
    session.take(closedBar(0, 50_000), accepted('os-2'));
    // 0.00009 BTC at 40,000 are 3.6 USDT, and 5 is the least.
    session.fill('os-1', 0.00009, 50_000);
    expect(session.take(closedBar(1, 40_000))).toEqual([]);
    expect(session.working).toEqual(['os-2 entry open']);
  });

  it('is not watched on the bars of another market', () => {
    const session = new Session([wanting([[BUY]], { protection: 'inventory' })], STOPS, [BTCUSDT, ETHUSDT]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    expect(session.take(closedBar(0, 1, 'ETHUSDT'))).toEqual([]);
  });
});
