import type { SpotInstrument } from '@org/domain';
import { InputError, toPrice, toQuantity } from '@org/domain';
import { z } from 'zod';

/** A price in ticks and what rests there, in lots. */
export type Level = readonly [ticks: number, lots: number];

/** The book as it was after one update. */
export interface Snapshot {
  readonly lastUpdateId: number;
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
}

/** Levels that changed: what rests there from now on. */
export interface LevelsChanged {
  readonly kind: 'levels';
  /** The exchange's time, in milliseconds. */
  readonly time: number;
  readonly firstUpdateId: number;
  readonly lastUpdateId: number;
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
}

export interface RecordedTrade {
  readonly kind: 'trade';
  readonly time: number;
  readonly ticks: number;
  readonly lots: number;
  readonly aggressor: 'buy' | 'sell';
}

export type Recorded = LevelsChanged | RecordedTrade;

/** A recording of one market's depth and trades: a snapshot, and what came after it in the exchange's order of time. */
export interface Capture {
  readonly snapshot: Snapshot;
  readonly events: readonly Recorded[];
}

const level = z.tuple([z.string(), z.string()]);
const snapshot = z.object({ lastUpdateId: z.number(), bids: z.array(level), asks: z.array(level) });
const depth = z.object({
  data: z.object({
    e: z.literal('depthUpdate'),
    E: z.number(),
    U: z.number(),
    u: z.number(),
    b: z.array(level),
    a: z.array(level),
  }),
});
const trade = z.object({
  data: z.object({ e: z.literal('trade'), T: z.number(), p: z.string(), q: z.string(), m: z.boolean() }),
});
const message = z.union([trade, depth, snapshot]);

/**
 * Reads the lines `<local time> <JSON>` of a raw capture of combined streams; streams other than depth and trade are left
 * out. A trade comes before the levels of the same millisecond, which already show what it left.
 *
 * @throws InputError `capture-malformed` for a line that cannot be read, or without a snapshot
 */
export function readCapture(text: string, instrument: SpotInstrument): Capture {
  let first: Snapshot | undefined;
  const events: Recorded[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.includes('@bookTicker"')) continue;
    const read = readLine(line, index + 1, instrument);
    if ('kind' in read) events.push(read);
    else first ??= read;
  }
  if (first === undefined) throw new InputError('capture-malformed', { what: 'a capture has a snapshot' });
  return { snapshot: first, events: events.sort(byTime) };
}

function readLine(line: string, number: number, instrument: SpotInstrument): Recorded | Snapshot {
  try {
    return readMessage(message.parse(JSON.parse(line.slice(line.indexOf(' ') + 1))), instrument);
  } catch (cause) {
    const place = { file: 'capture', line: number };
    const facts = { what: 'not a depth update, a trade or a snapshot', place, found: line.slice(0, 80) };
    throw new InputError('capture-malformed', facts, { cause });
  }
}

function readMessage(read: z.infer<typeof message>, instrument: SpotInstrument): Recorded | Snapshot {
  const levels = (texts: readonly z.infer<typeof level>[]) =>
    texts.map(([price, quantity]): Level => [ticksIn(price, instrument), lotsIn(quantity, instrument)]);
  if ('lastUpdateId' in read) {
    return { lastUpdateId: read.lastUpdateId, bids: levels(read.bids), asks: levels(read.asks) };
  }
  const { data } = read;
  if (data.e === 'trade') {
    return {
      kind: 'trade',
      time: data.T,
      ticks: ticksIn(data.p, instrument),
      lots: lotsIn(data.q, instrument),
      aggressor: data.m ? 'sell' : 'buy',
    };
  }
  return {
    kind: 'levels',
    time: data.E,
    firstUpdateId: data.U,
    lastUpdateId: data.u,
    bids: levels(data.b),
    asks: levels(data.a),
  };
}

const ticksIn = (text: string, instrument: SpotInstrument) => toPrice(Number(text), instrument, 'down');
const lotsIn = (text: string, instrument: SpotInstrument) => toQuantity(Number(text), instrument, 'down');

function byTime(a: Recorded, b: Recorded): number {
  if (a.time !== b.time) return a.time - b.time;
  return Number(a.kind === 'levels') - Number(b.kind === 'levels');
}
