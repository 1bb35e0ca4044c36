import { price, quantity } from '@org/domain';
import { SeededRng } from '@org/simulator';
import type { OpenExchange } from '../../testing/open-exchange.ts';
import { openExchange } from '../../testing/open-exchange.ts';
import { field } from '../../testing/fields.ts';

const MINUTE_MS = 60_000;

let exchange: OpenExchange;
beforeAll(async () => {
  exchange = await openExchange({ market: 'synthetic', seed: 11 });
  tradeAlong(20);
});
afterAll(() => exchange.close());

/** Minutes of a synthetic market in which a client takes what it finds, at random moments. */
function tradeAlong(minutes: number): void {
  const rng = new SeededRng(11);
  const { world } = exchange;
  const end = world.marketTime.now() + minutes * MINUTE_MS;
  while (world.marketTime.now() < end) {
    exchange.advance(Math.ceil(rng.uniform() * 20_000));
    const hand = world.exchange.market('BTCUSDT');
    const best = hand.best('sell');
    if (best !== null) hand.take('buy', price(best + 100), quantity(1000), world.marketTime.now());
  }
}

const ask = async (question: string): Promise<unknown> => (await exchange.get(`/api/v3/${question}`)).body;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** All trades there were, page by page. */
async function allTrades(): Promise<readonly unknown[]> {
  const trades: unknown[] = [];
  for (let fromId = 1; ;) {
    const page = list(await ask(`historicalTrades?symbol=BTCUSDT&fromId=${fromId}&limit=1000`));
    if (page.length === 0) return trades;
    trades.push(...page);
    fromId = Number(field(page.at(-1), 'id')) + 1;
  }
}

/** A decimal with eight digits behind the point, in units of the last. */
const units = (text: unknown): bigint => BigInt(String(text).replace('.', ''));
const sum = (entries: readonly unknown[], name: string): bigint =>
  entries.reduce((total: bigint, entry) => total + units(field(entry, name)), 0n);

describe('what REST tells of a market', () => {
  it('adds up: candles are what the trades make them', async () => {
    const trades = await allTrades();
    expect(trades.length).toBeGreaterThan(300);
    for (const row of list(await ask('klines?symbol=BTCUSDT&interval=1m&startTime=0&limit=1000'))) {
      const [openTime, open, high, low, close, volume, closeTime, quote, count, takerBase, takerQuote] =
        list(row);
      const within = trades.filter((trade) => {
        const time = Number(field(trade, 'time'));
        return time >= Number(openTime) && time <= Number(closeTime);
      });
      const prices = within.map((trade) => units(field(trade, 'price')));
      const bought = within.filter((trade) => field(trade, 'isBuyerMaker') === false);
      expect(count).toBe(within.length);
      if (within.length === 0) continue;
      expect([open, close].map(units)).toEqual([prices[0], prices.at(-1)]);
      expect(prices.every((paid) => paid <= units(high) && paid >= units(low))).toBe(true);
      expect(prices).toEqual(expect.arrayContaining([units(high), units(low)]));
      expect([volume, quote].map(units)).toEqual([sum(within, 'qty'), sum(within, 'quoteQty')]);
      expect([takerBase, takerQuote].map(units)).toEqual([sum(bought, 'qty'), sum(bought, 'quoteQty')]);
    }
  });

  it('adds up: aggregates hold every trade once', async () => {
    const trades = await allTrades();
    const aggregates = list(await ask('aggTrades?symbol=BTCUSDT&fromId=1&limit=1000'));
    const ids = aggregates.flatMap((aggregate) => {
      const [first, last] = [Number(field(aggregate, 'f')), Number(field(aggregate, 'l'))];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    expect(ids).toEqual(trades.slice(0, ids.length).map((trade) => field(trade, 'id')));
    expect(sum(aggregates, 'q')).toBe(sum(trades.slice(0, ids.length), 'qty'));
  });

  it('agrees: tickers say what book, trades and candles say', async () => {
    const trades = await allTrades();
    const day = await ask('ticker/24hr?symbol=BTCUSDT');
    const book = await ask('depth?symbol=BTCUSDT&limit=1');
    expect(units(field(day, 'volume'))).toBe(sum(trades, 'qty'));
    expect(units(field(day, 'quoteVolume'))).toBe(sum(trades, 'quoteQty'));
    expect(field(day, 'count')).toBe(trades.length);
    expect(field(day, 'lastPrice')).toBe(field(trades.at(-1), 'price'));
    expect(await ask('ticker/price?symbol=BTCUSDT')).toMatchObject({ price: field(day, 'lastPrice') });
    expect(list(field(book, 'bids'))).toEqual([[field(day, 'bidPrice'), field(day, 'bidQty')]]);
    expect(list(field(book, 'asks'))).toEqual([[field(day, 'askPrice'), field(day, 'askQty')]]);
  });

  it('is never a book that is crossed', async () => {
    const book = await ask('depth?symbol=BTCUSDT&limit=1');
    const best = (side: string) => units(list(list(field(book, side))[0])[0]);
    expect(best('bids')).toBeLessThan(best('asks'));
  });
});
