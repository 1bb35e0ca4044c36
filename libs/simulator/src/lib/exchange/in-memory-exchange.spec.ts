import { amount, InputError, parseDecimal, price, quantity } from '@org/domain';
import { account, openDesk, request, steps, symbolRules } from '../../testing/exchange/desk.ts';
import type { Desk } from '../../testing/exchange/desk.ts';

const named = (clientOrderId: string | null, orderId: number | null = null) => ({
  accountId: 'a',
  symbol: 'XY',
  orderId,
  clientOrderId,
});
const cancel = ({ exchange }: Desk, name = named('bid'), only: 'new' | 'partiallyFilled' | null = null) =>
  exchange.cancel({ ...name, cancelId: 'x', only }, 5_000);
const amend = ({ exchange }: Desk, newQuantity: string, newClientOrderId = 'less') =>
  exchange.amend({ ...named('bid'), newQuantity: parseDecimal(newQuantity), newClientOrderId }, 5_000);
const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('a cancel', () => {
  it('gives back what was held, under its own name', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(cancel(desk)).toMatchObject({ kind: 'cancelled', order: { status: 'cancelled' } });
    expect(desk.balance('a', 'Y')).toBe('1000000/0');
    expect(desk.events.at(-2)).toMatchObject({
      kind: 'orderReport',
      execution: 'cancelled',
      otherClientId: 'x',
    });
  });

  it('finds an order by either name, and by both where they are of one order', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(cancel(desk, named('other', 1))).toEqual(refusal('namesDiffer'));
    expect(cancel(desk, named('other'))).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, named(null, 7))).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, { ...named(null, 1), accountId: 'b' })).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, { ...named(null, 1), symbol: 'ZZ' })).toEqual(refusal('unknownSymbol'));
    expect(cancel(desk, named('bid', 1)).kind).toBe('cancelled');
    expect(cancel(desk, named('bid', 1))).toEqual(refusal('unknownOrder'));
  });

  it('is held to what it was restricted to', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 2 });
    expect(cancel(desk, named('bid'), 'partiallyFilled')).toEqual(refusal('cancelRestricted'));
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(cancel(desk, named('bid'), 'new')).toEqual(refusal('cancelRestricted'));
    expect(cancel(desk, named('bid'), 'partiallyFilled').kind).toBe('cancelled');
  });

  it('of everything takes orders and lists in the order in which they were placed', () => {
    const desk = openDesk();
    desk.place('a', 'one', { price: 90 });
    desk.place('a', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 50 });
    desk.place('b', 'other', { price: 90 });
    const outcomes = desk.exchange.cancelAll('a', 'XY', 'x', 5_000);
    expect(outcomes).toMatchObject([
      { order: { clientOrderId: 'one' } },
      { order: { clientOrderId: 'stop' } },
    ]);
    expect(desk.exchange.book('XY', 5)?.bids).toEqual([{ price: 90, quantity: 1 }]);
  });
});

describe('a replacement', () => {
  const replace = (desk: Desk, name: string, quantity: number, mode: 'stopOnFailure' | 'allowFailure') =>
    desk.exchange.cancelReplace(
      {
        cancel: { ...named(name), cancelId: 'x', only: null },
        place: request('a', 'next', { price: 100, quantity }),
        mode,
      },
      5_000,
    );

  it('has the money of what it replaces', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 10 });
    expect(replace(desk, 'bid', 9, 'stopOnFailure')).toMatchObject({
      cancel: { kind: 'cancelled' },
      place: { kind: 'placed' },
    });
  });

  it('is not placed where the cancel fails, unless that is allowed', () => {
    const desk = openDesk();
    expect(replace(desk, 'none', 1, 'stopOnFailure')).toEqual({
      cancel: refusal('unknownOrder'),
      place: null,
    });
    expect(replace(desk, 'none', 1, 'allowFailure')).toMatchObject({ place: { kind: 'placed' } });
  });

  it('is gone with what it replaces where it cannot be placed', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(replace(desk, 'bid', 11, 'stopOnFailure')).toMatchObject({
      cancel: { kind: 'cancelled' },
      place: refusal('insufficientBalance'),
    });
  });
});

describe('an amend', () => {
  it('makes an order smaller, which keeps its place and its id', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('b', 'behind', { price: 100, quantity: 1 });
    expect(amend(desk, '2')).toMatchObject({
      kind: 'amended',
      order: { orderId: 1, clientOrderId: 'less', quantity: 2 },
      previousClientOrderId: 'bid',
      list: null,
    });
    expect(desk.balance('a', 'Y')).toBe('800000/200000');
    desk.told();
    desk.place('b', 'ask', { side: 'sell', price: 100, quantity: 2 });
    expect(desk.told()).toContain('less trade filled 2/2');
  });

  it('takes from the hidden part of an iceberg first', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 5, iceberg: 2 });
    amend(desk, '3', 'bid');
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 100, quantity: 2 }]);
    amend(desk, '1', 'bid');
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 100, quantity: 1 }]);
  });

  it('ends an order of which as much has traded', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('b', 'ask', { side: 'sell', price: 100, quantity: 2 });
    expect(amend(desk, '2')).toMatchObject({ order: { status: 'expired', executed: 2 } });
    expect(desk.balance('a', 'Y')).toBe('800000/0');
  });

  it.each([
    ['an order that is gone', '1', 'other', 'unknownOrder'],
    ['more than there is', '4', 'bid', 'quantityNotReduced'],
    ['what is finer than the asset', '0.00001', 'bid', 'precision'],
  ])('is refused for %s', (_, newQuantity, name, reason) => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    const outcome = desk.exchange.amend(
      { ...named(name), newQuantity: parseDecimal(newQuantity), newClientOrderId: 'less' },
      5_000,
    );
    expect(outcome).toEqual(refusal(reason));
  });

  it('is refused by a filter, for a name that is taken, and where the symbol has none', () => {
    const desk = openDesk({ rules: { filters: [...steps('1', '1'), { kind: 'maxOrderAmends', limit: 1 }] } });
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('a', 'taken', { price: 99 });
    expect(amend(desk, '0.5')).toMatchObject({ refusal: { filter: 'lotSize' } });
    expect(amend(desk, '2', 'taken')).toEqual(refusal('duplicateOrder'));
    expect(amend(desk, '2', 'bid').kind).toBe('amended');
    expect(amend(desk, '1', 'bid')).toMatchObject({ refusal: { filter: 'maxOrderAmends' } });
    const without = openDesk({ rules: { features: [] } });
    without.place('a', 'bid', { price: 100, quantity: 3 });
    expect(amend(without, '2')).toEqual(refusal('featureNotAllowed'));
  });

  it('makes both legs of a pair smaller', () => {
    const desk = openDesk();
    const leg = {
      clientOrderId: 'bid',
      side: 'sell',
      timeInForce: 'gtc',
      size: { base: parseDecimal('3') },
    } as const;
    const none = {
      stopPrice: null,
      trailingDeltaBips: null,
      icebergQuantity: null,
      strategyId: null,
      strategyType: null,
    };
    desk.exchange.placeList(
      {
        kind: 'oco',
        accountId: 'a',
        symbol: 'XY',
        listClientOrderId: 'list',
        selfTradePrevention: null,
        above: { ...leg, ...none, type: 'limitMaker', price: parseDecimal('110') },
        below: {
          ...leg,
          ...none,
          clientOrderId: 'stop',
          type: 'stopLoss',
          price: null,
          stopPrice: parseDecimal('90'),
        },
      },
      4_000,
    );
    desk.told();
    expect(amend(desk, '2')).toMatchObject({ list: { status: 'updated', orderStatus: 'executing' } });
    expect(desk.told()).toEqual([
      'sell 2 at 110',
      'less replaced new 0/2',
      'stop replaced new 0/2',
      'list updated executing',
      'a has 998000/2000 X',
    ]);
    expect(amend(desk, '2')).toEqual(refusal('unknownOrder'));
  });
});

describe('an account', () => {
  it('gets deposits, and gives up no more than is free', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 900 });
    expect(desk.exchange.deposit('a', 'Y', amount(-100_001n), 2)).toBe(false);
    expect(desk.exchange.deposit('a', 'Y', amount(-100_000n), 2)).toBe(true);
    expect(desk.told().slice(-2)).toEqual(['a got -100000 Y', 'a has 0/900000 Y']);
  });

  it('that may not trade is refused', () => {
    const desk = openDesk();
    desk.exchange.changeAccount(account('a', { canTrade: false }));
    expect(desk.place('a', 'bid', { price: 100 })).toEqual(refusal('mayNotTrade'));
    expect(desk.exchange.account('a')).toMatchObject({ canTrade: false });
  });

  it('is opened once, and known by its id', () => {
    const { exchange } = openDesk();
    exchange.openAccount(account('late'));
    expect(exchange.balances('late')).toEqual([]);
    expect(exchange.account('nobody')).toBeUndefined();
    expect(() => exchange.openAccount(account('late'))).toThrow(InputError);
    expect(() => exchange.deposit('nobody', 'Y', amount(1n), 0)).toThrow('nobody');
  });

  it('without limits owes what it trades, pays no fee and hears nothing', () => {
    const desk = openDesk({ accounts: [account('a'), account('m', { funding: 'unlimited' })] });
    desk.place('m', 'ask', { side: 'sell', price: 100 });
    desk.place('a', 'bid', { price: 100 });
    expect([desk.balance('m', 'X'), desk.balance('m', 'Y')]).toEqual(['-1000/0', '100000/0']);
    expect(desk.told().filter((what) => what.startsWith('ask') || what.startsWith('m '))).toEqual([]);
  });
});

describe('a fee', () => {
  const BNB = { asset: 'B', isEnabled: true, multiplier: '0.75' };
  const symbols = [symbolRules(), symbolRules({ symbol: 'BY', base: { code: 'B', decimals: 3 } })];
  const traded = (deposit: bigint) => {
    const accounts = [account('a', { discount: BNB }), account('b')];
    const desk = openDesk({ symbols, accounts, deposit: amount(deposit) });
    // B is worth 20 Y.
    desk.exchange.market('BY').place('sell', price(20), quantity(1), 1);
    desk.exchange.market('BY').take('buy', price(20), quantity(1), 1);
    desk.place('b', 'bid', { price: 400, quantity: 2 });
    desk.place('a', 'ask', { side: 'sell', price: 400, quantity: 2 });
    return desk;
  };

  it('is paid in the other asset at a discount, at its last price', () => {
    // A thousandth of 800 Y, times three quarters, is 0.6 Y: 0.03 B.
    expect(traded(1_000_000n).exchange.feesTaken()).toEqual([
      { asset: 'B', amount: 30n },
      { asset: 'X', amount: 2n },
    ]);
  });

  it('is paid from what is received where there is too little of the other asset', () => {
    const desk = traded(1_000_000n);
    desk.exchange.deposit('a', 'B', amount(-999_970n), 3);
    desk.place('b', 'bid', { price: 100 });
    desk.place('a', 'ask', { side: 'sell', price: 100 });
    expect(desk.exchange.feesTaken()).toContainEqual({ asset: 'Y', amount: 100n });
  });
});

describe('a symbol', () => {
  it('takes no orders while it is closed, but gives them back', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    desk.exchange.changeStatus('XY', 'cancelOnly', 2);
    expect(desk.told().at(-1)).toBe('XY is cancelOnly');
    expect(desk.place('a', 'late', { price: 100 })).toEqual(refusal('marketClosed'));
    const hand = desk.exchange.market('XY');
    expect([
      hand.place('sell', price(100), quantity(1), 3),
      hand.take('sell', price(1), quantity(1), 3),
    ]).toEqual([0, 0]);
    expect(cancel(desk).kind).toBe('cancelled');
  });

  it('that is expired ends everything that is open', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    desk.place('b', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 50 });
    desk.told();
    desk.exchange.expireAll('XY', 9);
    expect(desk.told().filter((what) => what.includes('expired'))).toEqual([
      'bid expired expired 0/1 exchangeCancelled',
      'stop expired expired 0/1 exchangeCancelled',
    ]);
  });

  it('counts what is open in finer steps when its rules ask for them', () => {
    const desk = openDesk();
    desk.exchange.market('XY').place('sell', price(100), quantity(1), 1);
    desk.exchange.market('XY').take('buy', price(100), quantity(1), 1);
    desk.place('a', 'bid', { price: 90, quantity: 3, iceberg: 2 });
    desk.place('a', 'second', { price: 90, quantity: 1 });
    desk.place('a', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 80 });
    desk.place('a', 'trail', { side: 'sell', type: 'stopLoss', trailingDeltaBips: 2_000 });
    desk.exchange.changeRules(symbolRules({ filters: steps('0.1', '0.01') }), 2);
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 900, quantity: 300 }]);
    expect(desk.exchange.lastPrice('XY')).toBe(1_000);
    expect(desk.balance('a', 'Y')).toBe('640000/360000');
    desk.place('b', 'ask', { side: 'sell', price: '90.0', quantity: '2.5' });
    const { told } = desk;
    expect(told()).toContain('second trade partiallyFilled 50/100');
    desk.exchange.market('XY').place('buy', price(790), quantity(1_000), 3);
    desk.place('b', 'low', { side: 'sell', price: 79, quantity: 2 });
    expect(told()).toContain('stop new new 0/100');
    expect(desk.exchange.openOrders('a')).toMatchObject([{ trailing: { extremePrice: 900 } }]);
  });

  it('keeps its finer steps when its rules ask for coarser ones, which new orders are held to', () => {
    const desk = openDesk({ rules: { filters: steps('0.1', '0.1') } });
    desk.place('a', 'bid', { price: '90.1', quantity: '0.1' });
    desk.exchange.changeRules(symbolRules(), 2);
    expect(desk.place('a', 'next', { price: '90.1' })).toMatchObject({ refusal: { filter: 'price' } });
    expect(desk.exchange.openOrders('a')).toMatchObject([{ price: 901, quantity: 1 }]);
    const resumed = openDesk({ snapshot: desk.exchange.snapshot() });
    expect(resumed.exchange.grid('XY')).toEqual(desk.exchange.grid('XY'));
  });

  it('that is unknown is refused to accounts, and an error to its owner', () => {
    const { exchange } = openDesk();
    const outcome = exchange.place({ ...request('a', 'bid', { price: 1 }), symbol: 'ZZ' }, 1);
    expect(outcome).toEqual(refusal('unknownSymbol'));
    expect(exchange.book('ZZ', 1)).toBeUndefined();
    expect(exchange.lastPrice('ZZ')).toBeNull();
    expect(exchange.rules('ZZ')).toBeUndefined();
    expect(() => exchange.market('ZZ')).toThrow('ZZ');
  });

  it('takes the kinds of orders that its rules name', () => {
    const desk = openDesk({ rules: { orderTypes: ['limit', 'market', 'stopLoss'], features: [] } });
    expect(desk.place('a', 'x', { type: 'limitMaker', price: 1 })).toEqual(refusal('typeNotAllowed'));
    expect(desk.place('a', 'x', { price: 1, iceberg: 1 })).toEqual(refusal('icebergNotAllowed'));
    expect(desk.place('a', 'x', { type: 'market', quote: 1 })).toEqual(refusal('featureNotAllowed'));
    const trailing = desk.place('a', 'x', { side: 'sell', type: 'stopLoss', trailingDeltaBips: 100 });
    expect(trailing).toEqual(refusal('featureNotAllowed'));
  });
});

describe('a test of an order', () => {
  it('tells what placing it would, and does nothing', () => {
    const desk = openDesk();
    const test = (order: Parameters<typeof request>[2]) => desk.exchange.test(request('a', 'bid', order), 1);
    expect(test({ price: 100 })).toEqual({ kind: 'passed' });
    expect(test({ price: 2_000 })).toEqual(refusal('insufficientBalance'));
    expect(test({ price: '0.5' })).toMatchObject({ refusal: { filter: 'price' } });
    expect(test({ type: 'market', quote: 5 })).toEqual(refusal('noLiquidity'));
    desk.place('a', 'bid', { price: 100 });
    expect(test({ price: 100 })).toEqual(refusal('duplicateOrder'));
    expect(desk.exchange.openOrders('a')).toHaveLength(1);
  });
});

describe("the market's hand", () => {
  it('stands in the same queues as everybody', () => {
    const desk = openDesk();
    const hand = desk.exchange.market('XY');
    const own = hand.place('sell', price(100), quantity(2), 1);
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(hand.levelAt('sell', price(100))).toEqual({ total: 3, own: 2 });
    expect(hand.levelAt('sell', price(99))).toEqual({ total: 0, own: 0 });
    expect([hand.best('sell'), hand.best('buy')]).toEqual([100, null]);
    expect(hand.take('buy', price(100), quantity(1), 2)).toBe(1);
    expect(hand.remaining(own)).toBe(1);
    expect(hand.reduce(own, quantity(1), 3)).toBe(0);
    expect([hand.remaining(own), hand.cancel(own, 4), hand.reduce(own, quantity(1), 4)]).toEqual([
      0,
      false,
      0,
    ]);
  });

  it('takes back and makes smaller what is its own alone', () => {
    const desk = openDesk();
    const hand = desk.exchange.market('XY');
    const own = hand.place('sell', price(100), quantity(3), 1);
    expect(hand.reduce(own, quantity(1), 1)).toBe(2);
    expect(desk.told().at(-1)).toBe('sell 2 at 100');
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(hand.cancel(own + 1, 2)).toBe(false);
    expect(hand.cancel(own, 2)).toBe(true);
    expect(hand.place('buy', price(100), quantity(1), 3)).toBe(0);
    expect(desk.exchange.market('XY')).toBe(hand);
  });
});

describe('a snapshot kept up to date', () => {
  it('is fed by single orders and lists, as the whole holds them', () => {
    const { exchange, place } = openDesk();
    place('a', 'bid', { price: 100 });
    const [saved] = exchange.snapshot().symbols;
    expect(exchange.savedOrder('XY', 1)).toEqual(saved?.orders[0]);
    expect(exchange.savedOrder('XY', 2)).toBeUndefined();
    expect(exchange.savedList('XY', 'a', 1)).toBeUndefined();
  });
});
