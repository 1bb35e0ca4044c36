import type { BookChanged, BookNews, Clock } from '@org/domain';
import type { Binance, BinanceStreams, MarketDataOptions, StreamNotice } from '@org/exchange-client';
import { connectBinance, connectMarketData } from '@org/exchange-client';
import type { HttpAnswer, Interference, LocalBinance, SeenRequest } from '@org/local-binance';
import { BUILT_IN_SYMBOLS, startLocalBinance } from '@org/local-binance';
import { localBooks } from '@org/market-data';
import { stirredMarket } from './stirred-market.ts';

const START_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 100;
const SHOWN = 20;
const DEPTH_PATH = '/api/v3/depth';
export const DEPTH_STREAM = 'btcusdt@depth@100ms';
const CHANCE = { uniform: () => 0.5, normal: () => 0 };

/** What a book shows after one of the exchange's updates. */
export type Shown = Pick<BookChanged, 'bids' | 'asks'>;

export interface BookSession {
  readonly exchange: LocalBinance;
  readonly binance: Binance;
  readonly market: BinanceStreams;
  /** What the client has told of the book. */
  readonly news: readonly BookNews[];
  readonly notices: readonly StreamNotice[];
  /** The exchange's book after each of its updates. */
  readonly truth: ReadonlyMap<number, Shown>;
  /** When requests for snapshots have reached the exchange, ms UTC. */
  readonly snapshotsAt: readonly number[];
  /** What the next requests for snapshots are answered with, in place of the exchange's own answers. */
  readonly otherSnapshots: HttpAnswer[];
  /** Every request that has reached it, by path. */
  readonly requestsAt: readonly { readonly path: string; readonly at: number }[];
  /** Lets market time pass, a tenth of a second at a time, and everybody hear of it. */
  pass(ms: number): Promise<void>;
  /** Lets it pass until something is so. */
  passUntil(isSo: () => boolean): Promise<void>;
  /** Lets it pass until the client shows what is the exchange's newest book now, or a newer one. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A market-data book of BTCUSDT, kept by the exchange client from an exchange on this machine. There is one time for all
 * of them, and it passes only here.
 */
export async function openBookSession(options: Partial<MarketDataOptions> = {}): Promise<BookSession> {
  let exchange: LocalBinance | null = null;
  const clock: Clock = {
    now: () => exchange?.world.marketTime.now() ?? START_MS,
    schedule: (delayMs, task) => exchange?.world.marketTime.schedule(delayMs, task) ?? (() => undefined),
  };
  const requestsAt: { readonly path: string; readonly at: number }[] = [];
  const otherSnapshots: HttpAnswer[] = [];
  const interfere = (seen: SeenRequest): Interference | null => {
    const { path } = seen.request;
    requestsAt.push({ path, at: clock.now() });
    const other = path === DEPTH_PATH ? otherSnapshots.shift() : undefined;
    if (other === undefined) return exchange?.faults.interfere(seen) ?? null;
    return { delayBeforeMs: 0, isDone: false, delayAfterMs: 0, answer: other };
  };
  const opened = await startLocalBinance({
    ...{ clock, speed: 0, seed: 11, startTime: START_MS - 60_000, warmUpMs: 60_000, interfere },
    symbols: BUILT_IN_SYMBOLS.filter(({ symbol }) => symbol === 'BTCUSDT'),
  });
  exchange = opened;
  const binance = connectBinance({
    ...{ origin: opened.restUrl, signer: null, clock, guard: { retries: 0, failuresToOpen: 1000 } },
  });
  await binance.markets.read();
  const notices: StreamNotice[] = [];
  const market = connectMarketData({
    ...{ binance, clock, url: opened.streamUrl, rng: CHANCE, marketClock: clock },
    books: localBooks({ clock, rng: CHANCE }),
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
  const news: BookNews[] = [];
  const subscription = market.book$('BTCUSDT').subscribe((told) => news.push(told));

  const truth = new Map<number, Shown>();
  const look = () => {
    const book = opened.world.exchange.book('BTCUSDT', SHOWN);
    if (book !== undefined) truth.set(book.updateId, { bids: shown(book.bids), asks: shown(book.asks) });
    return book?.updateId ?? 0;
  };
  opened.world.listen(({ kind }) => {
    if (kind === 'levelChanged') look();
  });
  const stir = stirredMarket(opened, 'stirred');
  const step = async () => {
    stir();
    opened.advance(STEP_MS);
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
  };
  const passUntil = async (isSo: () => boolean) => {
    while (!isSo()) await step();
  };
  look();
  await passUntil(() => news.length > 0);
  return {
    ...{ exchange: opened, binance, market, news, notices, truth, otherSnapshots, requestsAt, passUntil },
    get snapshotsAt() {
      return requestsAt.flatMap(({ path, at }) => (path === DEPTH_PATH ? [at] : []));
    },
    pass: async (ms) => {
      for (let passed = 0; passed < ms; passed += STEP_MS) await step();
    },
    settle: async () => {
      const newest = look();
      await passUntil(() => {
        const told = news.at(-1);
        return told?.kind === 'bookChanged' && told.updateId >= newest;
      });
    },
    close: async () => {
      subscription.unsubscribe();
      market.close();
      await binance.close();
      await opened.close();
    },
  };
}

/** Ticks of 0.01 and lots of 0.00001 as doubles. */
function shown(levels: readonly { readonly price: number; readonly quantity: number }[]): Shown['bids'] {
  return levels.map(({ price, quantity }) => ({ price: price / 100, quantity: quantity / 100_000 }));
}

/**
 * I7: everything that was shown is the exchange's book at that update, is not crossed, and never goes back; gives how many
 * updates were shown.
 */
export function expectTrueBooks({ news, truth }: Pick<BookSession, 'news' | 'truth'>): number {
  const books = news.filter((told) => told.kind === 'bookChanged');
  const untrue = books.filter(({ updateId, bids, asks }, index) => {
    const isTrue = JSON.stringify({ bids, asks }) === JSON.stringify(truth.get(updateId));
    const isCrossed = (bids[0]?.price ?? -Infinity) >= (asks[0]?.price ?? Infinity);
    return !isTrue || isCrossed || updateId < (books[index - 1]?.updateId ?? 0);
  });
  expect(untrue.map((book) => ({ book, truth: truth.get(book.updateId) })).slice(0, 1)).toEqual([]);
  return books.length;
}

/** The kinds of news, each run of one kind told once. */
export function storyOf(news: readonly BookNews[]): readonly string[] {
  return news
    .map((told) => (told.kind === 'bookLost' ? `bookLost: ${told.reason}` : told.kind))
    .filter((kind, index, all) => kind !== all[index - 1]);
}
