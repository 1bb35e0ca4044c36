import fc from 'fast-check';
import { OrderRows } from './order-rows.ts';
import { OrdersById } from './orders-by-id.ts';

/** Open orders whose rows are of no interest: every slot is the row of one seat. */
function table(): OrdersById {
  const rows = new OrderRows();
  return new OrdersById(rows);
}

describe('open orders by id', () => {
  it('are found while they are open, whatever the order in which they came', () => {
    const id = fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1_000_000, max: 1_000_100 }));
    const change = fc.record({ id, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), id, (changes, asked) => {
        const orders = table();
        const open = new Map<number, number>();
        for (const [at, { id: changed, isAdded }] of changes.entries()) {
          if (isAdded && !open.has(changed)) {
            open.set(changed, at + 1);
            orders.add(changed, at + 1);
          } else if (!isAdded && open.delete(changed)) orders.delete(changed);
        }
        expect(orders.get(asked)?.slot).toBe(open.get(asked));
        for (const [known, slot] of open) expect(orders.get(known)?.slot).toBe(slot);
        const sorted = [...open].sort(([a], [b]) => a - b).map(([, slot]) => slot);
        expect([...orders.values()].map(({ slot }) => slot)).toEqual(sorted);
      }),
    );
  });

  it.each([0, -1, 1.5, 1e15, NaN])('know nothing of %d, which was never given', (id) => {
    const orders = table();
    orders.add(1, 1);
    orders.add(2, 2);
    expect(orders.get(id)).toBeUndefined();
  });
});
