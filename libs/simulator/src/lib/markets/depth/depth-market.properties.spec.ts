import fc from 'fast-check';
import { DepthSession, difference, snapshot, trade } from '../../../testing/depth-session.ts';
import type { Levels } from '../../../testing/depth-session.ts';
import type { RecordedEvent } from './depth-recording.ts';

/** What happens in one step of 100 ms around a middle price: trades, then a difference that names some levels. */
const step = fc.record({
  middle: fc.integer({ min: 95, max: 105 }),
  bids: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 9 })), { maxLength: 5 }),
  asks: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 9 })), { maxLength: 5 }),
  trades: fc.array(
    fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      distance: fc.integer({ min: -3, max: 3 }),
      quantity: fc.integer({ min: 1, max: 12 }),
    }),
    { maxLength: 4 },
  ),
  user: fc.option(
    fc.record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      distance: fc.integer({ min: -4, max: 4 }),
      quantity: fc.integer({ min: 1, max: 9 }),
      cancelsBefore: fc.boolean(),
    }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Recorded {
  readonly events: readonly RecordedEvent[];
  /** The recorded book after each step. */
  readonly books: readonly { readonly bids: Levels; readonly asks: Levels }[];
}

/** A recording whose book is never crossed: whatever the middle has moved past is named as gone. */
function record(steps: readonly Step[]): Recorded {
  const events: RecordedEvent[] = [snapshot(0, 100, { bids: { 99: 5 }, asks: { 101: 5 } })];
  const books: { bids: Levels; asks: Levels }[] = [];
  let [bids, asks]: [Map<number, number>, Map<number, number>] = [new Map([[99, 5]]), new Map([[101, 5]])];
  steps.forEach(({ middle, trades, ...named }, index) => {
    const time = (index + 1) * 100;
    trades.forEach(({ side, distance, quantity }, place) =>
      events.push(trade(time - 50 + place, side, middle + distance, quantity)),
    );
    const changed = {
      bids: new Map(named.bids.map(([distance, quantity]) => [middle - distance, quantity])),
      asks: new Map(named.asks.map(([distance, quantity]) => [middle + distance, quantity])),
    };
    for (const price of bids.keys()) if (price >= middle) changed.bids.set(price, 0);
    for (const price of asks.keys()) if (price <= middle) changed.asks.set(price, 0);
    bids = merged(bids, changed.bids);
    asks = merged(asks, changed.asks);
    events.push(
      difference(time, 100 * (index + 2), {
        bids: Object.fromEntries(changed.bids),
        asks: Object.fromEntries(changed.asks),
      }),
    );
    books.push({ bids: Object.fromEntries(bids), asks: Object.fromEntries(asks) });
  });
  return { events, books };
}

function merged(
  side: ReadonlyMap<number, number>,
  changes: ReadonlyMap<number, number>,
): Map<number, number> {
  return new Map([...new Map([...side, ...changes])].filter(([, quantity]) => quantity > 0));
}

function expectUncrossed({ bids, asks }: { readonly bids: Levels; readonly asks: Levels }): void {
  const bestBid = Math.max(...Object.keys(bids).map(Number));
  const bestAsk = Math.min(...Object.keys(asks).map(Number));
  expect(bestBid).toBeLessThan(bestAsk);
}

describe('any recording', () => {
  it('is followed to the lot after every difference, whatever was traded in between', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { events, books } = record(steps);
        const session = new DepthSession(events);
        books.forEach((book, index) => {
          session.advanceTo((index + 1) * 100);
          expect(session.book()).toEqual({ updateId: 100 * (index + 2), ...book });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('has its trades printed at their times, prices and sizes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { events } = record(steps);
        const session = new DepthSession(events);
        session.advanceTo(10_000);
        const printed = new Map<string, number>();
        for (const { time, price, buyerIsMaker, quantity } of session.trades) {
          const key = `${time} ${price} ${buyerIsMaker ? 'sell' : 'buy'}`;
          printed.set(key, (printed.get(key) ?? 0) + quantity);
        }
        const recorded = events.flatMap((event) =>
          event.kind === 'trade'
            ? [[`${event.time} ${event.price} ${event.takerSide}`, event.quantity] as const]
            : [],
        );
        expect(printed).toEqual(new Map(recorded));
      }),
      { numRuns: 500 },
    );
  });

  it('is never crossed by what users do, and is itself again once they are gone and it is seen anew', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const { events, books } = record(steps);
        const last = books.at(-1) ?? { bids: {}, asks: {} };
        const session = new DepthSession([...events, snapshot(10_000, 1_000_000, last)]);
        steps.forEach(({ middle, user }, index) => {
          if (user !== null) {
            if (user.cancelsBefore) session.cancelAll();
            session.place(`mine-${index}`, user.side, middle + user.distance, user.quantity);
          }
          session.advanceTo((index + 1) * 100);
          expectUncrossed(session.book());
        });
        session.cancelAll();
        session.advanceTo(10_000);
        expect(session.book()).toMatchObject({ bids: last.bids, asks: last.asks });
      }),
      { numRuns: 500 },
    );
  });
});
