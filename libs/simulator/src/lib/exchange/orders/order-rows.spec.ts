import fc from 'fast-check';
import { openDesk } from '../../../testing/exchange/desk.ts';
import { act, SESSION, TRADERS, wildSession } from '../../../../test/exchange-session.ts';
import { OrderRows } from './order-rows.ts';

afterEach(() => jest.restoreAllMocks());

describe('the rows of orders', () => {
  it('are used again, the last one first', () => {
    const rows = new OrderRows();
    const [first, second] = [rows.take(), rows.take()];
    rows.giveBack(first);
    rows.giveBack(second);
    expect([rows.take(), rows.take()]).toEqual([second, first]);
    expect(rows.inUse).toBe(2);
  });

  it('stay where they are when more are needed', () => {
    const rows = new OrderRows();
    const [slot] = Array.from({ length: 2_000 }, () => rows.take());
    const page = rows.numbers(slot!);
    for (let more = 0; more < 2_000; more++) rows.take();
    expect(rows.numbers(slot!)).toBe(page);
    expect(rows.numbers(3_000)).not.toBe(page);
  });

  it('keep money that no double holds, and forget it with the order', () => {
    const rows = new OrderRows();
    const slot = rows.take();
    expect(rows.keepLarge(slot, 3, 2n ** 60n)).toBeNaN();
    expect(rows.large(slot, 3)).toBe(2n ** 60n);
    rows.giveBack(slot);
    expect(rows.large(slot, 3)).toBeUndefined();
  });

  it('are all given back once nothing is open, whatever has happened', () => {
    fc.assert(
      fc.property(wildSession, (session) => {
        const all = new Set<OrderRows>();
        const take = OrderRows.prototype.take;
        jest.spyOn(OrderRows.prototype, 'take').mockImplementation(function (this: OrderRows) {
          all.add(this);
          return take.call(this);
        });
        const { exchange } = openDesk(SESSION);
        for (const [turn, what] of session.entries()) act(exchange, what, turn);
        exchange.expireAll('XY', session.length);
        for (const name of TRADERS) expect(exchange.openOrders(name)).toEqual([]);
        expect([...all].map(({ inUse }) => inUse).filter((count) => count !== 0)).toEqual([]);
        jest.restoreAllMocks();
      }),
      { numRuns: 500 },
    );
  });
});
