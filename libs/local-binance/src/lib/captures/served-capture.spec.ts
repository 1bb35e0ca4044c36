import { recordedDepth } from '@org/simulator';
import { field, fields } from '../../testing/fields.ts';
import { openTalkative } from '../../testing/hear-streams.ts';
import { KeptBook } from '../../testing/kept-book.ts';
import { hasSharedData, shared } from '../../testing/shared-data.ts';
import { TestSocket } from '../../testing/test-socket.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { readCaptures } from './read-captures.ts';

/** The first half of the capture, up to midnight. */
const FILES = ['BTCUSDT-spot-2024-08-08.ws.gz'];
/** Reading it may take seconds on a busy machine. */
const READING_MS = 60_000;

/** Serves the recorded BTCUSDT for some seconds, and hears two of its streams. */
async function serve(seconds: number) {
  const { captures } = readCaptures(
    FILES.map((name) => shared('data', 'depth', name)),
    BUILT_IN_SYMBOLS,
  );
  const recordings = captures.map(({ recording }) => recording);
  const exchange = await openTalkative({
    symbols: captures.map(({ rules }) => rules),
    market: recordings.map(recordedDepth),
  });
  const streams = 'btcusdt@depth@100ms/btcusdt@trade';
  const client = await TestSocket.open(`${exchange.streamUrl}/stream?streams=${streams}`);
  const book = async () => (await exchange.get('/api/v3/depth?symbol=BTCUSDT&limit=5000')).body;
  exchange.advance(1000);
  const snapshot = await book();
  exchange.advance(seconds * 1000);
  const end = await book();
  const heard = await client.heard();
  await client.close();
  await exchange.close();
  const of = (name: string) =>
    heard.map((message) => field(message, 'data')).filter((event) => field(event, 'e') === name);
  return {
    recordings,
    snapshot,
    end,
    depth: of('depthUpdate'),
    trades: of('trade'),
    now: exchange.world.marketTime.now(),
  };
}

(hasSharedData ? describe : describe.skip)('a client of the recorded BTCUSDT', () => {
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    served = await serve(60);
  }, READING_MS);

  it('keeps a book from btcusdt@depth@100ms that is the served one, without a gap', () => {
    const kept = new KeptBook(served.snapshot);
    for (const event of served.depth) kept.apply(event);
    expect(kept.gaps).toBe(0);
    expect(kept.levels()).toEqual(served.end);
  });

  it('hears every update id once', () => {
    const jumps = served.depth
      .slice(1)
      .filter((event, index) => field(event, 'U') !== Number(field(served.depth[index], 'u')) + 1);
    expect(served.depth.length).toBeGreaterThan(500);
    expect(jumps).toEqual([]);
  });

  it('hears the recorded trades', () => {
    const recorded = served.recordings.flatMap(({ events }) =>
      events.filter((event) => event.kind === 'trade' && event.time <= served.now),
    );
    expect(recorded.length).toBeGreaterThan(100);
    expect(fields(served.trades, 'T')).toEqual(recorded.map(({ time }) => time));
  });
});
