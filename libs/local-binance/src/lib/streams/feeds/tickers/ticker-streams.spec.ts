import { price, quantity } from '@org/domain';
import { hearStream } from '../../../../testing/hear-streams.ts';
import { tellStory } from '../../../../testing/market-story.ts';
import type { OpenExchange } from '../../../../testing/open-exchange.ts';
import { NEW_YEAR_MS } from '../../../../testing/trades.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The story after its first second: 2 at 42,000 and 0.5 at 42,100, which is 105,050 in all. */
const AFTER_A_SECOND = {
  s: 'BTCUSDT',
  c: '42100.00000000',
  o: '42000.00000000',
  h: '42100.00000000',
  l: '42000.00000000',
  v: '2.50000000',
  q: '105050.00000000',
};
/** And after its last trade, of 1 at 41,900. */
const AT_THE_END = {
  s: 'BTCUSDT',
  c: '41900.00000000',
  o: '42000.00000000',
  h: '42100.00000000',
  l: '41900.00000000',
  v: '3.50000000',
  q: '146950.00000000',
};

describe('stream <symbol>@miniTicker', () => {
  it('tells the last day in short, every second in which something was traded', async () => {
    expect(await hearStream('btcusdt@miniTicker', tellStory)).toEqual([
      { e: '24hrMiniTicker', E: NEW_YEAR_MS + 1000, ...AFTER_A_SECOND },
      { e: '24hrMiniTicker', E: NEW_YEAR_MS + 61_000, ...AT_THE_END },
    ]);
  });
});

/** From 42,000 to 41,900 is 100 down, 0.238%; 146,950 for 3.5 is 41,985.714 each. */
const CHANGES = { p: '-100.00000000', P: '-0.238', w: '41985.71428571' };

describe('stream <symbol>@ticker', () => {
  it('tells the last day with the best of the book', async () => {
    const heard = await hearStream('btcusdt@ticker', tellStory);
    expect(heard).toHaveLength(2);
    expect(heard[1]).toEqual({
      e: '24hrTicker',
      E: NEW_YEAR_MS + 61_000,
      ...AT_THE_END,
      ...CHANGES,
      x: '42000.00000000',
      Q: '1.00000000',
      b: '41900.00000000',
      B: '2.00000000',
      a: '42100.00000000',
      A: '1.50000000',
      O: NEW_YEAR_MS + MINUTE_MS - DAY_MS,
      C: NEW_YEAR_MS + 61_000,
      F: 1,
      L: 4,
      n: 4,
    });
  });

  it('follows the book where nothing is traded', async () => {
    const heard = await hearStream('btcusdt@ticker', (exchange) => {
      tellStory(exchange);
      lay(exchange, 4_195_000);
      exchange.advance(1000);
    });
    expect(heard.at(-1)).toMatchObject({ b: '41950.00000000', B: '1.00000000', L: 4 });
  });
});

describe.each([
  ['1h', HOUR_MS],
  ['4h', 4 * HOUR_MS],
  ['1d', DAY_MS],
])('stream <symbol>@ticker_%s', (window, windowMs) => {
  it('tells a window that begins with a whole minute', async () => {
    const heard = await hearStream(`btcusdt@ticker_${window}`, tellStory);
    expect(heard).toHaveLength(2);
    expect(heard[1]).toEqual({
      e: `${window}Ticker`,
      E: NEW_YEAR_MS + 61_000,
      ...AT_THE_END,
      ...CHANGES,
      O: NEW_YEAR_MS + MINUTE_MS - windowMs,
      C: NEW_YEAR_MS + 61_000,
      F: 1,
      L: 4,
      n: 4,
    });
  });
});

describe('stream !miniTicker@arr', () => {
  it('lists the markets that have changed', async () => {
    const heard = await hearStream('!miniTicker@arr', (exchange) => {
      tellStory(exchange);
      trade(exchange, 'ETHUSDT', 220_000);
      exchange.advance(1000);
    });
    expect(heard).toMatchObject([
      [{ e: '24hrMiniTicker', ...AFTER_A_SECOND }],
      [{ e: '24hrMiniTicker', ...AT_THE_END }],
      [{ e: '24hrMiniTicker', s: 'ETHUSDT', c: '2200.00000000' }],
    ]);
  });
});

describe.each(['1h', '4h', '1d'])('stream !ticker_%s@arr', (window) => {
  it('lists the markets that have changed', async () => {
    const heard = await hearStream(`!ticker_${window}@arr`, (exchange) => {
      trade(exchange, 'BTCUSDT', 4_200_000);
      trade(exchange, 'ETHUSDT', 220_000);
      exchange.advance(2000);
    });
    expect(heard).toMatchObject([
      [
        { e: `${window}Ticker`, s: 'BTCUSDT', c: '42000.00000000' },
        { e: `${window}Ticker`, s: 'ETHUSDT', c: '2200.00000000' },
      ],
    ]);
  });
});

describe('stream !ticker@arr', () => {
  it('is silent: the exchange has taken it away', async () => {
    expect(await hearStream('!ticker@arr', tellStory)).toEqual([]);
  });
});

function lay({ world }: OpenExchange, ticks: number): void {
  const { exchange, marketTime } = world;
  exchange.market('BTCUSDT').place('buy', price(ticks), quantity(100_000), marketTime.now());
}

function trade({ world }: OpenExchange, symbol: string, ticks: number): void {
  const hand = world.exchange.market(symbol);
  const now = world.marketTime.now();
  hand.place('sell', price(ticks), quantity(1000), now);
  hand.take('buy', price(ticks), quantity(1000), now);
}
