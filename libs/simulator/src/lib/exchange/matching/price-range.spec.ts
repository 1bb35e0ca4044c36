import { parseDecimal, price, quantity } from '@org/domain';
import { openDesk } from '../../../testing/exchange/desk.ts';
import type { PriceBand } from '../symbol-rules.ts';

const band = (down: string | null, up: string | null): PriceBand => ({
  down: down === null ? null : parseDecimal(down),
  up: up === null ? null : parseDecimal(up),
});

/** Buys between 90 and 110, sells between 95 and 120, around a reference of 100, which may change. */
function ranged(priceRange = { buy: band('0.9', '1.1'), sell: band('0.95', '1.2') }) {
  const reference: { price: number | null } = { price: 100 };
  const desk = openDesk({ rules: { priceRange }, referencePrice: () => reference.price });
  return { ...desk, reference };
}

/** `b` has an order of one at each of some prices. */
function resting(desk: ReturnType<typeof ranged>, side: 'buy' | 'sell', prices: readonly number[]) {
  for (const at of prices) desk.place('b', `${side} at ${at}`, { side, price: at });
  desk.told();
  return desk;
}

describe('the range of prices that takers may trade in', () => {
  it.each([
    ['buys at its upper end, and not over it', 'buy', [109, 110, 111], 2],
    ['sells at its lower end, and not under it', 'sell', [96, 95, 94], 2],
    ['buys at its lower end', 'buy', [90, 110], 2],
    ['sells at its upper end', 'sell', [120, 95], 2],
    ['buys nothing where the best is under it', 'buy', [89, 100], 0],
    ['sells nothing where the best is over it', 'sell', [121, 100], 0],
  ] as const)('%s', (_what, side, prices, executed) => {
    const desk = resting(ranged(), side === 'buy' ? 'sell' : 'buy', prices);
    const limit = side === 'buy' ? 130 : 80;
    expect(desk.place('a', 'it', { side, price: limit, quantity: 3 })).toMatchObject({
      order:
        prices.length > executed
          ? { status: 'expired', expiryReason: 'priceRangeExceeded', executed }
          : { executed },
    });
  });

  it('ends an order that would trade outside, and gives back what it held', () => {
    const desk = resting(ranged(), 'sell', [110, 111]);
    desk.place('a', 'it', { price: 120, quantity: 3 });
    expect(desk.told()).toEqual([
      'it new new 0/3',
      'trade 1 at 110',
      'it trade partiallyFilled 1/3',
      'sell at 110 trade filled 1/1',
      'sell 0 at 110',
      'it expired expired 1/3 priceRangeExceeded',
      'a has 890000/0 Y, 1000999/0 X',
      'b has 998000/1000 X, 1109890/0 Y',
    ]);
  });

  it('lets an order rest that finds nothing more at its own limit', () => {
    const desk = resting(ranged(), 'sell', [110, 125]);
    const outcome = desk.place('a', 'it', { price: 120, quantity: 3 });
    expect(outcome).toMatchObject({ order: { status: 'partiallyFilled', executed: 1 } });
  });

  it('does not ask where an order rests', () => {
    const desk = ranged();
    expect(desk.place('a', 'far', { price: 10 })).toMatchObject({ order: { status: 'new' } });
    expect(desk.place('b', 'away', { side: 'sell', price: 300 })).toMatchObject({ order: { status: 'new' } });
  });

  it.each([
    ['market', { type: 'market' }],
    ['ioc', { price: 120, timeInForce: 'ioc' }],
  ] as const)('is why an order expires that is %s', (_kind, terms) => {
    const desk = resting(ranged(), 'sell', [110, 111]);
    expect(desk.place('a', 'it', { quantity: 2, ...terms })).toMatchObject({
      order: { status: 'expired', expiryReason: 'priceRangeExceeded', executed: 1 },
    });
  });

  it('is why an order that is filled whole or not at all is not filled, where only it is', () => {
    const desk = resting(ranged(), 'sell', [110, 111]);
    const placed = (name: string, quantity: number) =>
      desk.place('a', name, { price: 120, quantity, timeInForce: 'fok' });
    expect(placed('two', 2)).toMatchObject({ order: { executed: 0, expiryReason: 'priceRangeExceeded' } });
    expect(placed('three', 3)).toMatchObject({ order: { executed: 0, expiryReason: 'fokUnfilled' } });
    expect(placed('one', 1)).toMatchObject({ order: { status: 'filled' } });
  });

  it('is that of the moment in which a stop starts to take', () => {
    const desk = resting(ranged(), 'sell', [105, 115]);
    desk.place('a', 'stop', { type: 'stopLoss', stopPrice: 105, quantity: 1 });
    desk.reference.price = 104;
    desk.told();
    desk.place('a', 'it', { price: 105 });
    // 1.1 times 104 is 114.4.
    expect(desk.told()).toContain('stop expired expired 0/1 priceRangeExceeded');
  });

  it('has no bound where none is given', () => {
    const open = { buy: band(null, null), sell: band(null, '1.2') };
    const desk = resting(ranged(open), 'sell', [1, 400]);
    expect(desk.place('a', 'it', { price: 400, quantity: 2 })).toMatchObject({ order: { status: 'filled' } });
    resting(desk, 'buy', [1]);
    expect(desk.place('a', 'sold', { side: 'sell', price: 1 })).toMatchObject({
      order: { status: 'filled' },
    });
  });

  it('is everything while there is no reference price', () => {
    const desk = resting(ranged(), 'sell', [900]);
    desk.reference.price = null;
    expect(desk.place('a', 'it', { price: 900 })).toMatchObject({ order: { status: 'filled' } });
  });

  it('does not bind the market’s own hand, whose trades make the price', () => {
    const desk = resting(ranged(), 'sell', [130]);
    const hand = desk.exchange.market('XY');
    expect(hand.take('buy', price(130), quantity(1), 2_000)).toBe(1);
  });
});
