import { price, quantity } from '@org/domain';
import { hearStream } from '../../../testing/hear-streams.ts';
import { tellStory } from '../../../testing/market-story.ts';
import { NEW_YEAR_MS } from '../../../testing/trades.ts';

const TRADE = { e: 'trade', s: 'BTCUSDT', m: false, M: true };

describe('stream <symbol>@trade', () => {
  it('tells every trade as it happens', async () => {
    expect(await hearStream('btcusdt@trade', tellStory)).toEqual([
      { ...TRADE, ...at(0), t: 1, p: '42000.00000000', q: '0.50000000' },
      { ...TRADE, ...at(200), t: 2, p: '42000.00000000', q: '1.50000000' },
      { ...TRADE, ...at(200), t: 3, p: '42100.00000000', q: '0.50000000' },
      { ...TRADE, ...at(60_200), t: 4, p: '41900.00000000', q: '1.00000000', m: true },
    ]);
  });

  it('is silent for a market that does not exist', async () => {
    expect(await hearStream('dogeusdt@trade', tellStory)).toEqual([]);
  });
});

const AGGREGATE = { e: 'aggTrade', s: 'BTCUSDT', m: false, M: true };

describe('stream <symbol>@aggTrade', () => {
  it('tells the trades of one taker at one price as one', async () => {
    expect(await hearStream('btcusdt@aggTrade', tellStory)).toEqual([
      { ...AGGREGATE, ...at(0), a: 1, p: '42000.00000000', q: '0.50000000', f: 1, l: 1 },
      { ...AGGREGATE, ...at(200), a: 2, p: '42000.00000000', q: '1.50000000', f: 2, l: 2 },
      { ...AGGREGATE, ...at(200), a: 3, p: '42100.00000000', q: '0.50000000', f: 3, l: 3 },
      { ...AGGREGATE, ...at(60_200), a: 4, p: '41900.00000000', q: '1.00000000', f: 4, l: 4, m: true },
    ]);
  });

  it('adds up what one taker takes from several makers', async () => {
    const heard = await hearStream('btcusdt@aggTrade', ({ world, advance }) => {
      const hand = world.exchange.market('BTCUSDT');
      for (const lots of [100_000, 200_000, 300_000]) {
        hand.place('sell', price(4_200_000), quantity(lots), NEW_YEAR_MS);
      }
      hand.take('buy', price(4_200_000), quantity(600_000), NEW_YEAR_MS);
      advance(100);
    });
    expect(heard).toEqual([
      { ...AGGREGATE, ...at(0), a: 1, p: '42000.00000000', q: '6.00000000', f: 1, l: 3 },
    ]);
  });
});

describe('stream <symbol>@blockTrade', () => {
  it('is silent, as nothing is dealt off the book', async () => {
    expect(await hearStream('btcusdt@blockTrade', tellStory)).toEqual([]);
  });
});

function at(ms: number) {
  return { E: NEW_YEAR_MS + ms, T: NEW_YEAR_MS + ms };
}
