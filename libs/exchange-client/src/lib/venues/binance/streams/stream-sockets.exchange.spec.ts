import type { Clock, Rng } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { openWebSocket } from '../../../sockets/ws-socket.ts';
import type { StreamNotice } from './stream-feed.ts';
import { StreamSockets } from './stream-sockets.ts';

/** Short waits take no time, and long ones never end: nothing here is late. */
const promptClock: Clock = {
  now: () => 0,
  schedule: (delayMs, task) => {
    if (delayMs > 5000) return () => undefined;
    const immediate = setImmediate(task);
    return () => clearImmediate(immediate);
  },
};
const CHANCE: Rng = { uniform: () => 0, normal: () => 0 };
const DEPTH = 'btcusdt@depth@100ms';

let exchange: LocalBinance;
let sockets: StreamSockets;
let seen: string[];
let onSeen: () => void;

const see = (text: string) => {
  seen.push(text);
  onSeen();
};

/** Resolves with the next thing of this kind that is seen, everything before it forgotten. */
async function next(kind: string): Promise<string> {
  for (;;) {
    const at = seen.findIndex((text) => text.startsWith(kind));
    if (at >= 0) return seen.splice(0, at + 1).at(-1) ?? '';
    await new Promise<void>((resolve) => (onSeen = resolve));
  }
}

function noticed(notice: StreamNotice): void {
  see('streams' in notice ? `${notice.kind} ${notice.streams.join()}` : notice.kind);
}

beforeEach(async () => {
  [seen, onSeen] = [[], () => undefined];
  exchange = await startLocalBinance({ speed: 0, seed: 7, clock: new ManualClock() });
  sockets = new StreamSockets({
    ...{ url: exchange.streamUrl, open: openWebSocket, clock: promptClock, marketClock: new ManualClock() },
    ...{ rng: CHANCE, tell: noticed },
  });
  sockets.listen({
    name: DEPTH,
    mostSilenceMs: Infinity,
    idOf: () => null,
    receive: (bytes, start, end) => see(`data ${new TextDecoder().decode(bytes.subarray(start, end))}`),
  });
  await next('connected');
});

afterEach(async () => {
  sockets.close();
  await exchange.close();
});

describe('market streams of an exchange', () => {
  it('come as the exchange sends them', async () => {
    exchange.advance(60_000);
    expect(await next('data')).toMatch(/^data {"e":"depthUpdate",.*}$/);
  });

  it('come back after the connection was cut', async () => {
    exchange.faults.add({ kind: 'connection', what: 'cut' });
    expect(await next('disconnected')).toBe(`disconnected ${DEPTH}`);
    expect(await next('connected')).toBe(`connected ${DEPTH}`);
    exchange.advance(60_000);
    await next('data');
  });

  it('E4: go over to a new connection when the exchange is about to shut down', async () => {
    exchange.faults.add({ kind: 'connection', what: 'shutdown' });
    expect(await next('renewed')).toBe(`renewed ${DEPTH}`);
    exchange.advance(60_000);
    await next('data');
  });

  it('D5: come when the exchange lets us in again', async () => {
    exchange.faults.add({ kind: 'refuseConnections', status: 503, times: 2 });
    exchange.faults.add({ kind: 'connection', what: 'cut' });
    await next('disconnected');
    await next('attemptFailed');
    await next('attemptFailed');
    expect(await next('connected')).toBe(`connected ${DEPTH}`);
  });
});
