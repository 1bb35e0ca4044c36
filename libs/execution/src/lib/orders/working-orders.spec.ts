import fc from 'fast-check';
import { anOrder, BUY, cancelled, closedBar, Session, wanting } from '../../testing/desk-fixture.ts';
import { indexOfSequence, workingOrder } from './working-orders.ts';

const orders = [2, 3, 7].map((sequence) => anOrder({ sequence }));

describe('the list of working orders', () => {
  it('finds an order by its number, and -1 where there is none', () => {
    expect([2, 3, 7, 1, 5, 8].map((sequence) => indexOfSequence(orders, sequence))).toEqual([
      0, 1, 2, -1, -1, -1,
    ]);
  });

  it('finds every order of any ascending list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 40 }), (numbers) => {
        const list = numbers.sort((a, b) => a - b).map((sequence) => anOrder({ sequence }));
        list.forEach(({ sequence }, index) => expect(indexOfSequence(list, sequence)).toBe(index));
      }),
    );
  });
});

describe('a working order', () => {
  it('is found by its id until it has ended; ids of others find nothing', () => {
    const session = new Session([wanting([[BUY]])]);
    session.take(closedBar(0, 50_000));
    const find = (id: string) => workingOrder(session.desk, session.state, id)?.purpose;
    expect(['os-1', 'os-01', 'os-2', 'web-1'].map(find)).toEqual(['entry', undefined, undefined, undefined]);
    session.take(cancelled('os-1'));
    expect(find('os-1')).toBeUndefined();
  });
});
