import { price, quantity } from '@org/domain';
import { KLINE_INTERVALS, klineOpen, nextKlineOpen } from '../../records/markets/kline-interval.ts';
import { field } from '../../../testing/fields.ts';
import { hearStream } from '../../../testing/hear-streams.ts';
import { tellStory } from '../../../testing/market-story.ts';
import type { OpenExchange } from '../../../testing/open-exchange.ts';
import { NEW_YEAR_MS } from '../../../testing/trades.ts';

/** The story's first minute: 0.5 and 1.5 at 42,000 and 0.5 at 42,100, all bought by takers, which is 105,050 in all. */
const FIRST_MINUTE = {
  t: NEW_YEAR_MS,
  T: NEW_YEAR_MS + 59_999,
  s: 'BTCUSDT',
  i: '1m',
  f: 1,
  L: 3,
  o: '42000.00000000',
  c: '42100.00000000',
  h: '42100.00000000',
  l: '42000.00000000',
  v: '2.50000000',
  n: 3,
  q: '105050.00000000',
  V: '2.50000000',
  Q: '105050.00000000',
  B: '0',
};

const SECOND_MINUTE = {
  ...FIRST_MINUTE,
  t: NEW_YEAR_MS + 60_000,
  T: NEW_YEAR_MS + 119_999,
  f: 4,
  L: 4,
  o: '41900.00000000',
  c: '41900.00000000',
  h: '41900.00000000',
  l: '41900.00000000',
  v: '1.00000000',
  n: 1,
  q: '41900.00000000',
  V: '0.00000000',
  Q: '0.00000000',
};

describe('stream <symbol>@kline_1m', () => {
  it('tells the bar every two seconds in which it has changed, and once more when it closes', async () => {
    expect(await hearStream('btcusdt@kline_1m', tellStory)).toEqual([
      kline(2000, { ...FIRST_MINUTE, x: false }),
      kline(60_000, { ...FIRST_MINUTE, x: true }),
      kline(62_000, { ...SECOND_MINUTE, x: false }),
      kline(120_000, { ...SECOND_MINUTE, x: true }),
    ]);
  });

  it('ends with the last microsecond of the bar where times are told in those', async () => {
    const [first] = await hearStream('btcusdt@kline_1m', tellStory, { unit: 'MICROSECOND' });
    expect(first).toMatchObject({
      E: (NEW_YEAR_MS + 2000) * 1000,
      k: { t: NEW_YEAR_MS * 1000, T: (NEW_YEAR_MS + 60_000) * 1000 - 1 },
    });
  });

  it('closes a bar before it tells of a trade in the next', async () => {
    const heard = await hearStream('btcusdt@kline_1m', (exchange) => {
      trade(exchange, 4_200_000, NEW_YEAR_MS + 59_999);
      trade(exchange, 4_300_000, NEW_YEAR_MS + 60_000);
    });
    expect(heard).toMatchObject([
      { E: NEW_YEAR_MS + 60_000, k: { t: NEW_YEAR_MS, c: '42000.00000000', n: 1, x: true } },
    ]);
  });

  it('closes bars in which nothing was traded, at the price before them', async () => {
    const heard = await hearStream('btcusdt@kline_1m', (exchange) => {
      trade(exchange, 4_200_000, NEW_YEAR_MS);
      exchange.advance(180_000);
    });
    const quiet = { o: '42000.00000000', c: '42000.00000000', v: '0.00000000', n: 0, x: true };
    expect(heard.slice(-2)).toMatchObject([
      { k: { t: NEW_YEAR_MS + 60_000, ...quiet } },
      { k: { t: NEW_YEAR_MS + 120_000, ...quiet } },
    ]);
  });
});

describe('stream <symbol>@kline_1s', () => {
  it('tells the bar every second', async () => {
    const heard = await hearStream('btcusdt@kline_1s', (exchange) => {
      trade(exchange, 4_200_000, NEW_YEAR_MS);
      exchange.advance(3000);
    });
    expect(heard).toMatchObject([
      { E: NEW_YEAR_MS + 1000, k: { t: NEW_YEAR_MS, T: NEW_YEAR_MS + 999, i: '1s', n: 1, x: true } },
      { E: NEW_YEAR_MS + 2000, k: { t: NEW_YEAR_MS + 1000, n: 0, x: true } },
      { E: NEW_YEAR_MS + 3000, k: { t: NEW_YEAR_MS + 2000, n: 0, x: true } },
    ]);
  });
});

describe.each(KLINE_INTERVALS)('stream <symbol>@kline_%s', (interval) => {
  it('closes the bar at its end', async () => {
    const opens = klineOpen(NEW_YEAR_MS, interval);
    const closes = nextKlineOpen(opens, interval);
    const startTime = closes - 4000;
    const heard = await hearStream(
      `btcusdt@kline_${interval}`,
      (exchange) => {
        trade(exchange, 4_200_000, startTime);
        exchange.advance(4000);
      },
      { startTime },
    );
    const closed = heard.map((message) => field(message, 'k')).filter((k) => field(k, 'x') === true);
    expect(closed.at(-1)).toMatchObject({ T: closes - 1, i: interval, c: '42000.00000000' });
  });
});

describe('stream <symbol>@kline_<interval>@+08:00', () => {
  it('opens days at 16:00 UTC', async () => {
    const heard = await hearStream('btcusdt@kline_1d@+08:00', (exchange) => {
      trade(exchange, 4_200_000, NEW_YEAR_MS);
      exchange.advance(2000);
    });
    const HOUR_MS = 3_600_000;
    expect(heard).toMatchObject([
      { k: { t: NEW_YEAR_MS - 8 * HOUR_MS, T: NEW_YEAR_MS + 16 * HOUR_MS - 1, i: '1d', n: 1, x: false } },
    ]);
  });
});

function kline(ms: number, k: object) {
  return { e: 'kline', E: NEW_YEAR_MS + ms, s: 'BTCUSDT', k };
}

function trade({ world }: OpenExchange, ticks: number, time: number): void {
  const hand = world.exchange.market('BTCUSDT');
  hand.place('sell', price(ticks), quantity(100_000), time);
  hand.take('buy', price(ticks), quantity(100_000), time);
}
