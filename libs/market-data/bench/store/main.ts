import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '@duckdb/node-api';
import { machine, median, yardstickMs } from '@org/bench';
import type { CandleSeries } from '@org/domain';
import { minutes } from './minutes.ts';
import type { Reader } from './readers.ts';
import { openReaders } from './readers.ts';

/**
 * The hot path before a backtest over a store: a million minutes, two years in 23 files, from Parquet into the columns
 * of a series, soundness of every bar checked. The answers of all readers must be the same bits before any clock runs.
 */
const SEED = 7;
const ROUNDS = 5;
const TARGET = 6_000_000;

const { values } = parseArgs({ options: { small: { type: 'boolean' }, check: { type: 'boolean' } } });
const bars = values.small === true ? 60_000 : 1_000_000;
const series = minutes(bars, SEED);
const folder = mkdtempSync(join(tmpdir(), 'bench-store-'));
const readers = await openReaders(folder, series);

function fingerprint({ openTime, open, high, low, close, volume }: CandleSeries): string {
  const hash = createHash('sha256');
  for (const column of [openTime, open, high, low, close, volume]) hash.update(column);
  return `${openTime.length} ${hash.digest('hex')}`;
}

/** Rows a second by the clock on the wall, and µs of processor time a thousand rows. */
async function measure({ read }: Reader): Promise<{ readonly rate: number; readonly cpu: number }> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  await read();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { rate: (bars / ms) * 1000, cpu: ((user + system) / bars) * 1000 };
}

const digits = (value: number) => Math.round(value).toLocaleString('en-US').replaceAll(',', ' ');

try {
  const expected = fingerprint(series);
  for (const { name, read } of readers) {
    if (fingerprint(await read()) !== expected) throw new Error(`wrong answer: ${name}`);
    console.log(`answer: ${name}: ${digits(bars)} bars, the same bits as were written`);
  }
  if (values.small !== true) {
    const yardstick = yardstickMs();
    console.log(
      `machine ${machine()}; DuckDB ${version()}; seed ${SEED}; yardstick ${yardstick.toFixed(2)} ms (targets hold at 1.00 ms and scale with it)`,
    );
    const figures = readers.map((): { rate: number; cpu: number }[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, reader] of readers.entries()) figures[index]?.push(await measure(reader));
    }
    let met = true;
    readers.forEach(({ name }, index) => {
      const rate = median(figures[index]?.map((figure) => figure.rate) ?? []);
      const cpu = median(figures[index]?.map((figure) => figure.cpu) ?? []);
      const told = `${digits(rate)} rows/s, ${digits(cpu)} µs of processor time a thousand rows`;
      if (index > 0) {
        console.log(`beside it, ${name}: ${told}`);
        return;
      }
      met = rate * yardstick >= TARGET;
      console.log(`${name}: at least ${digits(TARGET)} rows/s, ${told}, ${met ? 'met' : 'missed'}`);
    });
    if (!met && values.check === true) process.exitCode = 1;
  }
} finally {
  for (const { close } of readers) await close();
  rmSync(folder, { recursive: true });
}
