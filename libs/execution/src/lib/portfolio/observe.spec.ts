import type { RiskLimits, TradingEvent } from '@org/domain';
import { amount, quantity } from '@org/domain';
import {
  accepted,
  brief,
  BTCUSDT,
  BUY,
  cancelled,
  closedBar,
  ETHUSDT,
  fillOf,
  limitBuy,
  MINUTE_MS,
  OPEN_LIMITS,
  rejected,
  SELL,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

const STOPS: RiskLimits = { ...OPEN_LIMITS, stopLoss: 0.02 };
const balanceSet = (asset: string, free: bigint, locked = 0n): TradingEvent => ({
  kind: 'balanceSet',
  ...{ time: 2 * MINUTE_MS, asset, free: amount(free), locked: amount(locked) },
});
const lost = (stream: string): TradingEvent => ({ kind: 'connectionLost', time: MINUTE_MS, stream });
const restored = (stream: string): TradingEvent => ({ kind: 'connectionRestored', time: MINUTE_MS, stream });

describe('a balance that the exchange states', () => {
  it('beats our own count, free and locked together', () => {
    const session = new Session([wanting([])]);
    session.take(balanceSet('USDT', 700_000_000n, 50_000_000n));
    expect(session.state).toMatchObject({ time: 120_000, equity: 7.5, account: { cash: 7.5 } });
    expect(session.state.account.balances[0]).toEqual({ asset: 'USDT', total: 750_000_000n });
  });

  it('counts at the last price, and an asset that was never seen is kept', () => {
    const session = new Session([wanting([])]);
    session.take(closedBar(0, 50_000), balanceSet('BTC', 10_000_000n), balanceSet('DOGE', 5n));
    expect(session.state.equity).toBe(15_000);
    expect(session.state.account.sizes).toEqual([0.1]);
    expect(session.state.account.balances).toEqual([
      { asset: 'USDT', total: 1_000_000_000_000n },
      { asset: 'BTC', total: 10_000_000n },
      { asset: 'DOGE', total: 5n },
    ]);
  });

  it('leaves what the strategies own as it is', () => {
    const session = new Session([wanting([])]);
    const { workers } = session.state;
    session.take(balanceSet('USDT', 1n));
    expect(session.state.workers).toBe(workers);
  });
});

describe('an order that is not ours', () => {
  it('is told to a person, whether the exchange names it or reports on it', () => {
    const session = new Session([wanting([])]);
    const foreign: TradingEvent = {
      kind: 'foreignOrder',
      ...{ time: 5, symbol: 'BTCUSDT', clientOrderId: 'web_1', side: 'buy', quantity: quantity(1) },
    };
    expect(session.take(foreign)).toEqual([
      {
        kind: 'alert',
        time: 5,
        code: 'foreign-order',
        message: 'order web_1 on BTCUSDT was not placed here',
      },
    ]);
    expect(brief(session.take(accepted('web_1')))).toEqual(['alert foreign-order']);
    expect(brief(session.take(accepted('os-1')))).toEqual(['alert foreign-order']);
    expect(brief(session.take({ ...accepted('other-7'), symbol: 'XRPUSDT' }))).toEqual([
      'alert foreign-order',
    ]);
  });
});

describe('a trade that comes after its order has ended', () => {
  it('is told to a person, unless it was counted before', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000), accepted('os-1'), cancelled('os-1'));
    const late = fillOf('os-1', { time: MINUTE_MS, tradeId: 8, price: 50_000, size: 0.02 });
    expect(brief(session.take(late))).toEqual(['alert late-fill']);
    expect(brief(session.take({ ...late, symbol: 'XRPUSDT' }))).toEqual(['alert late-fill']);
    expect(session.take(cancelled('os-1'), accepted('os-1'))).toEqual([]);
  });
});

describe('a report that cannot be', () => {
  it('is told to a person and changes nothing but the time', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000), accepted('os-1'));
    const { orders } = session.state;
    expect(session.take(rejected('os-1', 70_000))).toMatchObject([
      { code: 'impossible-report', message: 'orderRejected on BTCUSDT for os-1, which is open on BTCUSDT' },
    ]);
    expect(session.state.orders).toBe(orders);
    expect(session.state.time).toBe(70_000);
  });

  it('is one on another market, known or not', () => {
    const session = new Session([wanting([[BUY]])], OPEN_LIMITS, [BTCUSDT, ETHUSDT]);
    session.take(closedBar(0, 50_000));
    const fill = fillOf('os-1', { time: MINUTE_MS, tradeId: 8, price: 50_000, size: 0.02 });
    for (const symbol of ['ETHUSDT', 'XRPUSDT']) {
      expect(brief(session.take({ ...fill, symbol }))).toEqual(['alert impossible-report']);
    }
    expect(session.state.account.cash).toBe(10_000);
  });

  it('is a trade of more than was asked for', () => {
    const session = new Session([wanting([[limitBuy('dip', 40_000, 0.01)]])]);
    session.take(closedBar(0, 50_000), accepted('os-1'));
    session.fill('os-1', 0.006, 40_000, { complete: false });
    expect(brief(session.fill('os-1', 0.005, 40_000))).toEqual(['alert impossible-report']);
    expect(session.state.orders).toMatchObject([{ filled: 600, reserved: 16_000_000_000n }]);
    session.fill('os-1', 0.004, 40_000, { complete: false });
    expect(session.state.orders).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('blocks entries until every stream is back', () => {
    const session = new Session([wanting([[BUY], [BUY], [BUY]])]);
    session.take(lost('orders'), lost('prices'), lost('orders'));
    expect(session.state.lostStreams).toEqual(['prices', 'orders']);
    expect(session.take(closedBar(0, 50_000))).toMatchObject([
      { kind: 'refused', slot: 'main', refusals: [{ limit: 'connection', observed: 'prices is lost' }] },
    ]);
    session.take(restored('prices'));
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['refused connection']);
    session.take(restored('orders'));
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['place os-1 entry']);
  });

  it('blocks neither exits nor protection', () => {
    const session = new Session([wanting([[BUY], [SELL]])], STOPS);
    session.take(closedBar(0, 50_000), lost('prices'));
    expect(brief(session.fill('os-1', 0.02, 50_000))).toEqual(['place os-2 stop']);
    session.take(accepted('os-2'));
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual(['cancel os-2']);
    expect(brief(session.take(cancelled('os-2')))).toEqual(['place os-3 exit']);
  });
});

describe('people and rules', () => {
  it('allow entries again after a halt, and losses count from now', () => {
    const session = new Session([wanting([[], [BUY], [BUY]])], { ...OPEN_LIMITS, maxDrawdown: 0.1 });
    session.take(closedBar(0, 50_000), balanceSet('USDT', 500_000_000_000n));
    expect(brief(session.take(closedBar(1, 50_000)))).toEqual([
      'alert limit-breached',
      'refused maxDrawdown',
    ]);
    expect(session.take({ kind: 'riskReset', time: 2 * MINUTE_MS, by: 'a person' })).toEqual([]);
    expect(session.state.risk).toMatchObject({ halt: { kind: 'none' }, peakEquity: 5_000 });
    expect(brief(session.take(closedBar(2, 50_000)))).toEqual(['place os-1 entry']);
  });

  it('tell a person when the exchange changes the rules of a market', () => {
    const session = new Session([wanting([])]);
    const changed: TradingEvent = { kind: 'instrumentChanged', time: 7, instrument: BTCUSDT };
    expect(brief(session.take(changed))).toEqual(['alert instrument-changed']);
    expect(session.take({ kind: 'reconciled', time: 9 })).toEqual([]);
    expect(session.state.time).toBe(9);
  });
});
