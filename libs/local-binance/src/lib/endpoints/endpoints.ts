import { ACCOUNT_ENDPOINTS } from '../accounts/account-endpoints.ts';
import { capitalConfig } from '../general/capital-config.ts';
import { exchangeInfo } from '../general/exchange-info.ts';
import { executionRules } from '../general/execution-rules.ts';
import { ping, serverTime } from '../general/ping-and-time.ts';
import { systemStatus } from '../general/system-status.ts';
import { aggregateTrades } from '../market-data/aggregate-trades.ts';
import { averagePrice } from '../market-data/average-price.ts';
import { depth } from '../market-data/depth.ts';
import { klines, uiKlines } from '../market-data/klines.ts';
import { referencePrice, referencePriceCalculation } from '../market-data/reference-price.ts';
import { tickerBook, tickerPrice } from '../market-data/tickers/price-tickers.ts';
import { ticker24hr } from '../market-data/tickers/ticker-24hr.ts';
import { rollingTicker, tradingDayTicker } from '../market-data/tickers/window-tickers.ts';
import { historicalBlockTrades, historicalTrades, recentTrades } from '../market-data/trades.ts';
import { LIST_ENDPOINTS } from '../order-lists/list-endpoints.ts';
import { ORDER_ENDPOINTS } from '../orders/order-endpoints.ts';
import type { Endpoint } from './endpoint.ts';

/** Everything that can be asked, over HTTP and over the WebSocket API. */
export const ENDPOINTS: readonly Endpoint[] = [
  ping,
  serverTime,
  exchangeInfo,
  executionRules,
  capitalConfig,
  systemStatus,

  depth,
  recentTrades,
  historicalTrades,
  historicalBlockTrades,
  aggregateTrades,
  klines,
  uiKlines,
  averagePrice,
  ticker24hr,
  tradingDayTicker,
  rollingTicker,
  tickerPrice,
  tickerBook,
  referencePrice,
  referencePriceCalculation,

  ...ORDER_ENDPOINTS,
  ...LIST_ENDPOINTS,
  ...ACCOUNT_ENDPOINTS,
];
