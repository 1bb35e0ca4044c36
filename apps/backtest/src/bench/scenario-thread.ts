import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { SCENARIOS } from './scenarios.ts';

/* The inside of a thread that measures one scenario: it tells what it is, and then does what it is asked, one by one. */

const { key, bars, seed } = z
  .object({ key: z.string(), bars: z.number(), seed: z.number() })
  .parse(workerData);
const wish = z.enum(['check', 'measure']);

const scenario = SCENARIOS.get(key)?.(bars, seed) ?? null;
if (scenario === null) parentPort?.postMessage(null);
else {
  const { name, target, unit, scales } = scenario;
  parentPort?.postMessage({ name, target, unit, scales });
  parentPort?.on('message', (asked: unknown) => void answer(wish.parse(asked)));
}

async function answer(asked: z.infer<typeof wish>): Promise<void> {
  parentPort?.postMessage(await scenario?.[asked]());
}
