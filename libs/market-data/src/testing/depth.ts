import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DepthLevels, DepthSnapshot, DepthUpdate } from '@org/domain';
import { z } from 'zod';
import { shared } from './shared-data.ts';

export type Levels = readonly (readonly [ticks: number, quantity: number])[];

function depthLevels(levels: Levels): DepthLevels {
  return {
    count: levels.length,
    ticks: Float64Array.from(levels, ([ticks]) => ticks),
    quantities: Float64Array.from(levels, ([, quantity]) => quantity),
  };
}

export function depthUpdate(
  firstId: number,
  lastId: number,
  bids: Levels = [],
  asks: Levels = [],
): DepthUpdate {
  return { time: lastId, firstId, lastId, bids: depthLevels(bids), asks: depthLevels(asks) };
}

export function depthSnapshot(lastId: number, bids: Levels, asks: Levels, limit = 1000): DepthSnapshot {
  return { lastId, bids: depthLevels(bids), asks: depthLevels(asks), limit };
}

const decimals = z.array(z.tuple([z.string(), z.string()]));
const update = z.object({ E: z.number(), U: z.number(), u: z.number(), b: decimals, a: decimals });
const book = z.object({ lastUpdateId: z.number(), bids: decimals, asks: decimals });
const ticker = z.object({ u: z.number(), b: z.string(), a: z.string() });

/** What a capture of BTCUSDT holds, prices in ticks of 0.01. */
export type Recorded =
  | { readonly kind: 'update'; readonly update: DepthUpdate }
  | { readonly kind: 'snapshot'; readonly snapshot: DepthSnapshot }
  | { readonly kind: 'ticker'; readonly updateId: number; readonly bid: number; readonly ask: number };

/** The capture of 2024-08-08 to 09, in the order in which it was received; trades are left out. */
export function recordedDepth(): readonly Recorded[] {
  const files = ['08', '09'].map((day) => shared('data', 'depth', `BTCUSDT-spot-2024-08-${day}.ws.gz`));
  const text = files.map((file) => gunzipSync(readFileSync(file)).toString()).join('');
  return text.split('\n').filter(Boolean).flatMap(recorded);
}

function recorded(line: string): readonly Recorded[] {
  const body = line.slice(line.indexOf(' ') + 1);
  if (body.startsWith('{"lastUpdateId"')) {
    const { lastUpdateId, bids, asks } = book.parse(JSON.parse(body));
    return [{ kind: 'snapshot', snapshot: depthSnapshot(lastUpdateId, levels(bids), levels(asks)) }];
  }
  const data = body.replace(/^\{"stream":"[^"]+","data":(.*)\}$/s, '$1');
  if (body.includes('@depth')) {
    const { U, u, b, a } = update.parse(JSON.parse(data));
    return [{ kind: 'update', update: depthUpdate(U, u, levels(b), levels(a)) }];
  }
  if (!body.includes('@bookTicker')) return [];
  const { u, b, a } = ticker.parse(JSON.parse(data));
  return [{ kind: 'ticker', updateId: u, bid: ticksIn(b), ask: ticksIn(a) }];
}

const ticksIn = (price: string) => Math.round(Number(price) * 100);
const levels = (pairs: z.infer<typeof decimals>): Levels =>
  pairs.map(([price, quantity]) => [ticksIn(price), Number(quantity)]);
