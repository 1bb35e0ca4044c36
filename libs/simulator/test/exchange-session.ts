import fc from 'fast-check';
import { amount, parseDecimal, price, quantity } from '@org/domain';
import type { AmendRequest, Exchange, ListRequest } from '../src/index.ts';
import type { DeskOptions, Order } from '../src/testing/exchange/desk.ts';
import { account, listed, request, steps } from '../src/testing/exchange/desk.ts';

/** One thing that somebody does at an exchange in a random session. */
export type Act =
  | { readonly kind: 'place'; readonly account: string; readonly name: number; readonly order: Order }
  | { readonly kind: 'cancel'; readonly pick: number }
  | { readonly kind: 'amend'; readonly pick: number; readonly quantity: string }
  | { readonly kind: 'replace'; readonly pick: number; readonly account: string; readonly order: Order }
  | {
      readonly kind: 'list';
      readonly account: string;
      readonly form: ListRequest['kind'];
      readonly sell: boolean;
    }
  | { readonly kind: 'market'; readonly buy: boolean; readonly price: number; readonly quantity: number }
  | { readonly kind: 'cancelAll'; readonly account: string };

/** Two of one trade group, one alone, and one without limits. */
export const TRADERS = ['a', 'b', 'c', 'm'];

const FEES = { maker: '0.03', taker: '0.03', buyer: 0, seller: 0 };

/** Money so coarse that every worth is cut and every fee is felt: lots of a tenth, whole units of quote. */
export const SESSION: DeskOptions = {
  rules: { quote: { code: 'Y', decimals: 0 }, filters: steps('1', '0.1') },
  accounts: [
    account('a', { tradeGroupId: 1, standardCommission: FEES }),
    account('b', { tradeGroupId: 1, standardCommission: FEES }),
    account('c', { standardCommission: FEES }),
    account('m', { funding: 'unlimited' }),
  ],
  deposit: amount(1_500n),
};

const atPrice = fc.integer({ min: 95, max: 105 });
const lots = fc.integer({ min: 1, max: 20 });
const size = lots.map(tenths);
const mode = fc.constantFrom(
  'none',
  'none',
  'none',
  'expireTaker',
  'expireMaker',
  'expireBoth',
  'decrement',
  'transfer',
);
/** Lots of a tenth. */
function tenths(count: number): string {
  return String(count / 10);
}

const common = { side: fc.constantFrom('buy', 'sell'), selfTradePrevention: mode } as const;

const limits: fc.Arbitrary<Order> = fc.record({
  ...common,
  type: fc.constantFrom('limit', 'limit', 'limit', 'limitMaker'),
  quantity: size,
  price: atPrice,
});
const urgent: fc.Arbitrary<Order> = fc.record({
  ...common,
  timeInForce: fc.constantFrom('ioc', 'fok'),
  quantity: size,
  price: atPrice,
});
const icebergs: fc.Arbitrary<Order> = fc.record({
  ...common,
  quantity: fc.integer({ min: 5, max: 40 }).map(tenths),
  iceberg: fc.integer({ min: 1, max: 4 }).map(tenths),
  price: atPrice,
});
const markets: fc.Arbitrary<Order> = fc.oneof(
  fc.record({ ...common, type: fc.constant('market'), quantity: size }),
  fc.record({ ...common, type: fc.constant('market'), quote: fc.integer({ min: 1, max: 400 }) }),
);
const stops: fc.Arbitrary<Order> = fc.oneof(
  fc.record({
    ...common,
    type: fc.constantFrom('stopLoss', 'takeProfit'),
    quantity: size,
    stopPrice: atPrice,
  }),
  fc.record({
    ...common,
    type: fc.constantFrom('stopLossLimit', 'takeProfitLimit'),
    timeInForce: fc.constantFrom('gtc', 'ioc', 'fok'),
    quantity: size,
    stopPrice: atPrice,
    price: atPrice,
  }),
);
const trailing: fc.Arbitrary<Order> = fc.oneof(
  fc.record({
    ...common,
    type: fc.constantFrom('stopLoss', 'takeProfit'),
    quantity: size,
    trailingDeltaBips: fc.integer({ min: 50, max: 500 }),
  }),
  fc.record({
    ...common,
    type: fc.constantFrom('stopLossLimit', 'takeProfitLimit'),
    quantity: size,
    stopPrice: atPrice,
    price: atPrice,
    trailingDeltaBips: fc.integer({ min: 50, max: 500 }),
  }),
);

const anyOrder = fc.oneof(
  { weight: 6, arbitrary: limits },
  { weight: 2, arbitrary: urgent },
  { weight: 2, arbitrary: icebergs },
  { weight: 2, arbitrary: markets },
  { weight: 2, arbitrary: stops },
  { weight: 1, arbitrary: trailing },
);

const anyAccount = fc.constantFrom(...TRADERS);
const pick = fc.nat();
const place = fc.record({
  kind: fc.constant('place'),
  account: anyAccount,
  name: fc.nat(30),
  order: anyOrder,
});
const cancel = fc.record({ kind: fc.constant('cancel'), pick });

/** Orders of every kind but lists, and cancels. */
export const plainSession: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: place }, { weight: 1, arbitrary: cancel }),
  { maxLength: 60 },
);

/** Everything that can be done. */
export const wildSession: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: place },
    { weight: 2, arbitrary: cancel },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend'), pick, quantity: size }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('replace'), pick, account: anyAccount, order: anyOrder }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('list'),
        account: fc.constantFrom('a', 'b', 'c'),
        form: fc.constantFrom('oco', 'oto', 'otoco', 'opo', 'opoco'),
        sell: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('market'),
        buy: fc.boolean(),
        price: atPrice,
        quantity: lots,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancelAll'), account: anyAccount }) },
  ),
  { maxLength: 60 },
);

/** Does it. `turn` tells the acts of a session apart, and is the time. */
export function act(exchange: Exchange, what: Act, turn: number): unknown {
  switch (what.kind) {
    case 'place':
      return exchange.place(request(what.account, `n${what.name}`, what.order), turn);
    case 'cancel':
      return withOpen(exchange, what.pick, (name) =>
        exchange.cancel({ ...name, cancelId: `x${turn}`, only: null }, turn),
      );
    case 'amend': {
      const change = { newQuantity: parseDecimal(what.quantity), newClientOrderId: `r${turn}` };
      return withOpen(exchange, what.pick, (name) => exchange.amend({ ...name, ...change }, turn));
    }
    case 'replace':
      return withOpen(exchange, what.pick, (name) =>
        exchange.cancelReplace(
          {
            cancel: { ...name, cancelId: `x${turn}`, only: null },
            place: request(what.account, `n${turn}`, what.order),
            mode: turn % 2 === 0 ? 'stopOnFailure' : 'allowFailure',
          },
          turn,
        ),
      );
    case 'list':
      return exchange.placeList(listRequest(what.account, what.form, what.sell, turn), turn);
    case 'market': {
      const hand = exchange.market('XY');
      const side = what.buy ? 'buy' : 'sell';
      if (turn % 2 === 0) return hand.take(side, price(what.price), quantity(what.quantity), turn);
      return hand.place(side, price(what.price), quantity(what.quantity), turn);
    }
    case 'cancelAll':
      return exchange.cancelAll(what.account, 'XY', `x${turn}`, turn);
    default:
      return what satisfies never;
  }
}

type Name = Pick<AmendRequest, 'accountId' | 'symbol' | 'orderId' | 'clientOrderId'>;

/** One of the open orders, the same one whoever asks. */
function withOpen(exchange: Exchange, index: number, use: (name: Name) => unknown): unknown {
  const open = TRADERS.flatMap((name) => exchange.openOrders(name)).sort((a, b) => a.orderId - b.orderId);
  const order = open[index % Math.max(1, open.length)];
  if (order === undefined) return null;
  return use({ accountId: order.accountId, symbol: 'XY', orderId: order.orderId, clientOrderId: null });
}

/** Steps back, up and down from a price of 100, all in the range of the sessions. */
function listRequest(accountId: string, kind: ListRequest['kind'], sell: boolean, turn: number): ListRequest {
  const side = sell ? 'sell' : 'buy';
  const other = sell ? 'buy' : 'sell';
  const basics = { accountId, symbol: 'XY', listClientOrderId: `l${turn}`, selfTradePrevention: null };
  const target = { side, type: 'limitMaker', quantity: '0.5' } as const;
  const stop = { side, type: turn % 3 === 0 ? 'stopLoss' : 'stopLossLimit', quantity: '0.5' } as const;
  const above = listed(`u${turn}`, sell ? { ...target, price: 103 } : stopAt(stop, 103));
  const below = listed(`d${turn}`, sell ? stopAt(stop, 97) : { ...target, price: 97 });
  const entry = { side: other, quantity: '0.5', price: sell ? 101 : 99 } as const;
  const working = listed(`w${turn}`, entry);
  switch (kind) {
    case 'oco':
      return { kind, ...basics, above, below };
    case 'oto':
      return { kind, ...basics, working, pending: turn % 2 === 0 ? above : below };
    case 'otoco':
      return { kind, ...basics, working, above, below };
    case 'opo':
      return { kind, ...basics, working, pending: above };
    case 'opoco':
      return { kind, ...basics, working, above, below };
    default:
      return kind satisfies never;
  }
}

function stopAt(order: Order, stopPrice: number): Order {
  return order.type === 'stopLoss' ? { ...order, stopPrice } : { ...order, stopPrice, price: stopPrice };
}
