import type { OrderPair, PlaceList } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { openLocalVenue } from '../../../../../test/local-venue.ts';
import { OpenOrders } from './open-orders.ts';
import { OrderLists } from './order-lists.ts';

let venue: LocalVenue;
let lists: OrderLists;
let open: OpenOrders;
beforeEach(async () => {
  venue = await openLocalVenue();
  lists = new OrderLists(venue);
  open = new OpenOrders(venue);
  // Asks of 1 BTC at 40,000 and bids of 1 BTC at 39,000, and a last price of 40,000.
  const now = venue.exchange.world.marketTime.now();
  hand().place('sell', price(4_000_000), quantity(100_000), now);
  hand().place('buy', price(3_900_000), quantity(100_000), now);
  hand().take('buy', price(4_000_000), quantity(1), now);
});
afterEach(() => venue.close());

const hand = () => venue.exchange.world.exchange.market('BTCUSDT');
const placed = () =>
  venue.exchange.world.exchange.openOrders('me').map(({ clientOrderId, status }) => [clientOrderId, status]);

/** Sells 0.01 BTC at 45,000 or by a stop at 35,000. */
const pair: OrderPair = {
  side: 'sell',
  quantity: quantity(1_000),
  target: { clientOrderId: 'target', price: price(4_500_000) },
  stop: { clientOrderId: 'stop', stopPrice: price(3_500_000) },
};
/** Buys 0.01 BTC at 38,000. */
const working = {
  clientOrderId: 'entry',
  request: {
    type: 'limit',
    side: 'buy',
    postOnly: false,
    quantity: quantity(1_000),
    price: price(3_800_000),
  },
} as const;
const pending = {
  clientOrderId: 'exit',
  request: {
    type: 'limit',
    side: 'sell',
    postOnly: false,
    quantity: quantity(900),
    price: price(4_400_000),
  },
} as const;

const OCO: PlaceList['list'] = { type: 'oco', pair };
const OTO: PlaceList['list'] = { type: 'oto', working, pending };
const OTOCO: PlaceList['list'] = { type: 'otoco', working, pair };

const command = (list: PlaceList['list']): PlaceList => ({
  ...{ kind: 'placeList', time: 0, strategyId: 'test', symbol: 'BTCUSDT', listClientOrderId: 'list-1' },
  ...{ purpose: 'entry', list, reason: 'to see what happens' },
});

/** The bids down to 38,000 are sold, so that the entry is filled whole. */
function fillEntry(): void {
  hand().take('sell', price(3_800_000), quantity(150_000), venue.exchange.world.marketTime.now());
}

describe('a list of orders', () => {
  it.each([
    ['oco', OCO, ['target', 'stop']],
    ['oto', OTO, ['entry', 'exit']],
    ['otoco', OTOCO, ['entry', 'target', 'stop']],
  ])('is accepted whole: %s', async (_, list, names) => {
    const answer = await lists.placeList(command(list));
    if (answer.kind !== 'accepted') throw new Error(answer.reason);
    expect(answer.list).toMatchObject({ symbol: 'BTCUSDT', listClientOrderId: 'list-1', status: 'open' });
    expect([...answer.list.clientOrderIds].sort()).toEqual([...names].sort());
    expect(answer.orders.map(({ clientOrderId }) => clientOrderId).sort()).toEqual([...names].sort());
  });

  it('lets what is to be triggered wait until the working order is filled', async () => {
    const answer = await lists.placeList(command(OTO));
    expect(answer.kind === 'accepted' && answer.orders).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ clientOrderId: 'entry', status: 'open' }),
        expect.objectContaining({ clientOrderId: 'exit', status: 'waiting', quantity: 900 }),
      ]),
    );
    fillEntry();
    expect(await venue.orders.query('BTCUSDT', 'entry')).toMatchObject({ order: { status: 'filled' } });
    expect(await venue.orders.query('BTCUSDT', 'exit')).toMatchObject({ order: { status: 'open' } });
  });

  it('has both of a triggered pair in the market, with their prices', async () => {
    await lists.placeList(command(OTOCO));
    fillEntry();
    expect(venue.exchange.world.exchange.openOrders('me')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ clientOrderId: 'target', side: 'sell', price: 4_500_000, quantity: 1_000 }),
        expect.objectContaining({ clientOrderId: 'stop', side: 'sell', stopPrice: 3_500_000 }),
      ]),
    );
  });

  it('of a buy takes profit below and ends its loss above', async () => {
    const buy: OrderPair = {
      ...{ side: 'buy', quantity: quantity(1_000) },
      target: { clientOrderId: 'target', price: price(3_500_000) },
      stop: { clientOrderId: 'stop', stopPrice: price(4_500_000) },
    };
    expect(await lists.placeList(command({ type: 'oco', pair: buy }))).toMatchObject({ kind: 'accepted' });
  });

  it('may have an order at the market triggered', async () => {
    const market = {
      clientOrderId: 'exit',
      request: { type: 'market', side: 'sell', quantity: quantity(900) },
    } as const;
    await lists.placeList(command({ type: 'oto', working, pending: market }));
    hand().place('buy', price(3_700_000), quantity(1_000), venue.exchange.world.marketTime.now());
    fillEntry();
    expect(await venue.orders.query('BTCUSDT', 'exit')).toMatchObject({ order: { filled: 900 } });
  });

  it('is rejected whole, with the code of the exchange', async () => {
    const wrong = { ...pair, target: { clientOrderId: 'target', price: price(3_000_000) } };
    expect(await lists.placeList(command({ type: 'oco', pair: wrong }))).toMatchObject({
      ...{ kind: 'rejected', code: -2010 },
    });
    expect(placed()).toEqual([]);
  });

  it('is not sent where a filter is in the way of any of its orders', async () => {
    const dust = { ...pair, quantity: quantity(1) };
    expect(await lists.placeList(command({ type: 'otoco', working, pair: dust }))).toMatchObject({
      ...{ kind: 'rejected', code: null, reason: expect.stringContaining('NOTIONAL') },
    });
    expect(placed()).toEqual([]);
  });

  it('is in doubt where no answer comes, and is then asked for by its name', async () => {
    venue.exchange.faults.add({
      ...{ kind: 'request', match: { path: '/api/v3/orderList/otoco' }, answer: 'drop', times: 1 },
    });
    expect(await lists.placeList(command(OTOCO))).toMatchObject({ kind: 'unknown' });
    expect(await lists.queryList('list-1')).toMatchObject({ kind: 'there', list: { status: 'open' } });
    expect(placed()).toHaveLength(3);
  });
});

describe('a list that is asked for', () => {
  it('is absent where the exchange does not know it', async () => {
    expect(await lists.queryList('nobody')).toEqual({ kind: 'absent' });
  });

  it('is among the open ones', async () => {
    await lists.placeList(command(OTO));
    expect(await open.readLists()).toMatchObject({
      ...{ kind: 'read', value: [{ symbol: 'BTCUSDT', listClientOrderId: 'list-1', status: 'open' }] },
    });
  });

  it('is done when its orders are', async () => {
    await lists.placeList(command(OTO));
    await lists.cancelList('BTCUSDT', 'list-1');
    expect(await lists.queryList('list-1')).toMatchObject({ list: { status: 'done' } });
    expect(await open.readLists()).toEqual({ kind: 'read', value: [] });
  });

  it('is unknown where no answer comes', async () => {
    venue.exchange.faults.add({ kind: 'request', match: { path: '/api/v3/orderList' }, answer: 'drop' });
    expect(await lists.queryList('list-1')).toMatchObject({ kind: 'unknown' });
  });
});

describe('a list that is taken back', () => {
  it('tells each of its orders', async () => {
    await lists.placeList(command(OTOCO));
    const answer = await lists.cancelList('BTCUSDT', 'list-1');
    expect(answer).toMatchObject({ kind: 'cancelled', list: { listClientOrderId: 'list-1' } });
    expect(answer.kind === 'cancelled' && answer.orders.map(({ status }) => status)).toEqual([
      ...['cancelled', 'cancelled', 'cancelled'],
    ]);
    expect(placed()).toEqual([]);
  });

  it('is rejected where it is not open', async () => {
    expect(await lists.cancelList('BTCUSDT', 'nobody')).toMatchObject({ kind: 'rejected', code: -2011 });
  });
});
