import { runScenarios } from '@org/bench';
import { SEED } from './accounts.ts';
import { heap } from './heap.ts';
import { orders } from './orders.ts';
import { subscribers } from './subscribers.ts';

/**
 * What the exchange must carry: orders, listeners, and time. The server is a process of its own each time, and every
 * answer is checked before its figure counts. `--small` is for the answers alone; with `--check` a miss is exit code 1.
 */
process.exitCode = await runScenarios({
  scenarios: { orders, subscribers, heap },
  args: process.argv.slice(2),
  about: `seed ${SEED}`,
  out: console.log,
});
