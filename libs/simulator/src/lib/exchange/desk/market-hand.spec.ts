import { price, quantity } from '@org/domain';
import { openDesk } from '../../../testing/exchange/desk.ts';

describe("the market's hand", () => {
  it('stands in the same queues as everybody', () => {
    const desk = openDesk();
    const hand = desk.exchange.market('XY');
    const own = hand.place('sell', price(100), quantity(2), 1);
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(hand.levelAt('sell', price(100))).toEqual({ total: 3, own: 2 });
    expect(hand.levelAt('sell', price(99))).toEqual({ total: 0, own: 0 });
    expect([hand.best('sell'), hand.best('buy')]).toEqual([100, null]);
    expect(hand.take('buy', price(100), quantity(1), 2)).toBe(1);
    expect(hand.remaining(own)).toBe(1);
    expect(hand.reduce(own, quantity(1), 3)).toBe(0);
    expect([hand.remaining(own), hand.cancel(own, 4), hand.reduce(own, quantity(1), 4)]).toEqual([
      0,
      false,
      0,
    ]);
  });

  it('takes back and makes smaller what is its own alone', () => {
    const desk = openDesk();
    const hand = desk.exchange.market('XY');
    const own = hand.place('sell', price(100), quantity(3), 1);
    expect(hand.reduce(own, quantity(1), 1)).toBe(2);
    expect(desk.told().at(-1)).toBe('sell 2 at 100');
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(hand.cancel(own + 1, 2)).toBe(false);
    expect(hand.cancel(own, 2)).toBe(true);
    expect(hand.place('buy', price(100), quantity(1), 3)).toBe(0);
    expect(desk.exchange.market('XY')).toBe(hand);
  });
});
