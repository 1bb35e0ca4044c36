import { price, quantity } from '@org/domain';
import type { Desk } from '../../../testing/exchange/desk.ts';
import { openDesk, request, steps, symbolRules } from '../../../testing/exchange/desk.ts';

const named = (clientOrderId: string | null, orderId: number | null = null) => ({
  accountId: 'a',
  symbol: 'XY',
  orderId,
  clientOrderId,
});
const cancel = ({ exchange }: Desk, name = named('bid'), only: 'new' | 'partiallyFilled' | null = null) =>
  exchange.cancel({ ...name, cancelId: 'x', only }, 5_000);
const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('a symbol', () => {
  it('takes no orders while it is closed, but gives them back', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    desk.exchange.changeStatus('XY', 'cancelOnly', 2);
    expect(desk.told().at(-1)).toBe('XY is cancelOnly');
    expect(desk.place('a', 'late', { price: 100 })).toEqual(refusal('marketClosed'));
    const hand = desk.exchange.market('XY');
    expect([
      hand.place('sell', price(100), quantity(1), 3),
      hand.take('sell', price(1), quantity(1), 3),
    ]).toEqual([0, 0]);
    expect(cancel(desk).kind).toBe('cancelled');
  });

  it('that is expired ends everything that is open', () => {
    const desk = openDesk();
    desk.place('a', 'bid', { price: 100 });
    desk.place('b', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 50 });
    desk.told();
    desk.exchange.expireAll('XY', 9);
    expect(desk.told().filter((what) => what.includes('expired'))).toEqual([
      'bid expired expired 0/1 exchangeCancelled',
      'stop expired expired 0/1 exchangeCancelled',
    ]);
  });

  it('counts what is open in finer steps when its rules ask for them', () => {
    const desk = openDesk();
    desk.exchange.market('XY').place('sell', price(100), quantity(1), 1);
    desk.exchange.market('XY').take('buy', price(100), quantity(1), 1);
    desk.place('a', 'bid', { price: 90, quantity: 3, iceberg: 2 });
    desk.place('a', 'second', { price: 90, quantity: 1 });
    desk.place('a', 'stop', { side: 'sell', type: 'stopLoss', stopPrice: 80 });
    desk.place('a', 'trail', { side: 'sell', type: 'stopLoss', trailingDeltaBips: 2_000 });
    desk.exchange.changeRules(symbolRules({ filters: steps('0.1', '0.01') }), 2);
    expect(desk.exchange.book('XY', 1)?.bids).toEqual([{ price: 900, quantity: 300 }]);
    expect(desk.exchange.lastPrice('XY')).toBe(1_000);
    expect(desk.balance('a', 'Y')).toBe('640000/360000');
    desk.place('b', 'ask', { side: 'sell', price: '90.0', quantity: '2.5' });
    const { told } = desk;
    expect(told()).toContain('second trade partiallyFilled 50/100');
    desk.exchange.market('XY').place('buy', price(790), quantity(1_000), 3);
    desk.place('b', 'low', { side: 'sell', price: 79, quantity: 2 });
    expect(told()).toContain('stop new new 0/100');
    expect(desk.exchange.openOrders('a')).toMatchObject([{ trailing: { extremePrice: 900 } }]);
  });

  it('keeps its finer steps when its rules ask for coarser ones, which new orders are held to', () => {
    const desk = openDesk({ rules: { filters: steps('0.1', '0.1') } });
    desk.place('a', 'bid', { price: '90.1', quantity: '0.1' });
    desk.exchange.changeRules(symbolRules(), 2);
    expect(desk.place('a', 'next', { price: '90.1' })).toMatchObject({ refusal: { filter: 'price' } });
    expect(desk.exchange.openOrders('a')).toMatchObject([{ price: 901, quantity: 1 }]);
    const resumed = openDesk({ snapshot: desk.exchange.snapshot() });
    expect(resumed.exchange.grid('XY')).toEqual(desk.exchange.grid('XY'));
  });

  it('that is unknown is refused to accounts, and an error to its owner', () => {
    const { exchange } = openDesk();
    const outcome = exchange.place({ ...request('a', 'bid', { price: 1 }), symbol: 'ZZ' }, 1);
    expect(outcome).toEqual(refusal('unknownSymbol'));
    expect(exchange.book('ZZ', 1)).toBeUndefined();
    expect(exchange.lastPrice('ZZ')).toBeNull();
    expect(exchange.rules('ZZ')).toBeUndefined();
    expect(() => exchange.market('ZZ')).toThrow('ZZ');
  });

  it('takes the kinds of orders that its rules name', () => {
    const desk = openDesk({ rules: { orderTypes: ['limit', 'market', 'stopLoss'], features: [] } });
    expect(desk.place('a', 'x', { type: 'limitMaker', price: 1 })).toEqual(refusal('typeNotAllowed'));
    expect(desk.place('a', 'x', { price: 1, iceberg: 1 })).toEqual(refusal('icebergNotAllowed'));
    expect(desk.place('a', 'x', { type: 'market', quote: 1 })).toEqual(refusal('featureNotAllowed'));
    const trailing = desk.place('a', 'x', { side: 'sell', type: 'stopLoss', trailingDeltaBips: 100 });
    expect(trailing).toEqual(refusal('featureNotAllowed'));
  });
});
