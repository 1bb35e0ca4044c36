import fc from 'fast-check';
import { SlotTable } from './slot-table.ts';

function slotsOf(table: SlotTable, hash: number): number[] {
  const found: number[] = [];
  for (let cell = table.first(hash); cell !== -1; cell = table.next(cell, hash)) {
    found.push(table.slotAt(cell));
  }
  return found.sort((a, b) => a - b);
}

describe('a table of slots', () => {
  it('finds every slot under its hash, whatever has been added and taken out before', () => {
    // Few hashes, so that most are in each other's way, and enough slots for the table to grow twice.
    const step = fc.record({ hash: fc.integer({ min: -3, max: 60 }), isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const table = new SlotTable();
        const expected = new Map<number, number[]>();
        let slot = 1;
        for (const { hash, isAdded } of steps) {
          const known = expected.get(hash) ?? [];
          if (isAdded) {
            table.add(hash, slot);
            expected.set(hash, [...known, slot++]);
          } else if (known.length > 0) {
            table.delete(hash, known[0]!);
            expected.set(hash, known.slice(1));
          }
        }
        for (const [hash, slots] of expected) expect(slotsOf(table, hash)).toEqual(slots);
      }),
    );
  });

  it('knows nothing of a hash that nothing was added under', () => {
    const table = new SlotTable();
    table.add(5, 1);
    expect(table.first(21)).toBe(-1);
    table.delete(21, 1);
    expect(slotsOf(table, 5)).toEqual([1]);
  });
});
