import { endpointCost } from './endpoint-cost.ts';
import type { RequestDescription } from './request-description.ts';

const cost = (endpoint: string, parameters: RequestDescription['parameters'] = {}) => {
  const [method = '', path = ''] = endpoint.split(' ');
  if (method !== 'GET' && method !== 'POST' && method !== 'DELETE' && method !== 'PUT')
    throw new Error(method);
  return endpointCost({ method, path, parameters, isSigned: false });
};

describe('what a request is counted as', () => {
  it.each([
    [undefined, 5],
    [100, 5],
    [101, 25],
    [500, 25],
    [501, 50],
    [1000, 50],
    [1001, 250],
    [5000, 250],
  ])('grows with the depth of a book: %p levels weigh %p', (limit, weight) => {
    expect(cost('GET /api/v3/depth', { limit }).weight).toBe(weight);
  });

  it.each([
    [{ symbol: 'BTCUSDT' }, 2],
    [{ symbols: Array.from({ length: 20 }, () => 'X') }, 2],
    [{ symbols: Array.from({ length: 21 }, () => 'X') }, 40],
    [{ symbols: Array.from({ length: 101 }, () => 'X') }, 80],
    [{}, 80],
  ])('grows with the markets of a ticker', (parameters, weight) => {
    expect(cost('GET /api/v3/ticker/24hr', parameters).weight).toBe(weight);
  });

  it.each([
    ['POST /api/v3/order', 1],
    ['POST /api/v3/orderList/oco', 2],
    ['POST /api/v3/orderList/otoco', 3],
    ['POST /api/v3/order/cancelReplace', 1],
    ['DELETE /api/v3/order', 0],
  ])('%s counts as %i orders and weighs nothing where it succeeds', (endpoint, orders) => {
    expect(cost(endpoint)).toEqual({ weight: 1, orders, isFreeOnSuccess: true });
  });

  it('is little for the open orders of one market and much for those of all', () => {
    expect(cost('GET /api/v3/openOrders', { symbol: 'BTCUSDT' }).weight).toBe(6);
    expect(cost('GET /api/v3/openOrders').weight).toBe(80);
  });

  it('is taken to be much where it is not known', () => {
    expect(cost('GET /api/v3/somethingNew')).toEqual({ weight: 80, orders: 0, isFreeOnSuccess: false });
  });
});
