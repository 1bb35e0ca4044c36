import type { Account, Worker } from '../state/trading-state.ts';
import { amount } from '@org/domain';
import { BTCUSDT, closedBar, ETHUSDT, OPEN_LIMITS, Session, wanting } from '../../testing/desk-fixture.ts';
import { equityMoved, equityOf, workerEquity } from './equity.ts';

const account: Account = { balances: [], cash: 1_000, sizes: [0.5, 2], lastTradeIds: [-1, -1] };
const { desk, state } = new Session([wanting([])], OPEN_LIMITS, [BTCUSDT, ETHUSDT]);

describe('the worth of the account', () => {
  it('is its cash and what its holdings are worth', () => {
    expect(equityOf(account, [100, 10])).toBe(1_070);
  });

  it('counts nothing for a market without a price', () => {
    expect(equityOf(account, [Number.NaN, 10])).toBe(1_020);
    expect(equityOf(account, [100])).toBe(1_050);
  });

  it('moves by the holding of the market that moved', () => {
    const moved = { ...state, account, marks: [102, 10], equity: 1_070 };
    expect(equityMoved(moved, 0, 2)).toBe(1_071);
    expect(equityMoved({ ...moved, account: { ...account, sizes: [0, 2] } }, 0, 2)).toBe(1_070);
  });

  it('follows deposits of base as soon as they have a price', () => {
    const session = new Session(
      [wanting([])],
      OPEN_LIMITS,
      [BTCUSDT],
      [{ asset: 'BTC', amount: amount(100_000_000n) }],
    );
    expect(session.state.equity).toBe(0);
    session.take(closedBar(0, 50_000));
    expect(session.state.equity).toBe(50_000);
  });
});

describe('the worth of a strategy', () => {
  const position = {
    symbol: 'BTCUSDT',
    units: amount(50_000_000n),
    size: 0.5,
    averagePrice: 90,
    openedTime: 0,
  };
  const worker: Worker = { memory: null, cash: amount(100_000_000n), positions: [position] };

  it('is its own cash and positions', () => {
    expect(workerEquity(desk, worker, [100, 10])).toBe(51);
  });

  it('counts nothing for a market without a price, or out of the session', () => {
    expect(workerEquity(desk, worker, [Number.NaN, 10])).toBe(1);
    expect(
      workerEquity(desk, { ...worker, positions: [{ ...position, symbol: 'XRPUSDT' }] }, [100, 10]),
    ).toBe(1);
  });
});
