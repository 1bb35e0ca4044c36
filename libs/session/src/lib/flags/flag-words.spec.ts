import { flagWords } from './flag-words.ts';

describe('the words of a flag', () => {
  const description = 'which synthetic market';

  it('say what it is', () => {
    expect(flagWords({ description })).toBe('which synthetic market');
  });

  it.each([
    ['7', '7'],
    [600, '600'],
    [['synthetic'], 'synthetic'],
    [['a.csv', 'b.csv'], 'a.csv b.csv'],
  ])('show the default %j as it is typed', (defaultValue, text) => {
    expect(flagWords({ description, defaultValue })).toBe(`which synthetic market (default: ${text})`);
  });
});
