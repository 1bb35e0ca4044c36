import type { OrderEvent, VenueOrder } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import fc from 'fast-check';
import type { OrderSighting, OrderTrade } from '../orders/order-sighting.ts';
import { OrderRecord } from './order-record.ts';

const BTC = { code: 'BTC', decimals: 8 };
/** One lot of BTCUSDT in satoshis. */
const UNITS_PER_LOT = 1000n;

/** The trade with this id, of `lots` at 20,000. */
const trade = (tradeId: number, lots: number): OrderTrade => ({
  ...{
    tradeId,
    price: price(2_000_000),
    quantity: quantity(lots),
    base: amount(BigInt(lots) * UNITS_PER_LOT),
  },
  ...{ notional: amount(BigInt(lots) * 20_000_000n), fee: { asset: BTC, amount: amount(BigInt(lots)) } },
  ...{ liquidity: 'maker', time: 1000 + tradeId },
});

interface Told {
  readonly lots?: number;
  readonly status?: VenueOrder['status'];
  readonly executionId?: number | null;
  readonly of?: number;
  readonly trades?: readonly OrderTrade[];
}

/** That `lots` of 10, or of `of`, are executed. */
const sighting = ({
  lots = 0,
  status = 'open',
  executionId = null,
  trades = [],
  of = 10,
}: Told): OrderSighting => ({
  order: {
    ...{ symbol: 'BTCUSDT', clientOrderId: 'os-1', venueOrderId: '7', side: 'buy' },
    ...{ quantity: quantity(of), filled: quantity(lots), status },
  },
  quantity: amount(BigInt(of) * UNITS_PER_LOT),
  executed: amount(BigInt(lots) * UNITS_PER_LOT),
  ...{ executionId, reason: null, trades, time: 1000 },
});

const short = (events: Iterable<OrderEvent>) =>
  [...events].map((event) => (event.kind === 'orderFilled' ? `orderFilled ${event.tradeId}` : event.kind));

describe('the record of an order', () => {
  it('holds back a trade where one before it is missing', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    expect(short(record.see(sighting({ lots: 7, trades: [trade(2, 4)] })))).toEqual(['orderAccepted']);
    expect(record.missesTrades).toBe(true);
    expect(short(record.take([trade(1, 3), trade(2, 4)]))).toEqual(['orderFilled 1', 'orderFilled 2']);
    expect(record.missesTrades).toBe(false);
  });

  it('holds back the end too', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    expect(short(record.see(sighting({ lots: 3, status: 'cancelled' })))).toEqual(['orderAccepted']);
    expect(record.isOver).toBe(false);
    expect(short(record.take([trade(1, 3)]))).toEqual(['orderFilled 1', 'orderCancelled']);
    expect(record.isOver).toBe(true);
  });

  it('that was made smaller stays so, whatever an older answer says', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    short(record.see(sighting({ executionId: 5 })));
    short(record.see(sighting({ of: 4 })));
    short(record.see(sighting({ of: 10 })));
    expect(record.order?.quantity).toBe(4);
    expect([...record.take([trade(1, 4)])]).toMatchObject([{ tradeId: 1, complete: true }]);
  });

  it('of which all was traded is filled, before anybody says so', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    short(record.see(sighting({})));
    const events = [...record.take([trade(1, 4), trade(2, 6)])];
    expect(events).toMatchObject([
      { tradeId: 1, complete: false },
      { tradeId: 2, complete: true },
    ]);
    expect(record.order).toMatchObject({ status: 'filled', filled: 10 });
  });

  it('is told as unknown only while nobody has told of it', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    expect(short(record.doubt(1))).toEqual(['orderUnknown']);
    expect(record.isInDoubt).toBe(true);
    expect(short(record.see(sighting({})))).toEqual(['orderAccepted']);
    expect([record.isInDoubt, short(record.doubt(2))]).toEqual([false, []]);
  });

  it('is not refused any more where it turns out to be there', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    expect(short(record.refuse('not known', 1))).toEqual(['orderRejected']);
    expect(short(record.see(sighting({})))).toEqual(['orderAccepted']);
    expect([record.isOver, short(record.refuse('Duplicate order sent.', 2))]).toEqual([false, []]);
  });

  it('of an order that the exchange has rejected is that alone', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    expect(short(record.see(sighting({ status: 'rejected' })))).toEqual(['orderRejected']);
  });

  it('of somebody else is told once, and nothing more', () => {
    const record = new OrderRecord('BTCUSDT', 'x-1', { isOurs: false });
    expect(short(record.see(sighting({ lots: 3, trades: [trade(1, 3)] })))).toEqual(['foreignOrder']);
    expect(short(record.see(sighting({ lots: 10, status: 'filled' })))).toEqual([]);
    expect(record.missesTrades).toBe(false);
  });

  it('counts what was before our time, and does not tell it', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1', { before: () => 2 });
    expect(short(record.see(sighting({ lots: 7 })))).toEqual(['orderAccepted']);
    expect(short(record.take([trade(1, 3), trade(2, 2), trade(3, 2)]))).toEqual(['orderFilled 3']);
  });

  it('that was archived has ended without having traded', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    short(record.see(sighting({})));
    expect(short(record.archive(5))).toEqual(['orderCancelled']);
    expect([short(record.archive(6)), record.isOver]).toEqual([[], true]);
  });

  it('goes on from what was saved', () => {
    const record = new OrderRecord('BTCUSDT', 'os-1');
    short(record.see(sighting({ lots: 3, trades: [trade(1, 3)] })));
    const again = OrderRecord.from(record.saved);
    expect(short(again.see(sighting({ lots: 7, trades: [trade(1, 3)] })))).toEqual([]);
    expect(short(again.take([trade(1, 3), trade(2, 4)]))).toEqual(['orderFilled 2']);
    short(again.see(sighting({ lots: 7, status: 'cancelled' })));
    expect([again.isOver, OrderRecord.from(again.saved).isOver]).toEqual([true, true]);
  });

  it('that was saved before it was answered is in doubt', () => {
    expect(OrderRecord.from(new OrderRecord('BTCUSDT', 'os-1').saved).isInDoubt).toBe(true);
  });
});

/** A life of an order of 10 lots, and all that can be told of it at each point, by events and by answers. */
interface Life {
  readonly trades: readonly OrderTrade[];
  readonly end: 'filled' | 'cancelled' | 'expired';
  readonly tellings: readonly OrderSighting[];
}

const lives: fc.Arbitrary<Life> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
    fc.constantFrom<'cancelled' | 'expired'>('cancelled', 'expired'),
  )
  .map(([sizes, otherwise]) => {
    const cut: number[] = [];
    for (const size of sizes) {
      const left = 10 - cut.reduce((sum, lots) => sum + lots, 0);
      if (left > 0) cut.push(Math.min(size, left));
    }
    const trades = cut.map((lots, index) => trade(10 + index, lots));
    const executed = (count: number) => cut.slice(0, count).reduce((sum, lots) => sum + lots, 0);
    const end = executed(cut.length) === 10 ? 'filled' : otherwise;
    const statusAt = (count: number) => (executed(count) === 10 ? 'filled' : 'open');
    const events = trades.map((one, index) =>
      sighting({
        ...{
          lots: executed(index + 1),
          executionId: 100 + index,
          trades: [one],
          status: statusAt(index + 1),
        },
      }),
    );
    const answers = Array.from({ length: cut.length + 1 }, (_, count) =>
      sighting({ lots: executed(count), status: statusAt(count) }),
    );
    const full = sighting({ lots: executed(cut.length), trades, status: statusAt(cut.length) });
    const last = sighting({ lots: executed(cut.length), status: end, executionId: 200 });
    const begun = sighting({ executionId: 99 });
    return { trades, end, tellings: [begun, ...events, ...answers, full, last] };
  });

describe('the record of an order, told anything of its life in any order, with repeats and losses', () => {
  it('tells each fill once, ascending, and its end once and last', () => {
    fc.assert(
      fc.property(
        lives.chain((life) =>
          fc.tuple(fc.constant(life), fc.array(fc.constantFrom(...life.tellings), { maxLength: 15 })),
        ),
        ([{ trades, end, tellings }, heard]) => {
          const record = new OrderRecord('BTCUSDT', 'os-1');
          // At last somebody asks how it stands, and for its trades.
          const last = tellings.slice(-1);
          const events = [...heard, ...last]
            .flatMap((one) => [...record.see(one)])
            .concat(...record.take(trades));
          expect(short(events)).toEqual([
            'orderAccepted',
            ...trades.map(({ tradeId }) => `orderFilled ${tradeId}`),
            ...(end === 'filled' ? [] : [end === 'cancelled' ? 'orderCancelled' : 'orderExpired']),
          ]);
          const complete = events.flatMap((event) => (event.kind === 'orderFilled' ? event.complete : []));
          expect(complete).toEqual(trades.map((_, index) => end === 'filled' && index === trades.length - 1));
          expect([record.isOver, record.order?.status]).toEqual([true, end]);
        },
      ),
    );
  });

  it('and the same over a restart after any of its events, saved with that event', () => {
    fc.assert(
      fc.property(
        lives.chain((life) =>
          fc.tuple(
            fc.constant(life),
            fc.array(fc.constantFrom(...life.tellings), { minLength: 1, maxLength: 6 }),
            fc.nat(),
            fc.array(fc.constantFrom(...life.tellings), { maxLength: 6 }),
          ),
        ),
        ([{ trades, end, tellings }, before, moment, after]) => {
          const record = new OrderRecord('BTCUSDT', 'os-1');
          const moments = before.flatMap((one) =>
            Array.from(record.see(one), (event) => ({ event, saved: record.saved })),
          );
          const heard = moments.slice(0, 1 + (moment % moments.length));
          const again = OrderRecord.from(heard.at(-1)?.saved ?? record.saved);
          const second = [...after, ...tellings.slice(-1)].flatMap((one) => [...again.see(one)]);
          const events = [...heard.map(({ event }) => event), ...second, ...again.take(trades)];
          expect(short(events)).toEqual([
            'orderAccepted',
            ...trades.map(({ tradeId }) => `orderFilled ${tradeId}`),
            ...(end === 'filled' ? [] : [end === 'cancelled' ? 'orderCancelled' : 'orderExpired']),
          ]);
        },
      ),
    );
  });
});
