import { ManualClock } from '@org/domain/testing';
import type { LocalBinance, LocalBinanceOptions } from '../lib/start/start-local-binance.ts';
import { startLocalBinance } from '../lib/start/start-local-binance.ts';
import { NEW_YEAR_MS } from './trades.ts';

/** What came back over HTTP. */
export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** An exchange under test: time passes only where the test says so. */
export interface OpenExchange extends LocalBinance {
  readonly clock: ManualClock;
  /** Asks for a path with its query, such as `/api/v3/time`. */
  get(pathAndQuery: string, init?: RequestInit): Promise<Fetched>;
}

const opened = new Set<LocalBinance>();

/** Opens an exchange at New Year 2024, without a market of its own unless one is given. */
export async function openExchange(options: LocalBinanceOptions = {}): Promise<OpenExchange> {
  const clock = new ManualClock(NEW_YEAR_MS);
  const exchange = await startLocalBinance({ clock, speed: 0, market: [], ...options });
  opened.add(exchange);
  return {
    ...exchange,
    clock,
    close: () => {
      opened.delete(exchange);
      return exchange.close();
    },
    get: async (pathAndQuery, init) => {
      const response = await fetch(exchange.restUrl + pathAndQuery, init);
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    },
  };
}

/** Closes whatever is open still; for `afterEach`, since a test that fails does not come to its last line. */
export async function closeExchanges(): Promise<void> {
  for (const exchange of opened) await exchange.close();
  opened.clear();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
