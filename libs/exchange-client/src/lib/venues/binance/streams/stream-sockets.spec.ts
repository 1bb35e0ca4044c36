import type { Rng } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { StubSockets } from '../../../../../test/stub-sockets.ts';
import type { StreamFeed, StreamNotice } from './stream-feed.ts';
import { StreamSockets } from './stream-sockets.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const START = 1_700_000_040_000;
/** Chance that makes every wait as long as it can be. */
const LONGEST: Rng = { uniform: () => 0, normal: () => 0 };

function openStreams(options: { streamsPerConnection?: number; marketClock?: ManualClock } = {}) {
  const clock = new ManualClock(START);
  const stub = new StubSockets();
  const notices: StreamNotice[] = [];
  const tell = (notice: StreamNotice) => notices.push(notice);
  const sockets = new StreamSockets({
    url: 'ws://stub',
    open: stub.open,
    clock,
    rng: LONGEST,
    tell,
    ...options,
  });
  const heard: string[] = [];
  const feed = (name: string, mostSilenceMs = Infinity): StreamFeed => {
    const textOf = (bytes: Uint8Array, start: number, end: number) =>
      new TextDecoder().decode(bytes.subarray(start, end));
    return {
      name,
      mostSilenceMs,
      receive: (bytes, start, end) => heard.push(`${name} ${textOf(bytes, start, end)}`),
      idOf: (bytes, start, end) => Number(/"u":(\d+)/.exec(textOf(bytes, start, end))?.[1] ?? NaN) || null,
    };
  };
  const pass = (ms: number) => clock.pass(ms);
  /** Lets the last connection be made, and everything asked of it confirmed. */
  const settle = () => {
    pass(0);
    stub.last.open();
    pass(0);
    stub.last.confirm();
  };
  const kinds = () => notices.map(({ kind }) => kind);
  /** Lets time pass with the exchange's pings on every connection. */
  const live = (ms: number) => {
    for (let left = ms; left > 0; left -= 20 * SECOND) {
      pass(Math.min(left, 20 * SECOND));
      for (const socket of stub.all) socket.ping();
    }
  };
  return { clock, stub, notices, sockets, heard, feed, pass, settle, kinds, live };
}

describe('market streams', () => {
  it('share a connection and a message that asks for them', () => {
    const { sockets, feed, settle, stub, notices } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    sockets.listen(feed('ethusdt@trade'));
    settle();
    expect(stub.all.map(({ url }) => url)).toEqual(['ws://stub/stream']);
    const streams = ['btcusdt@trade', 'ethusdt@trade'];
    expect(stub.last.sent).toEqual([{ method: 'SUBSCRIBE', params: streams, id: 1 }]);
    expect(notices).toEqual([{ kind: 'connected', streams, wasLost: false }]);
  });

  it('get the data of their own messages', () => {
    const { sockets, feed, settle, stub, heard } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    settle();
    stub.last.data('btcusdt@trade', { p: '1.00' });
    stub.last.data('ethusdt@trade', { p: '2.00' });
    expect(heard).toEqual(['btcusdt@trade {"p":"1.00"}']);
  });

  it('are asked for at most four times a second, 200 in a message, 1,024 on a connection', () => {
    const { sockets, feed, stub, pass } = openStreams();
    for (let i = 0; i < 1025; i++) sockets.listen(feed(`s${i}@trade`));
    pass(0);
    expect(stub.all.length).toBe(2);
    const [first, second] = stub.all;
    first?.open();
    second?.open();
    pass(999);
    expect(first?.sent.map(({ params }) => params.length)).toEqual([200, 200, 200, 200]);
    pass(1);
    expect(first?.sent.map(({ params }) => params.length)).toEqual([200, 200, 200, 200, 200, 24]);
    expect(second?.sent.map(({ params }) => params)).toEqual([['s1024@trade']]);
  });

  it('end one by one, and the connection with the last of them', () => {
    const { sockets, feed, settle, stub, pass, clock } = openStreams();
    const stops = ['a@trade', 'b@trade'].map((name) => sockets.listen(feed(name)));
    settle();
    stops[0]?.();
    pass(0);
    expect(stub.last.sent.at(-1)).toEqual({ method: 'UNSUBSCRIBE', params: ['a@trade'], id: 2 });
    stops[1]?.();
    expect([stub.last.end, clock.pending]).toEqual(['closed', 0]);
  });

  it('that the exchange refuses are told, and the others come', () => {
    const { sockets, feed, pass, stub, notices } = openStreams();
    sockets.listen(feed('nonsense'));
    pass(0);
    stub.last.open();
    pass(0);
    stub.last.says('{"error":{"code":2,"msg":"Invalid request"},"id":1}');
    expect(notices).toMatchObject([
      { kind: 'refused', streams: ['nonsense'], message: 'Invalid request' },
      { kind: 'connected' },
    ]);
  });
});

describe('E1: a stream that goes silent', () => {
  it('is told, and gets another connection before the silent one is closed', () => {
    const { sockets, feed, settle, stub, notices, live, kinds } = openStreams();
    sockets.listen(feed('btcusdt@depth', 30 * SECOND));
    settle();
    live(31 * SECOND);
    expect(notices.at(-1)).toEqual({ kind: 'stalled', stream: 'btcusdt@depth', silentMs: 31 * SECOND });
    expect([stub.all.length, stub.all[0]?.end]).toEqual([2, null]);
    settle();
    expect([stub.all[0]?.end, kinds().at(-1)]).toEqual(['closed', 'renewed']);
  });

  it('is left alone while it speaks, and when it may be silent', () => {
    const { sockets, feed, settle, stub, pass, kinds } = openStreams();
    sockets.listen(feed('btcusdt@depth', 5 * SECOND));
    sockets.listen(feed('dustusdt@trade'));
    settle();
    for (let second = 0; second < 300; second++) {
      pass(SECOND);
      stub.last.ping();
      stub.last.data('btcusdt@depth', { u: second + 1 });
    }
    expect(kinds()).toEqual(['connected']);
  });

  it('is looked after less and less often while it stays silent', () => {
    const { sockets, feed, settle, stub, live } = openStreams();
    sockets.listen(feed('btcusdt@depth', 30 * SECOND));
    settle();
    for (let step = 0; step < 720; step++) {
      const before = stub.all.length;
      live(5 * SECOND);
      if (stub.all.length > before) settle();
    }
    expect(stub.all.length).toBeLessThan(14);
  });

  it('is measured in the time of its market', () => {
    const marketClock = new ManualClock(0);
    const { sockets, feed, settle, live, kinds } = openStreams({ marketClock });
    sockets.listen(feed('btcusdt@depth', 30 * SECOND));
    settle();
    live(10 * MINUTE);
    expect(kinds()).toEqual(['connected']);
    marketClock.pass(31 * SECOND);
    expect(kinds()).toEqual(['connected', 'stalled']);
  });
});

describe('E2: a connection that is dead without saying so', () => {
  it('is cut off after 60 s without a ping, and made anew', () => {
    const { sockets, feed, settle, stub, pass, notices } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    settle();
    pass(20 * SECOND);
    stub.last.ping();
    pass(59_999);
    expect(stub.last.end).toBe(null);
    pass(1);
    expect(stub.last.end).toBe('terminated');
    expect(notices.at(1)).toEqual({
      kind: 'disconnected',
      streams: ['btcusdt@trade'],
      reason: 'no ping for 60 s',
    });
    pass(500);
    settle();
    expect(notices.at(-1)).toEqual({ kind: 'connected', streams: ['btcusdt@trade'], wasLost: true });
  });

  it('is given up when it does not open, or does not answer, within 10 s', () => {
    const { sockets, feed, stub, pass, kinds } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    pass(0);
    pass(10 * SECOND);
    expect(stub.last.end).toBe('terminated');
    pass(500);
    stub.last.open();
    pass(10 * SECOND);
    expect([stub.all.map(({ end }) => end), kinds()]).toEqual([
      ['terminated', 'terminated'],
      ['attemptFailed', 'attemptFailed'],
    ]);
  });
});

describe('E4: the end that is known beforehand', () => {
  it.each([
    [
      'the exchange announces it',
      (stub: StubSockets) => stub.last.data('!serverShutdown', { e: 'serverShutdown', E: 1 }),
      0,
    ],
    [
      'the exchange announces it without a stream',
      (stub: StubSockets) => stub.last.says('{"e":"serverShutdown","E":1}'),
      0,
    ],
    ['a connection comes of age', () => undefined, 23.5 * HOUR],
  ])('is met by a new connection before the old one closes, when %s', (_, announce, afterMs) => {
    const { sockets, feed, settle, stub, live, pass, heard, kinds } = openStreams();
    sockets.listen(feed('btcusdt@depth'));
    settle();
    const [old] = stub.all;
    announce(stub);
    live(afterMs);
    pass(0);
    expect([stub.all.length, old?.end]).toEqual([2, null]);
    old?.data('btcusdt@depth', { u: 1 });
    stub.last.open();
    pass(0);
    stub.last.data('btcusdt@depth', { u: 1 });
    stub.last.data('btcusdt@depth', { u: 2 });
    old?.data('btcusdt@depth', { u: 2 });
    stub.last.confirm();
    stub.last.data('btcusdt@depth', { u: 3 });
    expect(heard).toEqual([1, 2, 3].map((u) => `btcusdt@depth {"u":${u}}`));
    expect([old?.end, kinds()]).toEqual(['closed', ['connected', 'renewed']]);
  });

  it('is met at once, even after an hour in which the exchange had let nobody in', () => {
    const { sockets, feed, settle, stub, pass, live } = openStreams();
    sockets.listen(feed('btcusdt@depth'));
    for (let attempt = 0; attempt < 6; attempt++) {
      pass(MINUTE);
      stub.last.cut();
    }
    pass(MINUTE);
    settle();
    live(MINUTE);
    const before = stub.all.length;
    stub.last.data('!serverShutdown', {});
    pass(0);
    expect(stub.all.length).toBe(before + 1);
  });

  it('tells of a break where the old connection ends before the new one is there', () => {
    const { sockets, feed, settle, stub, pass, kinds } = openStreams();
    sockets.listen(feed('btcusdt@depth'));
    settle();
    stub.last.data('!serverShutdown', {});
    pass(0);
    stub.all[0]?.cut();
    expect(kinds()).toEqual(['connected', 'disconnected']);
    settle();
    expect([kinds().at(-1), stub.all.length]).toEqual(['connected', 2]);
  });
});

describe('D4: control messages', () => {
  it('never exceed four in any second, however streams come and go', () => {
    const { sockets, feed, settle, stub, pass, clock } = openStreams();
    sockets.listen(feed('keep@trade'));
    settle();
    const times: number[] = [];
    for (let i = 0; i < 400; i++) {
      const before = stub.last.sent.length;
      const stop = sockets.listen(feed(`s${i}@trade`));
      pass(10);
      if (i % 2 === 0) stop();
      for (let sent = before; sent < stub.last.sent.length; sent++) times.push(clock.now());
      stub.last.confirm();
    }
    expect(times.length).toBeGreaterThan(10);
    for (const [i, time] of times.slice(4).entries())
      expect(time - (times[i] ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe('D5: an exchange that does not let us in', () => {
  it('is asked with more and more patience, and never as often as it would punish', () => {
    const { sockets, feed, stub, pass, clock } = openStreams();
    const at: number[] = [];
    sockets.listen(feed('btcusdt@trade'));
    for (let step = 0; step < 3600; step++) {
      pass(SECOND / 2);
      if (stub.all.length === at.length) continue;
      at.push(clock.now() - START);
      stub.last.cut('connect ECONNREFUSED');
    }
    expect(at.slice(0, 9).map((ms) => ms / SECOND)).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64, 124]);
    expect(at.length).toBe(36);
  });

  it('is not stormed by many connections at once', () => {
    const { sockets, feed, stub, pass } = openStreams({
      streamsPerConnection: 1,
      marketClock: new ManualClock(),
    });
    for (let i = 0; i < 500; i++) sockets.listen(feed(`s${i}@trade`));
    pass(5 * MINUTE - 1);
    expect(stub.all.length).toBe(240);
    pass(1);
    expect(stub.all.length).toBeGreaterThan(240);
  });

  it('tells how often it has failed, and why', () => {
    const { sockets, feed, stub, pass, notices } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    pass(0);
    stub.last.cut('connect ECONNREFUSED 127.0.0.1:9');
    expect(notices).toEqual([
      { kind: 'attemptFailed', reason: 'connect ECONNREFUSED 127.0.0.1:9', failures: 1 },
    ]);
  });
});

describe('E12: a message that means nothing', () => {
  it.each([
    '',
    '{',
    'null',
    '{"stream":"btcusdt@trade","da',
    '{"result":{"a":1},"id":9007199254740993}',
    '[1,2]',
  ])('is told and passed over: %s', (text) => {
    const { sockets, feed, settle, stub, notices, heard } = openStreams();
    sockets.listen(feed('btcusdt@trade'));
    settle();
    stub.last.says(text);
    stub.last.data('btcusdt@trade', { u: 1 });
    expect(notices.slice(1)).toEqual([{ kind: 'unreadable', text }]);
    expect(heard.length).toBe(1);
  });
});
