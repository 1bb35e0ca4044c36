import { join } from 'node:path';
import type { Figure } from '@org/bench';
import { endChild, median, startChild } from '@org/bench';
import { ORDER_ID } from './recorded-order.ts';
import { originIn } from './stub-origin.ts';
import { binanceSpot } from './ways/binance-spot.ts';
import { ccxt } from './ways/ccxt.ts';
import { connectorTypescript } from './ways/connector-typescript.ts';
import { rawUndici } from './ways/raw-undici.ts';
import type { Way } from './ways/way.ts';
import { wholeClient } from './ways/whole-client.ts';

const OURS = '@org/exchange-client';
const RAW = 'undici, HMAC, JSON.parse';
/** How many times as fast as each rival, by how many orders are in flight. */
const BARS = [
  { inFlight: 1, ccxt: 1.5, official: 2 },
  { inFlight: 10, ccxt: 1.5, official: 2 },
  { inFlight: 100, ccxt: 2, official: 3.5 },
] as const;
const MOST_OF_RAW = 1.5;
const FULL = { rounds: 7, perRound: 1500, warmUp: 3000 } as const;
const SMALL = { rounds: 1, perRound: 100, warmUp: 100 } as const;

/** What an order has taken. */
interface Taken {
  readonly wallUs: number;
  readonly cpuUs: number;
}

/** Signed orders against a stub that answers a recorded reply, each way in turn, 1, 10 and 100 in flight. */
export async function orders(isSmall: boolean): Promise<readonly Figure[]> {
  const { child, said } = await startChild(join(import.meta.dirname, 'stub-exchange.ts'), []);
  const origin = originIn(said);
  const opened = [wholeClient, rawUndici, ccxt, connectorTypescript, binanceSpot];
  const ways = await Promise.all(opened.map((open) => open(origin)));
  const counts = isSmall ? SMALL : FULL;
  for (const way of ways) await run(way, counts.warmUp, 10);
  const figures: Figure[] = [];
  for (const bar of BARS) {
    const rounds: (readonly Taken[])[] = [];
    for (let round = 0; round < counts.rounds; round++)
      rounds.push(await eachInTurn(ways, counts.perRound, bar.inFlight));
    figures.push(...figuresOf(ways, rounds, bar));
  }
  for (const way of ways) await way.close();
  await endChild(child);
  return figures;
}

async function eachInTurn(ways: readonly Way[], count: number, inFlight: number): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const way of ways) taken.push(await run(way, count, inFlight));
  return taken;
}

/** Each of `inFlight` callers places its next order when the last was answered. */
async function run(way: Way, count: number, inFlight: number): Promise<Taken> {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  let next = 0;
  const read = new Set<number>();
  const work = async (): Promise<void> => {
    while (next++ < count) {
      const orderId = Number(await way.place());
      if (!(orderId > ORDER_ID) || read.has(orderId))
        throw new Error(`${way.name} has read no new order: ${orderId}`);
      read.add(orderId);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  const wallUs = ((performance.now() - start) * 1000) / count;
  const { user, system } = process.cpuUsage(cpu);
  return { wallUs, cpuUs: (user + system) / count };
}

function figuresOf(
  ways: readonly Way[],
  rounds: readonly (readonly Taken[])[],
  bar: (typeof BARS)[number],
): readonly Figure[] {
  const told = ways.map(({ name }, index) => ({
    name,
    wallUs: median(rounds.map((round) => round[index]?.wallUs ?? NaN)),
    cpuUs: median(rounds.map((round) => round[index]?.cpuUs ?? NaN)),
  }));
  const ours = told.find(({ name }) => name === OURS);
  if (ours === undefined) throw new Error('The client itself was not measured.');
  const index = told.indexOf(ours);
  return told
    .filter((way) => way !== ours)
    .map((way): Figure => {
      const rival = told.indexOf(way);
      // Of each round by itself: what slows the machine for a while slows both.
      const ratio = median(
        rounds.map((round) => (round[rival]?.wallUs ?? NaN) / (round[index]?.wallUs ?? NaN)),
      );
      const note = `${shown(ours)}, ${shown(way)}`;
      const what = `${bar.inFlight} in flight`;
      return way.name === RAW
        ? {
            ...{
              name: `time of an order over that of ${way.name}, ${what}`,
              value: 1 / ratio,
              unit: 'times',
              note,
            },
            bar: { kind: 'atMost', value: MOST_OF_RAW, isScaled: false },
          }
        : {
            ...{
              name: `orders a second over those of ${way.name}, ${what}`,
              value: ratio,
              unit: 'times',
              note,
            },
            bar: { kind: 'atLeast', value: way.name === 'ccxt' ? bar.ccxt : bar.official, isScaled: false },
          };
    });
}

function shown({ wallUs, cpuUs }: Taken): string {
  return `${Math.round(1e6 / wallUs).toLocaleString('en')} orders/s at ${cpuUs.toFixed(0)} µs of CPU`;
}
