import type { BookNews } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { LocalBinance } from '@org/local-binance';
import type { Listening } from '../../../../test/listening.ts';
import { listenTo } from '../../../../test/listening.ts';
import { cancelOf, resting } from '../../../../test/local-venue.ts';
import { plainBooks } from '../../../../test/plain-books.ts';
import type { TimedVenue } from '../../../../test/timed-venue.ts';
import { openTimedVenue } from '../../../../test/timed-venue.ts';
import type { BinanceStreams } from './market/connect-market-data.ts';
import { connectMarketData } from './market/connect-market-data.ts';
import { openWebSocket } from '../../sockets/ws-socket.ts';
import type { StreamNotice } from './streams/stream-feed.ts';
import { StreamSockets } from './streams/stream-sockets.ts';

const MINUTE_MS = 60_000;
const CHANCE = { uniform: () => 0, normal: () => 0 };

let venue: TimedVenue;
beforeEach(async () => {
  venue = await openTimedVenue();
});
afterEach(() => venue.close());

const seenBetween = (from: number, to: number) => venue.seen.filter(({ at }) => at > from && at < to);
const weightUsed = ({ world }: LocalBinance) =>
  world.requestLimits
    .counts('127.0.0.1', world.protocolTime.now())
    .find(({ rateLimitType }) => rateLimitType === 'REQUEST_WEIGHT');

/** I6: the exchange has refused nobody but when a test has told it to, and has not counted more than it allows. */
function expectWithinLimits(): void {
  const weight = weightUsed(venue.exchange);
  expect(weight?.count).toBeLessThanOrEqual(weight?.limit ?? 0);
}

/** Somebody else behind the same address, who knows no limits. */
const somebodyAsks = (weight: number) => {
  const { world } = venue.exchange;
  world.requestLimits.charge('127.0.0.1', weight, world.protocolTime.now());
};

describe('D1: weight that is used up', () => {
  it('by somebody else at our address silences everything until the exchange says, and for no longer', async () => {
    somebodyAsks(5999);
    const question = venue.orders.query('BTCUSDT', 'os-1');
    await venue.settle();
    const until = venue.ledger.silentUntilMs();
    const refusedAt = venue.clock.now();
    // The window began on the minute.
    expect(until).toBe((Math.floor(refusedAt / MINUTE_MS) + 1) * MINUTE_MS);
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({
      ...{ kind: 'rejected', code: null, reason: expect.stringContaining('silence') },
    });
    const cancel = venue.orders.cancel(cancelOf('os-1'));
    await venue.pass(until - refusedAt - 100);
    expect(seenBetween(refusedAt, until)).toEqual([]);
    await venue.pass(1000);
    expect(await cancel).toMatchObject({ kind: 'rejected', code: -2011 });
    expect((await question).kind).not.toBe('accepted');
    const [first] = venue.seen.filter(({ at }) => at >= until);
    expect(first?.method).toBe('DELETE');
    expect(first?.at).toBeLessThanOrEqual(until + 200);
    expectWithinLimits();
  });

  it('by our own bulk work leaves cancels their share', async () => {
    somebodyAsks(5560);
    await venue.markets.reload();
    const bulk = venue.rest.send(
      {
        method: 'GET',
        path: '/api/v3/depth',
        parameters: { symbol: 'BTCUSDT', limit: 100 },
        isSigned: false,
      },
      'bulk',
    );
    await venue.settle();
    const before = venue.seen.length;
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({ kind: 'rejected', code: -2011 });
    expect(venue.seen.slice(before).map(({ method }) => method)).toEqual(['DELETE']);
    expectWithinLimits();
    await venue.pass(MINUTE_MS);
    expect(await bulk).toMatchObject({ kind: 'answer' });
  });
});

describe('D2: an address that is banned', () => {
  let market: BinanceStreams;
  let book: Listening<BookNews>;
  let notices: StreamNotice[];

  beforeEach(async () => {
    await venue.close();
    venue = await openTimedVenue({ exchange: { market: 'synthetic' } });
    notices = [];
    market = connectMarketData({
      ...{ binance: venue, url: venue.exchange.streamUrl, clock: venue.clock, rng: CHANCE },
      ...{ books: plainBooks, marketClock: venue.clock, onNotice: (notice) => notices.push(notice) },
    });
    book = listenTo(market.book$('BTCUSDT'));
    await passWithMarket(() => book.news.length > 0);
  });
  afterEach(() => {
    book.stop();
    market.close();
  });

  async function passWithMarket(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      venue.exchange.advance(100);
      await venue.pass(100);
    }
  }

  it('is silent for exactly as long as it was told: orders, questions, snapshots and connections', async () => {
    const began = venue.clock.now();
    venue.exchange.faults.add({ kind: 'ban', forMs: 3 * MINUTE_MS });
    await venue.orders.query('BTCUSDT', 'os-1');
    const until = began + 3 * MINUTE_MS;
    expect(venue.ledger.silentUntilMs()).toBe(until);

    const silentFrom = venue.clock.now();
    const failures = () => notices.filter(({ kind }) => kind === 'attemptFailed').length;
    const failuresBefore = failures();
    venue.exchange.faults.add({ kind: 'connection', what: 'cut' });
    const question = venue.orders.query('BTCUSDT', 'os-1');
    const cancel = venue.orders.cancel(cancelOf('os-1'));
    await passWithMarket(() => venue.clock.now() >= until - 100);
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: null });
    expect(book.news.at(-1)).toMatchObject({ kind: 'bookLost', reason: 'disconnected' });
    expect(seenBetween(silentFrom, until)).toEqual([]);
    // The cut itself is the only one: nobody has tried to connect, and been turned away.
    expect(failures() - failuresBefore).toBe(1);
    expect(venue.exchange.sockets.connections).toEqual([]);

    await passWithMarket(() => book.news.at(-1)?.kind === 'bookChanged');
    expect(await question).toEqual({ kind: 'absent' });
    expect(await cancel).toMatchObject({ kind: 'rejected', code: -2011 });
    expect(venue.seen.find(({ at }) => at >= until)?.at).toBeLessThanOrEqual(until + 200);
    expect(failures() - failuresBefore).toBe(1);
    expectWithinLimits();
  });

  it('that the exchange only hints at waits for the longer of header and text', async () => {
    const until = venue.clock.now() + 150_000;
    venue.exchange.faults.add({
      ...{ kind: 'request', match: { path: '/api/v3/order' }, isDone: false, times: 1 },
      answer: {
        status: 418,
        body: { code: -1003, msg: `Way too much request weight used; IP banned until ${until}.` },
        headers: { 'retry-after': '120' },
      },
    });
    await venue.orders.query('BTCUSDT', 'os-1');
    expect(venue.ledger.silentUntilMs()).toBe(until);
  });
});

describe('D3: orders that are too many', () => {
  const TWENTY = [{ rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 20 }] as const;

  it('of all who trade on the account wait for the next ten seconds, and cancels go on', async () => {
    await venue.close();
    venue = await openTimedVenue({ exchange: { orderLimits: TWENTY } });
    const { orderCounts } = venue.exchange.world;
    await venue.orders.place(resting('os-1'));
    // Another program on the same account places what is left.
    venue.exchange.faults.add({
      ...{ kind: 'request', match: { method: 'POST' }, isDone: false, times: 1 },
      answer: {
        status: 429,
        body: { code: -1015, msg: 'Too many new orders; current limit is 20 orders per 10 SECOND.' },
      },
    });
    expect(await venue.orders.place(resting('os-2'))).toMatchObject({ kind: 'rejected', code: -1015 });
    const refusedAt = venue.clock.now();
    const until = (Math.floor(refusedAt / 10_000) + 1) * 10_000;
    const posts = () => venue.seen.filter(({ method }) => method === 'POST').length;
    const before = posts();
    while (venue.clock.now() < until - 1000) {
      expect(await venue.orders.place(resting(`os-${venue.clock.now()}`))).toMatchObject({
        ...{ kind: 'rejected', code: null, reason: expect.stringContaining('no budget') },
      });
      await venue.pass(1000);
    }
    expect(posts()).toBe(before);
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({ kind: 'cancelled' });
    await venue.pass(until + 200 - venue.clock.now());
    expect(await venue.orders.place(resting('os-3'))).toMatchObject({ kind: 'accepted' });
    for (const { count, limit } of orderCounts.counts('me', venue.clock.now()))
      expect(count).toBeLessThanOrEqual(limit);
  });
});

describe('D4: control messages', () => {
  it('are never so many that the exchange ends the connection, however streams come and go', async () => {
    const notices: StreamNotice[] = [];
    const sockets = new StreamSockets({
      ...{ url: venue.exchange.streamUrl, open: openWebSocket, clock: venue.clock, rng: CHANCE },
      tell: (notice) => notices.push(notice),
    });
    const listen = (name: string) =>
      sockets.listen({ name, receive: () => undefined, mostSilenceMs: Infinity, idOf: () => null });
    listen('btcusdt@depth');
    const stops: (() => void)[] = [];
    // Pings of the exchange fall into this time: their pongs count as messages.
    for (let i = 0; i < 450; i++) {
      stops.push(listen(`s${i}@trade`));
      if (i % 3 === 0) stops.shift()?.();
      await venue.pass(100);
    }
    expect(notices.map(({ kind }) => kind)).toEqual(['connected']);
    const { bans } = venue.exchange.world.requestLimits;
    expect(bans.until('127.0.0.1', venue.clock.now())).toBeNull();
    expect(venue.exchange.sockets.connections.length).toBe(1);
    sockets.close();
  }, 30_000);
});

describe('D5: connections for many streams', () => {
  it('are never so many in five minutes that the exchange refuses one', async () => {
    const notices: StreamNotice[] = [];
    const sockets = new StreamSockets({
      ...{ url: venue.exchange.streamUrl, open: openWebSocket, clock: venue.clock, rng: CHANCE },
      ...{ tell: (notice: StreamNotice) => notices.push(notice), streamsPerConnection: 1 },
      marketClock: new ManualClock(),
    });
    const noIdea = { receive: () => undefined, mostSilenceMs: Infinity, idOf: () => null };
    for (let i = 0; i < 310; i++) sockets.listen({ name: `s${i}@trade`, ...noIdea });
    const connected = () => notices.filter(({ kind }) => kind === 'connected').length;
    const settleAt = async (most: number) => {
      venue.clock.pass(0);
      while (connected() < most) await venue.pass(1);
    };
    await settleAt(240);
    for (let passed = 0; passed < 5 * MINUTE_MS; passed += 10_000) {
      expect(connected()).toBe(240);
      venue.clock.pass(10_000);
      for (let turn = 0; turn < 5; turn++) await venue.settle();
    }
    await settleAt(310);
    expect(notices.every(({ kind }) => kind === 'connected')).toBe(true);
    sockets.close();
  }, 60_000);
});

describe('D6: a page of a firewall', () => {
  it('is met with two minutes of silence, and then all goes on', async () => {
    venue.exchange.faults.add({
      ...{ kind: 'request', isDone: false, times: 1 },
      answer: { status: 403, body: '<html>Forbidden</html>' },
    });
    expect(await venue.orders.place(resting('os-1'))).toEqual({
      ...{ kind: 'rejected', code: 0 },
      reason: expect.stringMatching(/^Forbidden\. A proxy, firewall or sign-in page has answered/),
    });
    const before = venue.seen.length;
    const question = venue.orders.query('BTCUSDT', 'os-1');
    await venue.pass(2 * MINUTE_MS - 100);
    expect(venue.seen.length).toBe(before);
    await venue.pass(1000);
    expect(await question).toEqual({ kind: 'absent' });
  });
});
