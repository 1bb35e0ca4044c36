import type { FeedData } from './feed-rows.ts';
import { FeedRows } from './feed-rows.ts';
import { barByBar, columnByColumn } from './row-layout.ts';

/** What a cell holds that no bar stands in. */
const NONE = NaN;

/** Puts what the bars of all feeds are asked for most into one table, some bars of each at a time. */
export function layOutBars(feeds: readonly FeedData[]): readonly FeedRows[] {
  const layoutOf = feeds.length === 1 ? columnByColumn : barByBar;
  const layouts = feeds.map(({ values }) => layoutOf(values));
  const cells = new Float64Array(
    layouts.reduce((sum, { before, rows, columns }) => sum + (before + rows) * columns, 0),
  ).fill(NONE);
  const known = new Map<string, readonly number[]>();
  let end = 0;
  return feeds.map((feed, at) => {
    const layout = layouts[at]!;
    const begin = end + layout.before * layout.rowStep;
    end += (layout.before + layout.rows) * layout.columns;
    return new FeedRows(feed, layout, cells, begin, shared(layout.offsets, known));
  });
}

/** Lists that say the same are one list. */
function shared(offsets: readonly number[], known: Map<string, readonly number[]>): readonly number[] {
  const key = offsets.join();
  const same = known.get(key) ?? offsets;
  known.set(key, same);
  return same;
}
