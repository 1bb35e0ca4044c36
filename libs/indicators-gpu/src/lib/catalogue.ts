import * as momentum from './chapters/momentum.ts';
import * as overlap from './chapters/overlap.ts';
import * as price from './chapters/price.ts';
import * as statistics from './chapters/statistics.ts';
import * as structure from './chapters/structure.ts';
import * as trend from './chapters/trend.ts';
import * as volatility from './chapters/volatility.ts';
import * as volume from './chapters/volume.ts';
import { Registry } from './indicator/registry.ts';
import type { Row } from './indicator/row.ts';

const chapters = [overlap, trend, momentum, volatility, volume, price, statistics, structure];

const rowsOf = (chapter: Readonly<Record<string, { readonly row: Row }>>): Row[] =>
  Object.values(chapter).map((indicator) => indicator.row);

/** Every indicator of the library, chapter by chapter: documents, tests and benchmarks loop over it. */
export const indicators = new Registry(chapters.flatMap(rowsOf));
