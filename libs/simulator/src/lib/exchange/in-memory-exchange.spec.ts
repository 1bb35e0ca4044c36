import { openDesk, request } from '../../testing/exchange/desk.ts';

const refusal = (reason: string) => ({ kind: 'refused', refusal: { reason } });

describe('a test of an order', () => {
  it('tells what placing it would, and does nothing', () => {
    const desk = openDesk();
    const test = (order: Parameters<typeof request>[2]) => desk.exchange.test(request('a', 'bid', order), 1);
    expect(test({ price: 100 })).toEqual({ kind: 'passed' });
    expect(test({ price: 2_000 })).toEqual(refusal('insufficientBalance'));
    expect(test({ price: '0.5' })).toMatchObject({ refusal: { filter: 'price' } });
    expect(test({ type: 'market', quote: 5 })).toEqual(refusal('noLiquidity'));
    desk.place('a', 'bid', { price: 100 });
    expect(test({ price: 100 })).toEqual(refusal('duplicateOrder'));
    expect(desk.exchange.openOrders('a')).toHaveLength(1);
  });
});

describe('a snapshot kept up to date', () => {
  it('is fed by single orders and lists, as the whole holds them', () => {
    const { exchange, place } = openDesk();
    place('a', 'bid', { price: 100 });
    const [saved] = exchange.snapshot().symbols;
    expect(exchange.savedOrder('XY', 1)).toEqual(saved?.orders[0]);
    expect(exchange.savedOrder('XY', 2)).toBeUndefined();
    expect(exchange.savedList('XY', 'a', 1)).toBeUndefined();
  });
});
