import { parseDecimal } from '@org/domain';
import type { Desk } from '../../../testing/exchange/desk.ts';
import { openDesk, steps } from '../../../testing/exchange/desk.ts';

const named = (clientOrderId: string | null, orderId: number | null = null) => ({
  accountId: 'a',
  symbol: 'XY',
  orderId,
  clientOrderId,
});
const amend = ({ exchange }: Desk, newQuantity: string, newClientOrderId = 'less') =>
  exchange.amend({ ...named('bid'), newQuantity: parseDecimal(newQuantity), newClientOrderId }, 5_000);
const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('an amend', () => {
  it('makes an order smaller, which keeps its place and its id', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('b', 'behind', { price: 100, quantity: 1 });
    expect(amend(desk, '2')).toMatchObject({
      kind: 'amended',
      order: { orderId: 1, clientOrderId: 'less', quantity: 2 },
      previousClientOrderId: 'bid',
      list: null,
    });
    expect(desk.balance('a', 'Y')).toBe('800000/200000');
    desk.told();
    desk.place('b', 'ask', { side: 'sell', price: 100, quantity: 2 });
    expect(desk.told()).toContain('less trade filled 2/2');
  });

  it('takes from the hidden part of an iceberg first', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 5, iceberg: 2 });
    amend(desk, '3', 'bid');
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 100, quantity: 2 }]);
    amend(desk, '1', 'bid');
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 100, quantity: 1 }]);
  });

  it('ends an order of which as much has traded', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('b', 'ask', { side: 'sell', price: 100, quantity: 2 });
    expect(amend(desk, '2')).toMatchObject({ order: { status: 'expired', executed: 2 } });
    expect(desk.balance('a', 'Y')).toBe('800000/0');
  });

  it.each([
    ['an order that is gone', '1', 'other', 'unknownOrder'],
    ['more than there is', '4', 'bid', 'quantityNotReduced'],
    ['what is finer than the asset', '0.00001', 'bid', 'precision'],
  ])('is refused for %s', (_, newQuantity, name, reason) => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    const outcome = desk.exchange.amend(
      { ...named(name), newQuantity: parseDecimal(newQuantity), newClientOrderId: 'less' },
      5_000,
    );
    expect(outcome).toEqual(refusal(reason));
  });

  it('is refused by a filter, for a name that is taken, and where the symbol has none', () => {
    const desk = openDesk({ rules: { filters: [...steps('1', '1'), { kind: 'maxOrderAmends', limit: 1 }] } });
    desk.place('a', 'bid', { price: 100, quantity: 3 });
    desk.place('a', 'taken', { price: 99 });
    expect(amend(desk, '0.5')).toMatchObject({ refusal: { filter: 'lotSize' } });
    expect(amend(desk, '2', 'taken')).toEqual(refusal('duplicateOrder'));
    expect(amend(desk, '2', 'bid').kind).toBe('amended');
    expect(amend(desk, '1', 'bid')).toMatchObject({ refusal: { filter: 'maxOrderAmends' } });
    const without = openDesk({ rules: { features: [] } });
    without.place('a', 'bid', { price: 100, quantity: 3 });
    expect(amend(without, '2')).toEqual(refusal('featureNotAllowed'));
  });

  it('makes both legs of a pair smaller', () => {
    const desk = openDesk();
    const leg = {
      clientOrderId: 'bid',
      side: 'sell',
      timeInForce: 'gtc',
      size: { base: parseDecimal('3') },
    } as const;
    const none = {
      stopPrice: null,
      trailingDeltaBips: null,
      icebergQuantity: null,
      strategyId: null,
      strategyType: null,
    };
    desk.exchange.placeList(
      {
        kind: 'oco',
        accountId: 'a',
        symbol: 'XY',
        listClientOrderId: 'list',
        selfTradePrevention: null,
        above: { ...leg, ...none, type: 'limitMaker', price: parseDecimal('110') },
        below: {
          ...leg,
          ...none,
          clientOrderId: 'stop',
          type: 'stopLoss',
          price: null,
          stopPrice: parseDecimal('90'),
        },
      },
      4_000,
    );
    desk.told();
    expect(amend(desk, '2')).toMatchObject({ list: { status: 'updated', orderStatus: 'executing' } });
    expect(desk.told()).toEqual([
      'sell 2 at 110',
      'less replaced new 0/2',
      'stop replaced new 0/2',
      'list updated executing',
      'a has 998000/2000 X',
    ]);
    expect(amend(desk, '2')).toEqual(refusal('unknownOrder'));
  });
});
