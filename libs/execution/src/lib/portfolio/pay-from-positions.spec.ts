import type { PlaceIntent } from '@org/domain';
import { amount } from '@org/domain';
import {
  BTCUSDT,
  BUY,
  closedBar,
  ETHUSDT,
  fillOf,
  OPEN_LIMITS,
  SELL,
  Session,
  wanting,
} from '../../testing/desk-fixture.ts';

const SELL_HALF: PlaceIntent = { ...SELL, size: { by: 'quantity', quantity: 0.01 } };
const SELL_REST: PlaceIntent = { ...SELL, slot: 'rest' };
const CASH = { asset: 'USDT', amount: amount(10_000n * 100_000_000n) };

/** A session that has bought 0.02 BTC, and holds so many units of BTC beside. */
function holding(beside: bigint, strategies = [wanting([[BUY], [SELL_HALF]])]): Session {
  const deposits = [CASH, { asset: 'BTC', amount: amount(beside) }];
  const session = new Session(strategies, OPEN_LIMITS, [BTCUSDT, ETHUSDT], deposits);
  session.take(closedBar(0, 50_000));
  session.fill('os-1', 0.02, 50_000);
  session.take(closedBar(1, 50_000));
  return session;
}

function units({ state }: Session): bigint | undefined {
  return state.workers[0]?.positions[0]?.units;
}

describe('a fee in an asset that the trade did not bring in', () => {
  it('is paid from what the account holds beside the positions', () => {
    const session = holding(1_500n);
    session.fill('os-2', 0.01, 50_000, { fee: 1_500n, feeAsset: 'BTC' });
    expect(units(session)).toBe(1_000_000n);
    expect(session.state.account.balances[1]).toEqual({ asset: 'BTC', total: 1_000_000n });
  });

  it('shrinks the position by what there was too little of, so that all that is left can be sold', () => {
    const session = holding(400n);
    session.fill('os-2', 0.01, 50_000, { fee: 1_500n, feeAsset: 'BTC' });
    // 1,000,000 units are left of the position, and of the fee the account had 400 beside.
    expect(session.state.workers[0]?.positions[0]).toMatchObject({ units: 998_900n, size: 0.009989 });
    expect(session.state.account.balances[1]).toEqual({ asset: 'BTC', total: 998_900n });
  });

  it('leaves what an order is about to sell alone where another strategy has free what is needed', () => {
    const strategies = [wanting([[BUY], [SELL_HALF], [SELL_REST]]), wanting([[BUY]], { id: 'other' })];
    const session = new Session(strategies, OPEN_LIMITS, [BTCUSDT], [CASH]);
    session.take(closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.fill('os-2', 0.02, 50_000);
    session.take(closedBar(1, 50_000), closedBar(2, 50_000));
    session.fill('os-3', 0.01, 50_000, { fee: 1_500n, feeAsset: 'BTC' });
    expect(session.state.workers.map(({ positions }) => positions[0]?.units)).toEqual([
      1_000_000n,
      1_998_500n,
    ]);
  });

  it('leaves no price of a position of which it leaves less than a lot', () => {
    const session = holding(0n, [wanting([[BUY], [SELL]])]);
    session.fill('os-2', 0.01999, 50_000, { fee: 500n, feeAsset: 'BTC', complete: false });
    expect(session.state.workers[0]?.positions[0]).toMatchObject({ units: 500n, averagePrice: 0 });
  });

  it('shrinks the position of another strategy where the payer has none', () => {
    const buyEther: PlaceIntent = { ...BUY, symbol: 'ETHUSDT' };
    const strategies = [wanting([[BUY]]), wanting([[], [buyEther]], { id: 'other' })];
    const deposits = [CASH, { asset: 'BTC', amount: amount(400n) }];
    const session = new Session(strategies, OPEN_LIMITS, [BTCUSDT, ETHUSDT], deposits);
    session.take(closedBar(0, 2_000, 'ETHUSDT'), closedBar(0, 50_000));
    session.fill('os-1', 0.02, 50_000);
    session.take(closedBar(1, 50_000));
    const { time } = session.state;
    const facts = { time, tradeId: 9, price: 2_000, size: 0.1, fee: 1_500n, feeAsset: 'BTC' };
    session.take({ ...fillOf('os-2', facts), symbol: 'ETHUSDT' });
    expect(session.state.workers.map(({ positions }) => positions[0])).toMatchObject([
      { symbol: 'BTCUSDT', units: 1_998_900n },
      { symbol: 'ETHUSDT' },
    ]);
  });
});
