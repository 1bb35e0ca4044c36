import type { CandleSeries, Interval } from '@org/domain';
import { InputError } from '@org/domain';
import type { DataReport } from '../report/data-report.ts';
import { reportOn } from '../report/data-report.ts';
import { compareFeeds } from '../series/compare-feeds.ts';
import type { CandlePiece } from './candle-piece.ts';
import { readCandlePiece } from './candle-piece.ts';
import { joinPieces } from './join-pieces.ts';

/** What the names of the files leave open. */
export interface ReadOptions {
  readonly symbol?: string;
  readonly interval?: Interval;
}

/** Recorded bars and what is to be known about them. */
export interface CandleData {
  readonly series: CandleSeries;
  readonly report: DataReport;
}

/**
 * Reads candle files, plain, gzip or zip: `open_time,open,high,low,close,volume` with that header, or Binance's own
 * with 12 columns, with or without header, in milliseconds or microseconds. Files of one symbol and interval are joined;
 * the result has one entry for each symbol and interval, by symbol, then interval from short to long. Symbol and
 * interval come from a file's name (`BTCUSDT-1h-…`), else from the options.
 *
 * Bars that are missing are counted in the report and never made up.
 *
 * @throws InputError `no-files` without any path; those of `readSourceFile`; and with file and line what cannot be a
 * market's bars: `feed-unknown`, `feed-contradicted`, `banner-line`, `columns-wrong`, `no-bars`, `number-malformed`,
 * `time-malformed`, `bar-twice`, `bars-not-ascending`, `intervals-mixed`, `price-not-positive`, `high-below-low`,
 * `price-outside-bar`, `volume-negative`, and `overlap-disagrees` for two files that tell one bar differently.
 */
export function readCandleFiles(paths: readonly string[], options: ReadOptions = {}): readonly CandleData[] {
  if (paths.length === 0) {
    throw new InputError('no-files', { what: 'there is nothing to read', allowed: 'at least one file' });
  }
  const feeds = new Map<string, [CandlePiece, ...CandlePiece[]]>();
  for (const path of paths) {
    const piece = readCandlePiece(path, options);
    const feed = `${piece.series.symbol} ${piece.series.interval}`;
    const before = feeds.get(feed);
    if (before === undefined) feeds.set(feed, [piece]);
    else before.push(piece);
  }
  return [...feeds.values()].map(withReport).sort((a, b) => compareFeeds(a.series, b.series));
}

function withReport(pieces: [CandlePiece, ...CandlePiece[]]): CandleData {
  const series = joinPieces(pieces);
  const files = pieces.map(({ file, series: { openTime } }) => ({
    name: file.name,
    sha256: file.sha256,
    bars: openTime.length,
  }));
  return { series, report: reportOn(series, files) };
}
