import fc from 'fast-check';
import { OrderRows } from './order-rows.ts';
import { OrdersById } from './orders-by-id.ts';

/** Orders of one seat or another, with nothing in their rows but that and their ids. */
function open() {
  const rows = new OrderRows();
  const orders = new OrdersById(rows);
  const add = (id: number, seat = 0) => {
    const slot = rows.begin(id, seat, 0, 1, 100, 100, 0);
    orders.add(id, slot);
    return slot;
  };
  return { orders, add };
}

describe('open orders by id', () => {
  it('are found while they are open, whatever the order in which they came', () => {
    const id = fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1_000_000, max: 1_000_100 }));
    const change = fc.record({ id, isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), id, (changes, asked) => {
        const { orders, add } = open();
        const slots = new Map<number, number>();
        for (const { id: changed, isAdded } of changes) {
          const slot = slots.get(changed);
          if (isAdded && slot === undefined) slots.set(changed, add(changed));
          else if (!isAdded && slot !== undefined) {
            slots.delete(changed);
            orders.delete(changed, slot);
          }
        }
        expect(orders.get(asked)?.slot).toBe(slots.get(asked));
        for (const [known, slot] of slots) expect(orders.get(known)?.slot).toBe(slot);
        const sorted = [...slots].sort(([a], [b]) => a - b).map(([, slot]) => slot);
        expect(orders.values().map(({ slot }) => slot)).toEqual(sorted);
      }),
    );
  });

  it('are found at home or away, though there have come to be more homes since', () => {
    const { orders, add } = open();
    // All but the first find somebody at home, of 256 homes and of 512 and 1,024 as well.
    const ids = Array.from({ length: 400 }, (_, index) => 1 + 1_024 * index);
    const slots = ids.map((id) => add(id));
    expect(ids.map((id) => orders.get(id)?.slot)).toEqual(slots);
    ids.forEach((id, index) => index % 2 === 0 && orders.delete(id, slots[index]!));
    expect(ids.map((id) => orders.get(id)?.slot)).toEqual(
      slots.map((slot, index) => (index % 2 === 0 ? undefined : slot)),
    );
  });

  it('are told apart where their ids differ only beyond 32 bits', () => {
    const { orders, add } = open();
    const far = 1 + 2 ** 32;
    const [first, second] = [add(1), add(far)];
    expect([orders.get(1)?.slot, orders.get(far)?.slot]).toEqual([first, second]);
    orders.delete(1, first);
    expect([orders.get(1), orders.get(far)?.slot]).toEqual([undefined, second]);
  });

  it('are told by seat, in the order of their ids', () => {
    const { orders, add } = open();
    for (const [id, seat] of [
      [5, 1],
      [3, 2],
      [70_000, 1],
      [4, 1],
    ] as const)
      add(id, seat);
    expect(orders.ofSeat(1).map(({ id }) => id)).toEqual([4, 5, 70_000]);
  });

  it.each([0, -1, 1.5, 1e15, NaN])('know nothing of %d, which was never given', (id) => {
    const { orders, add } = open();
    add(1);
    add(2);
    expect(orders.get(id)).toBeUndefined();
  });
});
