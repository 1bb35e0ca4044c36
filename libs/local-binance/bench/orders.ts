import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '@org/bench';
import { endChild, startChild } from '@org/bench';
import { OrderClient } from './order-client.ts';
import { servedBy } from './served.ts';

const TARGET_RATE = 3000;
const FULL = { before: 20_000, fastest: 60_000, paced: 30_000 } as const;
const SMALL = { before: 200, fastest: 500, paced: 500 } as const;

interface Run {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Signed orders over HTTP from a hundred clients: as many as go, and then at the pace of the target. */
export async function orders(isSmall: boolean): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onestep-bench-'));
  const state = join(folder, 'state');
  const counts = isSmall ? SMALL : FULL;
  const { child, clients } = await openClients(state);
  const ids = new Set<number>();
  await run(clients, counts.before, Infinity, ids);
  const fastest = await run(clients, counts.fastest, Infinity, ids);
  const paced = await run(clients, counts.paced, TARGET_RATE, ids);
  for (const client of clients) client.close();
  await endChild(child);
  const sent = counts.before + counts.fastest + counts.paced;
  if (ids.size !== sent) throw new Error(`${sent} orders were placed under ${ids.size} ids`);
  await findAgain(state, clients);
  rmSync(folder, { recursive: true });
  const note = `p99 ${fastest.p99Ms.toFixed(1)} ms; at ${TARGET_RATE} orders/s p99 ${paced.p99Ms.toFixed(1)} ms`;
  const bar = { kind: 'atLeast', value: TARGET_RATE, isScaled: true } as const;
  const name = 'signed orders over HTTP with --state, 100 clients';
  return [{ name, value: fastest.perSecond, unit: 'orders/s', bar, note }];
}

async function openClients(state: string) {
  const { child, said } = await startChild(join(import.meta.dirname, 'server.ts'), [state]);
  const { restUrl, keys } = servedBy(said);
  return { child, clients: await Promise.all(keys.map((key) => OrderClient.open(restUrl, key))) };
}

/** Everyone's last order must be known to an exchange that goes on from the same file. */
async function findAgain(state: string, placed: readonly OrderClient[]): Promise<void> {
  const { child, clients } = await openClients(state);
  for (const [index, client] of clients.entries()) {
    await client.find(placed[index]?.lastId ?? 0);
    client.close();
  }
  await endChild(child);
}

/** Each client sends its next order when the last was answered, and not before its time. */
async function run(
  clients: readonly OrderClient[],
  count: number,
  perSecond: number,
  ids: Set<number>,
): Promise<Run> {
  const latencies: number[] = [];
  const start = performance.now();
  let next = 0;
  const work = async (client: OrderClient): Promise<void> => {
    while (next < count) {
      const due = start + (next++ / perSecond) * 1000;
      const early = due - performance.now();
      if (early > 0) await setTimeout(early);
      // Who is late for its time has waited since then.
      const from = perSecond === Infinity ? performance.now() : due;
      ids.add(await client.place());
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(clients.map(work));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  return { perSecond: count / seconds, p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? NaN };
}
