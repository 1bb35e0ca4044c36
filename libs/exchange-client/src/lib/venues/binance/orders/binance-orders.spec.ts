import type { PlacePair } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { bitcoin, cancelOf, openLocalVenue, resting } from '../../../../../test/local-venue.ts';
import { describePlace } from './order-description.ts';
import { isTooLate } from './binance-orders.ts';

let venue: LocalVenue;
beforeEach(async () => {
  venue = await openLocalVenue();
});
afterEach(() => venue.close());

/** Asks of 1 BTC at 40,000 and bids of 1 BTC at 39,000. */
function makeMarket(): void {
  const hand = venue.exchange.world.exchange.market('BTCUSDT');
  const now = venue.exchange.world.marketTime.now();
  hand.place('sell', price(4_000_000), quantity(100_000), now);
  hand.place('buy', price(3_900_000), quantity(100_000), now);
  hand.take('buy', price(4_000_000), quantity(1), now);
}

const openOrders = () => venue.exchange.world.exchange.openOrders('me');

describe('an order', () => {
  it('rests where the market does not meet it', async () => {
    expect(await venue.orders.place(resting('os-1'))).toEqual({
      kind: 'accepted',
      order: {
        ...{ symbol: 'BTCUSDT', clientOrderId: 'os-1', venueOrderId: expect.any(String), side: 'buy' },
        ...{ quantity: 10_000, filled: 0, status: 'open' },
      },
    });
    expect(openOrders()).toMatchObject([{ clientOrderId: 'os-1', price: 2_000_000, quantity: 10_000 }]);
  });

  it('is filled at the market by a quantity, and by what it may cost', async () => {
    makeMarket();
    const market = { type: 'market', side: 'sell', quantity: quantity(10_000) } as const;
    expect(await venue.orders.place(resting('os-1', { request: market, purpose: 'exit' }))).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'filled', filled: 10_000, side: 'sell' } },
    });
    const cost = { type: 'marketQuote', side: 'buy', quoteAmount: amount(100_000_000_000n) } as const;
    expect(await venue.orders.place(resting('os-2', { request: cost }))).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'filled', filled: 2_500 } },
    });
  });

  it('may not take where it is to make', async () => {
    makeMarket();
    const request = {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1_000),
      price: price(4_100_000),
      postOnly: true,
    } as const;
    expect(await venue.orders.place(resting('os-1', { request }))).toEqual({
      ...{ kind: 'rejected', code: -2010, reason: 'Order would immediately match and take.' },
    });
  });

  it('waits as a stop', async () => {
    makeMarket();
    const request = {
      type: 'stop',
      side: 'sell',
      quantity: quantity(1_000),
      stopPrice: price(3_800_000),
    } as const;
    expect(await venue.orders.place(resting('os-1', { request, purpose: 'stop' }))).toMatchObject({
      ...{ kind: 'accepted', order: { status: 'open' } },
    });
    expect(openOrders()).toMatchObject([{ type: 'stopLoss', stopPrice: 3_800_000 }]);
  });

  it('is rejected for good where there is not enough', async () => {
    const request = {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1_000_000),
      price: price(2_000_000),
      postOnly: false,
    } as const;
    expect(await venue.orders.place(resting('os-1', { request }))).toEqual({
      ...{ kind: 'rejected', code: -2010, reason: 'Account has insufficient balance for requested action.' },
    });
  });

  it('is taken back by its own name', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({
      ...{ kind: 'cancelled', order: { clientOrderId: 'os-1', status: 'cancelled' } },
    });
    expect(openOrders()).toEqual([]);
  });

  it('that is not open cannot be taken back', async () => {
    const answer = await venue.orders.cancel(cancelOf('os-1'));
    expect(answer).toMatchObject({ kind: 'rejected', code: -2011 });
    expect(isTooLate(answer)).toBe(true);
  });

  it('is found by its own name, or is absent', async () => {
    await venue.orders.place(resting('os-1'));
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toMatchObject({
      kind: 'accepted',
      order: { status: 'open' },
    });
    expect(await venue.orders.query('BTCUSDT', 'os-2')).toEqual({ kind: 'absent' });
  });

  it('of a market that does not exist is a mistake of ours', async () => {
    await expect(venue.orders.place(resting('os-1', { symbol: 'NOPE' }))).rejects.toThrow('NOPE');
  });
});

describe('a pair', () => {
  const pair: PlacePair = {
    ...{ kind: 'placePair', time: 0, strategyId: 'test', symbol: 'BTCUSDT', reason: 'protect' },
    stop: {
      clientOrderId: 'os-2',
      request: { type: 'stop', side: 'sell', quantity: quantity(10_000), stopPrice: price(3_500_000) },
    },
    target: {
      clientOrderId: 'os-3',
      request: {
        type: 'limit',
        side: 'sell',
        quantity: quantity(10_000),
        price: price(4_500_000),
        postOnly: false,
      },
    },
  };

  it('rests as one list, and each leg is told by its own name', async () => {
    makeMarket();
    const [stop, target] = await venue.orders.placePair(pair);
    expect([stop, target]).toMatchObject([
      { kind: 'accepted', order: { clientOrderId: 'os-2' } },
      { kind: 'accepted', order: { clientOrderId: 'os-3' } },
    ]);
    expect(venue.exchange.world.exchange.openLists('me')).toHaveLength(1);
  });

  it('is taken back with either leg', async () => {
    makeMarket();
    await venue.orders.placePair(pair);
    expect(await venue.orders.cancel(cancelOf('os-2'))).toMatchObject({
      ...{ kind: 'cancelled', order: { clientOrderId: 'os-2', status: 'cancelled' } },
    });
    expect(openOrders()).toEqual([]);
  });

  it('is rejected whole where its prices are on the wrong sides', async () => {
    makeMarket();
    const target = { ...pair.target, request: { ...pair.target.request, price: price(3_000_000) } };
    expect(await venue.orders.placePair({ ...pair, target })).toMatchObject([
      { kind: 'rejected', code: -2010 },
      { kind: 'rejected', code: -2010 },
    ]);
  });
});

describe('numbers', () => {
  it('are sent as decimals, never as powers of ten', () => {
    const request = {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1),
      price: price(1),
      postOnly: false,
    } as const;
    expect(describePlace({ clientOrderId: 'os-1', request }, bitcoin()).parameters).toMatchObject({
      ...{ quantity: '0.00001', price: '0.01' },
    });
  });
});
