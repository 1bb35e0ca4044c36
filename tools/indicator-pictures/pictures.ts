import { indicators } from '@org/indicators-gpu';
import { picture } from './picture.ts';
import { sampleMarket } from './sample-market.ts';

/** The picture of every indicator, by the name of its file. */
export function pictures(): ReadonlyMap<string, string> {
  const market = sampleMarket();
  return new Map(Array.from(indicators, (row) => [`${row.name}.svg`, picture(row, market)]));
}
