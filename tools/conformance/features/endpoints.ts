import type { FeatureGroup } from '../feature.ts';
import { refused, there } from '../feature.ts';

const NO_REFERENCE = 'null or an error for markets without one, as all are until one is given';

export const MARKET_ENDPOINTS: FeatureGroup = {
  title: 'REST: market data',
  features: [
    there('GET /api/v3/ping'),
    there('GET /api/v3/time'),
    there('GET /api/v3/exchangeInfo'),
    there('GET /api/v3/executionRules', 'markets have none until they are given a price range'),
    there('GET /api/v3/depth'),
    there('GET /api/v3/trades', 'the last 20,000 of a market are kept'),
    there('GET /api/v3/historicalTrades', 'the last 20,000 of a market are kept'),
    there('GET /api/v3/historicalBlockTrades', 'nothing is traded in blocks: the list is empty'),
    there('GET /api/v3/aggTrades', 'the last 20,000 of a market are kept'),
    there('GET /api/v3/klines', 'seven days of minutes are kept, and 5,000 bars of every other length'),
    there('GET /api/v3/uiKlines', 'the same bars as klines'),
    there('GET /api/v3/avgPrice'),
    there('GET /api/v3/ticker/24hr'),
    there('GET /api/v3/ticker/tradingDay'),
    there('GET /api/v3/ticker/price'),
    there('GET /api/v3/ticker/bookTicker'),
    there('GET /api/v3/ticker'),
    there('GET /api/v3/referencePrice', NO_REFERENCE),
    there('GET /api/v3/referencePrice/calculation', NO_REFERENCE),
  ],
};

export const TRADE_ENDPOINTS: FeatureGroup = {
  title: 'REST: trading',
  features: [
    there('POST /api/v3/order'),
    there('POST /api/v3/order/test'),
    there('DELETE /api/v3/order'),
    there('DELETE /api/v3/openOrders'),
    there('POST /api/v3/order/cancelReplace'),
    there('PUT /api/v3/order/amend/keepPriority'),
    there('POST /api/v3/order/oco', 'deprecated by Binance, and here all the same'),
    there('POST /api/v3/orderList/oco'),
    there('POST /api/v3/orderList/oto'),
    there('POST /api/v3/orderList/otoco'),
    there('POST /api/v3/orderList/opo'),
    there('POST /api/v3/orderList/opoco'),
    there('DELETE /api/v3/orderList'),
    there('POST /api/v3/sor/order', 'routed to the order’s own book, the only one'),
    there('POST /api/v3/sor/order/test'),
  ],
};

export const ACCOUNT_ENDPOINTS: FeatureGroup = {
  title: 'REST: account',
  features: [
    there('GET /api/v3/account'),
    there('GET /api/v3/order'),
    there('GET /api/v3/openOrders'),
    there('GET /api/v3/allOrders'),
    there('GET /api/v3/orderList'),
    there('GET /api/v3/allOrderList'),
    there('GET /api/v3/openOrderList'),
    there('GET /api/v3/myTrades'),
    there('GET /api/v3/rateLimit/order'),
    there('GET /api/v3/myPreventedMatches'),
    there('GET /api/v3/myAllocations', 'routed orders trade in their own book: the list is empty'),
    there('GET /api/v3/account/commission'),
    there('GET /api/v3/order/amendments'),
    there('GET /api/v3/myFilters'),
    there('GET /sapi/v1/system/status'),
    there('GET /sapi/v1/account/apiRestrictions'),
    there('GET /sapi/v1/capital/config/getall', 'no network to withdraw over'),
    there('GET /sapi/v1/asset/tradeFee'),
    there('POST /sapi/v3/asset/getUserAsset'),
    there('GET /sapi/v1/margin/allPairs', 'nothing is traded on margin: the list is empty'),
    there('GET /sapi/v1/margin/isolated/allPairs', 'nothing is traded on margin: the list is empty'),
    refused(
      'POST, PUT, DELETE /api/v3/userDataStream',
      '410, as Binance since 2026-02-20',
      'what is not an endpoint POST /api/v3/userDataStream',
    ),
    refused('/api/v1', '404, as Binance since 2026-03-25', 'what is not an endpoint GET /api/v1/ping'),
  ],
};

export const TRANSPORT: FeatureGroup = {
  title: 'Signatures, limits, connections',
  features: [
    there('HMAC-SHA256', '', 'a signature by a shared secret'),
    there('RSA', '', 'a signature by RSA'),
    there('Ed25519', '', 'a signature by Ed25519'),
    there('recvWindow and timestamp, in ms and in µs', '', 'the time of a request'),
    there('X-MBX-TIME-UNIT and timeUnit', '', 'time units are milliseconds or microseconds'),
    there(
      'used weight, 429 and 418',
      'bans begin at two minutes and grow; terms can be set',
      'limits answer 429 until the minute is over, and 418',
    ),
    there('unfilled order count', 'a maker’s first fill takes five off', 'the unfilled orders of an account'),
    there('ping every 20 s, pong within a minute', '', 'a connection is pinged every 20 s of protocol time'),
    there(
      '24 hours of a connection',
      'closed with 1001; Binance’s code is not documented',
      'a connection ends with 1001 when its time is over',
    ),
    there('five messages a second', 'closed with 1008', 'a client that writes too much is cut off'),
    there('300 connections in five minutes', '', 'an attempt to connect is one of 300'),
    there('serverShutdown', '', 'serverShutdown'),
    refused('SBE', 'answered in JSON where that is accepted too, else 406', 'the binary encoding'),
  ],
};
