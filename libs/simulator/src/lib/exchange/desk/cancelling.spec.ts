import type { Desk } from '../../../testing/exchange/desk.ts';
import { openDesk, request } from '../../../testing/exchange/desk.ts';

const named = (clientOrderId: string | null, orderId: number | null = null) => ({
  accountId: 'a',
  symbol: 'XY',
  orderId,
  clientOrderId,
});
const cancel = ({ exchange }: Desk, name = named('bid'), only: 'new' | 'partiallyFilled' | null = null) =>
  exchange.cancel({ ...name, cancelId: 'x', only }, 5_000);
const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('a cancel', () => {
  it('gives back what was held, under its own name', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(cancel(desk)).toMatchObject({ kind: 'cancelled', order: { status: 'cancelled' } });
    expect(desk.balance('a', 'Y')).toBe('1000000/0');
    expect(desk.events.at(-2)).toMatchObject({
      kind: 'orderReport',
      execution: 'cancelled',
      otherClientId: 'x',
    });
  });

  it('finds an order by either name, and by both where they are of one order', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(cancel(desk, named('other', 1))).toEqual(refusal('namesDiffer'));
    expect(cancel(desk, named('other'))).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, named(null, 7))).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, { ...named(null, 1), accountId: 'b' })).toEqual(refusal('unknownOrder'));
    expect(cancel(desk, { ...named(null, 1), symbol: 'ZZ' })).toEqual(refusal('unknownSymbol'));
    expect(cancel(desk, named('bid', 1)).kind).toBe('cancelled');
    expect(cancel(desk, named('bid', 1))).toEqual(refusal('unknownOrder'));
  });

  it('is held to what it was restricted to', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 2 });
    expect(cancel(desk, named('bid'), 'partiallyFilled')).toEqual(refusal('cancelRestricted'));
    desk.place('b', 'ask', { side: 'sell', price: 100 });
    expect(cancel(desk, named('bid'), 'new')).toEqual(refusal('cancelRestricted'));
    expect(cancel(desk, named('bid'), 'partiallyFilled').kind).toBe('cancelled');
  });

  it('of everything takes orders and lists in the order in which they were placed', () => {
    const desk = openDesk();
    desk.place('a', 'one', { price: 90 });
    desk.place('a', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 50 });
    desk.place('b', 'other', { price: 90 });
    const outcomes = desk.exchange.cancelAll('a', 'XY', 'x', 5_000);
    expect(outcomes).toMatchObject([
      { order: { clientOrderId: 'one' } },
      { order: { clientOrderId: 'stop' } },
    ]);
    expect(desk.exchange.book('XY', 5)?.bids).toEqual([{ price: 90, quantity: 1 }]);
  });
});

describe('a replacement', () => {
  const replace = (desk: Desk, name: string, quantity: number, mode: 'stopOnFailure' | 'allowFailure') =>
    desk.exchange.cancelReplace(
      {
        cancel: { ...named(name), cancelId: 'x', only: null },
        place: request('a', 'next', { price: 100, quantity }),
        mode,
      },
      5_000,
    );

  it('has the money of what it replaces', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 10 });
    expect(replace(desk, 'bid', 9, 'stopOnFailure')).toMatchObject({
      cancel: { kind: 'cancelled' },
      place: { kind: 'placed' },
    });
  });

  it('is not placed where the cancel fails, unless that is allowed', () => {
    const desk = openDesk();
    expect(replace(desk, 'none', 1, 'stopOnFailure')).toEqual({
      cancel: refusal('unknownOrder'),
      place: null,
    });
    expect(replace(desk, 'none', 1, 'allowFailure')).toMatchObject({ place: { kind: 'placed' } });
  });

  it('is gone with what it replaces where it cannot be placed', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    expect(replace(desk, 'bid', 11, 'stopOnFailure')).toMatchObject({
      cancel: { kind: 'cancelled' },
      place: refusal('insufficientBalance'),
    });
  });
});
