import { price, quantity } from '@org/domain';
import { field } from '../../../testing/fields.ts';
import { hearStream } from '../../../testing/hear-streams.ts';
import { tellStory } from '../../../testing/market-story.ts';
import { NEW_YEAR_MS } from '../../../testing/trades.ts';

describe('stream <symbol>@bookTicker', () => {
  it('tells the best bid and ask whenever one of them changes, without a time', async () => {
    const heard = await hearStream('btcusdt@bookTicker', tellStory);
    expect(heard).toEqual([
      ticker(1, ['0.00000000', '0.00000000'], ['42000.00000000', '2.00000000']),
      ticker(3, ['41900.00000000', '3.00000000'], ['42000.00000000', '2.00000000']),
      ticker(5, ['41900.00000000', '3.00000000'], ['42000.00000000', '1.50000000']),
      ticker(6, ['41900.00000000', '3.00000000'], ['42100.00000000', '2.00000000']),
      ticker(7, ['41900.00000000', '3.00000000'], ['42100.00000000', '1.50000000']),
      ticker(8, ['41900.00000000', '2.00000000'], ['42100.00000000', '1.50000000']),
    ]);
  });
});

type Level = readonly [price: string, quantity: string];

function ticker(u: number, [b, B]: Level, [a, A]: Level) {
  return { u, s: 'BTCUSDT', b, B, a, A };
}

const UPDATE = { e: 'depthUpdate', s: 'BTCUSDT' };

/** What the story does until 0:00.1, as the book stands then. */
const OPENING = {
  b: [
    ['41900.00000000', '3.00000000'],
    ['41800.00000000', '1.00000000'],
  ],
  a: [
    ['42000.00000000', '1.50000000'],
    ['42100.00000000', '2.00000000'],
  ],
};
const LAST_BID = { b: [['41900.00000000', '2.00000000']], a: [] };

describe('stream <symbol>@depth', () => {
  it('tells once a second what has changed, with every update id in one of its messages', async () => {
    expect(await hearStream('btcusdt@depth', tellStory)).toEqual([
      {
        ...UPDATE,
        E: NEW_YEAR_MS + 1000,
        U: 1,
        u: 7,
        b: OPENING.b,
        a: [
          ['42000.00000000', '0.00000000'],
          ['42100.00000000', '1.50000000'],
        ],
      },
      { ...UPDATE, E: NEW_YEAR_MS + 61_000, U: 8, u: 8, ...LAST_BID },
    ]);
  });

  it('is the same under the name @depth@1000ms', async () => {
    const slow = await hearStream('btcusdt@depth@1000ms', tellStory);
    expect(slow).toEqual(await hearStream('btcusdt@depth', tellStory));
  });
});

describe('stream <symbol>@depth@100ms', () => {
  it('tells ten times a second what has changed', async () => {
    expect(await hearStream('btcusdt@depth@100ms', tellStory)).toEqual([
      { ...UPDATE, E: NEW_YEAR_MS + 100, U: 1, u: 5, ...OPENING },
      {
        ...UPDATE,
        E: NEW_YEAR_MS + 300,
        U: 6,
        u: 7,
        b: [],
        a: [
          ['42000.00000000', '0.00000000'],
          ['42100.00000000', '1.50000000'],
        ],
      },
      { ...UPDATE, E: NEW_YEAR_MS + 60_300, U: 8, u: 8, ...LAST_BID },
    ]);
  });

  it('tells what was due before a change that comes after it', async () => {
    const heard = await hearStream('btcusdt@depth@100ms', ({ world, advance }) => {
      const hand = world.exchange.market('BTCUSDT');
      hand.place('buy', price(4_000_000), quantity(1), NEW_YEAR_MS + 50);
      hand.place('buy', price(4_000_001), quantity(1), NEW_YEAR_MS + 150);
      advance(100);
    });
    expect(heard).toMatchObject([
      { E: NEW_YEAR_MS + 150, U: 1, u: 1, b: [['40000.00000000', '0.00001000']] },
      { U: 2, u: 2, b: [['40000.01000000', '0.00001000']] },
    ]);
  });
});

describe.each([5, 10, 20])('stream <symbol>@depth%i', (levels) => {
  it('shows the best levels once a second, as far as they are others', async () => {
    expect(await hearStream(`btcusdt@depth${levels}`, tellStory)).toEqual([
      { lastUpdateId: 7, bids: OPENING.b, asks: [['42100.00000000', '1.50000000']] },
      {
        lastUpdateId: 8,
        bids: [
          ['41900.00000000', '2.00000000'],
          ['41800.00000000', '1.00000000'],
        ],
        asks: [['42100.00000000', '1.50000000']],
      },
    ]);
  });
});

describe.each([5, 10, 20])('stream <symbol>@depth%i@100ms', (levels) => {
  it('shows them ten times a second', async () => {
    const heard = await hearStream(`btcusdt@depth${levels}@100ms`, tellStory);
    expect(heard).toMatchObject([
      { lastUpdateId: 5, bids: OPENING.b, asks: OPENING.a },
      { lastUpdateId: 7 },
      { lastUpdateId: 8 },
    ]);
  });

  it('shows no more than that many', async () => {
    const [shown] = await hearStream(`btcusdt@depth${levels}@100ms`, ({ world, advance }) => {
      const hand = world.exchange.market('BTCUSDT');
      for (let ticks = 1; ticks <= 30; ticks += 1) {
        hand.place('buy', price(4_000_000 - ticks), quantity(1), NEW_YEAR_MS);
      }
      advance(100);
    });
    expect(field(shown, 'bids')).toHaveLength(levels);
  });
});
