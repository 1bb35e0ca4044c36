import { canonicalJson } from '@org/domain';
import fc from 'fast-check';
import { openDesk } from '../../testing/exchange/desk.ts';
import type { Desk } from '../../testing/exchange/desk.ts';
import { act, SESSION, TRADERS, wildSession } from '../../../test/exchange-session.ts';
import type { ExchangeEvent, ExchangeOrder, OrderReport } from '../../index.ts';

const RUNS = { numRuns: 1_000 };

/** What all accounts have of an asset, and what was taken in fees. */
function total({ exchange }: Desk, asset: string): bigint {
  const accounts = exchange.snapshot().accounts.flatMap(({ balances }) => balances);
  const held = [...accounts.filter((balance) => balance.asset === asset)];
  const fees = exchange.feesTaken().filter((fee) => fee.asset === asset);
  return (
    held.reduce((sum, { free, locked }) => sum + free + locked, 0n) +
    fees.reduce((sum, { amount }) => sum + amount, 0n)
  );
}

/** Plays a random session and asks after every act. */
function always(ask: (desk: Desk) => void): void {
  fc.assert(
    fc.property(wildSession, (session) => {
      const desk = openDesk(SESSION);
      session.forEach((what, turn) => {
        act(desk.exchange, what, turn);
        ask(desk);
      });
    }),
    RUNS,
  );
}

const reports = (events: readonly ExchangeEvent[]): OrderReport[] =>
  events.filter((event) => event.kind === 'orderReport');

describe('an exchange, in thousands of random sessions', () => {
  it('keeps every unit that was deposited, in balances or in fees', () => {
    always((desk) => {
      expect(total(desk, 'X')).toBe(4_500n);
      expect(total(desk, 'Y')).toBe(4_500n);
    });
  });

  it('never lets a funded account owe', () => {
    always(({ exchange }) => {
      const held = ['a', 'b', 'c'].flatMap((name) => exchange.balances(name));
      for (const { free, locked } of held) {
        expect(free).toBeGreaterThanOrEqual(0n);
        expect(locked).toBeGreaterThanOrEqual(0n);
      }
    });
  });

  it('holds nothing back where nothing is open', () => {
    always(({ exchange }) => {
      for (const name of ['a', 'b', 'c']) {
        if (exchange.openOrders(name).length > 0) continue;
        for (const { locked } of exchange.balances(name)) expect(locked).toBe(0n);
      }
    });
  });

  it('never has a crossed book', () => {
    always(({ exchange }) => {
      const { bids = [], asks = [] } = exchange.book('XY', 1) ?? {};
      expect(bids[0]?.price ?? -Infinity).toBeLessThan(asks[0]?.price ?? Infinity);
    });
  });

  it('trades no more of an order than was ordered', () => {
    always(({ events }) => {
      for (const { order } of reports(events)) {
        expect(order.executed + order.prevented).toBeLessThanOrEqual(order.quantity);
      }
    });
  });

  it('trades at the best price first, and at one price with who came first, where nobody hides', () => {
    always(({ events }) => {
      const hiding = new Set(
        reports(events)
          .filter(({ order }) => order.icebergQuantity !== null)
          .map(({ order }) => order.orderId),
      );
      let before: ExchangeEvent | null = null;
      for (const event of events) {
        if (event.kind !== 'marketTrade' || hiding.has(makerOf(event))) continue;
        if (before !== null && before.kind === 'marketTrade' && takerOf(before) === takerOf(event)) {
          const step = (event.price - before.price) * (event.buyerIsMaker ? -1 : 1);
          expect(step).toBeGreaterThanOrEqual(0);
        }
        before = event;
      }
    });
  });

  it('tells in events what it says when it is asked', () => {
    always(({ exchange, events }) => {
      const open = TRADERS.filter((name) => name !== 'm').flatMap((name) => exchange.openOrders(name));
      expect(open.sort(byId).map(asTold)).toEqual(openByReports(events).sort(byId).map(asTold));
      expect(levelsByEvents(events, 'buy')).toEqual(levelsOf(exchange.book('XY', 1_000)?.bids));
      expect(levelsByEvents(events, 'sell')).toEqual(levelsOf(exchange.book('XY', 1_000)?.asks));
      for (const name of ['a', 'b', 'c']) {
        for (const { asset, free, locked } of exchange.balances(name)) {
          expect(lastTold(events, name, asset) ?? [1_500n, 0n]).toEqual([free, locked]);
        }
      }
    });
  });

  it('tells fills that add up to what was executed', () => {
    always(({ events }) => {
      const filled = new Map<number, number>();
      for (const { order, fill } of reports(events)) {
        const sum = (filled.get(order.orderId) ?? 0) + (fill?.quantity ?? 0);
        filled.set(order.orderId, sum);
        expect(order.executed).toBe(sum);
      }
    });
  });

  it('goes on from a snapshot as if it had never stopped', () => {
    const withoutMarket = wildSession.map((session) =>
      session.filter((what) => what.kind !== 'market' && !('account' in what && what.account === 'm')),
    );
    fc.assert(
      fc.property(withoutMarket, fc.nat(60), (session, stop) => {
        const desk = openDesk(SESSION);
        session.slice(0, stop).forEach((what, turn) => act(desk.exchange, what, turn));
        const heard = desk.events.length;
        const resumed = openDesk({ ...SESSION, snapshot: desk.exchange.snapshot() });
        session.slice(stop).forEach((what, turn) => {
          expect(act(resumed.exchange, what, stop + turn)).toEqual(act(desk.exchange, what, stop + turn));
        });
        expect(resumed.events).toEqual(desk.events.slice(heard));
        expect(canonicalJson(resumed.exchange.snapshot())).toBe(canonicalJson(desk.exchange.snapshot()));
      }),
      RUNS,
    );
  });
});

type Trade = Extract<ExchangeEvent, { kind: 'marketTrade' }>;

const makerOf = (trade: Trade) => (trade.buyerIsMaker ? trade.buyerOrderId : trade.sellerOrderId);
const takerOf = (trade: Trade) => (trade.buyerIsMaker ? trade.sellerOrderId : trade.buyerOrderId);
/** A trailing stop follows the market without a word. */
const asTold = (order: ExchangeOrder) => ({ ...order, trailing: null });
const byId = (a: ExchangeOrder, b: ExchangeOrder) => a.orderId - b.orderId;

const levelsOf = (levels: readonly { price: number; quantity: number }[] = []) =>
  levels.map(({ price, quantity }) => `${price}: ${quantity}`).sort();

/** The book as somebody has it who only listened. */
function levelsByEvents(events: readonly ExchangeEvent[], side: 'buy' | 'sell') {
  const levels = new Map<number, { price: number; quantity: number }>();
  for (const event of events) {
    if (event.kind !== 'levelChanged' || event.side !== side) continue;
    if (event.quantity === 0) levels.delete(event.price);
    else levels.set(event.price, event);
  }
  return levelsOf([...levels.values()]);
}

function openByReports(events: readonly ExchangeEvent[]): ExchangeOrder[] {
  const open = new Map<number, ExchangeOrder>();
  for (const { order } of reports(events)) {
    const isOpen = ['new', 'partiallyFilled', 'pendingNew'].includes(order.status);
    if (isOpen) open.set(order.orderId, order);
    else open.delete(order.orderId);
  }
  return [...open.values()];
}

function lastTold(events: readonly ExchangeEvent[], accountId: string, asset: string) {
  for (const event of events.toReversed()) {
    if (event.kind !== 'balancesChanged' || event.accountId !== accountId) continue;
    const held = event.balances.find((balance) => balance.asset === asset);
    if (held !== undefined) return [held.free, held.locked];
  }
  return null;
}
