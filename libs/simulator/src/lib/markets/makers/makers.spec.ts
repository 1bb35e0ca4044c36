import type { Side } from '@org/domain';
import { price, quantity } from '@org/domain';
import { BTC_RULES, USER, marketStage } from '../../../testing/market-stage.ts';
import { SeededRng } from '../../random/seeded-rng.ts';
import { Makers } from './makers.ts';
import { Quotes } from './quotes.ts';

const SCALE = { reachTicks: 200, tradeLots: 1_000 };
/** A plan that does nothing: the specs move the makers themselves. */
const IDLE = {
  symbol: BTC_RULES.symbol,
  startTime: 0,
  open: () => ({
    nextTime: () => Infinity,
    advance: () => undefined,
    leave: () => undefined,
  }),
};

function stage() {
  const { exchange, limit, market, touch, trades } = marketStage(IDLE);
  const hand = exchange.market(BTC_RULES.symbol);
  const shown = (side: Side) => {
    const book = exchange.book(BTC_RULES.symbol, 1_000);
    return (side === 'buy' ? book?.bids : book?.asks)?.map((level) => [level.price, level.quantity]) ?? [];
  };
  return { exchange, hand, limit, market, touch, trades, shown, makers: new Makers(new SeededRng(1)) };
}

describe('the quotes of one side', () => {
  it('stand in the order in which takers reach them', () => {
    const { hand, market } = stage();
    const asks = new Quotes('sell');
    for (const [at, size] of [
      [102, 1],
      [101, 2],
      [101, 3],
      [103, 4],
    ] as const) {
      asks.rest(hand, price(at), quantity(size), 0);
    }
    expect([asks.count, asks.best]).toEqual([4, 101]);
    market('buy', 4, 1);
    // The first at 101 is gone, the second has 1 of 3 left.
    expect(asks.settle(hand)).toBe(4);
    expect([asks.count, hand.levelAt('sell', price(101)).total]).toEqual([3, 1]);
    market('buy', 2, 2);
    expect(asks.settle(hand)).toBe(2);
    expect([asks.count, asks.best]).toEqual([1, 103]);
  });

  it('are taken back from the touch on, or one by one from behind', () => {
    const { hand, shown } = stage();
    const bids = new Quotes('buy');
    for (const at of [99, 98, 97, 96]) bids.rest(hand, price(at), quantity(1), 0);
    bids.withdrawBeyond(hand, 97, 0);
    bids.withdraw(hand, 0, 0);
    expect(shown('buy')).toEqual([[97, 1]]);
  });
});

describe('makers around a price', () => {
  it('keep all bids below it and all asks above it, wherever it goes', () => {
    const { makers, hand, touch } = stage();
    for (const centre of [10_000, 10_300.5, 9_500, 9_500.25, 3, 1]) {
      makers.follow(hand, centre, SCALE, 0);
      const [bid, ask] = touch();
      expect(bid ?? 0).toBeLessThan(centre);
      expect(ask).toBeGreaterThan(centre);
      // At most three ticks from the closest on each side.
      expect((ask ?? NaN) - centre).toBeLessThanOrEqual(4);
    }
  });

  it('do not trade with what stands in their way', () => {
    const { makers, hand, limit, touch, trades } = stage();
    makers.follow(hand, 10_000, SCALE, 0);
    const wall = (touch()[1] ?? NaN) - 1;
    limit('sell', wall, 5, 1);
    makers.follow(hand, 10_500, SCALE, 2);
    expect(touch()[1]).toBe(wall);
    expect(touch()[0]).toBeLessThan(wall);
    expect(trades).toEqual([]);
  });

  it('leave nothing behind', () => {
    const { makers, hand, limit, shown } = stage();
    makers.follow(hand, 10_000, SCALE, 0);
    limit('buy', 9_000, 5, 0);
    makers.leave(hand, 1);
    expect([shown('buy'), shown('sell')]).toEqual([[[9_000, 5]], []]);
  });
});

describe('the way for a taker', () => {
  it('is cleared of better orders of makers, and has what it is to get at its end', () => {
    const { makers, hand, trades } = stage();
    makers.follow(hand, 10_000, SCALE, 0);
    const at = price(10_060);
    expect(makers.makeWay(hand, 'buy', at, 1)).toBe('buy');
    makers.offer(hand, 'sell', at, quantity(700), 1);
    expect(hand.take('buy', at, quantity(700), 1)).toBe(700);
    expect(trades.every((trade) => trade.price === 10_060)).toBe(true);
  });

  it('turns round where a user stands against it', () => {
    const { makers, hand, exchange, limit } = stage();
    makers.follow(hand, 10_000, SCALE, 0);
    const bid = limit('buy', 9_900, 50, 0);
    // The price comes up to 9,900 from below: a buyer there would have to pass the user who buys.
    makers.follow(hand, 9_950, SCALE, 0);
    expect(makers.makeWay(hand, 'buy', price(9_900), 1)).toBe('sell');
    makers.offer(hand, 'buy', price(9_900), quantity(60), 1);
    hand.take('sell', price(9_900), quantity(60), 1);
    expect(exchange.openOrders(USER).some(({ orderId }) => orderId === bid)).toBe(false);
  });
});
