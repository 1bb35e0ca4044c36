import { parentPort, workerData } from 'node:worker_threads';
import { Session } from './session.ts';
import { WAYS } from './ways.ts';

/* The inside of a thread that measures one way: it draws a session, says so, and does it again whenever it is asked. */

const given: unknown = workerData;
if (!isTask(given)) throw new Error('A way and a number of operations are to be given.');
const { key, operations } = given;
const way = WAYS.get(key);
if (way === undefined) throw new Error(`There is no way "${key}".`);
const open = way.books(operations);
const session = new Session(open(), operations);
parentPort?.on('message', () => parentPort?.postMessage(rate()));
parentPort?.postMessage('drawn');

/** Operations a second of the session on a fresh book. */
function rate(): number {
  const book = open();
  session.prepare(book);
  const start = performance.now();
  session.replay(book);
  const seconds = (performance.now() - start) / 1_000;
  if (book.check() !== session.trades) throw new Error('Done again, a session has other trades.');
  return operations / seconds;
}

interface Task {
  readonly key: string;
  readonly operations: number;
}

function isTask(value: unknown): value is Task {
  if (typeof value !== 'object' || value === null || !('key' in value && 'operations' in value)) return false;
  return typeof value.key === 'string' && typeof value.operations === 'number';
}
