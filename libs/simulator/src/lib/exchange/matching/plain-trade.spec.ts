import { parseDecimal } from '@org/domain';
import { openDesk, steps } from '../../../testing/exchange/desk.ts';

/** Each has 1,000 and may come to 1,006; a thousandth of what is bought is the fee. */
function limited() {
  return openDesk({
    rules: { filters: [...steps('1', '1'), { kind: 'maxPosition', maxPosition: parseDecimal('1006') }] },
  });
}

describe('a trade', () => {
  it.each([
    ['of an order that waited', ['a', 'b']],
    ['of an order that found too little', ['b', 'a']],
  ])('%s leaves as open to buy what was not bought', (_of, [first = '', second = '']) => {
    const desk = limited();
    const orders = {
      a: { side: 'buy', price: 100, quantity: 5 },
      b: { side: 'sell', price: 100, quantity: 2 },
    } as const;
    for (const account of [first, second])
      desk.place(account, `${account}-1`, orders[account === 'a' ? 'a' : 'b']);
    // 1,001.998 and the 3 that are open leave room for one, and for no two.
    expect(desk.balance('a', 'X')).toBe('1001998/0');
    expect(desk.place('a', 'two', { price: 90, quantity: 2 })).toMatchObject({ kind: 'refused' });
    expect(desk.place('a', 'one', { price: 90, quantity: 1 })).toMatchObject({ kind: 'placed' });
  });

  it('of many accounts in one request is told once to each, in the order in which they first traded', () => {
    const desk = openDesk();
    desk.place('b', 'first', { side: 'sell', price: 100, quantity: 2 });
    desk.place('b', 'second', { side: 'sell', price: 101, quantity: 1 });
    desk.told();
    desk.place('a', 'bid', { price: 101, quantity: 3 });
    const balances = desk.told().filter((word) => word.includes(' has '));
    expect(balances.map((word) => word.slice(0, 5))).toEqual(['a has', 'b has']);
    desk.place('b', 'third', { side: 'sell', price: 102 });
    expect(desk.told().filter((word) => word.includes(' has '))).toHaveLength(1);
  });
});
