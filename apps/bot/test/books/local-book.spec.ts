import type { BookSession } from './book-session.ts';
import { DEPTH_STREAM, expectTrueBooks, openBookSession, storyOf } from './book-session.ts';

let session: BookSession;

beforeEach(async () => {
  session = await openBookSession();
});
afterEach(() => session.close());

const match = { stream: DEPTH_STREAM };
/** The first loss: the book may be back before anybody looks. */
const lost = () => session.news.find(({ kind }) => kind === 'bookLost');

describe('a local book that the client keeps', () => {
  it('is the exchange’s at every update', async () => {
    await session.pass(20_000);
    await session.settle();
    expect(expectTrueBooks(session)).toBeGreaterThan(100);
    expect(session.snapshotsAt.length).toBe(1);
    expect(storyOf(session.news)).toEqual(['bookChanged']);
  });

  it.each([1, 2])(
    'is the exchange’s at every update through gaps, duplicates, wrong order, cuts and failures of REST: seed %i',
    async (seed) => {
      const { faults } = session.exchange;
      const event = { kind: 'event', match } as const;
      faults.add({ ...event, what: 'drop', probability: 0.001, seed });
      faults.add({ ...event, what: 'duplicate', probability: 0.05, seed: seed + 10 });
      faults.add({ ...event, what: 'swap', probability: 0.001, seed: seed + 20 });
      faults.add({ ...event, what: 'garble', probability: 0.001, seed: seed + 30 });
      const outage = { status: 502, body: '<html>Bad Gateway</html>' };
      faults.add({
        ...{ kind: 'request', match: { path: '/api/v3/depth' }, isDone: false, answer: outage },
        ...{ probability: 0.3, seed: seed + 40, times: 3 },
      });
      for (let quarter = 0; quarter < 4; quarter++) {
        await session.pass(40_000);
        faults.add({ kind: 'connection', what: quarter === 2 ? 'shutdown' : 'cut' });
      }
      await session.pass(40_000);
      faults.clear();
      await session.settle();
      expect(expectTrueBooks(session)).toBeGreaterThan(500);
      const story = storyOf(session.news);
      expect(story).toContain('bookLost: gap');
      expect(story).toContain('bookLost: disconnected');
      expect(story.filter((kind) => kind === 'connectionLost').length).toBeGreaterThan(1);
      expect(session.notices.map(({ kind }) => kind)).toContain('renewed');
    },
    60_000,
  );
});

describe('E1: a book that goes silent', () => {
  it('is told as lost, never looks fresh, and is shown again when it is the exchange’s', async () => {
    await session.pass(2000);
    const stall = session.exchange.faults.add({ kind: 'connection', what: 'stall' });
    await session.passUntil(() => lost() !== undefined);
    expect(lost()).toMatchObject({ kind: 'bookLost', reason: 'silent' });
    expect(session.notices.at(-1)).toMatchObject({ kind: 'stalled', stream: DEPTH_STREAM });
    await session.pass(5000);
    session.exchange.faults.remove(stall);
    await session.settle();
    expectTrueBooks(session);
    expect(storyOf(session.news)).toEqual([
      ...['bookChanged', 'connectionLost', 'bookLost: silent', 'connectionRestored', 'bookChanged'],
    ]);
  });
});

describe('E2: a connection that is dead without saying so', () => {
  it('is cut off, and the book comes back over another one', async () => {
    await session.close();
    session = await openBookSession({ silences: { bookMs: Infinity } });
    session.exchange.faults.add({ kind: 'connection', what: 'freeze' });
    const began = session.exchange.world.marketTime.now();
    await session.passUntil(() => lost() !== undefined);
    expect(session.exchange.world.marketTime.now() - began).toBeLessThanOrEqual(60_100);
    expect(lost()).toMatchObject({ kind: 'bookLost', reason: 'disconnected' });
    await session.settle();
    expectTrueBooks(session);
    expect(session.exchange.sockets.connections.length).toBe(1);
  });
});

describe('E4: an exchange that shuts down', () => {
  it('costs no update and no snapshot, for another connection takes over before', async () => {
    await session.pass(1000);
    session.exchange.faults.add({ kind: 'connection', what: 'shutdown' });
    await session.pass(20_000);
    await session.settle();
    expect(session.notices.map(({ kind }) => kind)).toContain('renewed');
    expect(storyOf(session.news)).toEqual(['bookChanged']);
    expect(session.snapshotsAt.length).toBe(1);
    expectTrueBooks(session);
  });
});

describe('E5: a diff that is missing', () => {
  it('ends the book at once, and one snapshot brings it back', async () => {
    await session.pass(1000);
    session.exchange.faults.add({ kind: 'event', match, what: 'drop', times: 1 });
    await session.passUntil(() => lost() !== undefined);
    expect(lost()).toMatchObject({ kind: 'bookLost', symbol: 'BTCUSDT', reason: 'gap' });
    await session.settle();
    expect(expectTrueBooks(session)).toBeGreaterThan(5);
    expect([storyOf(session.news), session.snapshotsAt.length]).toEqual([
      ['bookChanged', 'bookLost: gap', 'bookChanged'],
      2,
    ]);
  });

  it('again and again costs fewer and fewer snapshots: one in three quarters of a minute in the long run', async () => {
    session.exchange.faults.add({ kind: 'event', match, what: 'drop', probability: 0.3, seed: 9 });
    await session.pass(300_000);
    // Waits of 0.75, 1.5, 3, 6, 12 and 24 s, then of 45 s: six within the first 47 s, and 6 within the rest.
    const counted = session.snapshotsAt.length;
    expect(counted).toBeGreaterThan(8);
    expect(counted).toBeLessThanOrEqual(1 + 1 + 6 + 6);
    session.exchange.faults.clear();
    await session.settle();
    expectTrueBooks(session);
  }, 60_000);
});

describe('E6: a snapshot that is older than the first diff', () => {
  it('is not used, and another one is asked for', async () => {
    const url = `${session.exchange.restUrl}/api/v3/depth?symbol=BTCUSDT&limit=1000`;
    const headers = { 'content-type': 'application/json' };
    const old = { status: 200, headers, body: await (await fetch(url)).text() };
    await session.pass(2000);
    session.otherSnapshots.push(old, old);
    session.exchange.faults.add({ kind: 'connection', what: 'cut' });
    await session.passUntil(() => lost() !== undefined);
    await session.settle();
    expectTrueBooks(session);
    expect([session.otherSnapshots.length, session.snapshotsAt.length]).toEqual([0, 5]);
    const [, , first = 0, second = 0, third = 0] = session.snapshotsAt;
    expect(second - first).toBeGreaterThanOrEqual(500);
    expect(third - second).toBeGreaterThan(second - first);
  });
});

describe('E7: levels beyond the snapshot', () => {
  it('are not shown: what is not known is not told as empty or whole', async () => {
    await session.close();
    session = await openBookSession({ snapshotLevels: 5, levels: 20 });
    await session.pass(10_000);
    for (const told of session.news) {
      if (told.kind !== 'bookChanged') continue;
      const true20 = session.truth.get(told.updateId);
      expect(told.bids).toEqual(true20?.bids.slice(0, told.bids.length));
      expect(told.asks).toEqual(true20?.asks.slice(0, told.asks.length));
    }
    expect(session.news.some((told) => told.kind === 'bookChanged' && told.bids.length < 20)).toBe(true);
  });
});

describe('E8: diffs that come twice or late', () => {
  it('change nothing the second time, and a wrong order is met like a gap', async () => {
    session.exchange.faults.add({ kind: 'event', match, what: 'duplicate', probability: 0.5, seed: 3 });
    await session.pass(10_000);
    await session.settle();
    expect([storyOf(session.news), session.snapshotsAt.length]).toEqual([['bookChanged'], 1]);
    session.exchange.faults.clear();
    session.exchange.faults.add({ kind: 'event', match, what: 'swap', times: 1 });
    await session.passUntil(() => lost() !== undefined);
    await session.settle();
    expect(session.snapshotsAt.length).toBe(2);
    expectTrueBooks(session);
  });
});
