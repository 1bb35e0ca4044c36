import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CandleSeries } from '@org/domain';
import { readCandleFiles } from '@org/market-data';

const SHARED = process.env['ONESTEP_SHARED'] ?? join(__dirname, '../../../../../shared');
const required = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');

/** Whether what needs recorded data runs: where there is some, and where `ONESTEP_REQUIRE` demands it. */
export const hasRecordedData = existsSync(join(SHARED, 'data')) || required;

/** The recorded bars of one file of klines. */
export function recordedSeries(name: string): CandleSeries {
  const [data] = readCandleFiles([join(SHARED, 'data', 'klines', name)]);
  if (data === undefined) throw new RangeError(`${name} holds no bars`);
  return data.series;
}
