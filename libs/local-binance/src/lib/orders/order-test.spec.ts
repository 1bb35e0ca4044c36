import { TradingDesk } from '../../testing/trading-desk.ts';

const LIMIT = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};

function openDesk(): TradingDesk {
  const desk = new TradingDesk({
    alice: {
      standardCommission: { maker: '0.001', taker: '0.002', buyer: '0.0003', seller: '0.0004' },
      taxCommission: { maker: '0.00000112', taker: '0.00000114', buyer: '0', seller: '0' },
    },
  });
  desk.trade(4_000_000);
  desk.rest('sell', 4_001_000, 50_000);
  return desk;
}

describe.each(['POST /api/v3/order/test', 'POST /api/v3/sor/order/test'])('%s', (TEST) => {
  it('says nothing where the order would be taken, and takes it not', () => {
    const desk = openDesk();
    expect(desk.ask(TEST, LIMIT)).toEqual({ status: 200, body: {} });
    expect(desk.ask('GET /api/v3/openOrders').body).toEqual([]);
    expect(desk.balance('USDT')).toBe('1000000.00000000 + 0.00000000');
    expect(desk.world.orderCounts.counts('alice', desk.clock.now())[0]?.count).toBe(0);
  });

  it('tells what its trades would cost', () => {
    expect(openDesk().ask(TEST, { ...LIMIT, computeCommissionRates: true }).body).toEqual({
      standardCommissionForOrder: { maker: '0.00130000', taker: '0.00230000' },
      specialCommissionForOrder: { maker: '0.00000000', taker: '0.00000000' },
      taxCommissionForOrder: { maker: '0.00000112', taker: '0.00000114' },
      discount: {
        enabledForAccount: false,
        enabledForSymbol: true,
        discountAsset: 'BNB',
        discount: '0.75000000',
      },
    });
    const sale = { ...LIMIT, side: 'SELL', computeCommissionRates: true };
    expect(openDesk().ask(TEST, sale).body).toMatchObject({
      standardCommissionForOrder: { maker: '0.00140000', taker: '0.00240000' },
    });
  });

  it.each([
    [{ price: '39000.001' }, -1013, 'Filter failure: PRICE_FILTER'],
    [{ quantity: '100' }, -2010, 'Account has insufficient balance for requested action.'],
    [{ symbol: 'BTCEUR' }, -1121, 'Invalid symbol.'],
  ])('refuses %p', (changes, code, msg) => {
    expect(openDesk().ask(TEST, { ...LIMIT, ...changes })).toEqual({ status: 400, body: { code, msg } });
  });
});

describe('POST /api/v3/sor/order', () => {
  const SOR = 'POST /api/v3/sor/order';

  it('trades on the exchange’s own book and says so', () => {
    const desk = openDesk();
    expect(desk.ask(SOR, { ...LIMIT, price: '40010' }).body).toMatchObject({
      status: 'FILLED',
      executedQty: '0.10000000',
      fills: [{ price: '40010.00000000', qty: '0.10000000' }],
      workingFloor: 'EXCHANGE',
      usedSor: true,
    });
    expect(desk.ask(SOR, { ...LIMIT, newOrderRespType: 'ACK' }).body).not.toHaveProperty('usedSor');
  });

  it.each([
    [{ type: 'LIMIT_MAKER' }, -1116],
    [{ type: 'STOP_LOSS' }, -1116],
    [{ stopPrice: '39000' }, -1104],
    [{ quoteOrderQty: '10' }, -1104],
    [{ price: '39000.001' }, -1013],
  ])('refuses %p', (changes, code) => {
    expect(openDesk().ask(SOR, { ...LIMIT, ...changes }).body).toMatchObject({ code });
  });
});
