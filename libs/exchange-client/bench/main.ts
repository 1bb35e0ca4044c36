import { cpus } from 'node:os';
import { cache } from './cache.ts';
import { latency } from './latency.ts';
import { orders } from './orders.ts';
import { isMet, lineOf } from './target.ts';
import { yardstick } from './yardstick.ts';

/**
 * What the client must do, beside its rivals. Servers are processes of their own, and every answer is checked before its
 * figure counts. `--small` is for the answers alone; with `--check` a miss is exit code 1.
 */
const isSmall = process.argv.includes('--small');
const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
const SCENARIOS = { orders, latency, cache } as const;

const measured = yardstick();
const slowness = Math.max(1, measured);
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
console.log(`${machine}; Node ${process.versions.node}; yardstick ${measured.toFixed(2)} ms`);
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  if (wanted !== undefined && wanted !== name) continue;
  for (const figure of await scenario(isSmall)) {
    console.log(lineOf(figure, slowness));
    if (process.argv.includes('--check') && !isMet(figure, slowness)) process.exitCode = 1;
  }
}
