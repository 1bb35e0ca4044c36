import { wrapWords } from './wrap-words.ts';

describe('a text in lines', () => {
  it('is broken at spaces, as late as its width allows', () => {
    expect(wrapWords('no new entries, stops stay', 11)).toEqual(['no new', 'entries,', 'stops stay']);
  });

  it('is one line where there is room', () => {
    expect(wrapWords('no new entries', Infinity)).toEqual(['no new entries']);
  });

  it('keeps a word whole that is longer than a line', () => {
    expect(wrapWords('to /a/long/path it goes', 7)).toEqual(['to', '/a/long/path', 'it goes']);
  });
});
