import { hearStream } from '../../../testing/hear-streams.ts';
import { tellStory } from '../../../testing/market-story.ts';
import { NEW_YEAR_MS } from '../../../testing/trades.ts';

const AVERAGE = { e: 'avgPrice', s: 'BTCUSDT', i: '5m' };

describe('stream <symbol>@avgPrice', () => {
  it('tells the average of five minutes, every second in which it is another', async () => {
    expect(await hearStream('btcusdt@avgPrice', tellStory)).toEqual([
      // 105,050 for 2.5.
      { ...AVERAGE, E: NEW_YEAR_MS + 1000, w: '42020.00000000', T: NEW_YEAR_MS + 200 },
      // 146,950 for 3.5, cut at the eighth decimal.
      { ...AVERAGE, E: NEW_YEAR_MS + 61_000, w: '41985.71428571', T: NEW_YEAR_MS + 60_200 },
    ]);
  });
});

describe('stream <symbol>@referencePrice', () => {
  it('tells the reference price every second, while there is one', async () => {
    const heard = await hearStream('btcusdt@referencePrice', (exchange) => {
      exchange.faults.add({
        kind: 'symbol',
        symbol: 'BTCUSDT',
        referencePrice: { calculationType: 'ARITHMETIC_MEAN', bucketCount: 2, bucketWidthMs: 500 },
      });
      tellStory(exchange);
    });
    expect(heard.slice(0, 2)).toEqual([
      // Two trades at 42,000 and one at 42,100.
      { e: 'referencePrice', s: 'BTCUSDT', r: '42033.33333333', t: NEW_YEAR_MS + 1000 },
      { e: 'referencePrice', s: 'BTCUSDT', r: null, t: NEW_YEAR_MS + 2000 },
    ]);
  });

  it('says every second that there is none', async () => {
    const heard = await hearStream('btcusdt@referencePrice', ({ advance }) => advance(2000));
    expect(heard).toEqual([
      { e: 'referencePrice', s: 'BTCUSDT', r: null, t: NEW_YEAR_MS + 1000 },
      { e: 'referencePrice', s: 'BTCUSDT', r: null, t: NEW_YEAR_MS + 2000 },
    ]);
  });
});
