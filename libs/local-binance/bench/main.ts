import { cpus } from 'node:os';
import { SEED } from './accounts.ts';
import { heap } from './heap.ts';
import { orders } from './orders.ts';
import { subscribers } from './subscribers.ts';
import { isMet, lineOf } from './target.ts';
import { yardstick } from './yardstick.ts';

/**
 * What the exchange must carry: orders, listeners, and time. The server is a process of its own each time, and every
 * answer is checked before its figure counts. `--small` is for the answers alone; with `--check` a miss is exit code 1.
 */
const isSmall = process.argv.includes('--small');
const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
const SCENARIOS = { orders, subscribers, heap } as const;

const measured = yardstick();
const slowness = Math.max(1, measured);
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
console.log(`${machine}; Node ${process.versions.node}; seed ${SEED}; yardstick ${measured.toFixed(2)} ms`);
for (const [name, scenario] of Object.entries(SCENARIOS)) {
  if (wanted !== undefined && wanted !== name) continue;
  for (const figure of await scenario(isSmall)) {
    console.log(lineOf(figure, slowness));
    if (process.argv.includes('--check') && !isMet(figure, slowness)) process.exitCode = 1;
  }
}
