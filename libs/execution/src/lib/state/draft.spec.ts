import { withItem, withLast } from './draft.ts';

describe('a list that is replaced', () => {
  it.each([[[]], [['a']], [['a', 'b']], [['a', 'b', 'c']]])('has one item more at its end: %j', (items) => {
    const before = Object.freeze(items);
    expect(withLast(before, 'z')).toEqual([...items, 'z']);
  });

  it.each([
    [['a'], 0, ['z']],
    [['a', 'b', 'c'], 1, ['a', 'z', 'c']],
  ])('has another item in the place of one: %j at %d', (items, index, expected) => {
    expect(withItem(Object.freeze(items), index, 'z')).toEqual(expected);
  });
});
