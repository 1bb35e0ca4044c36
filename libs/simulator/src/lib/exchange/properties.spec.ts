import { canonicalJson } from '@org/domain';
import fc from 'fast-check';
import { openDesk } from '../../testing/exchange/desk.ts';
import type { Desk } from '../../testing/exchange/desk.ts';
import { act, SESSION, TRADERS, wildSession } from '../../../test/exchange-session.ts';
import type { ExchangeBalance, ExchangeEvent, ExchangeOrder, OrderReport } from '../../index.ts';

const RUNS = { numRuns: 1_000 };

/** Who has anything: the traders, and the market's own account. */
const EVERYBODY = [...TRADERS, 'market'];

/** What all accounts have of an asset, and what was taken in fees. */
function total({ exchange }: Desk, asset: string): bigint {
  const balances = EVERYBODY.flatMap((name) => exchange.balances(name));
  const held = balances.filter((balance) => balance.asset === asset);
  const fees = exchange.feesTaken().filter((fee) => fee.asset === asset);
  return (
    held.reduce((sum, { free, locked }) => sum + free + locked, 0n) +
    fees.reduce((sum, { amount }) => sum + amount, 0n)
  );
}

/** Asked after every act, with what the act has told. */
type Ask = (desk: Desk, fresh: readonly ExchangeEvent[]) => void;

/** Plays a random session and asks after every act. Each session has a listener of its own, who may remember. */
function always(listen: () => Ask): void {
  fc.assert(
    fc.property(wildSession, (session) => {
      const desk = openDesk(SESSION);
      const ask = listen();
      let heard = 0;
      session.forEach((what, turn) => {
        act(desk.exchange, what, turn);
        const fresh = desk.events.slice(heard);
        heard = desk.events.length;
        ask(desk, fresh);
      });
    }),
    RUNS,
  );
}

const reports = (events: readonly ExchangeEvent[]): OrderReport[] =>
  events.filter((event) => event.kind === 'orderReport');

describe('an exchange, in thousands of random sessions', () => {
  it('keeps every unit that was deposited, in balances or in fees', () => {
    always(() => (desk) => {
      expect([total(desk, 'X'), total(desk, 'Y')]).toEqual([4_500n, 4_500n]);
    });
  });

  it('never lets a funded account owe', () => {
    always(() => ({ exchange }) => {
      const held = ['a', 'b', 'c'].flatMap((name) => exchange.balances(name));
      expect(held.filter(({ free, locked }) => free < 0n || locked < 0n)).toEqual([]);
    });
  });

  it('holds nothing back where nothing is open', () => {
    always(() => ({ exchange }) => {
      const idle = ['a', 'b', 'c'].filter((name) => exchange.openOrders(name).length === 0);
      const held = idle.flatMap((name) => exchange.balances(name));
      expect(held.filter(({ locked }) => locked !== 0n)).toEqual([]);
    });
  });

  it('never has a crossed book', () => {
    always(() => ({ exchange }) => {
      const { bids = [], asks = [] } = exchange.book('XY', 1) ?? {};
      expect(bids[0]?.price ?? -Infinity).toBeLessThan(asks[0]?.price ?? Infinity);
    });
  });

  it('trades no more of an order than was ordered', () => {
    always(() => (_desk, fresh) => {
      const isTooMuch = ({ order }: OrderReport) => order.executed + order.prevented > order.quantity;
      expect(reports(fresh).filter(isTooMuch)).toEqual([]);
    });
  });

  it('trades at the best price first, and at one price with who came first, where nobody hides', () => {
    always(() => {
      const hiding = new Set<number>();
      let before: Trade | null = null;
      return (_desk, fresh) => {
        for (const { order } of reports(fresh)) if (order.icebergQuantity !== null) hiding.add(order.orderId);
        for (const event of fresh) {
          if (event.kind !== 'marketTrade' || hiding.has(makerOf(event))) continue;
          if (before !== null && takerOf(before) === takerOf(event)) {
            const step = (event.price - before.price) * (event.buyerIsMaker ? -1 : 1);
            expect(step).toBeGreaterThanOrEqual(0);
          }
          before = event;
        }
      };
    });
  });

  it('tells in events what it says when it is asked', () => {
    always(() => {
      const listener = new Listener();
      return ({ exchange }, fresh) => {
        fresh.forEach((event) => listener.hear(event));
        const open = ['a', 'b', 'c'].flatMap((name) => exchange.openOrders(name));
        expect(listener.openOrders()).toEqual(open.sort(byId).map(asTold));
        const { bids = [], asks = [] } = exchange.book('XY', 1_000) ?? {};
        expect([listener.levels('buy'), listener.levels('sell')]).toEqual([levelsOf(bids), levelsOf(asks)]);
        for (const name of ['a', 'b', 'c']) {
          const balances = exchange.balances(name);
          expect(balances.map(({ asset }) => listener.balance(name, asset))).toEqual(balances.map(standOf));
        }
      };
    });
  });

  it('tells fills that add up to what was executed', () => {
    always(() => {
      const filled = new Map<number, number>();
      return (_desk, fresh) => {
        for (const { order, fill } of reports(fresh)) {
          const sum = (filled.get(order.orderId) ?? 0) + (fill?.quantity ?? 0);
          filled.set(order.orderId, sum);
          expect(order.executed).toBe(sum);
        }
      };
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
type LevelChanged = Extract<ExchangeEvent, { kind: 'levelChanged' }>;

const makerOf = (trade: Trade) => (trade.buyerIsMaker ? trade.buyerOrderId : trade.sellerOrderId);
const takerOf = (trade: Trade) => (trade.buyerIsMaker ? trade.sellerOrderId : trade.buyerOrderId);
/** A trailing stop follows the market without a word. */
const asTold = (order: ExchangeOrder) => ({ ...order, trailing: null });
const byId = (a: ExchangeOrder, b: ExchangeOrder) => a.orderId - b.orderId;

const levelsOf = (levels: Iterable<{ price: number; quantity: number }>) =>
  [...levels].map(({ price, quantity }) => `${price}: ${quantity}`).sort();

/** What somebody knows who only listens. */
class Listener {
  readonly #open = new Map<number, ExchangeOrder>();
  readonly #levels = { buy: new Map<number, LevelChanged>(), sell: new Map<number, LevelChanged>() };
  readonly #balances = new Map<string, string>();

  hear(event: ExchangeEvent): void {
    if (event.kind === 'orderReport') this.#hearOrder(event.order);
    if (event.kind === 'levelChanged' && event.quantity === 0) this.#levels[event.side].delete(event.price);
    else if (event.kind === 'levelChanged') this.#levels[event.side].set(event.price, event);
    if (event.kind !== 'balancesChanged') return;
    for (const balance of event.balances) {
      this.#balances.set(`${event.accountId} ${balance.asset}`, standOf(balance));
    }
  }

  openOrders(): readonly ExchangeOrder[] {
    return [...this.#open.values()].sort(byId).map(asTold);
  }

  levels(side: 'buy' | 'sell'): readonly string[] {
    return levelsOf(this.#levels[side].values());
  }

  /** What the account has, where it was told to have been changed. */
  balance(accountId: string, asset: string): string {
    return this.#balances.get(`${accountId} ${asset}`) ?? '1500/0';
  }

  #hearOrder(order: ExchangeOrder): void {
    const isOpen = ['new', 'partiallyFilled', 'pendingNew'].includes(order.status);
    if (isOpen) this.#open.set(order.orderId, order);
    else this.#open.delete(order.orderId);
  }
}

const standOf = ({ free, locked }: ExchangeBalance) => `${free}/${locked}`;
