export { connectBinance } from './lib/venues/binance/connect-binance.ts';
export type { Binance, BinanceOptions } from './lib/venues/binance/connect-binance.ts';

export { systemClock } from './lib/clock/system-clock.ts';
export { hmacSigner, privateKeySigner } from './lib/signing/signer.ts';
export type { Signer } from './lib/signing/signer.ts';
export { answerStore } from './lib/cache/answer-store.ts';
export type { AnswerStore, AnswerStoreOptions } from './lib/cache/answer-store.ts';
export type { CacheCounts } from './lib/cache/read-cache.ts';
export type { ClientLog, ClientNotices } from './lib/notices/client-notices.ts';
export type { RateLimit } from './lib/limits/rate-limit.ts';
export type { Reading, WasNotRead, WasRead } from './lib/venues/binance/rest/reading.ts';

export type {
  BinanceMarket,
  MarketStatus,
  PriceBand,
} from './lib/venues/binance/instruments/binance-market.ts';
export type { MarketList, MarketsRead } from './lib/venues/binance/instruments/market-list.ts';

export { checkOrder } from './lib/venues/binance/orders/check-order.ts';
export type { FilterRefusal } from './lib/venues/binance/orders/check-order.ts';
export type { OrderSurroundings } from './lib/venues/binance/orders/order-surroundings.ts';
export { isTooLate } from './lib/venues/binance/orders/binance-orders.ts';
export type { BinanceOrders } from './lib/venues/binance/orders/binance-orders.ts';
export type { OrderLists } from './lib/venues/binance/orders/order-lists.ts';
export type { AmendAnswer, OrderChanges, Replacement } from './lib/venues/binance/orders/order-changes.ts';
export type { ReplaceAnswer } from './lib/venues/binance/orders/replace-answer.ts';
export type { CancelAllAnswer, OpenOnVenue, OpenOrders } from './lib/venues/binance/orders/open-orders.ts';

export type {
  AccountReading,
  AccountTrade,
  Balance,
  BinanceAccount,
  KeyPermissions,
} from './lib/venues/binance/account/binance-account.ts';
export type { Money } from './lib/venues/binance/account/exact-amounts.ts';
export type {
  BinanceUserData,
  UserDataEvent,
  UserDataOptions,
} from './lib/venues/binance/user-data/binance-user-data.ts';
export type { AccountMemory } from './lib/venues/binance/user-data/order-records.ts';
export type { RecordedOrder } from './lib/venues/binance/user-data/recorded-order.ts';
export type { UserDataNotice } from './lib/venues/binance/user-data/user-data-session.ts';
export type {
  DownloadOptions,
  KlineHistory,
  SpanOutcome,
} from './lib/venues/binance/history/kline-history.ts';
export type { KlineGap, KlinePage, KlineSpan } from './lib/venues/binance/history/kline-span.ts';

export type {
  TradeDownloadOptions,
  TradeHistory,
  TradePage,
  TradeSpan,
  TradesOutcome,
} from './lib/venues/binance/history/trade-history.ts';
export type { BestPrices, BinancePrices, NoPrice } from './lib/venues/binance/prices/binance-prices.ts';
export { connectMarketData } from './lib/venues/binance/market/connect-market-data.ts';
export type { BinanceStreams, MarketDataOptions } from './lib/venues/binance/market/connect-market-data.ts';
export type { Silences } from './lib/venues/binance/market/silences.ts';
export type { OpenSocket, Socket, SocketListener } from './lib/sockets/socket.ts';
export { Pace } from './lib/sockets/pace.ts';
export { openWebSocket } from './lib/sockets/ws-socket.ts';

export { DepthScanner } from './lib/venues/binance/depth/depth-scanner.ts';
export type { DepthMessage, Unreadable } from './lib/venues/binance/depth/depth-scanner.ts';
export { depthSnapshotOf } from './lib/venues/binance/depth/market-steps.ts';
export { StreamSockets } from './lib/venues/binance/streams/stream-sockets.ts';
export type { StreamSocketsOptions } from './lib/venues/binance/streams/stream-sockets.ts';
export type { StreamFeed, StreamNotice } from './lib/venues/binance/streams/stream-feed.ts';
