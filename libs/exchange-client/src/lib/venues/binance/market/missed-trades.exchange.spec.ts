import type { StreamedTrade, TradeNews } from '@org/domain';
import { z } from 'zod';
import type { Listening } from '../../../../../test/listening.ts';
import { listenTo } from '../../../../../test/listening.ts';
import type { LocalStreams } from '../../../../../test/local-streams.ts';
import { openLocalStreams } from '../../../../../test/local-streams.ts';

const STREAM = 'btcusdt@aggTrade';
const AGGREGATES = '/api/v3/aggTrades';

let local: LocalStreams;
let heard: Listening<TradeNews>;

beforeEach(async () => {
  local = await openLocalStreams();
  heard = listenTo(local.market.trades$('BTCUSDT'));
  while (!local.notices.some(({ kind }) => kind === 'connected')) await new Promise(setImmediate);
});

afterEach(async () => {
  heard.stop();
  await local.close();
});

const isTrade = (news: TradeNews): news is StreamedTrade => news.kind === 'traded';
const trades = () => heard.news.filter(isTrade);

const rows = z.array(
  z.object({ a: z.number(), p: z.string(), q: z.string(), T: z.number(), m: z.boolean() }),
);

/** All trades of the exchange since the first that was told, as it tells them now. */
async function tradesOfExchange() {
  const all: z.infer<typeof rows> = [];
  for (let fromId = trades()[0]?.tradeId ?? 0, isMore = true; isMore;) {
    const path = `${AGGREGATES}?symbol=BTCUSDT&fromId=${fromId}&limit=1000`;
    const page = rows.parse(await (await fetch(local.exchange.restUrl + path)).json());
    all.push(...page);
    fromId += 1000;
    isMore = page.length === 1000;
  }
  return all.map(({ a, p, q, T, m }) => ({
    ...{ tradeId: a, time: T, price: Number(p), quantity: Number(q), aggressor: m ? 'sell' : 'buy' },
  }));
}

async function expectEveryTrade(): Promise<void> {
  const told = trades().map(({ tradeId, time, price, quantity, aggressor }) => ({
    ...{ tradeId, time, price, quantity, aggressor },
  }));
  expect(told).toEqual(await tradesOfExchange());
}

async function passSeconds(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    local.exchange.advance(1000);
    await new Promise(setImmediate);
  }
}

const lastId = () => local.exchange.world.records.markets.market('BTCUSDT')?.aggregates.last()?.aggregateId;
const untilAllAreTold = () => heard.until(() => trades().at(-1)?.tradeId === lastId());

describe('trades as they happen', () => {
  it('come once each and in order, with who crossed the spread', async () => {
    await passSeconds(60);
    await untilAllAreTold();
    expect(trades().length).toBeGreaterThan(20);
    expect(trades().some(({ isRepaired }) => isRepaired)).toBe(false);
    await expectEveryTrade();
  });
});

describe('E9: trades that were missed', () => {
  it('because their messages were lost, doubled and turned round are told once and in order', async () => {
    const match = { stream: STREAM };
    local.exchange.faults.add({ kind: 'event', what: 'drop', match, probability: 0.3, seed: 1 });
    local.exchange.faults.add({ kind: 'event', what: 'duplicate', match, probability: 0.2, seed: 2 });
    local.exchange.faults.add({ kind: 'event', what: 'swap', match, probability: 0.2, seed: 3 });
    await passSeconds(120);
    local.exchange.faults.clear();
    await passSeconds(20);
    await untilAllAreTold();
    expect(trades().filter(({ isRepaired }) => isRepaired).length).toBeGreaterThan(5);
    await expectEveryTrade();
  });

  it('while the connection was lost are told before it is told as restored', async () => {
    await passSeconds(20);
    await untilAllAreTold();
    local.exchange.faults.add({ kind: 'connection', what: 'cut' });
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionLost'));
    local.exchange.advance(120_000);
    await heard.until((news) => news.some(({ kind }) => kind === 'connectionRestored'));
    await passSeconds(10);
    await untilAllAreTold();
    await expectEveryTrade();
    const lost = heard.news.findIndex(({ kind }) => kind === 'connectionLost');
    const restored = heard.news.findIndex(({ kind }) => kind === 'connectionRestored');
    expect(restored - lost).toBeGreaterThan(10);
  });

  it('are told when REST answers, and nothing before them', async () => {
    await passSeconds(20);
    await untilAllAreTold();
    const last = trades().at(-1)?.tradeId ?? 0;
    const gone = { status: 400, body: { code: -1100, msg: 'Illegal characters found in a parameter.' } };
    local.exchange.faults.add({ kind: 'request', match: { path: AGGREGATES }, answer: gone, times: 1 });
    local.exchange.faults.add({ kind: 'event', what: 'drop', match: { stream: STREAM }, times: 5 });
    await passSeconds(60);
    await untilAllAreTold();
    expect(trades().map(({ tradeId }) => tradeId)).toContain(last + 3);
    await expectEveryTrade();
  });
});

describe('E4: a connection that is renewed', () => {
  it('tells each trade once, though two connections tell them for a while', async () => {
    await passSeconds(20);
    local.exchange.faults.add({ kind: 'connection', what: 'shutdown' });
    for (let second = 0; second < 60; second++) await passSeconds(1);
    while (!local.notices.some(({ kind }) => kind === 'renewed')) await passSeconds(1);
    await passSeconds(20);
    await untilAllAreTold();
    expect(heard.news.every(isTrade)).toBe(true);
    expect(local.asked(AGGREGATES)).toBe(0);
    await expectEveryTrade();
  });
});
