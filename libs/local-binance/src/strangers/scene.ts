import { setImmediate } from 'node:timers/promises';
import type { LocalBinance, LocalBinanceOptions } from '../lib/start/start-local-binance.ts';
import { startLocalBinance } from '../lib/start/start-local-binance.ts';

/** What a stranger is given to point at: addresses and a key. */
export interface StrangersScene extends LocalBinance {
  readonly apiKey: string;
  readonly secret: string;
  /** Lets the market go on until something has come of it. */
  goOnUntil<Value>(awaited: Promise<Value>): Promise<Value>;
  /** Waits until somebody hears what happens on an account. */
  untilSubscribed(): Promise<void>;
  /** Waits until nobody is connected any more. */
  untilAlone(): Promise<void>;
}

const NOON_MS = Date.UTC(2026, 5, 1, 12);
const MINUTE_MS = 60_000;
const STEP_MS = 100;

/**
 * An exchange with twenty minutes of synthetic market behind it, which stands still from then on. The protocol's time is
 * real, since strangers sign with the time of their own clocks.
 */
export async function openToStrangers(options: LocalBinanceOptions = {}): Promise<StrangersScene> {
  const exchange = await startLocalBinance({
    seed: 7,
    speed: 0,
    startTime: NOON_MS,
    warmUpMs: 20 * MINUTE_MS,
    accounts: [{ accountId: 'alice', balances: { USDT: '100000', BTC: '2', BNB: '10' } }],
    ...options,
  });
  const [account] = exchange.accounts;
  return {
    ...exchange,
    apiKey: account?.apiKey ?? '',
    secret: account?.secret ?? '',
    goOnUntil: (awaited) => goOnUntil(awaited, exchange),
    untilSubscribed: async () => {
      while (!isSubscribed(exchange)) await setImmediate();
    },
    untilAlone: async () => {
      while (exchange.sockets.connections.length > 0) await setImmediate();
    },
  };
}

async function goOnUntil<Value>(awaited: Promise<Value>, exchange: LocalBinance): Promise<Value> {
  const end = new AbortController();
  const settled = awaited.finally(() => end.abort());
  while (!end.signal.aborted) {
    exchange.advance(STEP_MS);
    await setImmediate();
  }
  return settled;
}

function isSubscribed({ sockets }: LocalBinance): boolean {
  return sockets.connections.some(({ kind, user }) => kind === 'socketApi' && user.subscriptions.length > 0);
}
