import type { Figure } from '@org/bench';
import { median } from '@org/bench';
import type { DepthLevels } from '@org/domain';
import { BUILT_IN_INSTRUMENTS } from '@org/domain';
import { DepthScanner } from '@org/exchange-client';
import { LocalBook } from '@org/market-data';
import type { Message } from './depth-story.ts';
import { depthStory, SEED } from './depth-story.ts';
import { MappedBook } from './rivals.ts';

const ROUNDS = 9;

/**
 * What a depth message of 20 bids and 20 asks costs from its bytes to the local book, by Binance's rules, best prices read
 * after each; beside it `JSON.parse`, `Number` and a map, without any rule. Both must read the same best prices.
 */
export function fromBytes(isSmall: boolean): readonly Figure[] {
  const messages = depthStory(isSmall ? 500 : 20_000, SEED).map(bytesOf);
  const ways = [scannedInto, parsedInto];
  const [ours, theirs] = ways.map((way) => way(messages));
  if (ours !== theirs) throw new Error(`the two ways disagree: ${ours} and ${theirs}`);
  const rounds = Array.from({ length: isSmall ? 1 : ROUNDS }, () =>
    ways.map((way) => microsOf(way, messages)),
  );
  const [scanned = NaN, parsed = NaN] = ways.map((_, index) =>
    median(rounds.map((round) => round[index] ?? NaN)),
  );
  return [
    {
      ...{ name: 'a depth message of 20 and 20 levels, from bytes to book', value: scanned, unit: 'µs' },
      bar: { kind: 'atMost', value: 5, isScaled: true },
      note: `JSON.parse, Number and a map ${parsed.toFixed(1)} µs`,
    },
  ];
}

function microsOf(way: (messages: readonly Buffer[]) => number, messages: readonly Buffer[]): number {
  const start = performance.now();
  way(messages);
  return ((performance.now() - start) / messages.length) * 1000;
}

function scannedInto(messages: readonly Buffer[]): number {
  const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
  if (instrument === undefined) throw new Error('BTCUSDT is not built in.');
  const scanner = new DepthScanner(instrument);
  const book = new LocalBook();
  const none: DepthLevels = { count: 0, ticks: new Float64Array(0), quantities: new Float64Array(0) };
  let sum = 0;
  for (const bytes of messages) {
    const message = scanner.scan(bytes);
    if (message.kind !== 'depth') throw new Error(message.reason);
    const applied = book.apply(message.update);
    if (applied === 'held') book.load({ lastId: 0, bids: none, asks: none, limit: 5000 });
    if (book.state.kind !== 'live') throw new Error(`the book is lost: ${book.state.reason}`);
    sum += book.bestBid + book.bestAsk;
  }
  if (scanner.fallbacks > 0) throw new Error('the fast way was not taken');
  return sum;
}

type Wire = Readonly<Record<'b' | 'a', readonly (readonly [price: string, quantity: string])[]>>;
const isWire = (body: unknown): body is Wire =>
  typeof body === 'object' && body !== null && 'b' in body && 'a' in body;

function parsedInto(messages: readonly Buffer[]): number {
  const book = new MappedBook();
  let sum = 0;
  for (const bytes of messages) {
    const body: unknown = JSON.parse(bytes.toString());
    if (!isWire(body)) throw new Error('not a depth message');
    book.setBids(levelsOf(body.b));
    book.setAsks(levelsOf(body.a));
    sum += book.bestBid + book.bestAsk;
  }
  return sum;
}

function levelsOf(side: Wire['b']): DepthLevels {
  return {
    count: side.length,
    ticks: Float64Array.from(side, ([price]) => Math.round(Number(price) * 100)),
    quantities: Float64Array.from(side, ([, quantity]) => Number(quantity)),
  };
}

/** As the exchange sends it, prices in ticks of 0.01. */
function bytesOf({ bids, asks }: Message, index: number): Buffer {
  const [b, a] = [bids, asks].map(({ count, ticks, quantities }) =>
    Array.from({ length: count }, (_, level) => [
      `${((ticks[level] ?? NaN) / 100).toFixed(2)}000000`,
      (quantities[level] ?? NaN).toFixed(8),
    ]),
  );
  const id = index + 1;
  return Buffer.from(
    JSON.stringify({ e: 'depthUpdate', E: 1_723_161_255_208, s: 'BTCUSDT', U: id, u: id, b, a }),
  );
}
