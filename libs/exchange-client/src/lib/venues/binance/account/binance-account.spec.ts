import { formatDecimal, price, quantity } from '@org/domain';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { openLocalVenue, resting } from '../../../../../test/local-venue.ts';
import { BinanceAccount } from './binance-account.ts';
import { exactMoney } from './exact-amounts.ts';

let venue: LocalVenue;
let account: BinanceAccount;
beforeEach(async () => {
  venue = await openLocalVenue();
  account = new BinanceAccount(venue);
});
afterEach(() => venue.close());

/** Somebody sells 0.04 of the 0.1 BTC that we bid for at 20,000. */
async function fillPart(): Promise<string> {
  const answer = await venue.orders.place(resting('os-1'));
  const { exchange, marketTime } = venue.exchange.world;
  exchange.market('BTCUSDT').take('sell', price(2_000_000), quantity(4_000), marketTime.now());
  return answer.kind === 'accepted' ? answer.order.venueOrderId : '';
}

describe('the balances', () => {
  it('are exact, in the smallest units of their assets, what rests in orders apart', async () => {
    await venue.orders.place(resting('os-1'));
    const reading = await account.balances();
    expect(
      reading.kind === 'read' && reading.value.toSorted((a, b) => (a.asset.code < b.asset.code ? -1 : 1)),
    ).toEqual([
      { asset: { code: 'BNB', decimals: 8 }, free: 1_000_000_000n, locked: 0n },
      { asset: { code: 'BTC', decimals: 8 }, free: 100_000_000n, locked: 0n },
      // 0.1 BTC at 20,000 are 2,000 of the 100,000 USDT.
      { asset: { code: 'USDT', decimals: 8 }, free: 9_800_000_000_000n, locked: 200_000_000_000n },
    ]);
  });

  it('are unread, and not 0, where the exchange refuses', async () => {
    const answer = {
      status: 401,
      body: { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' },
    };
    venue.exchange.faults.add({ kind: 'request', match: { path: '/api/v3/account' }, isDone: false, answer });
    expect(await account.balances()).toEqual({
      ...{ kind: 'unread', code: -2015, reason: expect.stringContaining(answer.body.msg) },
    });
  });
});

describe('the trades', () => {
  it('of an order tell what it cost, the fee to the last unit', async () => {
    const reading = await account.tradesOf('BTCUSDT', await fillPart());
    const trade = reading.kind === 'read' ? reading.value[0] : undefined;
    expect(trade).toMatchObject({
      ...{ symbol: 'BTCUSDT', side: 'buy', liquidity: 'maker', time: expect.any(Number) },
      ...{ price: { units: 20_000n, decimals: 0 }, quantity: { units: 4n, decimals: 2 } },
      notional: { units: 800n, decimals: 0 },
    });
    const fee = trade?.fee;
    expect(fee).toBeDefined();
    const booked = venue.exchange.world.records.accounts.fills(
      { accountId: 'me', symbol: 'BTCUSDT' },
      { fromId: null, startTime: null, endTime: null, limit: 10 },
    );
    expect(booked.map(({ fill }) => fill.commissionAsset)).toEqual([fee?.asset.code]);
    expect(booked.map(({ fill }) => formatDecimal(fill.commission, 8))).toEqual([
      formatDecimal(fee?.amount ?? -1n, 8),
    ]);
  });

  it('are told from an id on, itself included', async () => {
    await fillPart();
    const all = await account.tradesFrom('BTCUSDT', 0);
    const first = all.kind === 'read' ? (all.value[0]?.tradeId ?? -1) : -1;
    expect(await account.tradesFrom('BTCUSDT', first)).toEqual(all);
    expect(await account.tradesFrom('BTCUSDT', first + 1)).toEqual({ kind: 'read', value: [] });
  });
});

describe('a key', () => {
  it('tells what it may be used for', async () => {
    expect(await account.keyPermissions()).toEqual({
      kind: 'read',
      value: { canRead: true, canTrade: true, canWithdraw: false, isBoundToAddresses: false },
    });
  });
});

describe('an amount', () => {
  it('of an asset that no market tells loses nothing', () => {
    expect(exactMoney('ODD', '0.1234567891', () => undefined)).toEqual({
      asset: { code: 'ODD', decimals: 10 },
      amount: 1_234_567_891n,
    });
    expect(exactMoney('ODD', '1.5', () => undefined)).toEqual({
      asset: { code: 'ODD', decimals: 8 },
      amount: 150_000_000n,
    });
  });
});
