import { z } from 'zod';
import { rehearse } from '../../testing.ts';
import { defineStrategy } from '../definition/define-strategy.ts';
import { hold } from '../intents/step.ts';
import { StateWatch } from './state-watch.ts';

class Position {
  readonly size = 1;
}

function messageOf(state: unknown): string {
  try {
    new StateWatch('mine').take(state);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'taken';
}

const itself: { inner: { again?: unknown } } = { inner: {} };
itself.inner.again = itself;
const twice = [1, 2];

describe('the watch over the states of a strategy', () => {
  it.each([
    ['nothing', null],
    ['plain data', { last: 1.5, seen: ['a', true, null], deep: { more: [{}] } }],
    ['the same list in two places', { one: twice, other: twice }],
  ])('lets %s pass', (_what, state) => {
    expect(messageOf(state)).toBe('taken');
  });

  it.each([
    ['a Map', { seen: new Map() }, 'state.seen, an instance of Map'],
    ['a Date', { since: new Date(0) }, 'state.since, an instance of Date'],
    ['a BigInt', [{ size: 1n }], 'state.0.size, bigint'],
    ['NaN', { last: { close: NaN } }, 'state.last.close, NaN'],
    ['an infinite number', { lowest: -Infinity }, 'state.lowest, -Infinity'],
    ['a field that is undefined', { stop: undefined }, 'state.stop, undefined'],
    ['a hole in a list', { list: Object.assign(new Array(2), { 0: 1 }) }, 'state.list.1, undefined'],
    ['a cycle', itself, 'state.inner.again, which holds itself'],
    ['an instance of a class', { held: new Position() }, 'state.held, an instance of Position'],
    ['no state at all', undefined, 'state, undefined'],
  ])('refuses %s by its path', (_what, state, found) => {
    expect(messageOf(state)).toBe(
      `strategy mine has state that JSON would not bring back; found ${found}; ` +
        'allowed: finite numbers, texts, booleans, nulls, and lists and objects of them',
    );
  });

  it('looks at the first 64 states, and then at every one whose number is a power of two', () => {
    const looked: number[] = [];
    const watch = new StateWatch('mine');
    for (let number = 1; number <= 600; number++) {
      try {
        watch.take(NaN);
      } catch {
        looked.push(number);
      }
    }
    expect(looked).toEqual([...Array.from({ length: 64 }, (_, index) => index + 1), 128, 256, 512]);
  });

  it('stands beside every strategy that decides', () => {
    const forgetful = defineStrategy({
      name: 'forgetful',
      parameters: z.object({}),
      state: () => ({ bars: 0, ratio: 1 }),
      decide: ({ bars }) => hold({ bars: bars + 1, ratio: bars < 9 ? 1 : NaN }),
    });
    expect(() => rehearse(forgetful)).toThrow(
      'strategy forgetful has state that JSON would not bring back; found state.ratio, NaN;',
    );
  });
});
