import fc from 'fast-check';
import { price, quantity } from '@org/domain';
import { fields } from '../src/testing/fields.ts';
import type { Asked, TradingDesk } from '../src/testing/trading-desk.ts';

/** Something that a person does at the desk, or that the market does. */
export type DeskAct = (desk: TradingDesk, who: string) => void;

const BTC = { symbol: 'BTCUSDT' };
/** Whole dollars around 40,000, where the market trades. */
const dollars = fc.integer({ min: 39_992, max: 40_008 });
const side = fc.constantFrom('BUY', 'SELL');
const quantities = fc.integer({ min: 1, max: 40 }).map((thousandths) => `${thousandths / 1000}`);
const selfTradePreventionMode = fc.constantFrom(
  'NONE',
  'NONE',
  'EXPIRE_TAKER',
  'EXPIRE_MAKER',
  'EXPIRE_BOTH',
  'DECREMENT',
);
const common = { side, selfTradePreventionMode } as const;

const orders: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    ...{ ...common, type: fc.constant('LIMIT'), price: dollars, quantity: quantities },
    timeInForce: fc.constantFrom('GTC', 'GTC', 'GTC', 'IOC', 'FOK'),
  }),
  fc.record({
    ...{ ...common, type: fc.constant('LIMIT'), price: dollars, timeInForce: fc.constant('GTC') },
    ...{ quantity: fc.constantFrom('0.02', '0.035'), icebergQty: fc.constantFrom('0.01', '0.007') },
  }),
  fc.record({ ...common, type: fc.constant('MARKET'), quantity: quantities }),
  fc.record({
    ...{ ...common, type: fc.constantFrom('STOP_LOSS', 'TAKE_PROFIT'), quantity: quantities },
    stopPrice: dollars,
  }),
  fc.record({
    ...{ ...common, type: fc.constantFrom('STOP_LOSS_LIMIT', 'TAKE_PROFIT_LIMIT'), quantity: quantities },
    ...{ stopPrice: dollars, price: dollars, timeInForce: fc.constant('GTC') },
  }),
  fc.record({
    ...{ ...common, type: fc.constantFrom('STOP_LOSS', 'TAKE_PROFIT'), quantity: quantities },
    trailingDelta: fc.integer({ min: 10, max: 40 }),
  }),
  fc.record({
    ...{ ...common, type: fc.constantFrom('STOP_LOSS', 'TAKE_PROFIT'), quantity: quantities },
    ...{ stopPrice: dollars, trailingDelta: fc.integer({ min: 10, max: 40 }) },
  }),
);

const pairs: fc.Arbitrary<Asked> = fc
  .tuple(side, dollars, dollars, quantities, selfTradePreventionMode)
  .map(([of, one, other, quantity, mode]) => {
    const [above, below] = [Math.max(one, other) + 1, Math.min(one, other)];
    const ends =
      of === 'SELL'
        ? { aboveType: 'LIMIT_MAKER', abovePrice: above, belowType: 'STOP_LOSS', belowStopPrice: below }
        : { aboveType: 'STOP_LOSS', aboveStopPrice: above, belowType: 'LIMIT_MAKER', belowPrice: below };
    return { side: of, quantity, selfTradePreventionMode: mode, ...ends };
  });
const paying: fc.Arbitrary<Asked> = fc.tuple(dollars, dollars, quantities).map(([one, other, quantity]) => ({
  ...{ workingType: 'LIMIT', workingSide: 'BUY', workingPrice: Math.min(one, other) },
  ...{ workingQuantity: quantity, workingTimeInForce: 'GTC', pendingType: 'LIMIT', pendingSide: 'SELL' },
  ...{ pendingPrice: Math.max(one, other) + 1, pendingTimeInForce: 'GTC' },
}));
const triggering: fc.Arbitrary<Asked> = fc
  .tuple(paying, quantities)
  .map(([list, pendingQuantity]) => ({ ...list, pendingQuantity }));

function openOrder(desk: TradingDesk, who: string, index: number): number {
  const ids = fields(desk.ask('GET /api/v3/openOrders', BTC, who).body, 'orderId');
  return Number(ids[index % Math.max(1, ids.length)] ?? 0);
}

const marketSide = fc.constantFrom('buy' as const, 'sell' as const);
const lots = fc.integer({ min: 1, max: 5_000 });

const acts: fc.Arbitrary<DeskAct> = fc.oneof(
  { weight: 8, arbitrary: orders.map<DeskAct>((order) => asks('POST /api/v3/order', order)) },
  { weight: 2, arbitrary: pairs.map<DeskAct>((pair) => asks('POST /api/v3/orderList/oco', pair)) },
  { weight: 2, arbitrary: triggering.map<DeskAct>((list) => asks('POST /api/v3/orderList/oto', list)) },
  { weight: 2, arbitrary: paying.map<DeskAct>((list) => asks('POST /api/v3/orderList/opo', list)) },
  {
    weight: 2,
    arbitrary: fc.nat(9).map<DeskAct>((index) => (desk, who) => {
      desk.ask('DELETE /api/v3/order', { ...BTC, orderId: openOrder(desk, who, index) }, who);
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(9), quantities).map<DeskAct>(([index, newQty]) => (desk, who) => {
      const orderId = openOrder(desk, who, index);
      desk.ask('PUT /api/v3/order/amend/keepPriority', { ...BTC, orderId, newQty }, who);
    }),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(marketSide, dollars, lots).map<DeskAct>(([of, at, size]) => (desk) => {
      desk.rest(of, at * 100, size);
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(marketSide, dollars, lots).map<DeskAct>(([of, at, size]) => (desk) => {
      desk.market.take(of, price(at * 100), quantity(size), desk.world.marketTime.now());
    }),
  },
  { weight: 1, arbitrary: fc.boolean().map<DeskAct>((isEnabled) => paysFeesInBnb(isEnabled)) },
);

/** What two people and a market do, by whom. */
export const tradingSession: fc.Arbitrary<readonly (readonly [DeskAct, string])[]> = fc.array(
  fc.tuple(acts, fc.constantFrom('alice', 'bob')),
  { minLength: 10, maxLength: 60, size: 'max' },
);

function asks(route: string, asked: Asked): DeskAct {
  return (desk, who) => {
    desk.ask(route, { ...BTC, ...asked }, who);
  };
}

function paysFeesInBnb(isEnabled: boolean): DeskAct {
  return (desk, who) => {
    const account = desk.world.exchange.account(who);
    if (account === undefined) return;
    desk.world.exchange.changeAccount({ ...account, discount: { ...account.discount, isEnabled } });
  };
}
