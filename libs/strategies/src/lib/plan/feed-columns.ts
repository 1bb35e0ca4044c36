import type { CandleSeries } from '@org/domain';
import type { FeedLayout } from './feed-layout.ts';
import type { ColumnRoom, FeedColumns } from './feed-plan.ts';

const NEW_COLUMNS: ColumnRoom = { take: (length) => new Float64Array(length) };

/** Computes all values of a series at once. */
export function feedColumns(
  { indicators }: FeedLayout,
  series: CandleSeries,
  room: ColumnRoom = NEW_COLUMNS,
): FeedColumns {
  const { openTime: time, open, high, low, close, volume } = series;
  const outputs: Float64Array[] = [];
  const places: FeedColumns['places'][number][] = [];
  for (const { row, options, source, depth } of indicators.values()) {
    const columns = new Map(row.outputs.map((output) => [output, room.take(time.length)]));
    row.fill(
      { time, open, high, low, close, volume },
      Object.fromEntries(columns),
      options,
      source ?? undefined,
    );
    for (const column of columns.values()) {
      for (let age = 0; age < depth; age += 1) places.push({ output: outputs.length, age });
      outputs.push(column);
    }
  }
  return {
    outputs,
    places,
    valuesAt: (index) => places.map(({ output, age }) => outputs[output]?.[index - age] ?? NaN),
  };
}
