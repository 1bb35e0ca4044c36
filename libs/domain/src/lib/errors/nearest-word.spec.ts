import { nearestWord } from './nearest-word.ts';

describe('the nearest word', () => {
  const names = ['stopLoss', 'maxPosition', 'maxDrawdown'];

  it.each([
    ['stopLos', 'stopLoss'],
    ['stoploss', 'stopLoss'],
    ['stopLosss', 'stopLoss'],
    ['maxPostion', 'maxPosition'],
    ['maxDrawDwon', 'maxDrawdown'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearestWord(word, names)).toBe(meant);
  });

  it('is none when too much differs', () => {
    expect(nearestWord('colour', names)).toBeUndefined();
    expect(nearestWord('', names)).toBeUndefined();
    expect(nearestWord('word', [])).toBeUndefined();
  });

  it('does not take a short word for another that shares no letter', () => {
    expect(nearestWord('ab', ['cd'])).toBeUndefined();
  });

  it('takes the first of equally near ones', () => {
    expect(nearestWord('sma-crosx', ['sma-cross', 'sma-crost'])).toBe('sma-cross');
  });
});
