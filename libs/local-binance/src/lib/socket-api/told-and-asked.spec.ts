import fc from 'fast-check';
import { price, quantity } from '@org/domain';
import type { StreamListener } from '../streams/stream-hub.ts';
import { StreamHub } from '../streams/stream-hub.ts';
import { NO_SOCKET_INTERFERENCE } from '../sockets/socket-interference.ts';
import { field, fields } from '../../testing/fields.ts';
import { KeptBook } from '../../testing/kept-book.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';

const PEOPLE = ['alice', 'bob'] as const;

const who = fc.constantFrom(...PEOPLE);
const side = fc.constantFrom('BUY', 'SELL');
/** Around 42,000, in ticks of 0.01. */
const ticks = fc.integer({ min: 4_199_980, max: 4_200_020 });
const lots = fc.integer({ min: 1000, max: 60_000 });

/** What somebody does. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('LIMIT', 'LIMIT_MAKER', 'MARKET', 'STOP_LOSS_LIMIT', 'TAKE_PROFIT_LIMIT'),
      who,
      side,
      ticks,
      lots,
      timeInForce: fc.constantFrom('GTC', 'GTC', 'IOC', 'FOK'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel'), who, nth: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('amend'), who, nth: fc.nat(9), lots }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('oco'), who, ticks, lots }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('rest', 'take'), side, ticks, lots }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.integer({ min: 1, max: 500 }) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer Done> ? Done : never;

describe('a session of random orders', () => {
  it('is told by the streams as it is told to those who ask', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 20, maxLength: 60 }), (deeds) => {
        const desk = new TradingDesk();
        desk.trade(4_200_000, 10_000);
        for (const far of [5, 10, 15]) {
          desk.rest('buy', 4_200_000 - far, 50_000);
          desk.rest('sell', 4_200_000 + far, 50_000);
        }
        const market = listenToMarket(desk);
        const before = new Map(PEOPLE.map((accountId) => [accountId, balancesOf(desk, accountId)]));
        for (const done of deeds) act(desk, done);
        desk.pass(1000);
        for (const accountId of PEOPLE) {
          compareOrders(desk, accountId);
          const told = new Map([...(before.get(accountId) ?? []), ...toldBalances(desk, accountId)]);
          expect(told).toEqual(balancesOf(desk, accountId));
        }
        compareMarket(desk, market);
      }),
      { numRuns: 500 },
    );
  });
});

function act(desk: TradingDesk, done: Deed): void {
  switch (done.kind) {
    case 'pass':
      return 'ms' in done ? desk.pass(done.ms) : undefined;
    case 'cancel':
    case 'amend':
      return 'nth' in done ? change(desk, done) : undefined;
    default:
      return 'ticks' in done ? place(desk, done) : undefined;
  }
}

function place(desk: TradingDesk, done: Extract<Deed, { readonly ticks: number }>): void {
  if (!('who' in done)) return atMarket(desk, done);
  if (!('side' in done)) return placePair(desk, done);
  const { kind, who: accountId, timeInForce } = done;
  const isStop = kind === 'STOP_LOSS_LIMIT' || kind === 'TAKE_PROFIT_LIMIT';
  const order = {
    symbol: 'BTCUSDT',
    side: done.side,
    type: kind,
    quantity: lotsText(done.lots),
    price: kind === 'MARKET' ? undefined : ticksText(done.ticks),
    timeInForce: kind === 'LIMIT' ? timeInForce : isStop ? 'GTC' : undefined,
    stopPrice: isStop ? ticksText(done.ticks) : undefined,
  };
  desk.ask('POST /api/v3/order', order, accountId);
}

function atMarket(desk: TradingDesk, { kind, side: word, ticks: at, lots: size }: AtMarket): void {
  const hand = word === 'BUY' ? 'buy' : 'sell';
  if (kind === 'rest') desk.rest(hand, at, size);
  else desk.market.take(hand, price(at), quantity(size), desk.world.marketTime.now());
}

type AtMarket = Extract<Deed, { readonly kind: 'rest' | 'take' }>;

function placePair(desk: TradingDesk, pair: { who: string; ticks: number; lots: number }): void {
  const list = {
    symbol: 'BTCUSDT',
    side: 'SELL',
    quantity: lotsText(pair.lots),
    aboveType: 'LIMIT_MAKER',
    abovePrice: ticksText(pair.ticks + 100),
    belowType: 'STOP_LOSS',
    belowStopPrice: ticksText(pair.ticks - 100),
  };
  desk.ask('POST /api/v3/orderList/oco', list, pair.who);
}

function change(desk: TradingDesk, done: { kind: string; who: string; nth: number; lots?: number }): void {
  const { body } = desk.ask('GET /api/v3/openOrders', { symbol: 'BTCUSDT' }, done.who);
  const orderId = fields(body, 'orderId')[done.nth];
  if (typeof orderId !== 'number') return;
  const order = { symbol: 'BTCUSDT', orderId };
  if (done.lots === undefined) desk.ask('DELETE /api/v3/order', order, done.who);
  else desk.ask('PUT /api/v3/order/amend/keepPriority', { ...order, newQty: lotsText(done.lots) }, done.who);
}

/** What an account was told of its orders, against what it is answered. */
function compareOrders(desk: TradingDesk, accountId: string): void {
  const told = desk.told(accountId);
  const reports = told.filter((event) => field(event, 'e') === 'executionReport');
  const trades = reports.filter((report) => field(report, 'x') === 'TRADE');
  const { body: myTrades } = desk.ask('GET /api/v3/myTrades', { symbol: 'BTCUSDT', limit: 1000 }, accountId);
  expect(FILL_FIELDS.map(([letter]) => fields(trades, letter))).toEqual(
    FILL_FIELDS.map(([, name]) => fields(myTrades, name)),
  );

  const { body: orders } = desk.ask('GET /api/v3/allOrders', { symbol: 'BTCUSDT', limit: 1000 }, accountId);
  const last = new Map(reports.map((report) => [field(report, 'i'), report]));
  const latest = [...last.values()].sort(byOrder);
  expect(ORDER_FIELDS.map(([letter]) => fields(latest, letter))).toEqual(
    ORDER_FIELDS.map(([, name]) => fields(orders, name)),
  );
}

type Balances = ReadonlyMap<unknown, readonly unknown[]>;

/** By asset: what is free and what is locked, as it was told last. */
function toldBalances(desk: TradingDesk, accountId: string): Balances {
  const changed = desk.told(accountId).flatMap((event) => entries(field(event, 'B')));
  return new Map(changed.map((entry) => [field(entry, 'a'), [field(entry, 'f'), field(entry, 'l')]]));
}

function balancesOf(desk: TradingDesk, accountId: string): Balances {
  const { body } = desk.ask('GET /api/v3/account', {}, accountId);
  const balances = entries(field(body, 'balances'));
  return new Map(
    balances.map((entry) => [field(entry, 'asset'), [field(entry, 'free'), field(entry, 'locked')]]),
  );
}

const FILL_FIELDS = [
  ['t', 'id'],
  ['i', 'orderId'],
  ['L', 'price'],
  ['l', 'qty'],
  ['Y', 'quoteQty'],
  ['n', 'commission'],
  ['N', 'commissionAsset'],
  ['m', 'isMaker'],
] as const;

const ORDER_FIELDS = [
  ['i', 'orderId'],
  ['X', 'status'],
  ['q', 'origQty'],
  ['z', 'executedQty'],
  ['Z', 'cummulativeQuoteQty'],
] as const;

interface HeardMarket {
  readonly trades: readonly unknown[];
  readonly depth: readonly unknown[];
  readonly snapshot: unknown;
}

function listenToMarket(desk: TradingDesk): HeardMarket {
  const { world } = desk;
  const hub = new StreamHub(world, NO_SOCKET_INTERFERENCE);
  const trades: unknown[] = [];
  const depth: unknown[] = [];
  hub.subscribe('btcusdt@trade', listenerInto(trades));
  hub.subscribe('btcusdt@depth@100ms', listenerInto(depth));
  world.listen((event) => hub.event(event));
  world.whenSettled(() => hub.settle());
  return { trades, depth, snapshot: depthOf(desk) };
}

function listenerInto(heard: unknown[]): StreamListener {
  return {
    manner: { isCombined: false, unit: 'MILLISECOND' },
    hear: (text) => heard.push(JSON.parse(text)),
  };
}

/** What everybody was told, against what everybody is answered. */
function compareMarket(desk: TradingDesk, { trades, depth, snapshot }: HeardMarket): void {
  const { body } = desk.ask('GET /api/v3/trades', { symbol: 'BTCUSDT', limit: 1000 });
  expect(fields(trades, 't')).toEqual(fields(body, 'id').slice(1));
  expect(fields(trades, 'q')).toEqual(fields(body, 'qty').slice(1));
  const kept = new KeptBook(snapshot);
  for (const event of depth) kept.apply(event);
  expect([kept.levels(), kept.gaps]).toEqual([depthOf(desk), 0]);
}

function depthOf(desk: TradingDesk): unknown {
  return desk.ask('GET /api/v3/depth', { symbol: 'BTCUSDT', limit: 5000 }).body;
}

function byOrder(a: object, b: object): number {
  return Number(field(a, 'i')) - Number(field(b, 'i'));
}

function entries(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

function ticksText(count: number): string {
  return (count / 100).toFixed(2);
}

function lotsText(count: number): string {
  return (count / 100_000).toFixed(5);
}
