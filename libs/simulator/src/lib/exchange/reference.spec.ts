import fc from 'fast-check';
import type { Desk, Order } from '../../testing/exchange/desk.ts';
import { openDesk, request } from '../../testing/exchange/desk.ts';
import { isOpen, ReferenceExchange } from '../../testing/exchange/reference-exchange.ts';
import type { Act } from '../../../test/exchange-session.ts';
import { act, plainSession, SESSION, TRADERS } from '../../../test/exchange-session.ts';

const tenths = (value: string | number | undefined) =>
  value === undefined ? null : Math.round(Number(value) * 10);

/** The reference with the accounts and the money of the sessions. */
function openReference(): ReferenceExchange {
  const reference = new ReferenceExchange({
    accounts: {
      a: { group: 1, isFunded: true },
      b: { group: 1, isFunded: true },
      c: { group: null, isFunded: true },
      m: { group: null, isFunded: false },
    },
    unitsPerLot: 100n,
    tickLot: { numerator: 1n, denominator: 10n },
    feeRate: { numerator: 3n, denominator: 100n },
  });
  for (const [name, holding] of reference.accounts) {
    if (name !== 'm') [holding.base, holding.quote] = [1_500n, 1_500n];
  }
  return reference;
}

function submit(reference: ReferenceExchange, account: string, name: number, order: Order): string {
  const number = (value: string | number | undefined) => (value === undefined ? null : Number(value));
  return reference.submit({
    account,
    clientId: `n${name}`,
    isBuy: order.side === 'buy',
    type: order.type ?? 'limit',
    timeInForce: order.timeInForce ?? 'gtc',
    price: number(order.price),
    stopPrice: number(order.stopPrice),
    delta: order.trailingDeltaBips ?? null,
    iceberg: tenths(order.iceberg),
    mode: order.selfTradePrevention ?? 'none',
    quantity: tenths(order.quantity),
    quote: order.quote === undefined ? null : BigInt(order.quote),
  });
}

/** The same act on the reference: it knows orders by their ids, which are the engine's. */
function repeat(reference: ReferenceExchange, what: Act): string {
  if (what.kind === 'place') return submit(reference, what.account, what.name, what.order);
  if (what.kind !== 'cancel') throw new Error(`The reference does not know ${what.kind}.`);
  const open = reference.orders.filter(isOpen);
  const order = open[what.pick % Math.max(1, open.length)];
  return order === undefined ? 'null' : reference.cancel(order.id);
}

/** What the engine answered, in the reference's words. */
function answer({ exchange }: Desk, what: Act, turn: number): string {
  if (what.kind !== 'place') return outcomeOf(act(exchange, what, turn));
  const outcome = exchange.place(request(what.account, `n${what.name}`, what.order), turn);
  if (outcome.kind === 'placed') return 'placed';
  const { refusal } = outcome;
  return refusal.reason === 'filter' ? refusal.filter : refusal.reason;
}

function outcomeOf(outcome: unknown): string {
  if (typeof outcome !== 'object' || outcome === null || !('kind' in outcome)) return String(outcome);
  return String(outcome.kind);
}

function stateOf({ exchange, events }: Desk) {
  const book = exchange.book('XY', 1_000);
  return {
    bids: book?.bids.map(({ price, quantity }) => `${price}:${quantity}`),
    asks: book?.asks.map(({ price, quantity }) => `${price}:${quantity}`),
    lastPrice: exchange.lastPrice('XY'),
    open: TRADERS.flatMap((name) => exchange.openOrders(name))
      .sort((a, b) => a.orderId - b.orderId)
      .map((order) => `${order.orderId} ${order.status} ${order.executed} ${order.prevented}`),
    balances: ['a', 'b', 'c'].map((name) =>
      exchange.balances(name).map(({ free, locked }) => `${free}/${locked}`),
    ),
    trades: events
      .filter((event) => event.kind === 'marketTrade')
      .map((trade) => `${trade.quantity}@${trade.price} ${trade.buyerOrderId}<-${trade.sellerOrderId}`),
    fees: Object.fromEntries(exchange.feesTaken().map(({ asset, amount }) => [asset, amount])),
  };
}

function referenceState(reference: ReferenceExchange) {
  return {
    bids: reference.book(true),
    asks: reference.book(false),
    lastPrice: reference.lastPrice,
    open: reference.orders
      .filter(isOpen)
      .map((order) => `${order.id} ${order.status} ${order.executed} ${order.prevented}`),
    balances: ['a', 'b', 'c'].map((name) => {
      const { base, quote } = reference.accounts.get(name)!;
      const locked = reference.locked(name);
      return [`${base - locked.base}/${locked.base}`, `${quote - locked.quote}/${locked.quote}`];
    }),
    trades: reference.trades,
    fees: {
      ...(reference.fees.base > 0n ? { X: reference.fees.base } : {}),
      ...(reference.fees.quote > 0n ? { Y: reference.fees.quote } : {}),
    },
  };
}

describe('the engine', () => {
  it('does what the slow reference does, after every request of thousands of sessions', () => {
    fc.assert(
      fc.property(plainSession, (session) => {
        const desk = openDesk(SESSION);
        const reference = openReference();
        session.forEach((what, turn) => {
          const answered = answer(desk, what, turn);
          expect(repeat(reference, what)).toBe(answered);
        });
        expect(referenceState(reference)).toEqual(stateOf(desk));
      }),
      { numRuns: 3_000 },
    );
  });
});
