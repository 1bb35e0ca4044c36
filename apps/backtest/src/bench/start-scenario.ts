import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Scenario } from './scenario.ts';

/** A scenario that runs in a thread of its own. */
export interface RunningScenario extends Scenario {
  stop(): Promise<void>;
}

const THREAD = new URL('./scenario-thread.ts', import.meta.url);

const described = z
  .object({
    name: z.string(),
    target: z.number(),
    unit: z.enum(['bars/s', 's', 'MB']),
    scales: z.boolean(),
  })
  .nullable();

/**
 * Starts a scenario in a thread of its own: the engine optimises for what it has seen, and whoever runs a backtest runs
 * it in a process that has seen no other. Null where what it needs is not at hand.
 */
export async function startScenario(
  key: string,
  bars: number,
  seed: number,
): Promise<RunningScenario | null> {
  const worker = new Worker(THREAD, { workerData: { key, bars, seed } });
  const answer = async (asked?: 'check' | 'measure'): Promise<unknown> => {
    if (asked !== undefined) worker.postMessage(asked);
    const told: readonly unknown[] = await once(worker, 'message');
    return told[0];
  };
  const stop = async (): Promise<void> => void (await worker.terminate());
  const facts = described.parse(await answer());
  if (facts !== null) {
    return {
      ...facts,
      check: async () => z.string().parse(await answer('check')),
      measure: async () => z.number().parse(await answer('measure')),
      stop,
    };
  }
  await stop();
  return null;
}
