import { quantity } from '@org/domain';
import { ABC } from '../../../testing/bar-tape.ts';
import { OpenOrders } from './open-orders.ts';
import type { WorkingOrder } from './working-order.ts';
import { workingOrder } from './working-order.ts';

function order(id: string): WorkingOrder {
  return workingOrder(id, { type: 'market', side: 'buy', quantity: quantity(1) }, ABC);
}

describe('the open orders of a venue', () => {
  it('are found by their ids until they are taken out', () => {
    const open = new OpenOrders();
    const [one, two] = [order('os1-1'), order('os1-2')];
    open.add(one);
    open.add(two);
    expect(open.get('os1-1')).toBe(one);
    expect(open.all()).toEqual([one, two]);
    open.remove(one);
    expect(open.get('os1-1')).toBeNull();
    expect(open.all()).toEqual([two]);
  });

  it('come in their order however many there are, and are taken out of any place', () => {
    const open = new OpenOrders();
    const orders = Array.from({ length: 12 }, (_, at) => order(`os1-${at}`));
    for (const each of orders.slice(0, 5)) open.add(each);
    open.remove(orders[1]!);
    for (const each of orders.slice(5)) open.add(each);
    open.remove(orders[6]!);
    expect(open.all()).toEqual(orders.filter((_, at) => at !== 1 && at !== 6));
    expect(orders.map(({ clientOrderId }) => open.get(clientOrderId) !== null)).toEqual(
      orders.map((_, at) => at !== 1 && at !== 6),
    );
    open.clear();
    expect(open.all()).toEqual([]);
  });

  it('stay as they are when one is taken out that is not there', () => {
    const open = new OpenOrders();
    const one = order('os1-1');
    open.add(one);
    open.remove(order('os1-2'));
    expect(open.all()).toEqual([one]);
  });

  it('are none at first and when cleared, whatever id is asked for', () => {
    const open = new OpenOrders();
    expect([open.get(''), open.get('os1-1'), open.all()]).toEqual([null, null, []]);
    open.add(order('os1-1'));
    open.clear();
    expect([open.get(''), open.get('os1-1'), open.all()]).toEqual([null, null, []]);
  });
});
