import { price, quantity } from '@org/domain';
import { openDesk } from '../../testing/exchange/desk.ts';
import { CoarseHand } from './coarse-hand.ts';

/** A hand on `XY` that counts in steps of ten ticks and a hundred lots. */
function openHand() {
  const { exchange } = openDesk();
  const fine = exchange.market('XY');
  return { exchange, fine, hand: new CoarseHand(fine, { ticks: 10, lots: 100 }) };
}

describe('a hand in coarser steps than the grid', () => {
  it('places, grows, cuts and takes back in its own steps', () => {
    const { exchange, hand } = openHand();
    const id = hand.place('sell', price(7), quantity(3), 0);
    expect(exchange.book('XY', 1)?.asks).toEqual([{ price: 70, quantity: 300 }]);
    hand.extend(id, quantity(2), 0);
    expect(hand.reduce(id, quantity(1), 0)).toBe(4);
    expect([hand.remaining(id), hand.levelAt('sell', price(7))]).toEqual([4, { total: 4, own: 4 }]);
    expect(hand.cancel(id, 0)).toBe(true);
    expect(exchange.book('XY', 1)?.asks).toEqual([]);
  });

  it('takes in its own steps', () => {
    const { fine, hand } = openHand();
    fine.place('sell', price(70), quantity(300), 0);
    expect(hand.take('buy', price(7), quantity(2), 0)).toBe(2);
    expect(fine.levelAt('sell', price(70)).total).toBe(100);
  });

  it('sees what lies between its steps at the step before', () => {
    const { fine, hand } = openHand();
    fine.place('sell', price(79), quantity(1), 0);
    fine.place('buy', price(61), quantity(1), 0);
    expect([hand.best('sell'), hand.best('buy')]).toEqual([7, 7]);
    expect(hand.levelAt('sell', price(8)).total).toBe(0);
  });

  it('sees a part of a step as a whole one, as it is not gone', () => {
    const { fine, hand } = openHand();
    const id = hand.place('sell', price(7), quantity(1), 0);
    fine.take('buy', price(70), quantity(99), 0);
    expect(hand.remaining(id)).toBe(1);
    fine.take('buy', price(70), quantity(1), 0);
    expect(hand.remaining(id)).toBe(0);
    expect(hand.best('sell')).toBeNull();
  });

  it('tells one update of its levels', () => {
    const { exchange, hand } = openHand();
    hand.inOneUpdate(50, 0, () => {
      hand.place('buy', price(5), quantity(1), 0);
      hand.nameLevel('buy', price(4));
    });
    expect(exchange.book('XY', 2)).toMatchObject({ updateId: 50, bids: [{ price: 50, quantity: 100 }] });
  });
});
