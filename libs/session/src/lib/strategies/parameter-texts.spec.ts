import { parametersFor, parseParameterTexts } from './parameter-texts.ts';

describe('a parameter in text', () => {
  it.each([
    ['fast=20', { strategy: null, name: 'fast', value: '20' }],
    ['sma-cross.fast=20', { strategy: 'sma-cross', name: 'fast', value: '20' }],
    ['note=a=b', { strategy: null, name: 'note', value: 'a=b' }],
    ['ratio=1.5', { strategy: null, name: 'ratio', value: '1.5' }],
    ['empty=', { strategy: null, name: 'empty', value: '' }],
    ['text=two\nlines', { strategy: null, name: 'text', value: 'two\nlines' }],
  ])('has a name and a value, and may name its strategy: %j', (text, parsed) => {
    expect(parseParameterTexts([text])).toEqual([parsed]);
  });

  it.each(['', 'fast', '=20', '.fast=20', 'fast 20', '1st=20', 'a.b.c=1'])(
    'is refused otherwise: %j',
    (text) => {
      expect(() => parseParameterTexts([text])).toThrow(
        `--set takes a parameter and its value; found ${JSON.stringify(text)}`,
      );
    },
  );
});

describe('a parameter that is set twice', () => {
  it.each([
    [['fast=1', 'slow=9', 'fast=2'], '--set gives fast twice; found fast=1 and fast=2'],
    [['fast=1', 'fast=1'], '--set gives fast twice; found fast=1 and fast=1'],
    [['grid.fast=1', 'grid.fast=2'], '--set gives grid.fast twice; found grid.fast=1 and grid.fast=2'],
  ])('is refused with both values: %j', (texts, message) => {
    expect(() => parseParameterTexts(texts)).toThrow(message);
  });

  it('for different strategies, or for all and for one, is set once for each', () => {
    expect(parseParameterTexts(['fast=1', 'grid.fast=2', 'sma-cross.fast=3'])).toHaveLength(3);
  });
});

describe('the parameters of a strategy', () => {
  const texts = parseParameterTexts(['sma-cross.fast=3', 'fast=1', 'grid.levels=7', 'slow=9', 'grid.fast=5']);

  it('are those for all and its own, which come before those for all wherever they stand', () => {
    expect(parametersFor('sma-cross', texts)).toEqual({ fast: '3', slow: '9' });
    expect(parametersFor('grid', texts)).toEqual({ fast: '5', levels: '7', slow: '9' });
    expect(parametersFor('other', texts)).toEqual({ fast: '1', slow: '9' });
  });
});
