import { amount } from '@org/domain';
import { openDesk } from '../../../testing/exchange/desk.ts';

/** At a price of 1 it costs 10^16 smallest units, which is more than a double holds exactly. */
const LARGE = 10_000_000_000_000;

describe('an order that can only stand in the book', () => {
  it('is told as new, then the level, then what is held back', () => {
    const desk = openDesk();
    desk.place('b', 'ask', { side: 'sell', price: 101 });
    desk.told();
    expect(desk.place('a', 'bid', { price: 100, quantity: 2 })).toMatchObject({
      kind: 'placed',
      order: { status: 'new', isWorking: true, workingSince: 1_001, quantity: 2 },
      fills: [],
    });
    expect(desk.told()).toEqual(['bid new new 0/2', 'buy 2 at 100', 'a has 800000/200000 Y']);
  });

  it('is known by its name, and by its id, when it is told', () => {
    const found: unknown[] = [];
    const desk = openDesk();
    const ask = (orderId: number | null, clientOrderId: string | null) =>
      desk.exchange.order({ accountId: 'a', symbol: 'XY', orderId, clientOrderId })?.orderId;
    const { push } = desk.events;
    desk.events.push = (...events) => {
      for (const { kind } of events) if (kind === 'orderReport') found.push(ask(1, null), ask(null, 'bid'));
      return push.apply(desk.events, events);
    };
    desk.place('a', 'bid', { price: 100 });
    expect(found).toEqual([1, 1]);
  });

  it('stands behind those of its price, and before those that come after it', () => {
    const desk = openDesk();
    for (const name of ['first', 'second', 'third']) desk.place('a', name, { price: 100 });
    desk.place('b', 'taker', { side: 'sell', price: 100, quantity: 2 });
    expect(desk.exchange.openOrders('a').map(({ clientOrderId }) => clientOrderId)).toEqual(['third']);
  });

  it('that cannot be paid for leaves nothing behind', () => {
    const desk = openDesk();
    const refusal = { kind: 'refused', refusal: { reason: 'insufficientBalance' } };
    expect(desk.place('a', 'bid', { price: 100, quantity: 11 })).toEqual(refusal);
    expect([desk.told(), desk.balance('a', 'Y')]).toEqual([[], '1000000/0']);
    expect(desk.exchange.book('XY', 5)).toMatchObject({ bids: [], asks: [] });
    expect(desk.place('a', 'bid', { price: 100 })).toMatchObject({ order: { orderId: 1 } });
  });

  it('is told the same whether or not a double holds what it costs', () => {
    const desk = openDesk({ deposit: amount(10n ** 20n) });
    desk.place('a', 'small', { price: 1, quantity: LARGE / 10_000 });
    const small = desk.told();
    desk.place('a', 'large', { price: 1, quantity: LARGE });
    const large = desk.told();
    expect(small).toEqual([
      'small new new 0/1000000000',
      'buy 1000000000 at 1',
      'a has 99999999000000000000/1000000000000 Y',
    ]);
    expect(large).toEqual([
      'large new new 0/10000000000000',
      'buy 10001000000000 at 1',
      'a has 99989999000000000000/10001000000000000 Y',
    ]);
  });
});
