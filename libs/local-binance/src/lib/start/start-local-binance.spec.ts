import { ManualClock } from '@org/domain/testing';
import type { MarketPlan } from '@org/simulator';
import { closeExchanges, openExchange } from '../../testing/open-exchange.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { climbingBids } from '../../testing/still-world.ts';

const HOUR_MS = 3_600_000;

afterEach(closeExchanges);

describe('an exchange on this machine', () => {
  it('listens on 127.0.0.1, on any port that is free', async () => {
    const exchange = await openExchange();
    expect(exchange.restUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await exchange.close();
    await expect(fetch(`${exchange.restUrl}/api/v3/ping`)).rejects.toThrow('fetch failed');
  });

  it('tells addresses that can be used where it listens on ::1', async () => {
    const exchange = await openExchange({ host: '::1' });
    expect(exchange.restUrl).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect(await exchange.get('/api/v3/ping')).toMatchObject({ status: 200 });
    expect(exchange.wsApiUrl.startsWith(exchange.streamUrl)).toBe(true);
  });

  it('cannot listen at an address of another machine, and says so', async () => {
    // Kept for documentation, and so nobody's (RFC 5737).
    await expect(openExchange({ host: '192.0.2.1' })).rejects.toThrow(
      'found 192.0.2.1:0, which is no address of this machine; allowed: an address of this machine with a free port',
    );
  });

  it('says that a port is taken before it makes a market', async () => {
    const holder = await openExchange();
    const market = climbingBids(1000);
    let isMade = false;
    const watched: MarketPlan = {
      ...market,
      open: (grid, time) => {
        isMade = true;
        return market.open(grid, time);
      },
    };
    const port = Number(new URL(holder.restUrl).port);
    await expect(openExchange({ port, market: [watched] })).rejects.toThrow('where another program listens');
    expect(isMade).toBe(false);
  });

  it('gives its port back where its market cannot be made', async () => {
    const market = climbingBids(1000);
    const broken: MarketPlan = {
      ...market,
      open: () => {
        throw new Error('no market');
      },
    };
    const holder = await openExchange();
    const port = Number(new URL(holder.restUrl).port);
    await holder.close();
    await expect(openExchange({ port, market: [broken] })).rejects.toThrow('no market');
    await expect(openExchange({ port })).resolves.toMatchObject({ restUrl: holder.restUrl });
  });

  it('has a synthetic market with a book unless another is given', async () => {
    const exchange = await openExchange({ market: 'synthetic' });
    exchange.advance(1000);
    for (const { symbol } of exchange.world.exchange.symbols()) {
      const book = exchange.world.exchange.book(symbol, 5);
      expect(book?.bids).toHaveLength(5);
      expect(book?.asks).toHaveLength(5);
    }
  });

  it('has the same market from the same seed', async () => {
    const tradesOf = async (seed: number) => {
      const exchange = await openExchange({ market: 'synthetic', seed });
      exchange.advance(10 * 60_000);
      const { text } = await exchange.get('/api/v3/trades?symbol=BTCUSDT');
      await exchange.close();
      return text;
    };
    expect(await tradesOf(3)).toBe(await tradesOf(3));
    expect(await tradesOf(3)).not.toBe(await tradesOf(4));
  });

  it('starts where its recorded market begins', async () => {
    const clock = new ManualClock(NEW_YEAR_MS + HOUR_MS);
    const exchange = await openExchange({ clock, market: [climbingBids(1000)] });
    expect(exchange.world.marketTime.now()).toBe(NEW_YEAR_MS);
  });

  it('can have a past when it opens', async () => {
    const exchange = await openExchange({ market: 'synthetic', warmUpMs: HOUR_MS });
    expect(exchange.world.marketTime.now()).toBe(NEW_YEAR_MS);
    const { body } = await exchange.get('/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=60');
    expect(body).toHaveLength(60);
  });

  it('is not late for the time that its past took to be made', async () => {
    const clock = new ManualClock(NEW_YEAR_MS);
    const market = climbingBids(1000);
    const slow: MarketPlan = {
      symbol: market.symbol,
      startTime: market.startTime,
      open: (grid, time) => {
        clock.pass(3_000);
        return market.open(grid, time);
      },
    };
    const exchange = await openExchange({ clock, speed: 1, market: [slow] });
    expect(exchange.world.marketTime.now()).toBe(clock.now());
  });

  it('has a busy market, whose book changes several times a second, and quiet ones', async () => {
    const exchange = await openExchange({ market: 'synthetic' });
    const bookIds = () =>
      ['BTCUSDT', 'ETHUSDT', 'BNBBTC'].map(
        (symbol) => exchange.world.exchange.book(symbol, 1)?.updateId ?? 0,
      );
    const changes = [0, 0, 0];
    for (let tenth = 0, before = bookIds(); tenth < 3_000; tenth += 1) {
      exchange.advance(100);
      const after = bookIds();
      after.forEach((id, index) => (changes[index] = (changes[index] ?? 0) + (id === before[index] ? 0 : 1)));
      before = after;
    }
    await exchange.close();
    // Of 3,000 tenths of a second, in which depth@100ms has something to tell; counted on this seed.
    expect(changes).toEqual([907, 481, 97]);
  });

  it.each([
    [{ speed: -1 }, 'speed does not take this value; found -1; allowed: a number from 0, Infinity included'],
    [{ speed: Number.NaN }, 'found NaN'],
    [
      { protocolSpeed: 0 },
      'protocolSpeed does not take this value; found 0; allowed: a finite number above 0',
    ],
    [{ protocolSpeed: Infinity }, 'found Infinity'],
  ])('does not start with %j', async (speeds, words) => {
    await expect(openExchange(speeds)).rejects.toThrow(words);
  });

  it('runs two clocks at their own speeds', async () => {
    const clock = new ManualClock(NEW_YEAR_MS);
    const exchange = await openExchange({ clock, speed: 60, protocolSpeed: 2 });
    clock.pass(1000);
    expect(exchange.world.marketTime.now() - NEW_YEAR_MS).toBe(60_000);
    expect(exchange.world.protocolTime.now() - NEW_YEAR_MS).toBe(2000);
  });
});
