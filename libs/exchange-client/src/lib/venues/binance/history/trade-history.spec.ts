import { HastyClock } from '../../../../../test/hasty-clock.ts';
import { stubRest } from '../../../../../test/stub-rest.ts';
import { CUT, reply, StubTransport } from '../../../../../test/stub-transport.ts';
import { BulkDesk } from '../../../limits/bulk-desk.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import { WaitingLine } from '../../../limits/waiting-line.ts';
import { DOCUMENTED_LIMITS } from '../instruments/rate-limits.ts';
import type { TradePage, TradeSpan } from './trade-history.ts';
import { TradeHistory } from './trade-history.ts';

const START_MS = 1_700_000_040_000;
const span = (seconds: number): TradeSpan => ({
  ...{ symbol: 'BTCUSDT', startMs: START_MS, endMs: START_MS + seconds * 1000 },
});

/** Ten trades a second, from an id on. */
function rows(from: number, to: number): readonly object[] {
  return Array.from({ length: to - from }, (_, index) => {
    const a = from + index;
    return { a, p: '42000.01', q: '0.5', f: a, l: a, T: START_MS + a * 100, m: a % 2 === 0, M: true };
  });
}

function openHistory() {
  const transport = new StubTransport();
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs: () => START_MS });
  const line = new WaitingLine(ledger, new HastyClock());
  const history = new TradeHistory({ rest: stubRest(transport), desk: new BulkDesk({ ledger, line }) });
  const pages: TradePage[] = [];
  const onPage = (page: TradePage) => void pages.push(page);
  const ids = () => pages.flatMap(({ trades }) => trades.map(({ tradeId }) => tradeId));
  return { transport, ledger, history, pages, onPage, ids };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('past trades', () => {
  it('are read by time first and then by ids, up to the end of the span', async () => {
    const { transport, history, pages, onPage, ids } = openHistory();
    transport.answer([reply(200, rows(0, 1000)), reply(200, rows(1000, 2000))]);
    expect(await history.download(span(150), { onPage })).toEqual({ kind: 'complete' });
    expect(ids()).toEqual(numbers(0, 1500));
    expect(pages[0]?.trades[0]).toEqual({
      ...{ kind: 'traded', time: START_MS, symbol: 'BTCUSDT', tradeId: 0, price: 42_000.01 },
      ...{ quantity: 0.5, aggressor: 'sell' },
    });
    const endTime = START_MS + 149_999;
    expect(transport.paths).toEqual([
      `GET /api/v3/aggTrades?symbol=BTCUSDT&startTime=${START_MS}&endTime=${endTime}&limit=1000`,
      'GET /api/v3/aggTrades?symbol=BTCUSDT&fromId=1000&limit=1000',
    ]);
  });

  it('of a quiet time are none', async () => {
    const { transport, history, onPage, ids } = openHistory();
    transport.answer([reply(200, [])]);
    expect(await history.download(span(150), { onPage })).toEqual({ kind: 'complete' });
    expect([ids(), transport.sent.length]).toEqual([[], 1]);
  });

  it('that the exchange does not tell are absent, between others and between pages', async () => {
    const { transport, history, pages, onPage } = openHistory();
    transport.answer([reply(200, [...rows(0, 500), ...rows(502, 1002)]), reply(200, [...rows(1005, 1010)])]);
    await history.download(span(150), { onPage });
    expect(pages.flatMap(({ absent }) => absent)).toEqual([
      { fromId: 500, toId: 502 },
      { fromId: 1002, toId: 1005 },
    ]);
  });

  it('that stop tell what is left, which goes on from there', async () => {
    const { transport, history, onPage, ids } = openHistory();
    transport.answer([reply(200, rows(0, 1000)), CUT, reply(200, rows(1000, 1200))]);
    const outcome = await history.download(span(120), { onPage });
    expect(outcome).toMatchObject({ kind: 'stopped', reason: 'other side closed', rest: { fromId: 1000 } });
    if (outcome.kind === 'stopped') await history.download(outcome.rest, { onPage });
    expect(ids()).toEqual(numbers(0, 1200));
  });

  it('stop where they are called off', async () => {
    const { transport, history, ids, pages } = openHistory();
    transport.answer([], reply(200, rows(0, 1000)));
    const control = new AbortController();
    const onPage = (page: TradePage) => {
      pages.push(page);
      control.abort();
    };
    expect(await history.download(span(500), { onPage, signal: control.signal })).toMatchObject({
      ...{ kind: 'stopped', reason: 'called off' },
    });
    expect(ids().length).toBe(1000);
  });

  it('weigh 4 a page, and what was leased and not used is given back', async () => {
    const { transport, ledger, history, onPage } = openHistory();
    transport.answer([reply(200, rows(0, 1000)), reply(200, rows(1000, 1200))]);
    await history.download(span(120), { onPage });
    expect(ledger.use().find(({ kind }) => kind === 'weight')?.used).toBe(8);
  });

  it('are not read by a client that is closing', async () => {
    const desk = { run: () => Promise.resolve(null) };
    const history = new TradeHistory({ rest: stubRest(new StubTransport()), desk });
    const outcome = history.download(span(120), { onPage: () => undefined });
    expect(await outcome).toMatchObject({ kind: 'stopped', reason: 'the client is closing' });
  });
});
