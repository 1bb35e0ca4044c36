import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseDecimal } from '@org/domain';
import type { Exchange, MarketTrade, RecordedEvent, ShownLevel } from '@org/simulator';
import { createExchange, recordedDepth, lotsOf, runMarkets, ticksOf } from '@org/simulator';
import { z } from 'zod';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { readExchangeInfo } from '../symbols/read-exchange-info.ts';
import { readCaptures } from './read-captures.ts';
import type { Capture } from './symbol-capture.ts';

const whereShared = hasSharedData ? describe : describe.skip;
const depth = (name: string) => shared('data', 'depth', name);
const BTC_FILES = ['BTCUSDT-spot-2024-08-08.ws.gz', 'BTCUSDT-spot-2024-08-09.ws.gz'].map(depth);

const bookTickerSchema = z.object({
  data: z.object({ u: z.number(), b: z.string(), B: z.string(), a: z.string(), A: z.string() }),
});

/** The best bid and ask at each update id, as the exchange told them in a stream of their own. */
function recordedBookTickers({ recording }: Capture): ReadonlyMap<number, string> {
  const ticks = (text: string) => ticksOf(parseDecimal(text), recording.grid) ?? 0;
  const lots = (text: string) => lotsOf(parseDecimal(text), recording.grid) ?? 0;
  const tickers = new Map<number, string>();
  for (const line of BTC_FILES.flatMap((path) => gunzipSync(readFileSync(path)).toString().split('\n'))) {
    if (!line.includes('@bookTicker"')) continue;
    const { u, b, B, a, A } = bookTickerSchema.parse(JSON.parse(line.slice(line.indexOf('{')))).data;
    tickers.set(u, best([ticks(b), lots(B)], [ticks(a), lots(A)]));
  }
  return tickers;
}

type Level = readonly [price: number, quantity: number];

const best = (bid: Level, ask: Level) => `${bid.join(' of ')} and ${ask.join(' of ')}`;

/** The book as a client keeps it from the recording. */
class ClientBook {
  readonly bids = new Map<number, number>();
  readonly asks = new Map<number, number>();

  apply(event: Exclude<RecordedEvent, { kind: 'trade' }>): void {
    for (const [side, levels] of [
      [this.bids, event.bids],
      [this.asks, event.asks],
    ] as const) {
      levels.forEach((price, index) => {
        if (index % 2 === 0) side.set(price, levels[index + 1] ?? 0);
      });
    }
  }

  equals(bids: readonly ShownLevel[], asks: readonly ShownLevel[]): boolean {
    return holds(this.bids, bids) && holds(this.asks, asks);
  }
}

function holds(side: ReadonlyMap<number, number>, levels: readonly ShownLevel[]): boolean {
  const standing = [...side.values()].filter((quantity) => quantity > 0).length;
  return standing === levels.length && levels.every(({ price, quantity }) => side.get(price) === quantity);
}

whereShared('the recorded BTCUSDT of 2024-08-08', () => {
  let captures: readonly Capture[] = [];
  const trades: MarketTrade[] = [];
  const seen = { differences: 0, underOwnId: 0, crossed: 0, bestEqual: 0, bestDifferent: 0, wholeEqual: 0 };

  beforeAll(() => {
    captures = readCaptures(BTC_FILES, BUILT_IN_SYMBOLS).captures;
    for (const capture of captures) play(capture, recordedBookTickers(capture));
  });

  /** Runs the recording without a user, and looks at the book after each difference. */
  function play({ recording, rules }: Capture, tickers: ReadonlyMap<number, string>): void {
    const exchange: Exchange = createExchange({
      symbols: [rules],
      accounts: [],
      averagePrice: () => null,
      emit: (event) => {
        if (event.kind === 'marketTrade') trades.push(event);
      },
    });
    const markets = runMarkets(exchange, [recordedDepth(recording)], 0);
    const client = new ClientBook();
    for (const event of recording.events) {
      markets.advanceTo(event.time);
      if (event.kind === 'trade') continue;
      client.apply(event);
      look(exchange, client, event.updateId, tickers.get(event.updateId));
    }
  }

  function look(exchange: Exchange, client: ClientBook, updateId: number, ticker: string | undefined): void {
    // The whole book is compared now and then, for it has thousands of levels.
    const isWhole = seen.differences % 50 === 0;
    const book = exchange.book('BTCUSDT', isWhole ? 100_000 : 1);
    const [bid, ask] = [book?.bids[0], book?.asks[0]];
    if (book === undefined || bid === undefined || ask === undefined) return;
    seen.differences++;
    if (book.updateId === updateId) seen.underOwnId++;
    if (bid.price >= ask.price) seen.crossed++;
    if (isWhole && client.equals(book.bids, book.asks)) seen.wholeEqual++;
    if (ticker === undefined) return;
    const isEqual = ticker === best([bid.price, bid.quantity], [ask.price, ask.quantity]);
    seen[isEqual ? 'bestEqual' : 'bestDifferent']++;
  }

  it('is read without a gap', () => {
    expect(captures.map(({ facts }) => facts)).toEqual([
      { snapshots: 1, differences: 6493, staleDifferences: 2, gaps: 0, trades: 19_904 },
    ]);
  });

  it('has the recorded best bid and ask at all 1,072 differences whose update id a bookTicker names', () => {
    expect(seen).toMatchObject({ bestEqual: 1072, bestDifferent: 0 });
  });

  it('is never crossed, and equal to a book kept by a client of the exchange', () => {
    // 6,494 with the snapshot: every fiftieth are 130.
    expect(seen).toMatchObject({ differences: 6494, crossed: 0, wholeEqual: 130 });
  });

  it("is served under the recording's update ids, but for two that had fewer ids than moments of trade", () => {
    expect(seen.underOwnId).toBe(6492);
  });

  it('prints every recorded trade, in its order, at its time, price and size', () => {
    const printed = trades.map(({ time, price, quantity, buyerIsMaker }) =>
      [time, price, quantity, buyerIsMaker ? 'sell' : 'buy'].join(' '),
    );
    const recorded = captures.flatMap(({ recording }) =>
      recording.events.flatMap((event) =>
        event.kind === 'trade' ? [[event.time, event.price, event.quantity, event.takerSide].join(' ')] : [],
      ),
    );
    expect(printed).toHaveLength(19_904);
    expect(printed).toEqual(recorded);
  });
});

whereShared('the recorded quiet markets of 2021', () => {
  it('are put together from snapshots that were taken after the first differences', () => {
    const text = gunzipSync(readFileSync(shared('data', 'exchange-info', 'exchangeInfo-2021.gz'))).toString();
    const info: unknown = JSON.parse(text.slice(text.indexOf('{'), text.indexOf('\n')));
    const rules = readExchangeInfo(info, 'exchangeInfo-2021.gz').filter(({ symbol }) =>
      ['NKNUSDT', 'BLZETH', 'LRCBTC', 'RUNEEUR'].includes(symbol),
    );
    const files = ['quiet-symbols-2021-10-12.ws.txt', 'quiet-symbols-2021-10-12.snapshots.gz'].map(depth);
    const { captures, problems } = readCaptures(files, rules);
    expect(problems).toEqual([]);
    expect(captures.map(({ recording, facts }) => ({ symbol: recording.symbol, ...facts }))).toEqual([
      { symbol: 'LRCBTC', snapshots: 1, differences: 13, staleDifferences: 2, gaps: 0, trades: 1 },
      { symbol: 'BLZETH', snapshots: 1, differences: 9, staleDifferences: 1, gaps: 0, trades: 0 },
      { symbol: 'NKNUSDT', snapshots: 1, differences: 149, staleDifferences: 1, gaps: 0, trades: 1 },
      { symbol: 'RUNEEUR', snapshots: 1, differences: 1, staleDifferences: 1, gaps: 0, trades: 0 },
    ]);
  });
});
