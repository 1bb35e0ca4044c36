import { cpus } from 'node:os';
import { OrderBook } from '../src/index.ts';
import { depthStory } from './depth-story.ts';
import type { Message } from './depth-story.ts';
import type { Book } from './rivals.ts';
import { MappedBook, SplicedBook } from './rivals.ts';

/**
 * The hot path of a local book: level updates in messages of 20 bids and 20 asks, the best prices read after each. The
 * story is that of seed 7, every book must read the same best prices, and figures are medians of seven interleaved rounds.
 */
const ROUNDS = 7;
const SEED = 7;
const MESSAGES = 50_000;
const LEVEL_UPDATES = MESSAGES * 40;
const TARGET = 20_000_000;

const story = depthStory(MESSAGES, SEED);
const BOOKS: readonly (readonly [name: string, open: () => Book])[] = [
  ['OrderBook', () => new OrderBook()],
  ['map, best looked for', () => new MappedBook()],
  ['sorted array, spliced', () => new SplicedBook()],
];

/** The sum of all best prices, which no wrong book has. */
function play(book: Book, messages: readonly Message[]): number {
  let sum = 0;
  for (const { bids, asks } of messages) {
    book.setBids(bids);
    book.setAsks(asks);
    if (book.bestBid >= book.bestAsk) throw new Error('the story crosses a book');
    sum += book.bestBid + book.bestAsk;
  }
  return sum;
}

const answers = new Set(BOOKS.map(([, open]) => play(open(), story)));
if (answers.size !== 1) throw new Error(`the books disagree: ${[...answers].join(', ')}`);

const rounds = Array.from({ length: ROUNDS }, () =>
  BOOKS.map(([, open]) => {
    const book = open();
    const start = performance.now();
    play(book, story);
    return LEVEL_UPDATES / ((performance.now() - start) / 1000);
  }),
);

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, seed ${SEED}`);
console.log(`${LEVEL_UPDATES} level updates a round; level updates a second, in millions`);
BOOKS.forEach(([name], i) => {
  const rate = median(rounds.map((round) => round[i] ?? NaN));
  const verdict = i > 0 ? '' : rate >= TARGET ? 'meets 20' : 'misses 20';
  console.log(`${name.padEnd(24)} ${(rate / 1e6).toFixed(1).padStart(6)}  ${verdict}`);
});
