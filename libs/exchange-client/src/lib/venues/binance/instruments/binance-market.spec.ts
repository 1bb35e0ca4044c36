import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { formatDecimal } from '@org/domain';
import type { Decimal } from '@org/domain';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { hasSharedData, shared } from '../../../../../test/shared-data.ts';
import { binanceMarket } from './binance-market.ts';
import { exchangeInfoSchema } from './exchange-info-schema.ts';
import { rateLimits } from './rate-limits.ts';

const text = (decimal: Decimal | null | undefined) =>
  decimal === null || decimal === undefined ? null : formatDecimal(decimal.units, decimal.decimals);

describe('a market of the exchange', () => {
  it('has an instrument with its steps and bounds', () => {
    const instrument = binanceMarket(BTCUSDT)?.instrument;
    expect(instrument).toMatchObject({
      ...{ symbol: 'BTCUSDT', tickSize: 0.01, lotSize: 0.00001, minQuantity: 1, maxQuantity: 900_000_000 },
      minNotional: 500_000_000n,
    });
  });

  it('has what only matters when an order is sent', () => {
    const market = binanceMarket(BTCUSDT);
    expect(market).toMatchObject({ status: 'trading', allowsPairs: true, maxOrders: 200, maxAlgoOrders: 5 });
    expect(text(market?.maxMarketQuantity)).toBe('112.3456789');
    expect(text(market?.maxNotional)).toBe('9000000');
    expect([text(market?.buyBand?.up), text(market?.sellBand?.down)]).toEqual(['5', '0.2']);
    expect(market?.maxPosition).toBeNull();
  });

  it('counts by the smallest unit where its step is 0, which means off', () => {
    const filters = BTCUSDT.filters.map((filter) =>
      filter.filterType === 'LOT_SIZE' ? { ...filter, stepSize: '0.00000000', minQty: '0.00000000' } : filter,
    );
    expect(binanceMarket({ ...BTCUSDT, filters })?.instrument).toMatchObject({
      lotSize: 1e-8,
      minQuantity: 1,
    });
  });

  it.each([
    ['TRADING', 'trading'],
    ['CANCEL_ONLY', 'cancelOnly'],
    ['HALT', 'closed'],
    ['BREAK', 'closed'],
    ['SOMETHING_NEW', 'closed'],
  ])('that is %s is %s', (status, expected) => {
    expect(binanceMarket({ ...BTCUSDT, status })?.status).toBe(expected);
  });

  it('cannot be traded without its price filter', () => {
    expect(binanceMarket({ ...BTCUSDT, filters: BTCUSDT.filters.slice(1) })).toBeNull();
  });

  it('cannot be traded with a lot filter in another form', () => {
    const filters = [...BTCUSDT.filters.slice(0, 1), { filterType: 'LOT_SIZE', stepSize: 7 }];
    expect(binanceMarket({ ...BTCUSDT, filters })).toBeNull();
  });
});

describe('the limits that the exchange reports', () => {
  it('are told in milliseconds, and unknown kinds pass by', () => {
    expect(
      rateLimits([
        { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 6000 },
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100 },
        { rateLimitType: 'ORDERS', interval: 'FORTNIGHT', intervalNum: 1, limit: 9 },
        { rateLimitType: 'CONNECTIONS', interval: 'MINUTE', intervalNum: 5, limit: 300 },
      ]),
    ).toEqual([
      { kind: 'weight', intervalMs: 60_000, limit: 6000 },
      { kind: 'orders', intervalMs: 10_000, limit: 100 },
    ]);
  });
});

(hasSharedData ? describe : describe.skip)('the recorded exchange of 2021', () => {
  it('is read whole: every market becomes an instrument', () => {
    const lines = gunzipSync(readFileSync(shared('exchange-info', 'exchangeInfo-2021.gz'))).toString();
    // The address that was asked stands before the answer, and others follow it.
    const answer = /\{.*/.exec(lines)?.[0] ?? '';
    const { symbols } = exchangeInfoSchema.parse(JSON.parse(answer));
    const markets = symbols.map(binanceMarket);
    expect(markets).toHaveLength(1695);
    expect(markets.filter((market) => market?.status === 'trading')).toHaveLength(1262);
    expect(markets.filter((market) => market === null)).toHaveLength(0);
  });
});
