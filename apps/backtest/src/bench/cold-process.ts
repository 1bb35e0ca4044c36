import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runProcess } from './command-line.ts';
import type { Scenario } from './scenario.ts';
import { must } from './scenario.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const SHARED = process.env['ONESTEP_SHARED'] ?? join(ROOT, '../shared');
const FILE = join(SHARED, 'data/klines/BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz');

const statistics = z.object({ tradeCount: z.number().int().min(100), totalReturn: z.number() });

/** The whole process over seven years of recorded hours; null where they are not at hand. */
export function coldProcess(): Scenario | null {
  if (!existsSync(FILE)) return null;
  const args = ['run', '--data', FILE, '--json'];
  return {
    name: 'the process over 58,419 recorded bars, from a cold start to the statistics',
    target: 1.5,
    unit: 's',
    scales: true,
    check: () => {
      const { tradeCount } = statistics.parse(JSON.parse(runProcess(args, ROOT)));
      must(tradeCount > 0, 'no trade');
      return `${tradeCount} trades`;
    },
    measure: () => {
      const start = performance.now();
      runProcess(args, ROOT);
      return (performance.now() - start) / 1_000;
    },
  };
}
