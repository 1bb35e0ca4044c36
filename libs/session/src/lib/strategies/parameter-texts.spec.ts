import { parametersFor, parseParameterText } from './parameter-texts.ts';

describe('a parameter in text', () => {
  it.each([
    ['fast=20', { strategy: null, name: 'fast', value: '20' }],
    ['sma-cross.fast=20', { strategy: 'sma-cross', name: 'fast', value: '20' }],
    ['note=a=b', { strategy: null, name: 'note', value: 'a=b' }],
    ['ratio=1.5', { strategy: null, name: 'ratio', value: '1.5' }],
    ['empty=', { strategy: null, name: 'empty', value: '' }],
    ['text=two\nlines', { strategy: null, name: 'text', value: 'two\nlines' }],
  ])('has a name and a value, and may name its strategy: %j', (text, parsed) => {
    expect(parseParameterText(text)).toEqual(parsed);
  });

  it.each(['', 'fast', '=20', '.fast=20', 'fast 20', '1st=20', 'a.b.c=1'])(
    'is refused otherwise: %j',
    (text) => {
      expect(() => parseParameterText(text)).toThrow(
        `--set takes a parameter and its value; found ${JSON.stringify(text)}`,
      );
    },
  );
});

describe('the parameters of a strategy', () => {
  const texts = ['fast=1', 'grid.levels=7', 'slow=9', 'sma-cross.fast=3', 'grid.fast=5'].map(
    parseParameterText,
  );

  it('are those for all and its own, later ones winning', () => {
    expect(parametersFor('sma-cross', texts)).toEqual({ fast: '3', slow: '9' });
    expect(parametersFor('grid', texts)).toEqual({ fast: '5', levels: '7', slow: '9' });
    expect(parametersFor('other', texts)).toEqual({ fast: '1', slow: '9' });
  });
});
