import { anOrder, BUY, Session, wanting } from '../../testing/desk-fixture.ts';
import { Turn } from './turn.ts';

const { desk, state } = new Session([wanting([[BUY]])]);
const given = Object.freeze({
  ...state,
  marks: Object.freeze([50_000]),
  bars: Object.freeze([null]),
  orders: Object.freeze([2, 3, 7].map((sequence) => anOrder({ sequence }))),
  nextSequence: 8,
});
const sequences = (turn: Turn) => turn.state.orders.map(({ sequence }) => sequence);

describe('a turn', () => {
  it('has the very state that it was given until something changes', () => {
    expect(new Turn(desk, given).state).toBe(given);
  });

  it('edits a draft, never what it was given', () => {
    const turn = new Turn(desk, given);
    turn.edit().time = 5;
    turn.edit().marks[0] = 51_000;
    expect([turn.state.time, turn.state.marks]).toEqual([5, [51_000]]);
    expect([given.time, given.marks]).toEqual([0, [50_000]]);
  });

  it('replaces and removes orders in a list of its own', () => {
    const turn = new Turn(desk, given);
    turn.replaceOrder(1, anOrder({ sequence: 3, reason: 'new' }));
    expect(turn.state.orders.map(({ reason }) => reason)).toEqual(['test', 'new', 'test']);
    turn.removeOrder(0);
    expect(sequences(turn)).toEqual([3, 7]);
    expect(given.orders.map(({ sequence, reason }) => [sequence, reason])).toEqual([
      [2, 'test'],
      [3, 'test'],
      [7, 'test'],
    ]);
  });

  it('keeps orders sorted by number, and a number that was taken stays taken', () => {
    const turn = new Turn(desk, given);
    turn.addOrder(anOrder({ sequence: 8 }));
    expect([sequences(turn), turn.state.nextSequence]).toEqual([[2, 3, 7, 8], 9]);
    turn.addOrder(anOrder({ sequence: 5 }));
    expect([sequences(turn), turn.state.nextSequence]).toEqual([[2, 3, 5, 7, 8], 9]);
  });

  it('begins the next step on the same draft, without commands', () => {
    const turn = new Turn(desk, given);
    turn.edit().time = 5;
    turn.alert('test', 'nothing');
    const draft = turn.state;
    turn.restart();
    expect(turn.commands).toEqual([]);
    expect(turn.state).toBe(draft);
    turn.edit().time = 6;
    expect(turn.state).toBe(draft);
  });

  it('adds commands to one list, so that a strategy with thousands of wishes is answered in linear time', () => {
    const turn = new Turn(desk, given);
    const codes = ['a', 'b', 'c', 'd', 'e'];
    const lists = codes.map((code) => {
      turn.alert(code, 'nothing');
      return turn.commands;
    });
    expect(turn.commands).toMatchObject(codes.map((code) => ({ code })));
    expect(lists.slice(2)).toEqual(Array.from({ length: 3 }, () => turn.commands));
    expect(new Set(lists.slice(1)).size).toBe(1);

    turn.restart();
    turn.alert('f', 'nothing');
    expect(lists.at(-1)).toHaveLength(codes.length);
    expect(turn.commands).toHaveLength(1);
  });
});
