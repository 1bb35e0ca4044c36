import type { Interference } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { HALF_A_MINUTE, limitsOf, TEN_MINUTES } from './permitted.ts';
import type { CountedWindow } from './served.ts';

/**
 * An exchange with low limits, in a process of its own. Now and then it refuses a request with 429 though there is room,
 * as when somebody else behind the same address has used it up, and then counts who comes all the same. It looks at its
 * counts ten times a second.
 */
const permitted = process.argv[2] === 'small' ? HALF_A_MINUTE : TEN_MINUTES;
const SILENCE_S = 4;
/** What was on its way, or waited here to be read, when silence was asked for. */
const ON_ITS_WAY_MS = 1000;
const LOOK_MS = 100;
const ADDRESS = '127.0.0.1';
const BUSY = {
  status: 429,
  headers: { 'retry-after': String(SILENCE_S), 'content-type': 'application/json' },
  body: '{"code":-1003,"msg":"Too many requests from this address."}',
} as const;

let nextSilenceMs = Date.now() + permitted.silenceEachMs;
let silentUntilMs = 0;
const seen = { bans: 0, silences: 0, duringSilence: 0 };

function interfere(): Interference | null {
  const now = Date.now();
  if (now < silentUntilMs) {
    if (now > silentUntilMs - SILENCE_S * 1000 + ON_ITS_WAY_MS) seen.duringSilence += 1;
    return null;
  }
  if (now < nextSilenceMs) return null;
  nextSilenceMs = now + permitted.silenceEachMs;
  silentUntilMs = now + SILENCE_S * 1000;
  seen.silences += 1;
  return { delayBeforeMs: 0, isDone: false, delayAfterMs: 0, answer: BUSY };
}

const exchange = await startLocalBinance({ speed: 0, market: [], interfere, ...limitsOf(permitted) });
const { requestLimits, protocolTime } = exchange.world;
const windows = new Map<number, CountedWindow>();

function look(): void {
  const now = protocolTime.now();
  const startMs = now - (now % permitted.windowMs);
  const counts = requestLimits.counts(ADDRESS, now);
  const weight = counts.find(({ rateLimitType }) => rateLimitType === 'REQUEST_WEIGHT')?.count ?? 0;
  windows.set(startMs, { startMs, weight });
  if (requestLimits.bans.until(ADDRESS, now) !== null) seen.bans += 1;
}

const looking = setInterval(look, LOOK_MS);
process.on('message', () => {
  clearInterval(looking);
  process.send?.({ ...seen, windows: [...windows.values()] });
  void exchange.close().then(() => process.disconnect());
});
// However the run ends, its exchange ends too.
process.on('disconnect', () => process.exit());
const [account] = exchange.accounts;
process.send?.({ restUrl: exchange.restUrl, apiKey: account?.apiKey, secret: account?.secret });
