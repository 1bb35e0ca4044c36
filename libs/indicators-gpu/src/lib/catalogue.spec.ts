import * as library from '../index.ts';
import { indicators } from './catalogue.ts';

/** What the library exports and a row belongs to: `sma`, `rsi`, and so on. */
const exported = Object.entries(library)
  .filter(([, each]) => typeof each === 'function' && 'row' in each)
  .map(([name]) => name);

describe('the catalogue', () => {
  it('holds every indicator that the library exports, by its name, and no other', () => {
    expect(Array.from(indicators, ({ name }) => name).sort()).toEqual(exported.sort());
    expect(exported).toHaveLength(91);
  });
});
