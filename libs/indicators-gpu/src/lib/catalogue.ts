import { momentum } from './chapters/momentum.ts';
import { overlap } from './chapters/overlap.ts';
import { price } from './chapters/price.ts';
import { statistics } from './chapters/statistics.ts';
import { structure } from './chapters/structure.ts';
import { trend } from './chapters/trend.ts';
import { volatility } from './chapters/volatility.ts';
import { volume } from './chapters/volume.ts';
import { Registry } from './indicator/registry.ts';
import type { Row } from './indicator/row.ts';

/** Every indicator of the library, chapter by chapter: documents, tests and benchmarks loop over it. */
export const indicators = catalogueOf(
  overlap,
  trend,
  momentum,
  volatility,
  volume,
  price,
  statistics,
  structure,
);

/* @__NO_SIDE_EFFECTS__ */
function catalogueOf(...chapters: readonly (readonly { readonly row: Row }[])[]): Registry {
  return new Registry(chapters.flatMap((chapter) => chapter.map(({ row }) => row)));
}
