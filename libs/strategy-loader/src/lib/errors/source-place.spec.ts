import { placeAbove, placeOf } from './source-place.ts';

describe('a place in a source', () => {
  it.each([
    [0, { line: 1, column: 1 }],
    [2, { line: 1, column: 3 }],
    [3, { line: 2, column: 1 }],
    [5, { line: 3, column: 2 }],
  ])('of offset %i is %j', (offset, place) => {
    expect(placeOf(offset, 'ab\n\ncd')).toEqual(place);
  });
});

describe('the place above a stack', () => {
  it('is its file, its line, and the column of the first caret', () => {
    expect(
      placeAbove('file:///a b.ts:12\nconst a;\n  const b = ^;\n      ^^^^\n\nSyntaxError: x\n    at f'),
    ).toEqual({
      source: 'file:///a b.ts',
      line: 12,
      column: 7,
    });
  });

  it('may lack carets', () => {
    expect(placeAbove('[stdin]:3\n')).toEqual({ source: '[stdin]', line: 3 });
  });

  it.each(['', 'SyntaxError: x\n    at f (a.ts:1:2)'])('is not there in %j', (stack) => {
    expect(placeAbove(stack)).toBeUndefined();
  });
});
