import type { OrderRequest } from '@org/domain';
import { amount, parseDecimal, price, quantity, toPrice, toQuantity } from '@org/domain';
import fc from 'fast-check';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import type { BinanceMarket } from '../instruments/binance-market.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import { checkOrder } from './check-order.ts';
import { describePlace } from './order-description.ts';
import { NOTHING_KNOWN } from './order-surroundings.ts';

const market = marketWith({});

function marketWith(changes: Partial<BinanceMarket>): BinanceMarket {
  const read = binanceMarket(BTCUSDT);
  if (read === null) throw new Error('BTCUSDT cannot be read');
  return { ...read, ...changes };
}

/** 0.001 BTC at 20,000: worth 20 USDT. */
function limit(changes: { readonly lots?: number; readonly ticks?: number; readonly side?: 'sell' } = {}) {
  const { lots = 100, ticks = 2_000_000, side = 'buy' } = changes;
  return {
    type: 'limit',
    side,
    quantity: quantity(lots),
    price: price(ticks),
    postOnly: false,
  } satisfies OrderRequest;
}

const atMarket = (lots: number): OrderRequest => ({ type: 'market', side: 'sell', quantity: quantity(lots) });
const stop: OrderRequest = {
  type: 'stop',
  side: 'sell',
  quantity: quantity(100),
  stopPrice: price(1_900_000),
};
const at20000 = { ...NOTHING_KNOWN, referencePrice: parseDecimal('20000') };

describe('an order within every filter', () => {
  it.each<OrderRequest>([
    limit(),
    atMarket(100),
    stop,
    { type: 'marketQuote', side: 'buy', quoteAmount: amount(2_000_000_000n) },
  ])('passes: %o', (request) => {
    expect(checkOrder(request, market, { ...at20000, openOrders: 199, openAlgoOrders: 4 })).toBeNull();
  });
});

describe('G4 an order that a filter would refuse', () => {
  it.each([
    ['a price of 0', limit({ ticks: 0 }), 'PRICE_FILTER', '0'],
    ['a price above 1,000,000', limit({ ticks: 100_000_001 }), 'PRICE_FILTER', '1000000.01'],
    ['a quantity of 0', limit({ lots: 0 }), 'LOT_SIZE', '0'],
    ['a quantity above 9,000', limit({ lots: 900_000_001 }), 'LOT_SIZE', '9000.00001'],
    ['more at the market than 112.3456789', atMarket(11_234_568), 'MARKET_LOT_SIZE', '112.34568'],
    ['a worth of 4.8 USDT', limit({ lots: 24 }), 'NOTIONAL', '4.8'],
    ['a worth above 9,000,000 USDT', limit({ lots: 45_000_001 }), 'NOTIONAL', '9000000.2'],
    ['a worth of 4.8 USDT at the market', atMarket(24), 'NOTIONAL', '4.8'],
    [
      'a price above 5 times the reference',
      limit({ ticks: 10_000_001 }),
      'PERCENT_PRICE_BY_SIDE',
      '100000.01',
    ],
    [
      'a price under a fifth of it',
      limit({ ticks: 399_999, lots: 200, side: 'sell' }),
      'PERCENT_PRICE_BY_SIDE',
      '3999.99',
    ],
  ])('is told with the filter and what was found: %s', (_, request, filter, found) => {
    expect(checkOrder(request, market, at20000)).toMatchObject({ filter, found });
  });

  it('is told with what is allowed', () => {
    expect(checkOrder(limit({ lots: 24 }), market)?.allowed).toBe('from 5 up to 9000000 USDT');
    expect(checkOrder(limit({ ticks: 10_000_001 }), market, at20000)?.allowed).toBe(
      'from 4000 up to 100000 USDT',
    );
  });

  it('passes at the very bounds', () => {
    expect(checkOrder(limit({ lots: 25 }), market, at20000)).toBeNull();
    expect(checkOrder(limit({ ticks: 10_000_000 }), market, at20000)).toBeNull();
    expect(checkOrder(limit({ ticks: 400_000, lots: 200 }), market, at20000)).toBeNull();
  });

  it('is counted among the open ones', () => {
    expect(checkOrder(limit(), market, { ...at20000, openOrders: 200 })).toMatchObject({
      ...{ filter: 'MAX_NUM_ORDERS', found: '200 open', allowed: '200 with the new one' },
    });
    expect(checkOrder(stop, market, { ...at20000, openAlgoOrders: 5 })).toMatchObject({
      filter: 'MAX_NUM_ALGO_ORDERS',
    });
    expect(checkOrder(limit(), market, { ...at20000, openAlgoOrders: 5 })).toBeNull();
  });

  it('is worth too little after it was rounded: the worth is that of whole lots', () => {
    // 0.000259 BTC at 20,000 would be 5.18 USDT; the 0.00025 that can be sent are 5, and at 19,999.99 a little less.
    const lots = toQuantity(0.000259, market.instrument, 'down');
    const ticks = toPrice(19_999.999, market.instrument, 'down');
    expect(checkOrder(limit({ lots, ticks }), market)).toMatchObject({
      filter: 'NOTIONAL',
      found: '4.9999975',
    });
  });
});

describe('what cannot be known', () => {
  it('is not checked: without a reference price neither bands nor the worth at the market', () => {
    expect(checkOrder(limit({ ticks: 90_000_000 }), market)).toBeNull();
    expect(checkOrder(atMarket(1), market)).toBeNull();
  });

  it('is not checked where the filter is not for orders at the market', () => {
    expect(checkOrder(atMarket(1), marketWith({ minNotionalAppliesToMarket: false }), at20000)).toBeNull();
    expect(
      checkOrder(atMarket(11_000_000), marketWith({ maxNotional: parseDecimal('10') }), at20000),
    ).toBeNull();
  });
});

describe('G5 numbers that are no exact decimals', () => {
  it('are sent as plain decimals of whole steps, whatever double they came from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 1e5, noNaN: true }),
        (base, quote) => {
          const request = limit({
            lots: toQuantity(base, market.instrument, 'down'),
            ticks: toPrice(quote, market.instrument, 'up'),
          });
          const { parameters } = describePlace({ clientOrderId: 'os-1', request }, market.instrument);
          expect(parameters['quantity']).toMatch(/^\d+(\.\d{1,5})?$/);
          expect(parameters['price']).toMatch(/^\d+(\.\d{1,2})?$/);
        },
      ),
    );
  });

  it('are cut to steps in the direction told: 0.1 + 0.2 is three tenths', () => {
    const request = limit({ lots: toQuantity(0.1 + 0.2, market.instrument, 'down') });
    const { parameters } = describePlace({ clientOrderId: 'os-1', request }, market.instrument);
    expect(parameters['quantity']).toBe('0.3');
  });
});

describe('G6 a market lot with a step of 0', () => {
  it('has no step and no least quantity', () => {
    expect(market).toMatchObject({ marketStep: null, minMarketQuantity: null });
    expect(checkOrder(atMarket(100), market, at20000)).toBeNull();
  });

  it('is kept where it is not 0', () => {
    const coarse = marketWith({
      marketStep: parseDecimal('0.001'),
      minMarketQuantity: parseDecimal('0.002'),
    });
    expect(checkOrder(atMarket(150), coarse)).toMatchObject({
      filter: 'MARKET_LOT_SIZE',
      allowed: 'whole steps of 0.001 BTC',
    });
    expect(checkOrder(atMarket(100), coarse)).toMatchObject({ filter: 'MARKET_LOT_SIZE', found: '0.001' });
    expect(checkOrder(atMarket(200), coarse)).toBeNull();
  });
});
