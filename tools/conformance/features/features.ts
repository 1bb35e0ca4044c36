import type { FeatureGroup } from '../feature.ts';
import { ACCOUNT_ENDPOINTS, MARKET_ENDPOINTS, TRADE_ENDPOINTS, TRANSPORT } from './endpoints.ts';
import { FILTERS } from './filters.ts';
import { ORDERS, SELF_TRADE } from './orders.ts';
import { SOCKET_METHODS, USER_DATA_EVENTS } from './socket-methods.ts';
import { STREAMS } from './streams.ts';

/** What Binance's spot protocol has, as documented up to 2026-07. */
export const FEATURES: readonly FeatureGroup[] = [
  MARKET_ENDPOINTS,
  TRADE_ENDPOINTS,
  ACCOUNT_ENDPOINTS,
  TRANSPORT,
  SOCKET_METHODS,
  USER_DATA_EVENTS,
  STREAMS,
  ORDERS,
  SELF_TRADE,
  FILTERS,
];
