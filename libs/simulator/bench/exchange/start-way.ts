import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A way that is measured in a thread of its own. */
export interface StartedWay {
  /** Operations a second of one more round. */
  measure(): Promise<number>;
  stop(): Promise<void>;
}

const THREAD = new URL('./way-thread.ts', import.meta.url);

/**
 * Starts a thread that measures one way: the engine optimises for what it has seen, and a process that uses the exchange
 * uses it in one way.
 */
export async function startWay(key: string, operations: number): Promise<StartedWay> {
  const worker = new Worker(THREAD, { workerData: { key, operations } });
  await once(worker, 'message');
  return {
    measure: async () => {
      worker.postMessage('again');
      const told: readonly unknown[] = await once(worker, 'message');
      return Number(told[0]);
    },
    stop: async () => void (await worker.terminate()),
  };
}
