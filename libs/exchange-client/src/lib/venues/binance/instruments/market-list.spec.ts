import type { AnswerStore } from '../../../cache/answer-store.ts';
import { ReadCache } from '../../../cache/read-cache.ts';
import type { RateLimit } from '../../../limits/rate-limit.ts';
import type { LocalVenue } from '../../../../../test/local-venue.ts';
import { openLocalVenue, resting } from '../../../../../test/local-venue.ts';
import { CUT, reply, StubTransport } from '../../../../../test/stub-transport.ts';
import { stubRest } from '../../../../../test/stub-rest.ts';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { MarketList } from './market-list.ts';

let venue: LocalVenue | null = null;
afterEach(async () => {
  await venue?.close();
  venue = null;
});

/** Remembers nothing. */
const NO_STORE: AnswerStore = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const HOUR_MS = 3_600_000;
const LIMITS = [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 1200 }];

/** A list before a server in memory, and the time, which a test may set. */
function openList() {
  const transport = new StubTransport();
  const time = { nowMs: 1_700_000_000_000 };
  const nowMs = () => time.nowMs;
  const learnt: (readonly RateLimit[])[] = [];
  const list = new MarketList({
    rest: stubRest(transport),
    cache: new ReadCache({ store: NO_STORE, nowMs, steadyMs: nowMs }),
    nowMs,
    ledger: { changeLimits: (limits) => learnt.push(limits) },
  });
  return { transport, time, list, learnt };
}

const told = (...symbols: readonly unknown[]) => reply(200, { rateLimits: LIMITS, symbols });
const withTick = (tickSize: string) => ({
  ...BTCUSDT,
  filters: BTCUSDT.filters.map((filter) =>
    filter.filterType === 'PRICE_FILTER' ? { ...filter, tickSize } : filter,
  ),
});

describe('the list of markets', () => {
  it('is asked for once in an hour', async () => {
    const { transport, time, list } = openList();
    transport.answer([], told(BTCUSDT));
    await list.read();
    await list.read();
    expect(transport.paths).toEqual(['GET /api/v3/exchangeInfo']);
    time.nowMs += HOUR_MS + 1;
    await list.read();
    expect(transport.sent).toHaveLength(2);
  });

  it('is asked for again on demand', async () => {
    const { transport, list } = openList();
    transport.answer([], told(BTCUSDT));
    await list.read();
    expect(await list.reload()).toEqual({ kind: 'read', value: { changes: [], unreadable: [] } });
    expect(transport.sent).toHaveLength(2);
  });

  it('tells the ledger the limits of the exchange', async () => {
    const { transport, list, learnt } = openList();
    transport.answer([told(BTCUSDT)]);
    await list.read();
    expect(learnt).toEqual([[{ kind: 'weight', intervalMs: 60_000, limit: 1200 }]]);
  });

  it('knows the decimals of the assets', async () => {
    const { transport, list } = openList();
    transport.answer([told(BTCUSDT)]);
    await list.read();
    expect(list.asset('BTC')).toEqual({ code: 'BTC', decimals: 8 });
    expect(list.asset('DOGE')).toBeUndefined();
  });

  it('has the others where one market cannot be read', async () => {
    const { transport, list } = openList();
    const strange = { ...BTCUSDT, symbol: 'ODD', baseAssetPrecision: 2 };
    transport.answer([told(strange, { symbol: 'HALF' }, 7, BTCUSDT)]);
    expect(await list.read()).toMatchObject({
      value: { unreadable: ['ODD', 'HALF', 'a market without a name'] },
    });
    expect(list.all.map(({ instrument }) => instrument.symbol)).toEqual(['BTCUSDT']);
  });

  it('keeps what it knew where a reading fails, and asks again the next time', async () => {
    const { transport, list } = openList();
    transport.answer([told(BTCUSDT), CUT, reply(200, { nothing: true }), told(BTCUSDT)]);
    await list.read();
    expect(await list.reload()).toMatchObject({ kind: 'unread', reason: 'other side closed' });
    expect(await list.read()).toMatchObject({
      kind: 'unread',
      reason: expect.stringContaining('exchangeInfo'),
    });
    expect(list.get('BTCUSDT')?.status).toBe('trading');
    expect(await list.read()).toMatchObject({ kind: 'read' });
  });

  it('has no market that the exchange does not have', () => {
    const { list } = openList();
    expect(() => list.known('NOPE')).toThrow('NOPE');
  });
});

describe('G7 filters that change during a run', () => {
  it('are told as an event, with the market as it is now', async () => {
    const { transport, time, list } = openList();
    transport.answer([told(BTCUSDT), told(withTick('0.10000000'))]);
    expect(await list.read()).toMatchObject({ value: { changes: [] } });
    expect(await list.reload()).toMatchObject({
      value: {
        changes: [
          { kind: 'instrumentChanged', time: time.nowMs, instrument: { symbol: 'BTCUSDT', tickSize: 0.1 } },
        ],
      },
    });
    expect(list.get('BTCUSDT')).toMatchObject({ instrument: { tickSize: 0.1 }, stepsSinceMs: time.nowMs });
  });

  it('are told once', async () => {
    const { transport, list } = openList();
    transport.answer([told(BTCUSDT)], told(withTick('0.10000000')));
    await list.read();
    await list.reload();
    expect(await list.reload()).toMatchObject({ value: { changes: [] } });
  });

  it('leave what rests in its place', async () => {
    venue = await openLocalVenue();
    await venue.orders.place(resting('os-1'));
    venue.exchange.faults.add({
      ...{ kind: 'symbol', symbol: 'BTCUSDT' },
      filters: [{ filterType: 'PRICE_FILTER', minPrice: '0.1', maxPrice: '100000', tickSize: '0.1' }],
    });
    expect(await venue.markets.reload()).toMatchObject({
      value: { changes: [{ instrument: { symbol: 'BTCUSDT', tickSize: 0.1 } }] },
    });
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toMatchObject({ order: { status: 'open' } });
  });

  it('refuse what was counted in the steps of before: 2,000,000 ticks are another price now', async () => {
    venue = await openLocalVenue();
    venue.exchange.faults.add({
      ...{ kind: 'symbol', symbol: 'BTCUSDT' },
      filters: [{ filterType: 'PRICE_FILTER', minPrice: '0.1', maxPrice: '1000000', tickSize: '0.1' }],
    });
    await venue.markets.reload();
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({
      ...{ kind: 'rejected', code: null, reason: expect.stringContaining('counted before') },
    });
    const time = venue.time.nowMs();
    expect(await venue.orders.place(resting('os-2', { time }))).toMatchObject({ kind: 'accepted' });
  });
});

describe('G9 a market that is halted', () => {
  it.each([
    ['HALT', 'closed'],
    ['BREAK', 'closed'],
    ['CANCEL_ONLY', 'cancelOnly'],
  ] as const)('is told when it is %s, and when it trades again', async (status, expected) => {
    venue = await openLocalVenue();
    const fault = venue.exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status });
    expect(await venue.markets.reload()).toMatchObject({
      value: { changes: [{ kind: 'instrumentChanged', instrument: { symbol: 'BTCUSDT' } }] },
    });
    expect(venue.markets.get('BTCUSDT')?.status).toBe(expected);
    venue.exchange.faults.remove(fault);
    expect(await venue.markets.reload()).toMatchObject({ value: { changes: [{}] } });
    expect(venue.markets.get('BTCUSDT')?.status).toBe('trading');
  });

  it('takes no entry; cancels go on', async () => {
    venue = await openLocalVenue();
    await venue.orders.place(resting('os-1'));
    venue.exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'CANCEL_ONLY' });
    await venue.markets.reload();
    expect(await venue.orders.place(resting('os-2'))).toMatchObject({
      ...{ kind: 'rejected', code: null, reason: expect.stringContaining('cancelOnly') },
    });
    expect(await venue.orders.cancel({ ...resting('os-1'), kind: 'cancel' })).toMatchObject({
      kind: 'cancelled',
    });
  });

  it('is asked about exits all the same: what we know of it may be old', async () => {
    venue = await openLocalVenue();
    venue.exchange.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'HALT' });
    await venue.markets.reload();
    expect(await venue.orders.place(resting('os-1', { purpose: 'exit' }))).toMatchObject({
      ...{ kind: 'rejected', code: expect.any(Number) },
    });
  });
});

describe('a market that is told no more', () => {
  it('is closed, with an event', async () => {
    const { transport, list } = openList();
    transport.answer([told(BTCUSDT), told()]);
    await list.read();
    expect(await list.reload()).toMatchObject({
      value: { changes: [{ instrument: { symbol: 'BTCUSDT' } }] },
    });
    expect(list.get('BTCUSDT')?.status).toBe('closed');
  });
});
