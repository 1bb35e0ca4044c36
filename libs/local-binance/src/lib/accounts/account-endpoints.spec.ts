import { amount, price, quantity } from '@org/domain';
import { HMAC_API_KEY } from '../../testing/accounts.ts';
import { field, fields } from '../../testing/fields.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const ORDER = 'POST /api/v3/order';
const LIMIT = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};
const MARKET = { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.1' };

/** BTCUSDT was last traded at 40,000.00; one BTC is asked at 40,010 and one bid at 39,990. */
function openDesk(options = {}): TradingDesk {
  const desk = new TradingDesk(options);
  desk.trade(4_000_000);
  desk.rest('sell', 4_001_000, 100_000);
  desk.rest('buy', 3_999_000, 100_000);
  return desk;
}

describe('GET /api/v3/account', () => {
  it('tells what an account has and pays', () => {
    const desk = openDesk();
    desk.pass(1000);
    desk.ask(ORDER, LIMIT);
    expect(desk.ask('GET /api/v3/account')).toEqual({
      status: 200,
      body: {
        makerCommission: 10,
        takerCommission: 10,
        buyerCommission: 0,
        sellerCommission: 0,
        commissionRates: {
          maker: '0.00100000',
          taker: '0.00100000',
          buyer: '0.00000000',
          seller: '0.00000000',
        },
        canTrade: true,
        canWithdraw: false,
        canDeposit: false,
        brokered: false,
        requireSelfTradePrevention: false,
        preventSor: false,
        updateTime: NEW_YEAR_MS + 1000,
        accountType: 'SPOT',
        balances: [
          { asset: 'BTC', free: '10.00000000', locked: '0.00000000' },
          { asset: 'USDT', free: '996100.00000000', locked: '3900.00000000' },
          { asset: 'ETH', free: '100.00000000', locked: '0.00000000' },
          { asset: 'BNB', free: '100.00000000', locked: '0.00000000' },
        ],
        permissions: ['SPOT'],
        uid: 2267157479,
      },
    });
  });

  it('leaves out what is not there, if it is asked to', () => {
    const desk = openDesk();
    desk.ask(ORDER, { ...MARKET, side: 'SELL', quantity: '1' });
    desk.rest('buy', 3_998_000, 900_000);
    desk.ask(ORDER, { ...MARKET, side: 'SELL', quantity: '9' });
    const assets = (omitZeroBalances: boolean) =>
      fields(field(desk.ask('GET /api/v3/account', { omitZeroBalances }).body, 'balances'), 'asset');
    expect(assets(false)).toEqual(['BTC', 'USDT', 'ETH', 'BNB']);
    expect([...assets(true)].sort()).toEqual(['BNB', 'ETH', 'USDT']);
  });
});

describe('GET /api/v3/myTrades', () => {
  const TRADES = 'GET /api/v3/myTrades';

  /** Alice buys a tenth of a BTC every second, three times, and a tenth rests that a second later is bought. */
  function tradingDesk(): TradingDesk {
    const desk = openDesk();
    for (let count = 0; count < 3; count += 1) {
      desk.ask(ORDER, MARKET);
      desk.pass(1000);
    }
    desk.ask(ORDER, { ...LIMIT, price: '39995' });
    desk.pass(1000);
    desk.rest('sell', 3_999_500, 10_000);
    return desk;
  }

  it('tells what was traded, what it cost and who waited', () => {
    const { body } = tradingDesk().ask(TRADES, { symbol: 'BTCUSDT' });
    expect(body).toMatchObject([{ id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }]);
    expect([body].flat()[0]).toEqual({
      symbol: 'BTCUSDT',
      id: 2,
      orderId: 5,
      orderListId: -1,
      price: '40010.00000000',
      qty: '0.10000000',
      quoteQty: '4001.00000000',
      commission: '0.00010000',
      commissionAsset: 'BTC',
      time: NEW_YEAR_MS,
      isBuyer: true,
      isMaker: false,
      isBestMatch: true,
    });
    expect([body].flat()[3]).toMatchObject({ isMaker: true, time: NEW_YEAR_MS + 4000 });
  });

  it('tells in BNB what was paid in BNB, until there is none left', () => {
    const desk = openDesk({ alice: { discount: { asset: 'BNB', isEnabled: true, multiplier: '0.75' } } });
    const bnb = desk.world.exchange.market('BNBUSDT');
    bnb.place('sell', price(40_000), quantity(1000), NEW_YEAR_MS);
    bnb.take('buy', price(40_000), quantity(1000), NEW_YEAR_MS);
    const sale = { ...MARKET, side: 'SELL' };
    desk.ask(ORDER, sale);
    desk.world.exchange.deposit('alice', 'BNB', amount(-9_999_250_000n), NEW_YEAR_MS);
    desk.ask(ORDER, sale);
    // The fee of 3.999 USDT is 2.99925 with the discount, and that is 0.007498125 BNB of 400 USDT.
    expect(desk.ask(TRADES, { symbol: 'BTCUSDT' }).body).toMatchObject([
      { quoteQty: '3999.00000000', commission: '0.00749812', commissionAsset: 'BNB' },
      { quoteQty: '3999.00000000', commission: '3.99900000', commissionAsset: 'USDT' },
    ]);
  });

  it.each([
    [{}, [2, 3, 4, 5]],
    [{ limit: 2 }, [4, 5]],
    [{ fromId: 3 }, [3, 4, 5]],
    [{ fromId: 3, limit: 1 }, [3]],
    [{ orderId: 6 }, [3]],
    [{ orderId: 6, fromId: 4 }, []],
    [{ startTime: NEW_YEAR_MS + 1000 }, [3, 4, 5]],
    [{ endTime: NEW_YEAR_MS + 1000 }, [2, 3]],
    [{ startTime: NEW_YEAR_MS + 1000, endTime: NEW_YEAR_MS + 2000 }, [3, 4]],
  ])('for %p tells of the trades %p', (asked, ids) => {
    expect(fields(tradingDesk().ask(TRADES, { symbol: 'BTCUSDT', ...asked }).body, 'id')).toEqual(ids);
  });

  it.each([
    [{ orderId: 6, startTime: 1 }, -1128, 'Combination of optional parameters invalid.'],
    [{ fromId: 1, endTime: 1 }, -1128, 'Combination of optional parameters invalid.'],
    [{ startTime: 0, endTime: 86_400_001 }, -1127, 'More than 24 hours between startTime and endTime.'],
    [{ symbol: 'BTCEUR' }, -1121, 'Invalid symbol.'],
  ])('refuses %p', (asked, code, msg) => {
    expect(openDesk().ask(TRADES, { symbol: 'BTCUSDT', ...asked })).toEqual({
      status: 400,
      body: { code, msg },
    });
  });

  it('adds up to what the account has', () => {
    const desk = tradingDesk();
    const { body } = desk.ask(TRADES, { symbol: 'BTCUSDT' });
    const sum = (name: string) => fields(body, name).reduce<number>((total, text) => total + Number(text), 0);
    expect(desk.balance('BTC')).toBe(`${(10 + sum('qty') - sum('commission')).toFixed(8)} + 0.00000000`);
    expect(desk.balance('USDT')).toBe(`${(1_000_000 - sum('quoteQty')).toFixed(8)} + 0.00000000`);
  });
});

describe('GET /api/v3/rateLimit/order', () => {
  it('tells how many unfilled orders were placed of late', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    desk.ask(ORDER, LIMIT);
    expect(desk.ask('GET /api/v3/rateLimit/order').body).toEqual([
      { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 100, count: 2 },
      { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: 200_000, count: 2 },
    ]);
    desk.pass(10_000);
    expect(fields(desk.ask('GET /api/v3/rateLimit/order').body, 'count')).toEqual([0, 2]);
  });
});

describe('GET /api/v3/myPreventedMatches', () => {
  const MATCHES = 'GET /api/v3/myPreventedMatches';

  /** Two bids of Alice at 39,995, with the ids 5 and 6, which she then sells to; her older orders expire. */
  function preventedDesk(): TradingDesk {
    const desk = openDesk({ alice: { tradeGroupId: 9 } });
    const bid = { ...LIMIT, price: '39995', quantity: '0.2' };
    desk.ask(ORDER, bid);
    desk.ask(ORDER, bid);
    desk.ask(ORDER, { ...LIMIT, side: 'SELL', price: '39995', selfTradePreventionMode: 'EXPIRE_MAKER' });
    return desk;
  }

  it('tells what self-trade prevention has kept from happening', () => {
    const { body } = preventedDesk().ask(MATCHES, { symbol: 'BTCUSDT', orderId: 5 });
    expect(body).toEqual([
      {
        symbol: 'BTCUSDT',
        preventedMatchId: 1,
        takerOrderId: 7,
        makerSymbol: 'BTCUSDT',
        makerOrderId: 5,
        tradeGroupId: 9,
        selfTradePreventionMode: 'EXPIRE_MAKER',
        price: '39995.00000000',
        makerPreventedQuantity: '0.20000000',
        transactTime: NEW_YEAR_MS,
      },
    ]);
  });

  it.each([
    [{ orderId: 7 }, [1, 2]],
    [{ orderId: 7, fromPreventedMatchId: 2 }, [2]],
    [{ orderId: 7, limit: 1 }, [1]],
    [{ preventedMatchId: 1 }, [1]],
    [{ preventedMatchId: 3 }, []],
    [{ orderId: 99 }, []],
  ])('for %p tells of the matches %p', (asked, ids) => {
    const { body } = preventedDesk().ask(MATCHES, { symbol: 'BTCUSDT', ...asked });
    expect(fields(body, 'preventedMatchId')).toEqual(ids);
  });

  it('is shown by the orders that it has ended', () => {
    const order = { symbol: 'BTCUSDT', orderId: 6 };
    expect(preventedDesk().ask('GET /api/v3/order', order).body).toMatchObject({
      status: 'EXPIRED_IN_MATCH',
      preventedMatchId: 2,
      preventedQuantity: '0.20000000',
    });
  });

  it.each([
    [{}, -1128],
    [{ fromPreventedMatchId: 1 }, -1128],
    [{ preventedMatchId: 1, orderId: 7 }, -1128],
    [{ symbol: 'BTCEUR', orderId: 7 }, -1121],
  ])('refuses %p', (asked, code) => {
    expect(openDesk().ask(MATCHES, { symbol: 'BTCUSDT', ...asked }).body).toMatchObject({ code });
  });
});

describe('GET /api/v3/myAllocations', () => {
  it('tells of none, as routed orders trade in their own books', () => {
    const desk = openDesk();
    desk.ask('POST /api/v3/sor/order', { ...LIMIT, price: '40010' });
    expect(desk.ask('GET /api/v3/myAllocations', { symbol: 'BTCUSDT' })).toEqual({ status: 200, body: [] });
    expect(fields(desk.ask('GET /api/v3/myTrades', { symbol: 'BTCUSDT' }).body, 'qty')).toEqual([
      '0.10000000',
    ]);
  });

  it.each([
    [{ fromAllocationId: 1, startTime: 1 }, -1128],
    [{ startTime: 0, endTime: 86_400_001 }, -1127],
    [{ symbol: 'BTCEUR' }, -1121],
  ])('refuses %p', (asked, code) => {
    const { body } = openDesk().ask('GET /api/v3/myAllocations', { symbol: 'BTCUSDT', ...asked });
    expect(body).toMatchObject({ code });
  });
});

describe('GET /api/v3/account/commission', () => {
  it('tells what trades cost', () => {
    const free = { maker: '0.00000000', taker: '0.00000000', buyer: '0.00000000', seller: '0.00000000' };
    const desk = openDesk({
      alice: { standardCommission: { maker: 0.0000001, taker: '0.0000002', buyer: '0', seller: '0.5' } },
    });
    expect(desk.ask('GET /api/v3/account/commission', { symbol: 'BTCUSDT' }).body).toEqual({
      symbol: 'BTCUSDT',
      standardCommission: { ...free, maker: '0.00000010', taker: '0.00000020', seller: '0.50000000' },
      specialCommission: free,
      taxCommission: free,
      discount: {
        enabledForAccount: false,
        enabledForSymbol: true,
        discountAsset: 'BNB',
        discount: '0.75000000',
      },
    });
    expect(desk.ask('GET /api/v3/account/commission').body).toMatchObject({ code: -1102 });
  });
});

describe('GET /api/v3/myFilters', () => {
  it('tells the filters that hold for the account', () => {
    const { body } = openDesk().ask('GET /api/v3/myFilters', { symbol: 'BTCUSDT' });
    expect(body).toMatchObject({ exchangeFilters: [], assetFilters: [] });
    expect(field(body, 'symbolFilters')).toContainEqual({
      filterType: 'PRICE_FILTER',
      minPrice: '0.01000000',
      maxPrice: '1000000.00000000',
      tickSize: '0.01000000',
    });
    expect(openDesk().ask('GET /api/v3/myFilters', { symbol: 'BTCEUR' }).body).toMatchObject({ code: -1121 });
  });
});

describe('GET /sapi/v1/account/apiRestrictions', () => {
  it('tells what the key may be used for', () => {
    expect(HMAC_API_KEY).toHaveLength(64);
    expect(openDesk().ask('GET /sapi/v1/account/apiRestrictions').body).toEqual({
      ipRestrict: false,
      createTime: 0,
      enableReading: true,
      enableSpotAndMarginTrading: true,
      enableWithdrawals: false,
      enableInternalTransfer: false,
      enableMargin: false,
      enableFutures: false,
      permitsUniversalTransfer: false,
      enableVanillaOptions: false,
      enableFixApiTrade: false,
      enableFixReadOnly: false,
      enablePortfolioMarginTrading: false,
    });
  });
});

describe('POST /sapi/v3/asset/getUserAsset', () => {
  it('tells what an account owns', () => {
    const { body } = openDesk().ask('POST /sapi/v3/asset/getUserAsset');
    expect(fields(body, 'asset')).toEqual(['BTC', 'ETH', 'BNB', 'USDT']);
    expect([body].flat()[0]).toEqual({
      asset: 'BTC',
      free: '10.00000000',
      locked: '0.00000000',
      freeze: '0',
      withdrawing: '0',
      ipoable: '0',
      btcValuation: '0',
    });
  });
});

describe('GET /sapi/v1/asset/tradeFee', () => {
  it('tells what trades cost, market by market', () => {
    const fee = { symbol: 'BTCUSDT', makerCommission: '0.00100000', takerCommission: '0.00100000' };
    const desk = openDesk();
    expect(desk.ask('GET /sapi/v1/asset/tradeFee').body).toContainEqual(fee);
    expect(desk.ask('GET /sapi/v1/asset/tradeFee', { symbol: 'BTCUSDT' }).body).toEqual([fee]);
    expect(desk.ask('GET /sapi/v1/asset/tradeFee', { symbol: 'BTCEUR' }).body).toMatchObject({ code: -1121 });
  });
});

describe.each(['/sapi/v1/margin/allPairs', '/sapi/v1/margin/isolated/allPairs'])('GET %s', (path) => {
  it('tells that no market can be traded on margin', () => {
    expect(openDesk().ask(`GET ${path}`)).toEqual({ status: 200, body: [] });
  });
});
