import { smaCross } from '@org/strategies';
import { defaultExport } from './default-export.ts';

describe('the default export of a strategy file', () => {
  it('is the strategy', () => {
    expect(defaultExport({ default: smaCross, other: 1 }, 'mine.ts')).toBe(smaCross);
  });

  it.each([
    [{}, 'no exports'],
    [{ a: 1, b: 2 }, 'no default export, only a, b'],
    [{ default: undefined }, 'a default export that is undefined'],
    [{ default: null }, 'a default export that is null'],
    [{ default: 3 }, 'a default export that is a number'],
    [{ default: [smaCross] }, 'a default export that is an array'],
    [{ default: class A {} }, 'a default export that is a class'],
    [{ default: () => smaCross }, 'a default export that is a function'],
    [{ default: Promise.resolve(smaCross) }, 'a default export that is a promise'],
    [{ default: {} }, 'a default export that is an empty object'],
    [{ default: { name: 'a', decide: 1 } }, 'a default export that is an object with name, decide'],
  ])('is not %j', (exports, found) => {
    expect(() => defaultExport(exports, 'mine.ts')).toThrow(
      `mine.ts: a strategy file exports its strategy by default; found ${found}; allowed: what defineStrategy gives. ` +
        'Write export default defineStrategy({ name, parameters, indicators, decide }).',
    );
  });

  it('is suggested when the strategy is exported by name', () => {
    expect(() => defaultExport({ mine: smaCross }, 'mine.ts')).toThrow(/Write export default mine\.$/);
  });
});
