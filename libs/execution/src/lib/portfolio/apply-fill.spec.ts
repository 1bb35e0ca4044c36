import type { OrderFilled, Position, Side } from '@org/domain';
import { amount, spotInstrument } from '@org/domain';
import { BTCUSDT, fillOf, OPEN_LIMITS, Session, wanting } from '../../testing/desk-fixture.ts';
import type { Account, Worker } from '../state/trading-state.ts';
import { fillAccount, fillWorker, movementOf } from './apply-fill.ts';
import { accountDraftOf } from '../state/draft.ts';
import { marketOf } from '../state/desk.ts';

const BNBUSDT = spotInstrument({
  symbol: 'BNBUSDT',
  base: { code: 'BNB', decimals: 8 },
  quote: BTCUSDT.quote,
  tickSize: '0.01',
  stepSize: '0.001',
  minNotional: '5',
});
const session = new Session([wanting([])], OPEN_LIMITS, [BTCUSDT, BNBUSDT]);
const market = marketOf(session.desk, 'BTCUSDT');
const trade = (facts: Partial<Parameters<typeof fillOf>[1]>): OrderFilled =>
  fillOf('os-1', { time: 5, tradeId: 3, price: 50_000, size: 0.02, ...facts });

const flat: Worker = { memory: null, cash: amount(200_000_000_000n), positions: [] };
const holding = (position: Partial<Position>): Worker => ({
  ...flat,
  positions: [
    {
      symbol: 'BTCUSDT',
      units: amount(2_000_000n),
      size: 0.02,
      averagePrice: 50_000,
      openedTime: 5,
      ...position,
    },
  ],
});

/** The strategy's book after one trade. */
function after(worker: Worker, fill: OrderFilled, side: Side): Worker {
  return fillWorker(worker, movementOf(fill, side, BTCUSDT), fill, market, side);
}

describe('what a trade moves', () => {
  // 0.02 BTC at 50,000 are 1,000 USDT = 1e11 units, and 2e6 units of BTC.
  it.each<[string, Side, bigint, string, bigint, bigint, bigint]>([
    ['a buy without fee', 'buy', 0n, 'BTC', -100_000_000_000n, 2_000_000n, 0n],
    ['a buy that pays in what it receives', 'buy', 2_000n, 'BTC', -100_000_000_000n, 1_998_000n, 0n],
    ['a buy that pays in quote', 'buy', 7n, 'USDT', -100_000_000_007n, 2_000_000n, 0n],
    ['a buy that pays in a third asset', 'buy', 7n, 'BNB', -100_000_000_000n, 2_000_000n, 7n],
    ['a sell that pays in what it receives', 'sell', 7n, 'USDT', 99_999_999_993n, -2_000_000n, 0n],
    ['a sell that pays in base', 'sell', 7n, 'BTC', 100_000_000_000n, -2_000_000n, 7n],
    ['a sell that pays in a third asset', 'sell', 7n, 'BNB', 100_000_000_000n, -2_000_000n, 7n],
  ])('for %s', (_what, side, fee, feeAsset, quote, base, beside) => {
    expect(movementOf(trade({ fee, feeAsset }), side, BTCUSDT)).toEqual({ quote, base, beside });
  });
});

describe('a position', () => {
  it('opens at the price paid, less the fee in what is held', () => {
    expect(after(flat, trade({ fee: 2_000n }), 'buy')).toEqual({
      memory: null,
      cash: 100_000_000_000n,
      positions: [
        { symbol: 'BTCUSDT', units: 1_998_000n, size: 0.01998, averagePrice: 50_000, openedTime: 5 },
      ],
    });
  });

  it('averages what was paid per base, and keeps the time when it opened', () => {
    const [position] = after(holding({}), trade({ time: 9, price: 56_000, size: 0.01 }), 'buy').positions;
    // (0.02 · 50,000 + 0.01 · 56,000) / 0.03
    expect(position).toMatchObject({ averagePrice: 52_000, openedTime: 5, units: 3_000_000n });
  });

  it('keeps its average when some of it is sold, and has none when less than a lot is left', () => {
    expect(after(holding({}), trade({ size: 0.01 }), 'sell').positions[0]).toMatchObject({
      averagePrice: 50_000,
    });
    const dust = holding({ units: amount(2_000_900n) });
    expect(after(dust, trade({}), 'sell').positions[0]).toMatchObject({ averagePrice: 0, units: 900n });
  });

  it('counts dust for nothing when it opens again', () => {
    const dust = holding({ units: amount(900n), size: 0.000_009, averagePrice: 0 });
    expect(after(dust, trade({ time: 9, price: 60_000 }), 'buy').positions[0]).toMatchObject({
      averagePrice: 60_000,
      openedTime: 9,
      units: 2_000_900n,
    });
  });

  it('stands beside those in other markets', () => {
    const other = holding({ symbol: 'BNBUSDT' });
    expect(after(other, trade({}), 'buy').positions.map(({ symbol }) => symbol)).toEqual([
      'BNBUSDT',
      'BTCUSDT',
    ]);
  });
});

describe('the account', () => {
  const taken = (fill: OrderFilled, before: Account = session.state.account) => {
    const account = accountDraftOf(before);
    fillAccount(session.desk, account, movementOf(fill, 'buy', BTCUSDT), fill, market);
    return account;
  };

  it('moves with the trade, and remembers the newest one', () => {
    const first = taken(trade({}));
    expect(first).toEqual({
      balances: [
        { asset: 'USDT', total: 900_000_000_000n },
        { asset: 'BTC', total: 2_000_000n },
        { asset: 'BNB', total: 0n },
      ],
      cash: 9_000,
      sizes: [0.02, 0],
      lastTradeIds: [3, -1],
    });
    expect(taken(trade({ tradeId: 2 }), first).lastTradeIds).toEqual([3, -1]);
  });

  it('pays a fee in a third asset from its balance, and marks what is left of it', () => {
    const rich = {
      ...session.state.account,
      balances: session.state.account.balances.map((balance) =>
        balance.asset === 'BNB' ? { asset: 'BNB', total: amount(100_000_000n) } : balance,
      ),
      sizes: [0, 1],
    };
    expect(taken(trade({ fee: 25_000_000n, feeAsset: 'BNB' }), rich)).toMatchObject({
      balances: [{}, {}, { asset: 'BNB', total: 75_000_000n }],
      sizes: [0.02, 0.75],
    });
  });

  it('owes a fee in an asset that it has never held', () => {
    expect(taken(trade({ fee: 7n, feeAsset: 'XYZ' })).balances.at(-1)).toEqual({ asset: 'XYZ', total: -7n });
  });
});
