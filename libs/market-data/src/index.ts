export { firstIndexAt, seriesOf, sliceSeries } from './lib/series/candle-columns.ts';

export { CursorError } from './lib/cursors/candle-cursor.ts';
export type { CandleCursor, FeedName } from './lib/cursors/candle-cursor.ts';
export { seriesCursor } from './lib/cursors/series-cursor.ts';
export type { SeriesCursor } from './lib/cursors/series-cursor.ts';
export { aggregateCursor } from './lib/aggregation/aggregate-cursor.ts';
export { aggregateSeries } from './lib/aggregation/aggregate-series.ts';

export { Timeline, TimelineError } from './lib/timeline/timeline.ts';

export { parseCandleFileName } from './lib/reading/candle-file-name.ts';
export { readCandleFiles } from './lib/reading/read-candle-files.ts';
export type { CandleData, ReadOptions } from './lib/reading/read-candle-files.ts';
export { readSourceFile } from './lib/reading/source-file.ts';
export type { SourceFile } from './lib/reading/source-file.ts';

export { dataWarnings, reportOn } from './lib/report/data-report.ts';
export type { DataReport, FileFacts } from './lib/report/data-report.ts';
export { gapsWithin } from './lib/report/gaps.ts';
export { countOffTick } from './lib/report/off-tick.ts';
export type { Stretch, Stretches } from './lib/report/stretches.ts';

export { readInstruments } from './lib/instruments/read-instruments.ts';
export { writeInstruments } from './lib/instruments/write-instruments.ts';

export { replay$ } from './lib/replay/replay.ts';
export type { ReplayOptions, TimelineItem } from './lib/replay/replay.ts';

export { LocalBook } from './lib/order-book/local-book.ts';
export type { LocalBookOptions } from './lib/order-book/local-book.ts';
export { localBooks } from './lib/order-book/local-books.ts';
export type { LocalBooksOptions } from './lib/order-book/local-books.ts';
export { OrderBook } from './lib/order-book/order-book.ts';
export type { OrderBookOptions } from './lib/order-book/order-book.ts';
export { SnapshotDesk } from './lib/order-book/snapshot-desk.ts';
export type { SnapshotDeskOptions } from './lib/order-book/snapshot-desk.ts';

export { BarGatherer } from './lib/store/bar-gatherer.ts';
export { CandleStore } from './lib/store/candle-store.ts';
export type { StoredBars } from './lib/store/candle-store.ts';
export type { StoredFile } from './lib/store/part-columns.ts';
export { lockStore } from './lib/store/store-lock.ts';
export { spansBeside } from './lib/store/time-spans.ts';
export type { TimeSpan } from './lib/store/time-spans.ts';
