import fc from 'fast-check';
import { openDesk } from '../../../testing/exchange/desk.ts';
import { act, SESSION, TRADERS, wildSession } from '../../../../test/exchange-session.ts';
import { OrderRows } from './order-rows.ts';

afterEach(() => jest.restoreAllMocks());

const begin = (rows: OrderRows, id = 1) => rows.begin(id, 0, 0, 5, 100, 100, 1_000);

describe('the rows of orders', () => {
  it('are the homes of their ids where these are free, and else beyond all homes, the last one left first', () => {
    const rows = new OrderRows();
    const home = begin(rows, 7);
    expect(home).toBe(rows.home(7));
    const others = [begin(rows, 7 + rows.homes), begin(rows, 7 + 2 * rows.homes)];
    expect(others).toEqual([rows.homes + 1, rows.homes + 2]);
    for (const slot of [home, ...others]) rows.giveBack(slot);
    expect([1, 2, 3].map((turn) => begin(rows, 7 + turn * rows.homes))).toEqual([home, ...others.reverse()]);
    expect(rows.inUse).toBe(3);
  });

  it('are homes in half at most: then there are twice as many, and nobody moves', () => {
    const rows = new OrderRows();
    const { homes } = rows;
    const ids = Array.from({ length: homes / 2 + 1 }, (_, index) => 1 + 3 * index);
    const slots = ids.map((id) => begin(rows, id));
    expect([rows.homes, new Set(slots).size, rows.inUse]).toEqual([2 * homes, slots.length, slots.length]);
    expect(slots.map((slot) => rows.id(slot))).toEqual(ids);
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
