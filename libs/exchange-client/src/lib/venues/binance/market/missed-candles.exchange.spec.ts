import type { CandleNews, CandleSeries, StreamedCandle } from '@org/domain';
import { price, quantity } from '@org/domain';
import type { Interference, SeenRequest } from '@org/local-binance';
import { BUILT_IN_SYMBOLS, candleMarkets } from '@org/local-binance';
import { z } from 'zod';
import type { Listening } from '../../../../../test/listening.ts';
import { listenTo } from '../../../../../test/listening.ts';
import type { LocalStreams, LocalStreamsOptions } from '../../../../../test/local-streams.ts';
import { openLocalStreams, STREAMS_START_MS } from '../../../../../test/local-streams.ts';

const MINUTE_MS = 60_000;
const STREAM = 'btcusdt@kline_1m';
const KLINES = '/api/v3/klines';
/** Of one bar: its four trades, and its close. */
const BAR_MESSAGES = 5;

let local: LocalStreams;
let heard: Listening<CandleNews>;

/** Ten minutes before the market is handed over, and forty after it: it need not be made up by makers and takers. */
function minutes(): CandleSeries {
  const column = (value: (minute: number) => number) => Float64Array.from({ length: 50 }, (_, i) => value(i));
  return {
    ...{ symbol: 'BTCUSDT', interval: '1m' },
    openTime: column((minute) => STREAMS_START_MS + (minute - 10) * MINUTE_MS),
    ...{ open: column((minute) => 42_000 + minute), close: column((minute) => 42_010 + minute) },
    ...{ high: column((minute) => 42_020 + minute), low: column((minute) => 41_990 + minute) },
    volume: column((minute) => 3 + minute),
  };
}

async function open({ exchange, ...options }: LocalStreamsOptions = {}, fromMs?: number): Promise<void> {
  const { market, symbols } = candleMarkets([minutes()], { symbols: BUILT_IN_SYMBOLS, seed: 7 });
  local = await openLocalStreams({ ...options, exchange: { market, symbols, ...exchange } });
  heard = listenTo(local.market.candles$('BTCUSDT', '1m', fromMs === undefined ? {} : { fromMs }));
  while (!local.notices.some(({ kind }) => kind === 'connected')) await new Promise(setImmediate);
}

afterEach(async () => {
  heard.stop();
  await local.close();
});

const isCandle = (news: CandleNews): news is StreamedCandle => news.kind === 'candleClosed';
const candles = () => heard.news.filter(isCandle);
const count = (most: number) => heard.until(() => candles().length >= most);
const repaired = () => candles().map(({ isRepaired }) => isRepaired);

const rows = z.array(z.tuple([z.number()]).rest(z.union([z.string(), z.number()])));

/** The bars that the exchange has had closed since one of them, as it tells them now. */
async function barsSince(openTime: number) {
  const url = `${local.exchange.restUrl}${KLINES}?symbol=BTCUSDT&interval=1m&startTime=${openTime}&limit=1000`;
  const told = rows.parse(await (await fetch(url)).json());
  return told.slice(0, -1).map(([time, open, high, low, close, volume]) => ({
    ...{ openTime: time, open: Number(open), high: Number(high), low: Number(low) },
    ...{ close: Number(close), volume: Number(volume) },
  }));
}

/** Every bar since the first that was told, each once, in order, and as the exchange has it. */
async function expectEveryBar(): Promise<void> {
  const told = candles().map(({ candle }) => candle);
  expect(told).toEqual(await barsSince(told[0]?.openTime ?? NaN));
}

async function passMinutes(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    local.exchange.advance(MINUTE_MS);
    await new Promise(setImmediate);
  }
}

describe('bars as they close', () => {
  it('come once each, as the exchange has them, with the time of their close', async () => {
    await open();
    await passMinutes(5);
    await count(5);
    await expectEveryBar();
    expect(repaired()).toEqual([false, false, false, false, false]);
    expect(candles().map(({ time, candle }) => time - candle.openTime)).toEqual(Array(5).fill(MINUTE_MS));
    expect(local.asked(KLINES)).toBe(1);
  });

  it('begin in the past where that is asked for', async () => {
    const fromMs = STREAMS_START_MS - 4.5 * MINUTE_MS;
    await open({}, fromMs);
    await count(4);
    await passMinutes(2);
    await count(6);
    await expectEveryBar();
    expect(candles()[0]?.candle.openTime).toBe(STREAMS_START_MS - 4 * MINUTE_MS);
    expect(repaired()).toEqual([true, true, true, true, false, false]);
  });
});

describe('E9: bars that were missed', () => {
  it('because their last message was lost are repaired before what follows, each once', async () => {
    await open();
    await passMinutes(1);
    await count(1);
    local.exchange.faults.add({
      kind: 'event',
      what: 'drop',
      match: { stream: STREAM },
      times: 2.4 * BAR_MESSAGES,
    });
    await passMinutes(5);
    await count(6);
    expect(repaired()).toContain(true);
    await passMinutes(1);
    await count(7);
    await expectEveryBar();
    expect(repaired().at(-1)).toBe(false);
  });

  it('while the connection was lost are told between its loss and its return, and then it goes on', async () => {
    await open();
    await passMinutes(1);
    await count(1);
    local.exchange.faults.add({ kind: 'refuseConnections', status: 503, times: 2 });
    local.exchange.faults.add({ kind: 'connection', what: 'cut' });
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionLost'));
    local.exchange.advance(3 * MINUTE_MS);
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionRestored'));
    await passMinutes(2);
    await count(6);
    await expectEveryBar();
    const kinds = heard.news.map((news) => (isCandle(news) ? `bar ${news.isRepaired}` : news.kind));
    const lost = kinds.indexOf('connectionLost');
    const restored = kinds.indexOf('connectionRestored');
    expect(kinds.slice(lost + 1, restored)).toEqual(['bar true', 'bar true', 'bar true']);
    expect(kinds.slice(restored + 1)).toEqual(['bar false', 'bar false']);
  });

  it('on a connection that has gone silent are told, and the silence is told first', async () => {
    await open({ market: { silences: { candlesMs: 90_000 } } });
    await passMinutes(1);
    await count(1);
    const stall = local.exchange.faults.add({ kind: 'connection', what: 'stall' });
    await passMinutes(3);
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionLost'));
    local.exchange.faults.remove(stall);
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionRestored'));
    await passMinutes(1);
    await count(5);
    await expectEveryBar();
  });

  it('while REST does not answer are told when it does, and nothing before them', async () => {
    await open();
    await passMinutes(1);
    await count(1);
    const outage = { answer: { status: 502, body: '<html>Bad Gateway</html>' }, isDone: false, times: 4 };
    local.exchange.faults.add({ kind: 'request', match: { path: KLINES }, ...outage });
    local.exchange.faults.add({
      kind: 'event',
      what: 'drop',
      match: { stream: STREAM },
      times: 1.4 * BAR_MESSAGES,
    });
    await passMinutes(4);
    await count(5);
    expect(repaired()).toContain(true);
    await expectEveryBar();
  });

  it('twice, late and out of order are told once all the same', async () => {
    await open();
    const match = { stream: STREAM };
    local.exchange.faults.add({ kind: 'event', what: 'duplicate', match, probability: 0.3, seed: 1 });
    local.exchange.faults.add({ kind: 'event', what: 'swap', match, probability: 0.2, seed: 2 });
    local.exchange.faults.add({ kind: 'event', what: 'drop', match, probability: 0.2, seed: 3 });
    await passMinutes(30);
    local.exchange.faults.clear();
    await passMinutes(2);
    await heard.until(() => candles().at(-1)?.time === local.exchange.world.marketTime.now());
    await expectEveryBar();
  });
});

describe('E10: bars of a market that rests, or of an exchange that was away', () => {
  it('are told with a volume of zero where nobody traded', async () => {
    await open({ exchange: { market: [] } });
    const market = local.exchange.world.exchange.market('BTCUSDT');
    const now = local.exchange.world.marketTime.now();
    market.place('sell', price(4_200_000), quantity(200_000), now);
    market.take('buy', price(4_200_000), quantity(50_000), now);
    await passMinutes(4);
    await count(4);
    await expectEveryBar();
    expect(candles().map(({ candle }) => candle.volume)).toEqual([0.5, 0, 0, 0]);
    expect(candles().map(({ candle }) => candle.close)).toEqual([42_000, 42_000, 42_000, 42_000]);
  });

  it('are told as absent where the exchange has none, and none is made up', async () => {
    await open({ exchange: { interfere: withHole } });
    await passMinutes(1);
    await count(1);
    const first = candles()[0]?.candle.openTime ?? NaN;
    hole = [first + 2 * MINUTE_MS, first + 4 * MINUTE_MS];
    local.exchange.faults.add({ kind: 'event', what: 'drop', match: { stream: STREAM }, forMs: 1 });
    await passMinutes(4);
    local.exchange.faults.clear();
    await passMinutes(1);
    await count(4);
    expect(heard.news.filter((news) => !isCandle(news))).toMatchObject([
      { kind: 'candlesAbsent', symbol: 'BTCUSDT', interval: '1m', fromMs: hole[0], toMs: hole[1] },
    ]);
    expect(candles().map(({ candle }) => (candle.openTime - first) / MINUTE_MS)).toEqual([0, 1, 4, 5]);
  });
});

/** The opens of bars that the exchange does not have, `[from, to)`. */
let hole: readonly [number, number] = [0, 0];

/** An exchange that has lost some bars. */
function withHole({ request, parameters }: SeenRequest): Interference | null {
  if (request.path !== KLINES) return local.exchange.faults.interfere({ request, parameters });
  const since = Number(new URLSearchParams(request.query).get('startTime'));
  const now = local.exchange.world.marketTime.now();
  const open = (now: number) => Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const told = Array.from({ length: (open(now) - since) / MINUTE_MS + 1 }, (_, i) => since + i * MINUTE_MS)
    .filter((time) => time < hole[0] || time >= hole[1])
    .map((time) => [time, '1', '1', '1', '1', '1', time + MINUTE_MS - 1, '1', 1, '1', '1', '0']);
  const headers = { 'content-type': 'application/json' };
  return {
    ...{ delayBeforeMs: 0, isDone: false, delayAfterMs: 0 },
    answer: { status: 200, headers, body: JSON.stringify(told) },
  };
}
