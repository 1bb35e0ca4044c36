import type { BookChanged, BookNews, Clock, TickerNews } from '@org/domain';
import { price, quantity } from '@org/domain';
import { firstValueFrom } from 'rxjs';
import { listenTo } from '../../../../../test/listening.ts';
import type { LocalStreams } from '../../../../../test/local-streams.ts';
import { openLocalStreams } from '../../../../../test/local-streams.ts';
import { promptClock } from '../../../../../test/prompt-clock.ts';

let local: LocalStreams;

beforeEach(async () => {
  local = await openLocalStreams();
});
afterEach(() => local.close());

const connected = async () => {
  while (!local.notices.some(({ kind }) => kind === 'connected')) await new Promise(setImmediate);
};
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 100) {
    local.exchange.advance(100);
    await new Promise(setImmediate);
  }
};
const kinds = (news: readonly { readonly kind: string }[]) => news.map(({ kind }) => kind);
const isBook = (news: BookNews): news is BookChanged => news.kind === 'bookChanged';

describe('market data', () => {
  it('is not asked for before somebody listens, and ends with the last who does', async () => {
    const [ticker$, book$] = [local.market.ticker$('BTCUSDT'), local.market.book$('BTCUSDT')];
    await pass(1000);
    expect(local.exchange.sockets.connections).toEqual([]);
    const first = listenTo(ticker$);
    await connected();
    const second = listenTo(ticker$);
    const third = listenTo(book$);
    while (!third.news.some(isBook)) await pass(100);
    expect(local.exchange.sockets.connections.length).toBe(1);
    first.stop();
    third.stop();
    await pass(1000);
    expect(local.exchange.sockets.connections.length).toBe(1);
    second.stop();
    while (local.exchange.sockets.connections.length > 0) await new Promise(setImmediate);
    expect(local.exchange.sockets.connections).toEqual([]);
  });

  it('is refused for a market that the exchange does not have', () => {
    expect(() => local.market.ticker$('NOPE')).toThrow('NOPE');
  });

  it('shows the last book and the last prices at once to who comes later', async () => {
    const book = listenTo(local.market.book$('BTCUSDT'));
    const ticker = listenTo(local.market.ticker$('BTCUSDT'));
    await connected();
    await pass(2000);
    await book.until((news) => news.some(isBook));
    await ticker.until((news) => news.length > 0);
    expect(await firstValueFrom(local.market.book$('BTCUSDT'))).toBe(book.news.at(-1));
    expect(await firstValueFrom(local.market.ticker$('BTCUSDT'))).toBe(ticker.news.at(-1));
    book.stop();
    ticker.stop();
  });
});

describe('best prices', () => {
  const latest = (news: readonly TickerNews[]) => news.at(-1);

  it('are the exchange’s, each update once', async () => {
    const { news, until, stop } = listenTo(local.market.ticker$('BTCUSDT'));
    await connected();
    const match = { stream: 'btcusdt@bookTicker' };
    local.exchange.faults.add({ kind: 'event', what: 'duplicate', match, probability: 0.3, seed: 1 });
    local.exchange.faults.add({ kind: 'event', what: 'swap', match, probability: 0.3, seed: 2 });
    await pass(10_000);
    local.exchange.faults.clear();
    await pass(5000);
    const best = local.exchange.world.exchange.book('BTCUSDT', 1);
    const [bid, ask] = [best?.bids[0]?.price ?? NaN, best?.asks[0]?.price ?? NaN];
    await until((told) => {
      const last = latest(told);
      return last?.kind === 'tickerChanged' && last.bid?.price === bid / 100 && last.ask?.price === ask / 100;
    });
    const ids = news.map((told) => (told.kind === 'tickerChanged' ? told.updateId : NaN));
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    stop();
  });

  it('of an empty book are none, and never zero', async () => {
    await local.close();
    local = await openLocalStreams({ exchange: { market: [] } });
    const { news, until, stop } = listenTo(local.market.ticker$('BTCUSDT'));
    await connected();
    const market = local.exchange.world.exchange.market('BTCUSDT');
    market.place('buy', price(4_190_000), quantity(100_000), local.exchange.world.marketTime.now());
    local.exchange.advance(100);
    await until((told) => told.length === 1);
    expect(news).toMatchObject([{ kind: 'tickerChanged', bid: { price: 41_900, quantity: 1 }, ask: null }]);
    stop();
  });

  it('are told as lost with the connection, and as restored with the next of them', async () => {
    const { news, until, stop } = listenTo(local.market.ticker$('BTCUSDT'));
    await connected();
    await pass(1000);
    await until((told) => told.length > 0);
    local.exchange.faults.add({ kind: 'connection', what: 'cut' });
    await until((told) => latest(told)?.kind === 'connectionLost');
    const late = listenTo(local.market.ticker$('BTCUSDT'));
    expect(kinds(late.news)).toEqual(['connectionLost']);
    while (latest(news)?.kind !== 'tickerChanged') await pass(100);
    const lost = news.findIndex(({ kind }) => kind === 'connectionLost');
    expect(kinds(news.slice(lost, lost + 3))).toEqual([
      ...['connectionLost', 'connectionRestored', 'tickerChanged'],
    ]);
    late.stop();
    stop();
  });
});

describe('E12: messages that mean nothing', () => {
  it.each(['ticker$', 'trades$', 'book$'] as const)('are told and passed over by %s', async (stream) => {
    const { news, stop } = listenTo<{ readonly kind: string }>(local.market[stream]('BTCUSDT'));
    await connected();
    local.exchange.faults.add({ kind: 'event', what: 'garble', probability: 0.2, seed: 5 });
    await pass(10_000);
    local.exchange.faults.clear();
    await pass(2000);
    expect(local.notices.filter(({ kind }) => kind === 'unreadable').length).toBeGreaterThan(0);
    const good = ['tickerChanged', 'traded', 'bookChanged'];
    expect(news.length).toBeGreaterThan(1);
    while (!good.includes(news.at(-1)?.kind ?? '')) await pass(100);
    expect(local.exchange.sockets.connections.length).toBe(1);
    stop();
  });
});

describe('C2: a wall clock that steps', () => {
  it.each([3_600_000, -3_600_000])(
    'by %i ms neither ends a connection nor makes a stream old',
    async (stepMs) => {
      await local.close();
      let wallMs = 1_700_000_040_000;
      const stepping: Clock = {
        now: () => wallMs,
        schedule: (delayMs, task) => promptClock.schedule(delayMs, task),
      };
      local = await openLocalStreams({ isTimedAsUsual: true, market: { clock: stepping } });
      const { news, until, stop } = listenTo(local.market.book$('BTCUSDT'));
      await connected();
      while (!news.some(isBook)) await pass(100);
      wallMs += stepMs;
      const shown = news.length;
      await pass(10_000);
      await until((told) => told.length > shown);
      expect(kinds(news).every((kind) => kind === 'bookChanged')).toBe(true);
      expect(local.notices.map(({ kind }) => kind)).toEqual(['connected']);
      stop();
    },
  );
});
