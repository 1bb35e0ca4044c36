import type { Order } from '@org/domain';
import fc from 'fast-check';
import { anOrder, BTCUSDT, BUY, OPEN_LIMITS, Session, wanting } from '../../testing/desk-fixture.ts';
import { OrderLists } from './order-lists.ts';

const IDS = ['first', 'second'] as const;
const strategies = IDS.map((id) => wanting([[BUY]], { id }));
const { desk } = new Session(strategies, OPEN_LIMITS, [BTCUSDT]);
const [first, second] = desk.seats;
if (first === undefined || second === undefined) throw new Error('two seats are expected');

const orderOf = (sequence: number, strategyId: string, purpose: Order['purpose'] = 'stop') =>
  anOrder({ sequence, strategyId, purpose });
const numbers = (orders: readonly Order[]) => orders.map(({ sequence }) => sequence);

describe('the lists of working orders', () => {
  it('tell the orders of each strategy, and the entries of all', () => {
    const lists = new OrderLists(desk, [
      orderOf(1, 'first', 'entry'),
      orderOf(2, 'second'),
      orderOf(5, 'first'),
    ]);
    expect([lists.of(first), lists.of(second), lists.entries].map(numbers)).toEqual([[1, 5], [2], [1]]);
  });

  it('leave what they were given as it is', () => {
    const given = Object.freeze([orderOf(1, 'first'), orderOf(2, 'second')]);
    const lists = new OrderLists(desk, given);
    expect(lists.all).toBe(given);
    lists.remove(0);
    lists.add(orderOf(3, 'first'));
    expect([numbers(given), numbers(lists.all)]).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  it('are what a look through all orders would give, whatever is added, replaced and removed', () => {
    const change = fc.record({
      what: fc.constantFrom('add', 'replace', 'remove', 'ask'),
      sequence: fc.nat({ max: 30 }),
      strategyId: fc.constantFrom(...IDS),
      purpose: fc.constantFrom('entry', 'exit', 'stop', 'target'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const lists = new OrderLists(desk, []);
        for (const { what, sequence, strategyId, purpose } of changes) {
          const index = numbers(lists.all).indexOf(sequence);
          const there = lists.all[index];
          if (what === 'add' && there === undefined) lists.add(orderOf(sequence, strategyId, purpose));
          if (what === 'replace' && there !== undefined) lists.replace(index, { ...there, reason: 'new' });
          if (what === 'remove') lists.remove(index);
          if (what === 'ask')
            expect(lists.of(first)).toEqual(lists.all.filter(({ strategyId: id }) => id === 'first'));
        }
        expect(numbers(lists.all)).toEqual(numbers(lists.all).toSorted((a, b) => a - b));
        expect(lists.of(first)).toEqual(lists.all.filter(({ strategyId }) => strategyId === 'first'));
        expect(lists.of(second)).toEqual(lists.all.filter(({ strategyId }) => strategyId === 'second'));
        expect(lists.entries).toEqual(lists.all.filter(({ purpose }) => purpose === 'entry'));
      }),
    );
  });

  it('keep a sum while they grow at the end, and no longer', () => {
    const lists = new OrderLists(desk, [orderOf(1, 'first'), orderOf(3, 'first')]);
    const counted = () => lists.tally('buys', 0).counted;
    const countAll = () => (lists.tally('buys', 0).counted = lists.all.length);
    countAll();
    lists.add(orderOf(7, 'first'));
    expect([counted(), lists.tally('buys', 1).counted, lists.tally('exits', 0).counted]).toEqual([2, 0, 0]);
    const changes = [
      () => lists.add(orderOf(5, 'first')),
      () => lists.replace(1, orderOf(3, 'first', 'entry')),
      () => lists.remove(0),
      () => lists.touch(),
    ];
    for (const change of changes) {
      countAll();
      change();
      expect(counted()).toBe(0);
    }
  });
});
