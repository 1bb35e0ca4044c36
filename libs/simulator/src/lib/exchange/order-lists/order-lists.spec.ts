import { price, quantity } from '@org/domain';
import type { ListRequest, OcoRequest, OpoRequest } from '../../../index.ts';
import type { Order } from '../../../testing/exchange/desk.ts';
import { listed, openDesk } from '../../../testing/exchange/desk.ts';

const BASICS = { accountId: 'a', symbol: 'XY', listClientOrderId: 'list', selfTradePrevention: null };
const TARGET: Order = { side: 'sell', type: 'limitMaker', price: 110, quantity: 2 };
const STOP: Order = { side: 'sell', type: 'stopLoss', stopPrice: 90, quantity: 2 };
const ENTRY: Order = { side: 'buy', price: 100, quantity: 2 };

const oco = (above: Order = TARGET, below: Order = STOP): OcoRequest => ({
  kind: 'oco',
  ...BASICS,
  above: listed('above', above),
  below: listed('below', below),
});
const oto = (pending: Order, working: Order = ENTRY): ListRequest => ({
  kind: 'oto',
  ...BASICS,
  working: listed('working', working),
  pending: listed('pending', pending),
});
const otoco = (working: Order = ENTRY): ListRequest => ({
  kind: 'otoco',
  ...BASICS,
  working: listed('working', working),
  above: listed('above', TARGET),
  below: listed('below', STOP),
});
const opo = (): OpoRequest => ({
  kind: 'opo',
  ...BASICS,
  working: listed('working', ENTRY),
  pending: listed('pending', { side: 'sell', price: 120 }),
});
const opoco = (): ListRequest => ({
  kind: 'opoco',
  ...BASICS,
  working: listed('working', ENTRY),
  above: listed('above', TARGET),
  below: listed('below', STOP),
});

/** A market that traded at 100 last. */
function desk(lot = '1') {
  const opened = openDesk({ rules: lot === '1' ? {} : { filters: lotOf(lot) } });
  const hand = opened.exchange.market('XY');
  const lots = 1 / Number(lot);
  hand.place('sell', price(100), quantity(lots), 1);
  hand.take('buy', price(100), quantity(lots), 1);
  opened.told();
  const placeList = (request: ListRequest) => opened.exchange.placeList(request, 2_000);
  const orderIds = () => opened.exchange.openOrders('a').map(({ clientOrderId }) => clientOrderId);
  return { ...opened, hand, lots, placeList, orderIds };
}

const lotOf = (lot: string) => [
  {
    kind: 'lotSize' as const,
    minQuantity: { units: 1n, decimals: lot.length - 2 },
    maxQuantity: { units: 0n, decimals: 0 },
    stepSize: { units: 1n, decimals: lot.length - 2 },
  },
  {
    kind: 'price' as const,
    minPrice: { units: 0n, decimals: 0 },
    maxPrice: { units: 0n, decimals: 0 },
    tickSize: { units: 1n, decimals: 0 },
  },
];

describe('one cancels the other', () => {
  it('holds back once what the dearer leg may cost', () => {
    const { placeList, balance, told } = desk();
    expect(placeList(oco())).toMatchObject({
      kind: 'listPlaced',
      list: { contingency: 'oco', status: 'executionStarted', orderStatus: 'executing' },
      orders: [{ clientOrderId: 'above' }, { clientOrderId: 'below' }],
    });
    expect(balance('a', 'X')).toBe('998000/2000');
    expect(told()).toEqual([
      'list executionStarted executing',
      'above new new 0/2',
      'sell 2 at 110',
      'below new new 0/2',
      'a has 998000/2000 X',
    ]);
  });

  it('buys with the worth of the leg that costs more', () => {
    const { placeList, balance } = desk();
    const above: Order = { side: 'buy', type: 'stopLossLimit', stopPrice: 110, price: 112, quantity: 2 };
    const below: Order = { side: 'buy', type: 'limitMaker', price: 90, quantity: 2 };
    expect(placeList(oco(above, below)).kind).toBe('listPlaced');
    expect(balance('a', 'Y')).toBe('776000/224000');
  });

  it('ends the stop when the target trades, even in part', () => {
    const { placeList, hand, told, orderIds } = desk();
    placeList(oco());
    told();
    hand.take('buy', price(110), quantity(1), 3_000);
    expect(told()).toEqual([
      'trade 1 at 110',
      'above trade partiallyFilled 1/2',
      'below expired expired 0/2 ocoTriggered',
      'list allDone allDone',
      'sell 1 at 110',
      'a has 998000/1000 X, 1109890/0 Y',
    ]);
    expect(orderIds()).toEqual(['above']);
  });

  it('ends the target when the stop is triggered', () => {
    const { placeList, hand, told, balance } = desk();
    placeList(oco());
    hand.place('buy', price(85), quantity(5), 3_000);
    hand.place('buy', price(90), quantity(1), 3_000);
    told();
    hand.take('sell', price(90), quantity(1), 3_001);
    expect(told()).toEqual([
      'trade 1 at 90',
      'buy 0 at 90',
      'sell 0 at 110',
      'above expired expired 0/2 ocoTriggered',
      'list allDone allDone',
      'below new new 0/2',
      'trade 2 at 85',
      'below trade filled 2/2',
      'buy 3 at 85',
      'a has 998000/0 X, 1169830/0 Y',
    ]);
    expect(balance('a', 'X')).toBe('998000/0');
  });

  it('ends the other leg when self-trade prevention ends one', () => {
    const { placeList, place, orderIds } = desk();
    placeList(oco());
    place('a', 'bid', { price: 110, selfTradePrevention: 'expireMaker' });
    expect(orderIds()).toEqual(['bid']);
  });

  it.each<[string, ListRequest, string]>([
    ['a target below the market', oco({ ...TARGET, price: 100 }), 'pricesUnrelated'],
    ['a stop above it', oco(TARGET, { ...STOP, stopPrice: 100 }), 'pricesUnrelated'],
    [
      'two targets',
      oco(TARGET, { side: 'sell', type: 'takeProfit', stopPrice: 90, quantity: 2 }),
      'unsupportedCombination',
    ],
    ['legs of two sides', oco(TARGET, { ...STOP, side: 'buy' }), 'unsupportedCombination'],
    ['legs of two sizes', oco(TARGET, { ...STOP, quantity: 3 }), 'unsupportedCombination'],
    [
      'more than there is',
      oco({ ...TARGET, quantity: 2_000 }, { ...STOP, quantity: 2_000 }),
      'insufficientBalance',
    ],
    ['one name twice', { ...oco(), below: listed('above', STOP) }, 'duplicateOrder'],
  ])('is refused for %s', (_, request, reason) => {
    expect(desk().placeList(request)).toEqual({ kind: 'refused', refusal: { reason } });
  });

  it('is refused under the name of a list that is open, or where the symbol has no such lists', () => {
    const { placeList } = desk();
    placeList(oco());
    const again = { ...oco(), above: listed('u', TARGET), below: listed('d', STOP) };
    expect(placeList(again)).toEqual({ kind: 'refused', refusal: { reason: 'duplicateList' } });
    const without = openDesk({ rules: { features: [] } });
    expect(without.exchange.placeList(oco(), 1)).toEqual({
      kind: 'refused',
      refusal: { reason: 'featureNotAllowed' },
    });
  });

  it('may follow the market with its stop', () => {
    const { placeList, hand, orderIds } = desk();
    placeList(
      oco(TARGET, { side: 'sell', type: 'stopLossLimit', trailingDeltaBips: 500, price: 80, quantity: 2 }),
    );
    hand.place('buy', price(94), quantity(1), 3_000);
    hand.place('buy', price(99), quantity(1), 3_000);
    hand.take('sell', price(99), quantity(1), 3_000);
    expect(orderIds()).toEqual(['above', 'below']);
    hand.take('sell', price(94), quantity(1), 3_001);
    expect(orderIds()).toEqual(['below']);
  });
});

describe('one triggers the other', () => {
  it('lets the second order wait, unpaid, until the first is filled whole', () => {
    const { placeList, hand, told, balance } = desk();
    const outcome = placeList(oto({ side: 'sell', price: 120, quantity: 1 }));
    expect(outcome).toMatchObject({
      orders: [{ status: 'new' }, { status: 'pendingNew', isWorking: false }],
    });
    expect(balance('a', 'X')).toBe('1000000/0');
    hand.take('sell', price(100), quantity(1), 3_000);
    expect(told()).toContain('pending new pendingNew 0/1');
    hand.take('sell', price(100), quantity(1), 3_001);
    expect(told()).toEqual([
      'trade 1 at 100',
      'working trade filled 2/2',
      'buy 0 at 100',
      'list allDone allDone',
      'pending new new 0/1',
      'sell 1 at 120',
      'a has 800000/0 Y, 1000998/1000 X',
    ]);
    expect(balance('a', 'X')).toBe('1000998/1000');
  });

  it('shows the second order as it waited, even where the first is filled at once', () => {
    const { placeList, hand, orderIds } = desk();
    hand.place('sell', price(100), quantity(5), 1_500);
    const outcome = placeList(oto({ side: 'sell', price: 120, quantity: 1 }));
    expect(outcome).toMatchObject({ orders: [{ status: 'filled' }, { status: 'pendingNew' }] });
    expect(orderIds()).toEqual(['pending']);
  });

  it.each<[string, Order]>([
    ['cannot be paid', { side: 'sell', price: 120, quantity: 2_000 }],
    ['would take', { side: 'buy', type: 'limitMaker', price: 130 }],
    ['would trigger at once', { side: 'sell', type: 'stopLoss', stopPrice: 105 }],
  ])('ends the second order when its time comes and it %s', (_, pending) => {
    const { placeList, hand, told, exchange } = desk();
    hand.place('sell', price(130), quantity(1), 1_500);
    placeList(oto(pending));
    hand.take('sell', price(100), quantity(2), 3_000);
    expect(told().some((what) => /^pending expired expired .* rejected$/.test(what))).toBe(true);
    expect(exchange.openLists('a')).toEqual([]);
  });

  it('ends the second order with the first', () => {
    const { placeList, told } = desk();
    placeList(oto({ side: 'sell', price: 120 }, { ...ENTRY, timeInForce: 'ioc' }));
    expect(told().slice(-4)).toEqual([
      'working expired expired 0/2 iocRest',
      'pending expired expired 0/1 otoPhaseOneExpired',
      'list allDone allDone',
      'a has 1000000/0 Y',
    ]);
  });

  it('may sell at the market what was bought', () => {
    const { placeList, hand, balance } = desk();
    hand.place('buy', price(95), quantity(5), 1_500);
    placeList(oto({ side: 'sell', type: 'market', quantity: 1 }));
    hand.take('sell', price(100), quantity(2), 3_000);
    expect(balance('a', 'X')).toBe('1000998/0');
  });

  it('is refused where the first is no limit order, or the second is sized in quote', () => {
    const { placeList } = desk();
    const refusal = { kind: 'refused', refusal: { reason: 'unsupportedCombination' } };
    expect(placeList(oto({ side: 'sell', price: 120 }, { type: 'market', quantity: 1 }))).toEqual(refusal);
    expect(placeList(oto({ side: 'sell', type: 'market', quote: 5 }))).toEqual(refusal);
  });

  it('starts a pair, of which one ends the other', () => {
    const { placeList, hand, orderIds, exchange, balance } = desk();
    placeList(otoco());
    hand.take('sell', price(100), quantity(2), 3_000);
    expect(orderIds()).toEqual(['above', 'below']);
    expect(exchange.openLists('a')).toMatchObject([{ contingency: 'oto', orderStatus: 'executing' }]);
    expect(balance('a', 'X')).toBe('999998/2000');
    hand.take('buy', price(110), quantity(2), 3_001);
    expect(orderIds()).toEqual([]);
    expect(exchange.openLists('a')).toEqual([]);
  });
});

describe('one pays the other', () => {
  it('sells what the first has brought, less its fee, in whole lots', () => {
    const { placeList, hand, lots, exchange, balance } = desk('0.01');
    placeList(opo());
    hand.take('sell', price(100), quantity(lots), 3_000);
    // Nine hundred and ninety-nine thousandths have come in: they wait for the second order.
    expect(balance('a', 'X')).toBe('1000000/999');
    hand.take('sell', price(100), quantity(lots), 3_001);
    // 1.998 are 199 lots of 0.01; the rest is free.
    expect(exchange.openOrders('a')).toMatchObject([{ clientOrderId: 'pending', quantity: 199 }]);
    expect(balance('a', 'X')).toBe('1000008/1990');
  });

  it('gives back what has come in when it is cancelled before', () => {
    const { placeList, hand, exchange, balance } = desk();
    placeList(opo());
    hand.take('sell', price(100), quantity(1), 3_000);
    exchange.cancelList({ ...BASICS, listId: null, listClientOrderId: 'list' }, 'x', 3_001);
    expect([balance('a', 'X'), balance('a', 'Y')]).toEqual(['1000999/0', '900000/0']);
  });

  it('starts a pair that shares what was brought', () => {
    const { placeList, hand, exchange, balance } = desk();
    placeList(opoco());
    hand.take('sell', price(100), quantity(2), 3_000);
    expect(exchange.openOrders('a')).toMatchObject([{ quantity: 1 }, { quantity: 1 }]);
    expect(balance('a', 'X')).toBe('1000998/1000');
  });

  it('ends where less than a lot was brought', () => {
    const { placeList, hand, orderIds, balance } = desk();
    placeList({ ...opo(), working: listed('working', { ...ENTRY, quantity: 1 }) });
    hand.take('sell', price(100), quantity(1), 3_000);
    expect(orderIds()).toEqual([]);
    expect(balance('a', 'X')).toBe('1000999/0');
  });

  it('is refused where it does not buy and then sell', () => {
    const sellFirst = {
      ...opo(),
      working: listed('working', { side: 'sell', price: 120, quantity: 2 }),
    };
    expect(desk().placeList(sellFirst)).toEqual({
      kind: 'refused',
      refusal: { reason: 'unsupportedCombination' },
    });
  });
});

describe('a list', () => {
  it('is taken back as a whole, by its name or with one of its orders', () => {
    const { placeList, exchange, orderIds, told } = desk();
    placeList(oco());
    told();
    const name = { accountId: 'a', symbol: 'XY', orderId: null, clientOrderId: 'below' };
    expect(exchange.cancel({ ...name, cancelId: 'x', only: null }, 3_000)).toMatchObject({
      kind: 'listCancelled',
      list: { orderStatus: 'allDone' },
      orders: [{ status: 'cancelled' }, { status: 'cancelled' }],
    });
    expect(told()).toEqual([
      'sell 0 at 110',
      'above cancelled cancelled 0/2',
      'below cancelled cancelled 0/2',
      'list allDone allDone',
      'a has 1000000/0 X',
    ]);
    expect(orderIds()).toEqual([]);
    const gone = exchange.cancelList({ ...BASICS, listId: 1 }, 'x', 3_001);
    expect(gone).toEqual({ kind: 'refused', refusal: { reason: 'unknownList' } });
  });

  it('is not found under two names that are not its own', () => {
    const { placeList, exchange } = desk();
    placeList(oco());
    const other = exchange.cancelList({ ...BASICS, listId: 1, listClientOrderId: 'other' }, 'x', 3_000);
    expect(other).toEqual({ kind: 'refused', refusal: { reason: 'unknownList' } });
  });

  it('goes on from a snapshot', () => {
    const before = desk();
    before.placeList(otoco());
    before.hand.take('sell', price(100), quantity(2), 3_000);
    const after = openDesk({ snapshot: before.exchange.snapshot() });
    after.exchange.market('XY').take('buy', price(110), quantity(2), 3_001);
    expect(after.exchange.openOrders('a')).toEqual([]);
    expect(after.told()).toContain('below expired expired 0/2 ocoTriggered');
  });
});
