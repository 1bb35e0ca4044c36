import type { CandleSeries } from '@org/domain';
import type { FeedLayout } from './feed-layout.ts';
import type { FeedColumns } from './feed-plan.ts';

const NONE = new Float64Array();

/** Computes all values of a series at once. */
export function feedColumns({ indicators }: FeedLayout, series: CandleSeries): FeedColumns {
  const { openTime: time, open, high, low, close, volume } = series;
  const outputs: Float64Array[] = [];
  const places: FeedColumns['places'][number][] = [];
  for (const { row, options, source, depth } of indicators.values()) {
    const computed = row.run({ time, open, high, low, close, volume }, options, source ?? undefined);
    for (const output of row.outputs) {
      for (let age = 0; age < depth; age += 1) places.push({ output: outputs.length, age });
      outputs.push(computed[output] ?? NONE);
    }
  }
  return {
    outputs,
    places,
    valuesAt: (index) => places.map(({ output, age }) => outputs[output]?.[index - age] ?? NaN),
  };
}
