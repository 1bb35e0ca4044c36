import type { Asked } from '../../testing/trading-desk.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { ACCOUNT_ENDPOINTS } from '../accounts/account-endpoints.ts';
import { LIST_ENDPOINTS } from '../order-lists/list-endpoints.ts';
import { ORDER_ENDPOINTS } from '../orders/order-endpoints.ts';
import { EndpointTable } from './endpoint-table.ts';
import { ENDPOINTS } from './endpoints.ts';

const TABLE = new EndpointTable(ENDPOINTS);

describe('the endpoints of accounts', () => {
  it.each([
    ['POST', '/api/v3/order', 'order.place', 'trade'],
    ['POST', '/api/v3/order/test', 'order.test', 'trade'],
    ['GET', '/api/v3/order', 'order.status', 'userData'],
    ['DELETE', '/api/v3/order', 'order.cancel', 'trade'],
    ['POST', '/api/v3/order/cancelReplace', 'order.cancelReplace', 'trade'],
    ['PUT', '/api/v3/order/amend/keepPriority', 'order.amend.keepPriority', 'trade'],
    ['GET', '/api/v3/order/amendments', 'order.amendments', 'userData'],
    ['GET', '/api/v3/openOrders', 'openOrders.status', 'userData'],
    ['DELETE', '/api/v3/openOrders', 'openOrders.cancelAll', 'trade'],
    ['GET', '/api/v3/allOrders', 'allOrders', 'userData'],
    ['POST', '/api/v3/order/oco', 'orderList.place', 'trade'],
    ['POST', '/api/v3/orderList/oco', 'orderList.place.oco', 'trade'],
    ['POST', '/api/v3/orderList/oto', 'orderList.place.oto', 'trade'],
    ['POST', '/api/v3/orderList/otoco', 'orderList.place.otoco', 'trade'],
    ['POST', '/api/v3/orderList/opo', 'orderList.place.opo', 'trade'],
    ['POST', '/api/v3/orderList/opoco', 'orderList.place.opoco', 'trade'],
    ['GET', '/api/v3/orderList', 'orderList.status', 'userData'],
    ['DELETE', '/api/v3/orderList', 'orderList.cancel', 'trade'],
    ['GET', '/api/v3/openOrderList', 'openOrderLists.status', 'userData'],
    ['GET', '/api/v3/allOrderList', 'allOrderLists', 'userData'],
    ['POST', '/api/v3/sor/order', 'sor.order.place', 'trade'],
    ['POST', '/api/v3/sor/order/test', 'sor.order.test', 'trade'],
    ['GET', '/api/v3/account', 'account.status', 'userData'],
    ['GET', '/api/v3/rateLimit/order', 'account.rateLimits.orders', 'userData'],
    ['GET', '/api/v3/account/commission', 'account.commission', 'userData'],
    ['GET', '/api/v3/myTrades', 'myTrades', 'userData'],
    ['GET', '/api/v3/myAllocations', 'myAllocations', 'userData'],
    ['GET', '/api/v3/myPreventedMatches', 'myPreventedMatches', 'userData'],
    ['GET', '/api/v3/myFilters', 'myFilters', 'userData'],
  ])('%s %s is %s over the WebSocket API, for who may %s', (method, path, socketMethod, security) => {
    const found = TABLE.find(method, path);
    if (found.kind !== 'endpoint') throw new Error(found.kind);
    expect(found.endpoint).toBe(TABLE.findMethod(socketMethod));
    expect(found.endpoint.security).toBe(security);
  });

  it('are no others, but for those of the wallet, which are not on the WebSocket API', () => {
    const all = [...ORDER_ENDPOINTS, ...LIST_ENDPOINTS, ...ACCOUNT_ENDPOINTS];
    const wallet = all.filter(({ socketMethod }) => socketMethod === null);
    expect(wallet.map(({ rest }) => rest?.path)).toEqual([
      '/sapi/v1/account/apiRestrictions',
      '/sapi/v3/asset/getUserAsset',
      '/sapi/v1/asset/tradeFee',
      '/sapi/v1/margin/allPairs',
      '/sapi/v1/margin/isolated/allPairs',
    ]);
    expect(all).toHaveLength(29 + wallet.length);
  });
});

describe('the weight', () => {
  const { world } = new TradingDesk();
  const BTC = { symbol: 'BTCUSDT' };
  const MARKET = { ...BTC, side: 'BUY', type: 'MARKET', quantity: '1' };
  const ENTRY = { ...BTC, workingType: 'LIMIT', workingSide: 'BUY', workingQuantity: '1' };
  const EXIT = { pendingType: 'LIMIT', pendingSide: 'SELL' };
  const EXITS = { pendingSide: 'SELL', pendingAboveType: 'LIMIT_MAKER', pendingBelowType: 'STOP_LOSS' };
  const PAIR = { ...BTC, side: 'SELL', quantity: '1' };

  it.each<[string, string, number, Asked]>([
    ['GET', '/api/v3/order', 4, BTC],
    ['GET', '/api/v3/openOrders', 6, BTC],
    ['GET', '/api/v3/openOrders', 80, {}],
    ['GET', '/api/v3/allOrders', 20, BTC],
    ['GET', '/api/v3/order/amendments', 4, { ...BTC, orderId: 1 }],
    ['GET', '/api/v3/orderList', 4, {}],
    ['GET', '/api/v3/allOrderList', 20, {}],
    ['GET', '/api/v3/openOrderList', 6, {}],
    ['GET', '/api/v3/account', 20, {}],
    ['GET', '/api/v3/myTrades', 20, BTC],
    ['GET', '/api/v3/myTrades', 5, { ...BTC, orderId: 1 }],
    ['GET', '/api/v3/rateLimit/order', 40, {}],
    ['GET', '/api/v3/myPreventedMatches', 2, { ...BTC, preventedMatchId: 1 }],
    ['GET', '/api/v3/myPreventedMatches', 20, { ...BTC, orderId: 1 }],
    ['GET', '/api/v3/myPreventedMatches', 2, { symbol: 'BTCEUR', orderId: 1 }],
    ['GET', '/api/v3/myAllocations', 20, BTC],
    ['GET', '/api/v3/account/commission', 20, BTC],
    ['GET', '/api/v3/myFilters', 40, BTC],
    ['POST', '/api/v3/order/test', 1, MARKET],
    ['POST', '/api/v3/order/test', 20, { ...MARKET, computeCommissionRates: true }],
    ['POST', '/api/v3/sor/order/test', 20, { ...MARKET, computeCommissionRates: true }],
    ['PUT', '/api/v3/order/amend/keepPriority', 4, { ...BTC, newQty: '1' }],
  ])('of %s %s is %i for %j', (method, path, weight, asked) => {
    expect(prepared(method, path, asked)).toMatchObject({
      weight: { weight, isFreeOnSuccess: false },
      ordersPlaced: 0,
    });
  });

  it.each<[string, string, number, Asked]>([
    ['POST', '/api/v3/order', 1, MARKET],
    ['POST', '/api/v3/sor/order', 1, MARKET],
    ['POST', '/api/v3/order/cancelReplace', 1, { ...MARKET, cancelReplaceMode: 'ALLOW_FAILURE' }],
    ['POST', '/api/v3/order/oco', 2, { ...PAIR, price: '2', stopPrice: '1' }],
    ['POST', '/api/v3/orderList/oco', 2, { ...PAIR, aboveType: 'LIMIT_MAKER', belowType: 'STOP_LOSS' }],
    ['POST', '/api/v3/orderList/oto', 2, { ...ENTRY, ...EXIT, pendingQuantity: '1' }],
    ['POST', '/api/v3/orderList/opo', 2, { ...ENTRY, ...EXIT }],
    ['POST', '/api/v3/orderList/otoco', 3, { ...ENTRY, ...EXITS, pendingQuantity: '1' }],
    ['POST', '/api/v3/orderList/opoco', 3, { ...ENTRY, ...EXITS }],
    ['DELETE', '/api/v3/order', 0, BTC],
    ['DELETE', '/api/v3/openOrders', 0, BTC],
    ['DELETE', '/api/v3/orderList', 0, BTC],
  ])('of %s %s is 1 where it is refused; it counts as %i orders', (method, path, ordersPlaced, asked) => {
    expect(prepared(method, path, asked)).toMatchObject({
      weight: { weight: 1, isFreeOnSuccess: true },
      ordersPlaced,
    });
  });

  function prepared(method: string, path: string, asked: Asked) {
    const found = TABLE.find(method, path);
    if (found.kind !== 'endpoint') throw new Error(found.kind);
    const given = Object.entries(asked).map(([name, value]) => [name, String(value)] as const);
    return found.endpoint.prepare(new Map(given), world);
  }
});
