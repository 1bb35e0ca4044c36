import * as momentum from './momentum.ts';
import * as overlap from './overlap.ts';
import * as price from './price.ts';
import * as statistics from './statistics.ts';
import * as structure from './structure.ts';
import * as trend from './trend.ts';
import * as volatility from './volatility.ts';
import * as volume from './volume.ts';

const chapters: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  momentum,
  overlap,
  price,
  statistics,
  structure,
  trend,
  volatility,
  volume,
};

describe('a chapter', () => {
  it.each(Object.entries(chapters))('%s lists what it exports, by name', (name, chapter) => {
    const { [name]: list, ...exported } = chapter;
    const names = Object.keys(exported).sort();
    expect(list).toEqual(names.map((each) => exported[each]));
    expect(names).not.toHaveLength(0);
  });
});
