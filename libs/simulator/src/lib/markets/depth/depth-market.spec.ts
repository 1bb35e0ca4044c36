import { InputError } from '@org/domain';
import { DepthSession, difference, GRID, RULES, snapshot, trade } from '../../../testing/depth-session.ts';
import { asset, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import { createExchange } from '../../exchange/create-exchange.ts';
import { gridOf } from '../../exchange/symbol-grid.ts';
import { recordedDepth } from './recorded-depth.ts';
import type { RecordedEvent } from './depth-recording.ts';

const START = snapshot(0, 1000, { bids: { 100: 5, 99: 8 }, asks: { 102: 6, 103: 9 } });

/** The recording up to now; the user acts in between. */
function open(...later: readonly RecordedEvent[]) {
  const session = new DepthSession([START, ...later]);
  session.advanceTo(0);
  return session;
}

describe('a recorded market without users', () => {
  it('begins with the recorded book, under its update id', () => {
    expect(open().book()).toEqual({
      updateId: 1000,
      bids: { 100: 5, 99: 8 },
      asks: { 102: 6, 103: 9 },
    });
  });

  it('follows the differences, under their update ids', () => {
    const session = open(
      difference(100, 1010, { bids: { 100: 0, 99: 3 }, asks: { 101: 4 } }),
      difference(200, 1020, { bids: { 101: 7 }, asks: { 101: 0, 102: 8 } }),
    );
    session.advanceTo(100);
    expect(session.book()).toEqual({ updateId: 1010, bids: { 99: 3 }, asks: { 101: 4, 102: 6, 103: 9 } });
    session.advanceTo(200);
    expect(session.book()).toEqual({ updateId: 1020, bids: { 101: 7, 99: 3 }, asks: { 102: 8, 103: 9 } });
    expect(session.trades).toEqual([]);
  });

  it('tells what changes at one moment as one update, and a difference as its own', () => {
    const session = open(
      trade(50, 'sell', 100, 2),
      trade(50, 'sell', 100, 1),
      trade(60, 'buy', 102, 1),
      difference(100, 1010, { bids: { 100: 4, 99: 3 } }),
      difference(200, 1011, { bids: { 100: 4 } }),
    );
    session.advanceTo(200);
    expect([...new Set(session.updateIds)]).toEqual([1000, 1001, 1002, 1010, 1011]);
    expect(session.updateIds).toEqual(session.updateIds.toSorted((one, other) => one - other));
  });

  it('tells a difference that changes nothing by the level that it named, and one that names none by the last named', () => {
    const session = open(
      difference(100, 1010, { bids: { 99: 8 } }),
      difference(200, 1011, { asks: { 103: 9 } }),
      difference(300, 1012, {}),
    );
    session.advanceTo(300);
    const told = session.levels.filter(({ updateId }) => updateId > 1000);
    expect(told.map(({ updateId, side, price, quantity }) => [updateId, side, price, quantity])).toEqual([
      [1010, 'buy', 99, 8],
      [1011, 'sell', 103, 9],
      [1012, 'sell', 103, 9],
    ]);
  });

  it('counts on where the recording has fewer updates than moments of trade, until it has more', () => {
    const session = open(
      trade(50, 'sell', 100, 2),
      trade(60, 'sell', 100, 2),
      difference(100, 1001, { bids: { 100: 1 } }),
      difference(200, 1005, { bids: { 99: 7 } }),
    );
    session.advanceTo(200);
    expect([...new Set(session.updateIds)]).toEqual([1000, 1001, 1002, 1003, 1005]);
  });

  it('prints the recorded trades, though the next difference names only what they left', () => {
    const session = open(
      // Of the 5 at 100, 2 and 3 are sold; then 4 of the 8 at 99.
      trade(10, 'sell', 100, 2),
      trade(20, 'sell', 100, 3),
      trade(30, 'sell', 99, 4),
      difference(100, 1010, { bids: { 100: 0, 99: 4 } }),
    );
    session.advanceTo(100);
    expect(
      session.trades.map(({ time, price, quantity, buyerIsMaker }) => [time, price, quantity, buyerIsMaker]),
    ).toEqual([
      [10, 100, 2, true],
      [20, 100, 3, true],
      [30, 99, 4, true],
    ]);
    expect(session.book().bids).toEqual({ 99: 4 });
  });

  it('prints a trade in one piece at a level that has grown', () => {
    const session = open(difference(100, 1010, { asks: { 102: 10 } }), trade(150, 'buy', 102, 9));
    session.advanceTo(150);
    expect(session.trades.map(({ quantity }) => quantity)).toEqual([9]);
  });

  it('prints trades with what came and went between two differences', () => {
    const session = open(
      // 101 was bid, and hit, between two differences; and 104 asked after 102 and 103 had gone.
      trade(10, 'sell', 101, 4),
      trade(20, 'buy', 104, 3),
      difference(100, 1010, { asks: { 102: 0, 103: 0, 105: 1 } }),
    );
    session.advanceTo(100);
    expect(session.trades.map(({ price, quantity }) => [price, quantity])).toEqual([
      [101, 4],
      [104, 3],
    ]);
    expect(session.book()).toEqual({ updateId: 1010, bids: { 100: 5, 99: 8 }, asks: { 105: 1 } });
  });

  it('takes back what trades did to levels that the next difference does not name', () => {
    const session = open(trade(10, 'sell', 99, 3), difference(100, 1010, { asks: { 104: 1 } }));
    session.advanceTo(50);
    expect(session.book().bids).toEqual({ 99: 5 });
    session.advanceTo(100);
    expect(session.book().bids).toEqual({ 100: 5, 99: 8 });
  });

  it('forgets with a second snapshot what that does not name', () => {
    const session = new DepthSession([START, snapshot(100, 2000, { bids: { 98: 1 }, asks: { 101: 2 } })]);
    session.advanceTo(100);
    expect(session.book()).toEqual({ updateId: 2000, bids: { 98: 1 }, asks: { 101: 2 } });
  });

  it('stands still after its end', () => {
    const session = open();
    session.advanceTo(1_000_000);
    expect(session.book().bids).toEqual({ 100: 5, 99: 8 });
  });

  it('opens at any time with the book of that time, and none of the trades before', () => {
    const later = [
      trade(50, 'sell', 100, 2),
      difference(100, 1010, { bids: { 100: 3 } }),
      trade(150, 'sell', 100, 1),
    ] as const;
    const session = new DepthSession([START, ...later], 120);
    session.advanceTo(120);
    expect(session.book()).toMatchObject({ updateId: 1010, bids: { 100: 3, 99: 8 } });
    session.advanceTo(150);
    expect(session.trades.map(({ time, quantity }) => [time, quantity])).toEqual([[150, 1]]);
  });

  it('leaves nothing behind', () => {
    const exchange = createExchange({
      symbols: [RULES],
      accounts: [],
      averagePrice: () => null,
      emit: () => undefined,
    });
    const market = recordedDepth({ symbol: RULES.symbol, grid: GRID, events: [START] }).open(GRID, 0);
    const hand = exchange.market(RULES.symbol);
    market.advance(hand, 0);
    market.leave(hand, 0);
    expect(exchange.book(RULES.symbol, 10)).toMatchObject({ bids: [], asks: [] });
  });
});

describe("a user's order in a recorded market", () => {
  it('fills after the queue that was ahead of it when it came (first worked example)', () => {
    const session = open(
      trade(10, 'sell', 100, 4),
      difference(100, 1010, { bids: { 100: 4 } }),
      trade(110, 'sell', 100, 2),
      trade(120, 'sell', 100, 1),
      trade(130, 'sell', 100, 5),
    );
    // 5 are ahead of the user's 2.
    session.place('mine', 'buy', 100, 2);
    // 4 of the 5 are sold to. Of the recorded 4 that are left, 3 came later: 1 is ahead, 3 behind.
    session.advanceTo(100);
    expect(session.filled('mine')).toEqual([]);
    expect(session.own('buy', 100)).toBe(4);
    // The 1 ahead is sold to, then 1 of the user's 2.
    session.advanceTo(110);
    expect(session.filled('mine')).toEqual([[100, 1]]);
    session.advanceTo(120);
    expect(session.filled('mine')).toEqual([
      [100, 1],
      [100, 1],
    ]);
    // What came behind the user is sold to last, and the 2 beyond it were there as well, for they have traded.
    session.advanceTo(130);
    expect(session.book().bids).toEqual({ 99: 8 });
  });

  it('moves up by a cancel only when nothing is left behind it (second worked example)', () => {
    const session = open(
      difference(100, 1010, { bids: { 100: 8 } }),
      difference(200, 1020, { bids: { 100: 4 } }),
      trade(210, 'sell', 100, 4),
      trade(220, 'sell', 100, 1),
    );
    session.place('mine', 'buy', 100, 2);
    // 5 ahead, the user's 2, and 3 that came behind.
    session.advanceTo(100);
    expect(session.own('buy', 100)).toBe(8);
    // Of the 4 that were taken back, 3 are those behind, and only 1 stood ahead: 4 are ahead still.
    session.advanceTo(200);
    session.advanceTo(210);
    expect(session.filled('mine')).toEqual([]);
    session.advanceTo(220);
    expect(session.filled('mine')).toEqual([[100, 1]]);
  });

  it('trades at its own price with a book that moves through it (third worked example)', () => {
    const session = open(
      difference(100, 1010, { bids: { 100: 0, 99: 0, 97: 1 }, asks: { 98: 3, 99: 4 } }),
      difference(200, 1020, { asks: { 98: 5 } }),
    );
    session.place('mine', 'buy', 100, 2);
    // 3 are offered at 98: the user's 2 trade with them at 100. What is left of them stands at 98.
    session.advanceTo(100);
    expect(session.filled('mine')).toEqual([[100, 2]]);
    expect(session.book().asks).toEqual({ 98: 1, 99: 4, 102: 6, 103: 9 });
    // The next difference that names 98 says what it is.
    session.advanceTo(200);
    expect(session.book().asks).toEqual({ 98: 5, 99: 4, 102: 6, 103: 9 });
  });

  it('at a better price than the recorded trade is hit first', () => {
    const session = open(trade(10, 'sell', 100, 3));
    session.place('mine', 'buy', 101, 2);
    session.advanceTo(10);
    expect(session.filled('mine')).toEqual([[101, 2]]);
    expect(session.own('buy', 100)).toBe(4);
  });

  it('takes what is there, which comes back with the next difference that names it', () => {
    const session = open(
      difference(100, 1010, { asks: { 103: 8 } }),
      difference(200, 1020, { asks: { 102: 6 } }),
    );
    session.place('mine', 'buy', 102, 6);
    expect(session.filled('mine')).toEqual([[102, 6]]);
    session.advanceTo(100);
    expect(session.book().asks).toEqual({ 103: 8 });
    session.advanceTo(200);
    expect(session.book().asks).toEqual({ 102: 6, 103: 8 });
  });

  it('stays where it is when the market round it goes', () => {
    const session = open(difference(100, 1010, { bids: { 100: 0, 99: 0 }, asks: { 102: 0 } }));
    session.place('mine', 'buy', 100, 2);
    session.advanceTo(100);
    expect(session.book().bids).toEqual({ 100: 2 });
  });
});

describe('the plan of a recorded market', () => {
  it('begins with the first snapshot', () => {
    expect(recordedDepth({ symbol: 'ABCUSD', grid: GRID, events: [{ ...START, time: 77 }] })).toMatchObject({
      symbol: 'ABCUSD',
      startTime: 77,
    });
  });

  it.each([
    ['nothing', []],
    ['trades alone', [trade(0, 'buy', 1, 1)]],
  ])('refuses a recording of %s: it has no book', (_, events) => {
    expect(() => recordedDepth({ symbol: 'ABCUSD', grid: GRID, events })).toThrow(InputError);
  });

  it('counts in finer steps where the market has them', () => {
    const fine = symbolRules(steps('0.5', '0.1'), { base: asset('ABC', 1), quote: asset('USD', 1) });
    const exchange = createExchange({
      symbols: [fine],
      accounts: [],
      averagePrice: () => null,
      emit: () => undefined,
    });
    const events = [START, trade(10, 'sell', 100, 2)];
    const market = recordedDepth({ symbol: 'ABCUSD', grid: GRID, events }).open(gridOf(fine), 0);
    market.advance(exchange.market('ABCUSD'), 10);
    expect(exchange.book('ABCUSD', 1)).toMatchObject({
      bids: [{ price: 200, quantity: 30 }],
      asks: [{ price: 204, quantity: 60 }],
    });
  });

  it('refuses steps that are coarser than its own', () => {
    const coarse = gridOf(symbolRules(steps('5', '1')));
    expect(() => recordedDepth({ symbol: 'ABCUSD', grid: GRID, events: [START] }).open(coarse, 0)).toThrow(
      'the steps of ABCUSD are coarser than those of its recording; found 5 and 1; allowed: whole parts of 1 and 1',
    );
  });
});
