import { randomBars } from '../../bench/series.ts';
import * as library from '../index.ts';
import { indicators } from './catalogue.ts';

/** Outputs that tell a side, beside a price that is drawn. */
const flags = new Set(['direction', 'kind']);

/** What the library exports and a row belongs to: `sma`, `rsi`, and so on. */
const exported = Object.entries(library)
  .filter(([, each]) => typeof each === 'function' && 'row' in each)
  .map(([name]) => name);

describe('the catalogue', () => {
  it('holds every indicator that the library exports, by its name, and no other', () => {
    expect(Array.from(indicators, ({ name }) => name).sort()).toEqual(exported.sort());
    expect(exported).toHaveLength(91);
  });

  it('draws over the prices only what is a price', () => {
    const bars = randomBars(300, 3);
    const below = Array.from(indicators).flatMap((row) =>
      Object.entries(row.overlay ? row.run(bars) : {})
        .filter(([output, values]) => !flags.has(output) && values.some((value) => value < 0))
        .map(([output]) => `${row.name}.${output}`),
    );
    expect(below).toEqual([]);
  });
});
