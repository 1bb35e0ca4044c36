import type { CandleSeries, Interval } from '@org/domain';
import { InputError } from '@org/domain';
import { feedOfFile } from './candle-file-name.ts';
import { detectLayout } from './candle-layout.ts';
import { checkRows } from './check-rows.ts';
import { scanRows } from './scan-rows.ts';
import type { SourceFile } from './source-file.ts';
import { readSourceFile } from './source-file.ts';

/** The bars of one file. Bar `i` stands in line `firstLine + i`. */
export interface CandlePiece {
  readonly file: SourceFile;
  readonly firstLine: number;
  readonly series: CandleSeries;
}

/**
 * Reads one file and makes sure that its bars can be those of a market.
 *
 * @throws InputError for each way in which they cannot, with file and line.
 */
export function readCandlePiece(
  path: string,
  told: { readonly symbol?: string; readonly interval?: Interval },
): CandlePiece {
  const file = readSourceFile(path);
  const { symbol, interval } = feedOfFile(path, told);
  const layout = detectLayout(path, file.bytes);
  const rows = scanRows(path, file.bytes, layout);
  if (rows.openTime.length === 0) {
    throw new InputError('no-bars', {
      what: 'the file holds no bars',
      place: { file: path },
      found: 'a header alone',
      allowed: 'at least one bar',
    });
  }
  checkRows(path, layout.firstLine, rows, interval);
  const { openTime, open, high, low, close, volume } = rows;
  return {
    file,
    firstLine: layout.firstLine,
    series: { symbol, interval, openTime, open, high, low, close, volume },
  };
}
