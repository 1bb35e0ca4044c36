import { together, wrapWords } from './wrap-words.ts';

describe('a text in lines', () => {
  it('is broken at spaces, as late as its width allows', () => {
    expect(wrapWords('no new entries, stops stay', 11)).toEqual(['no new', 'entries,', 'stops stay']);
  });

  it('is one line where there is room', () => {
    expect(wrapWords('no new entries', Infinity)).toEqual(['no new entries']);
  });

  it('is not broken where words stand together, which shows in nothing else', () => {
    const limits = ['stop 3%', 'open orders 20'].map(together).join(', ');
    expect(wrapWords(limits, 16)).toEqual(['stop 3%,', 'open orders 20']);
    expect(wrapWords(limits, Infinity)).toEqual(['stop 3%, open orders 20']);
  });

  it('keeps a word whole that is longer than a line', () => {
    expect(wrapWords('to /a/long/path it goes', 7)).toEqual(['to', '/a/long/path', 'it goes']);
  });
});
