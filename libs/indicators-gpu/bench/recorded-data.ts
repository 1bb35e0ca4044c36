import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Bar } from '../src/index.ts';

/** The recorded data beside the repository, which a clone does not have. */
const folder = resolve(
  process.env['ONESTEP_SHARED'] ?? join(process.cwd(), ...upToRoot(process.cwd()), '..', 'shared'),
  'data',
);

function upToRoot(from: string): string[] {
  return existsSync(join(from, 'nx.json')) ? [] : ['..', '..'];
}

/** Whether recorded data is there, or must be: a test that requires it fails instead of being skipped. */
export const hasRecordedData =
  existsSync(folder) || (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');

export function readRecorded(path: string): string {
  const bytes = readFileSync(join(folder, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The columns of a CSV with a header and the time first, either in milliseconds or as a date. */
export function readBars(path: string): Record<keyof Bar, Float64Array> {
  const lines = readRecorded(path).trim().split('\n').slice(1);
  const cells = lines.map((line) => line.split(','));
  const column = (at: number) => Float64Array.from(cells, (row) => Number(row[at]));
  return {
    time: Float64Array.from(cells, ([time = '']) => (/^\d+$/.test(time) ? Number(time) : Date.parse(time))),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
  };
}
