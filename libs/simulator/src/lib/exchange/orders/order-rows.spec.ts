import fc from 'fast-check';
import { openDesk } from '../../../testing/exchange/desk.ts';
import { act, SESSION, TRADERS, wildSession } from '../../../../test/exchange-session.ts';
import { OrderRows } from './order-rows.ts';

afterEach(() => jest.restoreAllMocks());

const begin = (rows: OrderRows, id = 1) => rows.begin(id, 0, 0, 5, 100, 100, 1_000);

describe('the rows of orders', () => {
  it('are used again, the last one first', () => {
    const rows = new OrderRows();
    const [first, second] = [begin(rows), begin(rows)];
    rows.giveBack(first);
    rows.giveBack(second);
    expect([begin(rows), begin(rows)]).toEqual([second, first]);
    expect(rows.inUse).toBe(2);
  });

  it('keep what they hold when more of them are needed', () => {
    const rows = new OrderRows();
    const slots = Array.from({ length: 2_000 }, (_, index) => begin(rows, index + 1));
    expect(slots.map((slot) => rows.id(slot))).toEqual(slots.map((_, index) => index + 1));
    expect(rows.createdAt(slots[0]!)).toBe(1_000);
  });

  it('keep money that no double holds, and forget it with the order', () => {
    const rows = new OrderRows();
    const slot = begin(rows);
    rows.setLargeLocked(slot, 2n ** 60n);
    rows.setLargeExecutedQuote(slot, 2n ** 61n);
    expect([rows.locked(slot), rows.executedQuote(slot)]).toEqual([NaN, NaN]);
    expect([rows.largeLocked(slot), rows.largeExecutedQuote(slot)]).toEqual([2n ** 60n, 2n ** 61n]);
    rows.giveBack(slot);
    expect([rows.largeLocked(slot), rows.largeExecutedQuote(slot)]).toEqual([undefined, undefined]);
  });

  it('are all given back once nothing is open, whatever has happened', () => {
    fc.assert(
      fc.property(wildSession, (session) => {
        const all = new Set<OrderRows>();
        const { enterSeat } = OrderRows.prototype;
        jest.spyOn(OrderRows.prototype, 'enterSeat').mockImplementation(function (this: OrderRows, seat) {
          all.add(this);
          return enterSeat.call(this, seat);
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
