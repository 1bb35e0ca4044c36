import { OrderBook } from './order-book.ts';

describe('an order book', () => {
  it('has the best of both sides at hand, and what rests at a price', () => {
    const book = new OrderBook({ windowTicks: 1_024 });
    book.setBids({ count: 2, ticks: Float64Array.of(99, 98), quantities: Float64Array.of(1, 2) });
    book.setAsks({ count: 1, ticks: Float64Array.of(101), quantities: Float64Array.of(3) });
    expect([book.bestBid, book.bestBidQuantity, book.bestAsk, book.bestAskQuantity]).toEqual([99, 1, 101, 3]);
    expect([book.bidQuantityAt(98), book.bidQuantityAt(97), book.askQuantityAt(101)]).toEqual([2, 0, 3]);
  });

  it.each([0, 512, 1_000, 1_536.5, 2 ** 25, -1_024, NaN, Infinity])(
    'has no window of %d ticks, where levels would be lost',
    (windowTicks) => {
      expect(() => new OrderBook({ windowTicks })).toThrow(
        `windowTicks does not take this value; found ${windowTicks}; allowed: a power of two from 1024 to 16777216`,
      );
    },
  );
});
