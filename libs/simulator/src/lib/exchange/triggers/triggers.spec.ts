import { price, quantity } from '@org/domain';
import type { Order } from '../../../testing/exchange/desk.ts';
import { openDesk, steps } from '../../../testing/exchange/desk.ts';

/** A market that trades where it is told to. */
function market(tick = '1') {
  const decimals = tick === '1' ? 3 : 4;
  const desk = openDesk({ rules: { quote: { code: 'Y', decimals }, filters: steps(tick, '1') } });
  const hand = desk.exchange.market('XY');
  const ticks = (at: number) => price(Math.round(at / Number(tick)));
  let now = 10;
  return {
    ...desk,
    /** One trade at `at`, by a maker of its own. */
    trade(at: number) {
      hand.place('sell', ticks(at), quantity(1), now++);
      hand.take('buy', ticks(at), quantity(1), now++);
    },
    bid: (at: number, lots: number) => hand.place('buy', ticks(at), quantity(lots), now++),
  };
}

function statusOf(desk: ReturnType<typeof market>, clientOrderId: string) {
  const name = { accountId: 'a', symbol: 'XY', orderId: null, clientOrderId };
  const order = desk.exchange.order(name);
  return order === undefined ? 'gone' : order.isWorking ? 'working' : 'waiting';
}

describe('a stop', () => {
  it.each<[string, Order, number, number]>([
    ['stop that sells', { side: 'sell', type: 'stopLossLimit', stopPrice: 95, price: 200 }, 96, 95],
    ['stop that buys', { side: 'buy', type: 'stopLossLimit', stopPrice: 105, price: 1 }, 104, 105],
    ['target that sells', { side: 'sell', type: 'takeProfitLimit', stopPrice: 105, price: 200 }, 104, 106],
    ['target that buys', { side: 'buy', type: 'takeProfitLimit', stopPrice: 95, price: 1 }, 96, 94],
  ])('as a %s waits for the last price to come there', (_, order, before, there) => {
    const desk = market();
    desk.trade(100);
    desk.place('a', 'stop', order);
    desk.trade(before);
    expect(statusOf(desk, 'stop')).toBe('waiting');
    desk.trade(there);
    expect(statusOf(desk, 'stop')).toBe('working');
  });

  it.each<[Order['type'], Order['side'], number]>([
    ['stopLoss', 'sell', 100],
    ['stopLoss', 'buy', 100],
    ['takeProfit', 'sell', 99],
    ['takeProfit', 'buy', 101],
  ])('that is a %s and would %s at once is refused', (type, side, stopPrice) => {
    const desk = market();
    desk.trade(100);
    const outcome = desk.place('a', 'stop', { type, side, stopPrice });
    expect(outcome).toEqual({ kind: 'refused', refusal: { reason: 'wouldTrigger' } });
  });

  it('is told as new when it is taken and when it begins to work', () => {
    const desk = market();
    desk.trade(100);
    desk.bid(90, 5);
    desk.place('a', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 95, quantity: 2 });
    desk.told();
    desk.trade(94);
    expect(desk.told().slice(1)).toEqual([
      'trade 1 at 94',
      'sell 0 at 94',
      'stop new new 0/2',
      'trade 2 at 90',
      'stop trade filled 2/2',
      'buy 3 at 90',
      'a has 998000/0 X, 1179820/0 Y',
    ]);
  });

  it('sets off the next one by what it trades, after those that were set off before', () => {
    const desk = market();
    desk.trade(100);
    desk.bid(90, 1);
    desk.bid(80, 5);
    // The trade at 95 sets off `near` and `far`; `near` trades at 90 and sets off `deep`, which comes after `far`.
    desk.place('a', 'far', { side: 'sell', type: 'stopLoss', stopPrice: 95 });
    desk.place('a', 'near', { side: 'sell', type: 'stopLoss', stopPrice: 96 });
    desk.place('a', 'deep', { side: 'sell', type: 'stopLoss', stopPrice: 91 });
    desk.told();
    desk.trade(95);
    const filled = desk.told().filter((what) => what.includes('trade filled'));
    expect(filled).toEqual(['near trade filled 1/1', 'far trade filled 1/1', 'deep trade filled 1/1']);
  });

  it('that buys at the market and cannot pay when its time comes ends without a trade', () => {
    const desk = market();
    desk.trade(100);
    // 9 at 101 are held back; the only ask that will be there wants 200 a piece.
    desk.place('a', 'stop', { side: 'buy', type: 'stopLoss', stopPrice: 101, quantity: 9 });
    desk.exchange.market('XY').place('sell', price(200), quantity(9), 90);
    desk.trade(101);
    expect(desk.told().filter((what) => what.startsWith('stop'))).toEqual([
      'stop new new 0/9',
      'stop expired expired 0/9 rejected',
    ]);
    expect(desk.balance('a', 'Y')).toBe('1000000/0');
  });
});

/** The trades of the exchange's own worked examples, and the one that triggers; thousands, and ticks of half. */
describe('a trailing stop', () => {
  const path = (...prices: number[]) => prices;
  it.each<[string, Order, number[], number]>([
    [
      'a stop that buys 5% above a low of 42,000, once 44,000 were there',
      { side: 'buy', type: 'stopLossLimit', stopPrice: 44, trailingDeltaBips: 500, price: 1 },
      path(37, 44, 45, 46, 42, 44.0995),
      44.1,
    ],
    [
      'a stop that sells 10% below a high of 41,000, once 39,000 were there',
      { side: 'sell', type: 'stopLossLimit', stopPrice: 39, trailingDeltaBips: 1_000, price: 90 },
      path(41.5, 39, 37, 41, 36.9005),
      36.9,
    ],
    [
      'a target that buys 8.5% above a low of 37,000, once 38,000 were there',
      { side: 'buy', type: 'takeProfitLimit', stopPrice: 38, trailingDeltaBips: 850, price: 1 },
      path(42, 38, 37, 39, 38, 40.1445),
      40.145,
    ],
    [
      'a target that sells 7.5% below a high of 46,500, once 42,000 were there',
      { side: 'sell', type: 'takeProfitLimit', stopPrice: 42, trailingDeltaBips: 750, price: 90 },
      path(41.5, 39, 42, 45, 44, 46.5, 43.013),
      43.0125,
    ],
    [
      'a stop that sells 7% below a high of 45,500, from the start',
      { side: 'sell', type: 'stopLossLimit', trailingDeltaBips: 700, price: 90 },
      path(42, 39.5, 45.5, 42.3155),
      42.315,
    ],
  ])('is %s', (_, order, before, there) => {
    const desk = market('0.0005');
    desk.trade(40);
    expect(desk.place('a', 'stop', order).kind).toBe('placed');
    for (const at of before) desk.trade(at);
    expect(statusOf(desk, 'stop')).toBe('waiting');
    desk.trade(there);
    expect(statusOf(desk, 'stop')).toBe('working');
  });

  it('compares exactly beyond what a double holds', () => {
    const desk = openDesk({
      rules: { quote: { code: 'Y', decimals: 18 }, filters: steps('0.000000000000001', '1') },
    });
    const hand = desk.exchange.market('XY');
    const trade = (ticks: number) => {
      hand.place('sell', price(ticks), quantity(1), 1);
      hand.take('buy', price(ticks), quantity(1), 1);
    };
    desk.exchange.place(
      {
        ...{ accountId: 'a', symbol: 'XY', clientOrderId: 'stop', side: 'sell', type: 'stopLoss' },
        ...{ timeInForce: 'gtc', size: { base: { units: 1n, decimals: 0 } }, price: null, stopPrice: null },
        ...{ trailingDeltaBips: 1, icebergQuantity: null, selfTradePrevention: null },
        ...{ strategyId: null, strategyType: null },
      },
      0,
    );
    // A basis point below 10^15 is 999,900,000,000,000.
    trade(1_000_000_000_000_000);
    trade(999_900_000_000_001);
    expect(desk.exchange.openOrders('a')).toHaveLength(1);
    trade(999_900_000_000_000);
    expect(desk.exchange.openOrders('a')).toHaveLength(0);
  });
});
