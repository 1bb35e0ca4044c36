import { parseDecimal, price, quantity } from '@org/domain';
import type { Desk } from '../../../testing/exchange/desk.ts';
import { openDesk, request } from '../../../testing/exchange/desk.ts';

const told = ({ events }: Desk) =>
  events.flatMap((event) => (event.kind === 'orderReport' ? [event.order] : []));
const order = ({ exchange }: Desk, orderId = 1) =>
  exchange.order({ accountId: 'a', symbol: 'XY', orderId, clientOrderId: null });

describe('the value of an order', () => {
  it('is answered as it was told where nothing has changed in between', () => {
    const desk = openDesk();
    const outcome = desk.place('a', 'bid', { price: 100 });
    expect(outcome.kind === 'placed' && outcome.order).toBe(told(desk)[0]);
    expect(order(desk)).toBe(told(desk)[0]);
  });

  it('is another after a trade, and the old one is as it was', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(order(desk)).toMatchObject({ executed: 1, status: 'partiallyFilled', updatedAt: 1_001 });
    expect(told(desk)[0]).toMatchObject({ executed: 0, status: 'new', updatedAt: 1_000 });
  });

  it('is another after a trade of which nothing else was told', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.exchange.market('XY').take('sell', price(100), quantity(1), 2_000);
    expect(told(desk)).toMatchObject([{ executed: 0 }, { executed: 1, quantity: 3, updatedAt: 2_000 }]);
  });

  it('is another once the order has been taken back', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    const name = { accountId: 'a', symbol: 'XY', orderId: 1, clientOrderId: null };
    const outcome = desk.exchange.cancel({ ...name, cancelId: 'x', only: null }, 2_000);
    expect(outcome).toMatchObject({ order: { status: 'cancelled', updatedAt: 2_000 } });
    expect(told(desk)[0]).toMatchObject({ status: 'new', updatedAt: 1_000 });
  });

  it('is another after the order has been cut and renamed', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    const name = { accountId: 'a', symbol: 'XY', orderId: 1, clientOrderId: null };
    desk.exchange.amend({ ...name, newQuantity: parseDecimal('2'), newClientOrderId: 'cut' }, 2_000);
    expect(order(desk)).toMatchObject({ clientOrderId: 'cut', quantity: 2, updatedAt: 2_000 });
  });

  it('is another for each order', () => {
    const desk = openDesk();
    for (const name of ['first', 'second']) desk.exchange.place(request('a', name, { price: 100 }), 1_000);
    expect([order(desk, 1), order(desk, 2), order(desk, 1)].map((value) => value?.clientOrderId)).toEqual([
      'first',
      'second',
      'first',
    ]);
  });
});
