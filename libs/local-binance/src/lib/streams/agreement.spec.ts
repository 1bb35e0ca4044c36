import { field, fields } from '../../testing/fields.ts';
import { openTalkative } from '../../testing/hear-streams.ts';
import { KeptBook } from '../../testing/kept-book.ts';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { rebuiltBars } from '../../testing/rebuilt-bars.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const UNLIMITED = [
  { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: Infinity },
] as const;

let exchange: OpenExchange;
afterEach(() => exchange.close());

/**
 * What each stream says of a synthetic market in `seconds`, from three seconds after its start. A `look` is taken at
 * the exchange every 100 ms.
 */
async function listen(
  seed: number,
  seconds: number,
  streams: readonly string[],
  look: () => Promise<void> = () => Promise.resolve(),
) {
  exchange = await openTalkative({
    market: 'synthetic',
    seed,
    startTime: NEW_YEAR_MS,
    requestLimits: UNLIMITED,
  });
  exchange.advance(3000);
  const client = await TestSocket.open(`${exchange.streamUrl}/stream?streams=${streams.join('/')}`);
  for (let step = 0; step < seconds * 10; step += 1) {
    exchange.advance(100);
    await look();
  }
  const heard = await client.heard();
  const ofStream = (stream: string) =>
    heard.filter((message) => field(message, 'stream') === stream).map((message) => field(message, 'data'));
  return ofStream;
}

async function rest(path: string): Promise<unknown> {
  return (await exchange.get(path)).body;
}

describe.each([1, 2, 3])('a client of the synthetic market with seed %i', (seed) => {
  it('keeps a book that is the exchange’s at every update id, without a gap', async () => {
    const books: unknown[] = [];
    const ofStream = await listen(seed, 30, ['btcusdt@depth@100ms'], async () => {
      books.push(await rest('/api/v3/depth?symbol=BTCUSDT&limit=5000'));
    });
    const [first, ...later] = books;
    const kept = new KeptBook(first);
    const changes = ofStream('btcusdt@depth@100ms').filter((event) => {
      if (!kept.apply(event)) return false;
      expect(kept.levels()).toEqual(later.find((book) => field(book, 'lastUpdateId') === kept.updateId));
      return true;
    });
    expect(kept.gaps).toBe(0);
    expect(changes.length).toBeGreaterThan(20);
  });

  it.each(['btcusdt@depth', 'btcusdt@depth@100ms'])('hears every update id once, from %s', async (stream) => {
    const ofStream = await listen(seed, 30, [stream]);
    const events = ofStream(stream);
    const jumps = events.slice(1).filter((event, index) => {
      return Number(field(event, 'U')) !== Number(field(events[index], 'u')) + 1;
    });
    expect(events.length).toBeGreaterThan(10);
    expect(jumps).toEqual([]);
  });
});

describe('the trades that a client hears', () => {
  it('make the klines that it hears, and those that REST tells', async () => {
    const streams = ['btcusdt@trade', 'btcusdt@kline_1s', 'btcusdt@kline_1m'];
    const ofStream = await listen(7, 180, streams);
    const trades = ofStream('btcusdt@trade');
    for (const { interval, lengthMs } of [
      { interval: '1s', lengthMs: 1000 },
      { interval: '1m', lengthMs: 60_000 },
    ]) {
      const rebuilt = rebuiltBars(trades, lengthMs);
      const closed = ofStream(`btcusdt@kline_${interval}`)
        .map((event) => field(event, 'k'))
        .filter((kline) => field(kline, 'x') === true)
        // The first bar began before the client was there, and in quiet ones nothing was traded.
        .filter((kline) => Number(field(kline, 't')) > NEW_YEAR_MS + 3000 && field(kline, 'n') !== 0);
      expect(closed.length).toBeGreaterThan(1);
      const rows = await rest(`/api/v3/klines?symbol=BTCUSDT&interval=${interval}&limit=1000`);
      for (const kline of closed) {
        const openTime = Number(field(kline, 't'));
        expect(kline).toMatchObject(rebuilt.get(openTime) ?? { t: 'no trades' });
        expect(rowOf(kline)).toEqual(rowAt(rows, openTime));
      }
    }
  });

  it('are those that REST tells, and add up to its aggregates', async () => {
    const ofStream = await listen(11, 60, ['btcusdt@trade', 'btcusdt@aggTrade']);
    const trades = ofStream('btcusdt@trade');
    const first = Number(field(trades[0], 't'));
    const told = await rest(`/api/v3/historicalTrades?symbol=BTCUSDT&fromId=${first}&limit=1000`);
    for (const [letter, name] of [
      ['t', 'id'],
      ['p', 'price'],
      ['q', 'qty'],
      ['T', 'time'],
    ] as const) {
      expect(fields(trades.slice(0, 1000), letter)).toEqual(fields(told, name));
    }
    const aggregates = ofStream('btcusdt@aggTrade');
    const covered = aggregates.flatMap((aggregate) => {
      const from = Number(field(aggregate, 'f'));
      return Array.from({ length: Number(field(aggregate, 'l')) - from + 1 }, (_, index) => from + index);
    });
    expect(covered).toEqual(fields(trades, 't'));
  });
});

/** A bar of the stream in the order of REST. */
function rowOf(kline: unknown): readonly unknown[] {
  return [...'tohlcvTqnVQ'].map((letter) => field(kline, letter)).concat('0');
}

function rowAt(rows: unknown, openTime: number): unknown {
  return Array.isArray(rows) ? rows.find((row: unknown) => field(row, '0') === openTime) : undefined;
}
