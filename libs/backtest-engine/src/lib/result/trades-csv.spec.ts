import { sampleTrade } from '../../../test/sample-trades.ts';
import { tradesCsv } from './trades-csv.ts';

const HEAD =
  'symbol,strategyId,entryTime,exitTime,holdingHours,quantity,entryPrice,exitPrice,profit,return,fees,entryReason,exitReason,exitKind';

describe('trades.csv', () => {
  it('has a row a trade, times in ISO 8601 and numbers written out', () => {
    const trade = sampleTrade({
      entryTime: Date.UTC(2024, 0, 1),
      exitTime: Date.UTC(2024, 0, 1, 1),
      quantity: 1e-7,
    });
    expect(tradesCsv([trade])).toBe(
      `${HEAD}\nBTCUSDT,sma-cross,2024-01-01T00:00:00.000Z,2024-01-01T01:00:00.000Z,1,0.0000001,100,100,0,0,0,an entry,an exit,market\n`,
    );
  });

  it('quotes reasons that hold commas, quotes or line ends', () => {
    const trade = sampleTrade({ entryReason: 'fast, "slow"', exitReason: 'one\ntwo' });
    expect(tradesCsv([trade])).toContain(',"fast, ""slow""","one\ntwo",market');
  });

  it('is its head alone without trades', () => {
    expect(tradesCsv([])).toBe(`${HEAD}\n`);
  });
});
