import { join } from 'node:path';
import type { Figure } from '@org/bench';
import { endChild, median, startChild } from '@org/bench';
import { originIn } from './stub-origin.ts';
import type { Binance } from '../src/index.ts';
import { nextOrder, openClient } from './ways/whole-client.ts';

const AT_ONCE = 100;
const MOST_TIMES = 3;

/** A hundred orders at once to an exchange that takes 50 ms for each, over the time of one. */
export async function latency(isSmall: boolean): Promise<readonly Figure[]> {
  const { child, said } = await startChild(join(import.meta.dirname, 'local-exchange.ts'), []);
  const binance = await openClient(originIn(said));
  const rounds = isSmall ? 1 : 7;
  await together(binance, AT_ONCE);
  const one: number[] = [];
  const hundred: number[] = [];
  for (let round = 0; round < rounds; round++) {
    one.push(await together(binance, 1));
    hundred.push(await together(binance, AT_ONCE));
  }
  await binance.close();
  await endChild(child);
  const [single, all] = [median(one), median(hundred)];
  const name = `time of ${AT_ONCE} orders at once over that of one, at 50 ms each`;
  const bar = { kind: 'atMost', value: isSmall ? Infinity : MOST_TIMES, isScaled: false } as const;
  return [
    { name, value: all / single, unit: 'times', bar, note: `${all.toFixed(0)} and ${single.toFixed(0)} ms` },
  ];
}

/** Every order must have an id of its own. Afterwards none is left, for a market takes 200 of an account. */
async function together({ orders, openOrders }: Binance, count: number): Promise<number> {
  const start = performance.now();
  const answers = await Promise.all(Array.from({ length: count }, () => orders.place(nextOrder())));
  const ms = performance.now() - start;
  const ids = answers.map((answer) => {
    if (answer.kind === 'accepted') return answer.order.venueOrderId;
    throw new Error(`${answer.kind}: ${answer.reason}`);
  });
  if (new Set(ids).size !== count) throw new Error(`${count} orders have ${new Set(ids).size} ids`);
  const cancelled = await openOrders.cancelAll('BTCUSDT');
  if (cancelled.kind !== 'cancelled') throw new Error(cancelled.reason);
  return ms;
}
