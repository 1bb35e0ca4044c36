import type { CandleSeries, Clock } from '@org/domain';
import type { LocalBinance } from '@org/local-binance';
import { BUILT_IN_SYMBOLS, candleMarkets, startLocalBinance } from '@org/local-binance';
import { HastyClock } from '../../../../../test/hasty-clock.ts';
import { BulkDesk } from '../../../limits/bulk-desk.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import { WaitingLine } from '../../../limits/waiting-line.ts';
import { ServerTime } from '../../../server-time/server-time.ts';
import type { HttpTransport } from '../../../transport/http-transport.ts';
import { httpTransport } from '../../../transport/http-transport.ts';
import { BinanceRest } from '../rest/binance-rest.ts';
import { RequestGuard } from '../rest/request-guard.ts';
import type { DownloadOptions } from './kline-history.ts';
import { KlineHistory } from './kline-history.ts';
import type { KlinePage, KlineSpan } from './kline-span.ts';

const MINUTE_MS = 60_000;
/** 2024-01-01 00:00 UTC. */
const START_MS = 1_704_067_200_000;
const BARS = 1100;
const SYMBOLS = Array.from({ length: 50 }, (_, index) => `M${index}USDT`);
const PAGES = SYMBOLS.length * 2;
/** Every so many minutes something is traded; in between the exchange tells quiet bars. */
const TRADED_EVERY = 550;

/** Minutes whose numbers tell the market. */
function minutesOf(symbol: string, market: number): CandleSeries {
  const column = (value: (bar: number) => number) =>
    Float64Array.from({ length: BARS / TRADED_EVERY }, (_, bar) => value(bar));
  const price = (bar: number) => 1000 + market * 10 + (bar % 7);
  return {
    ...{ symbol, interval: '1m', openTime: column((bar) => START_MS + bar * TRADED_EVERY * MINUTE_MS) },
    ...{ open: column(price), high: column((bar) => price(bar) + 2), low: column((bar) => price(bar) - 2) },
    ...{ close: column((bar) => price(bar + 1)), volume: column((bar) => 1 + bar) },
  };
}

/** Client and exchange are on a clock on which waiting takes no time, and which begins in 2026. */
const hasty = new HastyClock();
const clock: Clock = {
  now: () => Date.UTC(2026, 0) + hasty.now(),
  schedule: (delayMs, task) => hasty.schedule(delayMs, task),
};

let exchange: LocalBinance;
let client: { close(): Promise<void> } | undefined;

beforeAll(async () => {
  const [rules] = BUILT_IN_SYMBOLS;
  if (rules === undefined) throw new Error('no rules');
  const symbols = SYMBOLS.map((symbol) => ({ ...rules, symbol }));
  const { market } = candleMarkets(SYMBOLS.map(minutesOf), { symbols, seed: 1 });
  exchange = await startLocalBinance({ symbols, market, speed: 0, clock });
  exchange.advance(BARS * MINUTE_MS - 1);
}, 300_000);

/** So that each test finds windows that nothing was counted in. */
afterEach(async () => {
  await client?.close();
  exchange.faults.clear();
  await new Promise<void>((resolve) => clock.schedule(2 * MINUTE_MS, resolve));
});
afterAll(() => exchange.close());

function openClient() {
  const wire = httpTransport({ origin: exchange.restUrl });
  const seen = { atOnce: 0, most: 0, statuses: new Map<number, number>() };
  const transport: HttpTransport = {
    ...wire,
    send: async (request) => {
      seen.atOnce += 1;
      seen.most = Math.max(seen.most, seen.atOnce);
      const outcome = await wire.send(request);
      seen.atOnce -= 1;
      const status = outcome.kind === 'reply' ? outcome.status : 0;
      seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
      return outcome;
    },
  };
  const time = new ServerTime(() => clock.now(), clock.now());
  const limits = exchange.world.requestLimits.limits.map(({ rateLimitType, intervalNum, limit }) => ({
    kind: rateLimitType === 'REQUEST_WEIGHT' ? ('weight' as const) : ('requests' as const),
    intervalMs: intervalNum * MINUTE_MS,
    limit,
  }));
  const ledger = new RateLedger({ limits, nowMs: () => time.nowMs() });
  const line = new WaitingLine(ledger, clock);
  const guard = new RequestGuard({ retries: 0, failuresToOpen: 1000 });
  const rest = new BinanceRest({ transport, signer: null, time, ledger, line, guard });
  const history = new KlineHistory({
    ...{ rest, desk: new BulkDesk({ ledger, line }), nowMs: () => time.nowMs(), clock },
    silentUntilMs: () => ledger.silentUntilMs(),
  });
  client = {
    close: () => {
      line.close();
      return transport.close();
    },
  };
  return { history, seen };
}

const spanOf = (symbol: string): KlineSpan => ({
  ...{ symbol, interval: '1m', startMs: START_MS, endMs: START_MS + BARS * MINUTE_MS },
});

/** What the exchange itself has on record, with nothing of the protocol in between. */
function truthOf(symbol: string): readonly (readonly number[])[] {
  const record = exchange.world.records.markets.market(symbol);
  const klines =
    record?.klines({ interval: '1m', startMs: START_MS, endMs: null, limit: BARS, offsetMs: 0 }) ?? [];
  // Prices are ticks of 0.01, volumes units of 1e-8.
  return klines.map(({ openTime, open, high, low, close, volume }) => [
    openTime,
    ...[open, high, low, close].map((ticks) => ticks / 100),
    Number(volume) / 1e8,
  ]);
}

/** Keeps pages, and tells the bars of a market one after the other as they came. */
function gathering() {
  const pages: KlinePage[] = [];
  const onPage: DownloadOptions['onPage'] = (page) => void pages.push(page);
  const barsOf = (symbol: string) =>
    pages
      .filter(({ candles }) => candles.symbol === symbol)
      .flatMap(({ candles: { openTime, open, high, low, close, volume } }) =>
        Array.from(openTime, (time, bar) => [
          time,
          ...[open, high, low, close, volume].map((column) => column[bar]),
        ]),
      );
  return { pages, onPage, barsOf };
}

/** Compares as text, which is quick; jest shows where it differs only where it does. */
function expectExact(barsOf: (symbol: string) => unknown, symbols = SYMBOLS): void {
  for (const symbol of symbols) {
    const truth = truthOf(symbol);
    expect(truth).toHaveLength(BARS);
    const bars = barsOf(symbol);
    if (JSON.stringify(bars) !== JSON.stringify(truth)) expect(bars).toEqual(truth);
  }
}

describe('the past of fifty markets', () => {
  it('is read whole, a few requests at once', async () => {
    const { history, seen } = openClient();
    const { pages, onPage, barsOf } = gathering();
    const outcomes = await history.download(SYMBOLS.map(spanOf), { onPage });
    expect(outcomes.map(({ kind }) => kind)).toEqual(SYMBOLS.map(() => 'complete'));
    expectExact(barsOf);
    expect(pages).toHaveLength(PAGES);
    expect(seen.most).toBeLessThanOrEqual(4);
    expect(seen.statuses).toEqual(new Map([[200, PAGES]]));
  }, 120_000);

  it('is read within limits that are far too small for it, without one refusal', async () => {
    // A hundredth of 6,000 a minute: a lease of 50 fits once into what such work may use.
    exchange.faults.add({ kind: 'limits', fraction: 0.01 });
    const few = SYMBOLS.slice(0, 6);
    const { history, seen } = openClient();
    const { onPage, barsOf } = gathering();
    const startedMs = clock.now();
    await history.download(few.map(spanOf), { onPage });
    expectExact(barsOf, few);
    expect(seen.statuses).toEqual(new Map([[200, few.length * 2]]));
    expect(clock.now() - startedMs).toBeGreaterThanOrEqual(5 * MINUTE_MS);
  }, 120_000);

  it('is read whole and nothing twice through refusals, lost answers and an outage', async () => {
    const klines = { kind: 'request', match: { path: '/api/v3/klines' } } as const;
    exchange.faults.add({
      ...{ ...klines, skip: 20, times: 2, isDone: false },
      answer: {
        status: 429,
        body: { code: -1003, msg: 'Too much request weight used.' },
        headers: { 'retry-after': '30' },
      },
    });
    exchange.faults.add({ ...klines, probability: 0.1, seed: 7, answer: 'drop' });
    exchange.faults.add({
      ...{ ...klines, skip: 60, times: 12, isDone: false },
      answer: { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
    });
    const { history, seen } = openClient();
    const { pages, onPage, barsOf } = gathering();
    const outcomes = await history.download(SYMBOLS.map(spanOf), { onPage });
    expect(outcomes.map(({ kind }) => kind)).toEqual(SYMBOLS.map(() => 'complete'));
    expectExact(barsOf);
    expect(pages).toHaveLength(PAGES);
    for (const status of [0, 429, 502]) expect(seen.statuses.get(status)).toBeGreaterThan(1);
  }, 120_000);

  it('goes on where it was called off, and tells no bar twice', async () => {
    const { history } = openClient();
    const { pages, onPage, barsOf } = gathering();
    let rests: readonly KlineSpan[] = SYMBOLS.map(spanOf);
    for (let rounds = 0; rests.length > 0; rounds++) {
      const control = new AbortController();
      let left = 30;
      const outcomes = await history.download(rests, {
        onPage: (page) => {
          left -= 1;
          if (left === 0) control.abort();
          return onPage(page);
        },
        signal: control.signal,
      });
      rests = outcomes.flatMap((outcome) => (outcome.kind === 'stopped' ? [outcome.rest] : []));
      expect(rounds).toBeLessThan(10);
    }
    expectExact(barsOf);
    expect(pages).toHaveLength(PAGES);
  }, 120_000);

  it('is given up, each market with what is left of it, where the exchange bans us for days', async () => {
    const { history, seen } = openClient();
    exchange.faults.add({
      ...{ kind: 'request', match: {}, skip: 20, isDone: false },
      answer: {
        status: 418,
        body: { code: -1003, msg: 'Way too much request weight used; IP banned.' },
        headers: { 'retry-after': '259200' },
      },
    });
    const { pages, onPage } = gathering();
    const outcomes = await history.download(SYMBOLS.map(spanOf), { onPage });
    const stopped = outcomes.filter(({ kind }) => kind === 'stopped');
    expect(stopped.length).toBeGreaterThan(30);
    for (const outcome of stopped) {
      expect(outcome).toMatchObject({
        reason: expect.stringMatching(/^Way too much request weight used; IP banned\. Nothing is sent until/),
      });
    }
    expect(pages).toHaveLength(20);
    // What was under way when the first was told, and nothing after that.
    expect(seen.statuses.get(418)).toBeLessThanOrEqual(4);
  }, 120_000);
});
