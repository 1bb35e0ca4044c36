import type { Figure } from '@org/bench';
import { median } from '@org/bench';
import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import { RecentValues } from '../src/lib/cache/recent-values.ts';

const KEYS = 10_000;
const LIFETIME_MS = 60_000;
const PRICE = { symbol: 'BTCUSDT', price: '42000.00' };
const keys = Array.from({ length: KEYS }, (_, index) => `GET /api/v3/ticker/price?symbol=COIN${index}`);

/** A cache with expiry: how often a second it sets, and gets. */
interface Cache {
  readonly name: string;
  readonly set: (key: string) => unknown;
  readonly get: (key: string) => unknown;
}

function caches(): readonly Cache[] {
  const recent = new RecentValues<typeof PRICE>(KEYS, () => performance.now());
  const lru = new LRUCache<string, typeof PRICE>({ max: KEYS, ttl: LIFETIME_MS });
  const keyv = new Keyv();
  return [
    { name: 'first level', set: (key) => recent.set(key, PRICE, LIFETIME_MS), get: (key) => recent.get(key) },
    { name: 'lru-cache', set: (key) => lru.set(key, PRICE), get: (key) => lru.get(key) },
    { name: 'keyv', set: (key) => keyv.set(key, PRICE, LIFETIME_MS), get: (key) => keyv.get(key) },
  ];
}

/** The first level of the cache of reads, synchronous and with an expiry for each value, beside two others. */
export async function cache(isSmall: boolean): Promise<readonly Figure[]> {
  const [rounds, times] = isSmall ? [1, 1] : [7, 5];
  const all = caches();
  for (const one of all) await checked(one);
  const sets: number[][] = [];
  const gets: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const [setRound, getRound]: [number[], number[]] = [[], []];
    for (const { set, get } of all) {
      setRound.push(await perSecond(set, times));
      getRound.push(await perSecond(get, times));
    }
    sets.push(setRound);
    gets.push(getRound);
  }
  return [figureOf('set/s', 1_000_000, all, sets), figureOf('get/s', 1_500_000, all, gets)];
}

/** What does not answer at once is waited for, as its users must. */
async function perSecond(use: (key: string) => unknown, times: number): Promise<number> {
  const start = performance.now();
  for (let time = 0; time < times; time++)
    for (const key of keys) {
      const done = use(key);
      if (done instanceof Promise) await done;
    }
  return (KEYS * times) / ((performance.now() - start) / 1000);
}

async function checked({ name, set, get }: Cache): Promise<void> {
  for (const key of keys) await set(key);
  for (const key of keys)
    if (JSON.stringify(await get(key)) !== JSON.stringify(PRICE)) throw new Error(`${name} has lost ${key}`);
}

function figureOf(unit: string, target: number, all: readonly Cache[], rounds: readonly number[][]): Figure {
  const [ours = NaN, ...others] = all.map((_, index) => median(rounds.map((round) => round[index] ?? NaN)));
  const note = others
    .map((rate, index) => `${all[index + 1]?.name ?? ''} ${Math.round(rate).toLocaleString('en')}`)
    .join(', ');
  const bar = { kind: 'atLeast', value: target, isScaled: true } as const;
  return { name: 'first level of the cache', value: ours, unit, bar, note };
}
