import { OrderType, Side, TimeInForce } from '@binance/connector-typescript';
import { InputError } from '@org/domain';
import { describeRequest } from './endpoint-catalogue.ts';

describe('the catalogue of endpoints', () => {
  it('describes an order, its prices as decimal strings', () => {
    const request = describeRequest(
      (spot) =>
        spot.newOrder('btcusdt', Side.BUY, OrderType.LIMIT, {
          timeInForce: TimeInForce.GTC,
          newClientOrderId: 'os-1',
        }),
      { price: '0.00000012', quantity: '0.3' },
    );
    expect(request).toEqual({
      method: 'POST',
      path: '/api/v3/order',
      parameters: {
        timeInForce: 'GTC',
        newClientOrderId: 'os-1',
        symbol: 'BTCUSDT',
        side: 'BUY',
        type: 'LIMIT',
        price: '0.00000012',
        quantity: '0.3',
      },
      isSigned: true,
    });
  });

  it('describes what anybody may ask', () => {
    expect(describeRequest((spot) => spot.checkServerTime())).toEqual({
      ...{ method: 'GET', path: '/api/v3/time', parameters: {}, isSigned: false },
    });
    expect(describeRequest((spot) => spot.orderBook('BTCUSDT', { limit: 5 }))).toMatchObject({
      ...{ path: '/api/v3/depth', parameters: { symbol: 'BTCUSDT', limit: 5 }, isSigned: false },
    });
    expect(
      describeRequest((spot) => spot.exchangeInformation({ symbols: ['BTCUSDT', 'ETHUSDT'] })),
    ).toMatchObject({
      parameters: { symbols: ['BTCUSDT', 'ETHUSDT'] },
    });
  });

  it('forgets the request before', () => {
    describeRequest((spot) => spot.getOrder('BTCUSDT', { orderId: 7 }));
    expect(describeRequest((spot) => spot.testConnectivity())).toEqual({
      ...{ method: 'GET', path: '/api/v3/ping', parameters: {}, isSigned: false },
    });
  });

  it('leaves out what is not there', () => {
    const request = describeRequest((spot) =>
      spot.accountTradeList('BTCUSDT', { orderId: undefined, fromId: 5 }),
    );
    expect(request.parameters).toEqual({ symbol: 'BTCUSDT', fromId: 5 });
  });

  it('refuses what lacks a required parameter', () => {
    expect(() => describeRequest((spot) => spot.newOrder('', Side.BUY, OrderType.LIMIT))).toThrow(InputError);
  });
});
