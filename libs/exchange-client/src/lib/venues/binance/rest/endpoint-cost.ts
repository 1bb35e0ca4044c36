import type { Cost } from '../../../limits/rate-limit.ts';
import type { QueryParameters } from '../../../signing/percent-encoding.ts';
import type { RequestDescription } from './request-description.ts';

/** What a request is counted as. */
export interface EndpointCost extends Cost {
  /** Trading weighs nothing where it succeeds. */
  readonly isFreeOnSuccess: boolean;
}

type Weigh = number | ((parameters: QueryParameters) => number);

interface Row {
  readonly weight: Weigh;
  readonly orders?: number;
  readonly isFreeOnSuccess?: boolean;
}

const trading = (orders: number): Row => ({ weight: 1, orders, isFreeOnSuccess: true });

const isOneSymbol = (parameters: QueryParameters): boolean => parameters['symbol'] !== undefined;

/** Levels of depth and what asking for so many weighs. */
const DEPTH_STEPS = [
  [100, 5],
  [500, 25],
  [1000, 50],
] as const;
const DEEPEST_WEIGHT = 250;

/** The weights of the exchange as documented to 2026-07; what is not here weighs the most that is usual. */
const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/v3/ping': { weight: 1 },
  'GET /api/v3/time': { weight: 1 },
  'GET /api/v3/exchangeInfo': { weight: 20 },
  'GET /api/v3/depth': { weight: ({ limit }) => depthWeight(Number(limit ?? 100)) },
  'GET /api/v3/trades': { weight: 25 },
  'GET /api/v3/historicalTrades': { weight: 25 },
  'GET /api/v3/aggTrades': { weight: 4 },
  'GET /api/v3/klines': { weight: 2 },
  'GET /api/v3/uiKlines': { weight: 2 },
  'GET /api/v3/avgPrice': { weight: 2 },
  'GET /api/v3/ticker/24hr': { weight: (parameters) => dayWeight(parameters) },
  'GET /api/v3/ticker/price': { weight: (parameters) => (isOneSymbol(parameters) ? 2 : 4) },
  'GET /api/v3/ticker/bookTicker': { weight: (parameters) => (isOneSymbol(parameters) ? 2 : 4) },
  'POST /api/v3/order': trading(1),
  'POST /api/v3/order/test': {
    weight: ({ computeCommissionRates }) => (computeCommissionRates === true ? 20 : 1),
  },
  'DELETE /api/v3/order': trading(0),
  'DELETE /api/v3/openOrders': trading(0),
  'POST /api/v3/order/cancelReplace': trading(1),
  'PUT /api/v3/order/amend/keepPriority': { weight: 4 },
  'POST /api/v3/orderList/oco': trading(2),
  'POST /api/v3/orderList/oto': trading(2),
  'POST /api/v3/orderList/opo': trading(2),
  'POST /api/v3/orderList/otoco': trading(3),
  'POST /api/v3/orderList/opoco': trading(3),
  'DELETE /api/v3/orderList': trading(0),
  'GET /api/v3/account': { weight: 20 },
  'GET /api/v3/order': { weight: 4 },
  'GET /api/v3/openOrders': { weight: (parameters) => (isOneSymbol(parameters) ? 6 : 80) },
  'GET /api/v3/allOrders': { weight: 20 },
  'GET /api/v3/orderList': { weight: 4 },
  'GET /api/v3/allOrderList': { weight: 20 },
  'GET /api/v3/openOrderList': { weight: 6 },
  'GET /api/v3/myTrades': { weight: ({ orderId }) => (orderId === undefined ? 20 : 5) },
  'GET /api/v3/rateLimit/order': { weight: 40 },
  'GET /api/v3/account/commission': { weight: 20 },
  'GET /sapi/v1/account/apiRestrictions': { weight: 1 },
};

const UNKNOWN_WEIGHT = 80;

/** What a request is counted as on the limits of the exchange. */
export function endpointCost({ method, path, parameters }: RequestDescription): EndpointCost {
  const row = ROWS[`${method} ${path}`];
  if (row === undefined) return { weight: UNKNOWN_WEIGHT, orders: 0, isFreeOnSuccess: false };
  const { weight, orders = 0, isFreeOnSuccess = false } = row;
  return { weight: typeof weight === 'number' ? weight : weight(parameters), orders, isFreeOnSuccess };
}

function depthWeight(limit: number): number {
  return DEPTH_STEPS.find(([most]) => limit <= most)?.[1] ?? DEEPEST_WEIGHT;
}

function dayWeight({ symbol, symbols }: QueryParameters): number {
  if (symbol !== undefined) return 2;
  const count = Array.isArray(symbols) ? symbols.length : Number.POSITIVE_INFINITY;
  if (count <= 20) return 2;
  return count <= 100 ? 40 : 80;
}
