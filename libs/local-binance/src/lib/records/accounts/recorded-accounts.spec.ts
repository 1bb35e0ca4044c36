import { canonicalJson, parseCanonicalJson } from '@org/domain';
import fc from 'fast-check';
import { field, fields } from '../../../testing/fields.ts';
import { TradingDesk } from '../../../testing/trading-desk.ts';
import type { AccountRecordsSnapshot } from './account-records.ts';
import { newest } from './page.ts';
import { RecordedAccounts } from './recorded-accounts.ts';

const BTC = { symbol: 'BTCUSDT' };

/** Something that a person does at the desk, or that the market does. */
type Act = (desk: TradingDesk, who: string) => void;

/** Whole dollars around 40,000, where the market trades. */
const dollars = fc.integer({ min: 39_900, max: 40_100 });
const size = fc.integer({ min: 1, max: 40 }).map((thousandths) => `${thousandths / 1000}`);
const side = fc.constantFrom('BUY', 'SELL');
const open = (desk: TradingDesk, who: string): readonly unknown[] =>
  fields(desk.ask('GET /api/v3/openOrders', BTC, who).body, 'orderId');

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(side, dollars, size, fc.constantFrom('GTC', 'IOC', 'FOK')).map<Act>(
    ([side, price, quantity, timeInForce]) =>
      (desk, who) =>
        desk.ask('POST /api/v3/order', { ...BTC, type: 'LIMIT', side, price, quantity, timeInForce }, who),
  ),
  fc.tuple(side, size).map<Act>(
    ([side, quantity]) =>
      (desk, who) =>
        desk.ask('POST /api/v3/order', { ...BTC, type: 'MARKET', side, quantity }, who),
  ),
  fc.tuple(dollars, dollars, size).map<Act>(([one, other, quantity]) => (desk, who) => {
    const pair = { aboveType: 'LIMIT_MAKER', belowType: 'STOP_LOSS' };
    const prices = { abovePrice: Math.max(one, other), belowStopPrice: Math.min(one, other) };
    desk.ask('POST /api/v3/orderList/oco', { ...BTC, side: 'SELL', quantity, ...pair, ...prices }, who);
  }),
  fc.nat(5).map<Act>((index) => (desk, who) => {
    desk.ask('DELETE /api/v3/order', { ...BTC, orderId: Number(open(desk, who)[index] ?? 0) }, who);
  }),
  fc.tuple(fc.nat(5), size).map<Act>(([index, newQty]) => (desk, who) => {
    const orderId = Number(open(desk, who)[index] ?? 0);
    desk.ask('PUT /api/v3/order/amend/keepPriority', { ...BTC, orderId, newQty }, who);
  }),
  fc
    .tuple(fc.constantFrom('buy' as const, 'sell' as const), dollars, fc.integer({ min: 1, max: 5000 }))
    .map<Act>(
      ([side, price, lots]) =>
        (desk) =>
          desk.rest(side, price * 100, lots),
    ),
);

const sessions = fc.array(fc.tuple(acts, fc.constantFrom('alice', 'bob')), { maxLength: 60 });

function deskAfter(session: readonly (readonly [Act, string])[]): TradingDesk {
  const desk = new TradingDesk({ bob: { tradeGroupId: 4 } });
  desk.trade(4_000_000);
  for (const [act, who] of session) {
    act(desk, who);
    desk.pass(100);
  }
  return desk;
}

/** What somebody was told of something last, by what names it. */
function lastTold(
  events: readonly object[],
  name: string,
  told: readonly string[],
): ReadonlyMap<unknown, readonly unknown[]> {
  const named = events.filter((event) => field(event, name) !== undefined);
  return new Map(named.map((event) => [field(event, name), told.map((part) => field(event, part))]));
}

describe('what an account was told', () => {
  it('adds up to what it finds when it asks', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const desk = deskAfter(session);
        for (const who of ['alice', 'bob']) {
          const told = desk.told(who);
          const orders = desk.ask('GET /api/v3/allOrders', { ...BTC, limit: 1000 }, who).body;
          const asked = ['orderId', 'status', 'origQty', 'executedQty', 'cummulativeQuoteQty'];
          const [ids = [], ...standings] = asked.map((name) => fields(orders, name));
          const reported = lastTold(told, 'i', ['X', 'q', 'z', 'Z']);
          expect([...reported.keys()].sort((a, b) => Number(a) - Number(b))).toEqual(ids);
          expect(ids.map((id) => reported.get(id))).toEqual(
            ids.map((_id, index) => standings.map((standing) => standing[index])),
          );

          const trades = desk.ask('GET /api/v3/myTrades', { ...BTC, limit: 1000 }, who).body;
          const executions = told.filter((event) => field(event, 'x') === 'TRADE');
          const [prices, sizes, fees] = ['L', 'l', 'n'].map((name) => fields(executions, name));
          expect(fields(trades, 'price')).toEqual(prices);
          expect(fields(trades, 'qty')).toEqual(sizes);
          expect(fields(trades, 'commission')).toEqual(fees);

          const positions = told.flatMap((event) => [field(event, 'B')].flat());
          for (const [asset, [free, locked]] of lastTold(positions.map(Object), 'a', ['f', 'l'])) {
            expect(desk.balance(String(asset), who)).toBe(`${String(free)} + ${String(locked)}`);
          }
        }
      }),
    );
  });
});

describe('the records of accounts', () => {
  it('are the same after they were saved', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { records } = deskAfter(session).world;
        const saved = canonicalJson(records.accounts.snapshot());
        const restored = new RecordedAccounts(reread(saved));
        expect(canonicalJson(restored.snapshot())).toBe(saved);
        const alice = { accountId: 'alice', symbol: 'BTCUSDT' };
        for (const order of records.accounts.orders(alice, newest(1000))) {
          const { orderId, clientOrderId } = order;
          expect(restored.order({ ...alice, orderId, clientOrderId })).toEqual(order);
          expect(restored.order({ ...alice, orderId: null, clientOrderId })).toEqual(order);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function reread(text: string): AccountRecordsSnapshot {
  const read = parseCanonicalJson(text);
  if (isSnapshot(read)) return read;
  throw new Error('That is no snapshot.');
}

function isSnapshot(value: unknown): value is AccountRecordsSnapshot {
  return ['orders', 'fills', 'preventedMatches', 'amendments', 'lists', 'updates'].every((name) =>
    Array.isArray(field(value, name)),
  );
}
