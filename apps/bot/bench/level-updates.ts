import type { Figure } from '@org/bench';
import { median } from '@org/bench';
import { OrderBook } from '@org/market-data';
import type { Message } from './depth-story.ts';
import { depthStory, SEED } from './depth-story.ts';
import type { Book } from './rivals.ts';
import { MappedBook, SplicedBook } from './rivals.ts';

const ROUNDS = 7;
const LEVELS_A_MESSAGE = 40;

const BOOKS: readonly (readonly [name: string, open: () => Book])[] = [
  ['OrderBook', () => new OrderBook()],
  ['a map, the best looked for', () => new MappedBook()],
  ['a sorted array, spliced', () => new SplicedBook()],
];

/**
 * The book alone: level updates in messages of 20 bids and 20 asks, the best prices read after each. Every book must read
 * the same best prices; figures are medians of interleaved rounds.
 */
export function levelUpdates(isSmall: boolean): readonly Figure[] {
  const story = depthStory(isSmall ? 1000 : 50_000, SEED);
  const answers = new Set(BOOKS.map(([, open]) => play(open(), story)));
  if (answers.size !== 1) throw new Error(`the books disagree: ${[...answers].join(', ')}`);
  const rounds = Array.from({ length: isSmall ? 1 : ROUNDS }, () =>
    BOOKS.map(([, open]) => rate(open(), story)),
  );
  const [ours = NaN, ...rivals] = BOOKS.map((_, index) => median(rounds.map((round) => round[index] ?? NaN)));
  const beside = rivals.map((value, index) => `${BOOKS[index + 1]?.[0]} ${(value / 1e6).toFixed(1)} million`);
  return [
    {
      ...{ name: 'levels of a book, best bid and ask kept', value: ours, unit: 'updates/s' },
      bar: { kind: 'atLeast', value: 20_000_000, isScaled: true },
      note: beside.join(', '),
    },
  ];
}

function rate(book: Book, story: readonly Message[]): number {
  const start = performance.now();
  play(book, story);
  return ((story.length * LEVELS_A_MESSAGE) / (performance.now() - start)) * 1000;
}

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
