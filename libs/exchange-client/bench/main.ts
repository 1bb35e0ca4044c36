import { runScenarios } from '@org/bench';
import { cache } from './cache.ts';
import { latency } from './latency.ts';
import { orders } from './orders.ts';

/**
 * What the client must do, beside its rivals. Servers are processes of their own, and every answer is checked before its
 * figure counts. `--small` is for the answers alone; with `--check` a miss is exit code 1.
 */
process.exitCode = await runScenarios({
  scenarios: { orders, latency, cache },
  args: process.argv.slice(2),
  out: console.log,
});
