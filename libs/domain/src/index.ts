export { InputError, OnestepError } from './lib/errors/onestep-error.ts';
export type { ErrorFacts, Place } from './lib/errors/onestep-error.ts';
export { nearestWord } from './lib/errors/nearest-word.ts';

export {
  INTERVAL_MS,
  barOpen,
  dayOpen,
  isBarBoundary,
  isInterval,
  parseInterval,
} from './lib/time/interval.ts';
export type { Interval } from './lib/time/interval.ts';

export { emptyList } from './lib/lists/empty-list.ts';

export { ZERO, amount } from './lib/money/amount.ts';
export type { Amount, Asset } from './lib/money/amount.ts';
export { formatDecimal, parseDecimal, plainDecimal, powerOfTen } from './lib/money/decimal.ts';
export { wholeText } from './lib/money/whole-text.ts';
export type { Decimal } from './lib/money/decimal.ts';
export { InexactNumberError, price, quantity } from './lib/money/ticks-and-lots.ts';
export type { Price, Quantity } from './lib/money/ticks-and-lots.ts';

export { BUILT_IN_INSTRUMENTS } from './lib/instruments/built-in.ts';
export { amountIn, spotInstrument } from './lib/instruments/instrument.ts';
export type {
  ExactFactors,
  Instrument,
  PerpetualInstrument,
  SpotInstrument,
  SpotRules,
} from './lib/instruments/instrument.ts';
export {
  affordableLots,
  amountValue,
  baseUnits,
  formatAmount,
  formatPrice,
  formatQuantity,
  notional,
  priceValue,
  quantityValue,
  toAmount,
  toPrice,
  toQuantity,
  wholeLots,
} from './lib/instruments/conversions.ts';
export type { Rounding } from './lib/instruments/conversions.ts';

export type { DepthLevels, DepthSnapshot, DepthUpdate } from './lib/books/depth-update.ts';
export type {
  Applied,
  BookLoss,
  BookState,
  BookView,
  HealingBook,
  KeptBook,
  Loaded,
  RestingLevel,
} from './lib/books/kept-book.ts';
export type { Candle } from './lib/candles/candle.ts';
export type { CandleSeries } from './lib/candles/candle-series.ts';

export type {
  LimitOrder,
  MarketOrder,
  MarketQuoteOrder,
  OrderRequest,
  Side,
  StopOrder,
} from './lib/orders/order-request.ts';
export type { ListedOrder, OrderList, OrderPair } from './lib/orders/order-list.ts';
export type { Order, OrderPurpose, OrderState, ProtectionPlan } from './lib/orders/order.ts';

export type { TradingEvent } from './lib/events/trading-event.ts';
export type {
  BookChanged,
  BookLevel,
  BarValues,
  CandleClosed,
  CandlesMissing,
  InstrumentChanged,
  MarketEvent,
  Traded,
} from './lib/events/market-event.ts';
export type {
  BalanceSet,
  ForeignOrder,
  OrderAccepted,
  OrderCancelled,
  OrderEvent,
  OrderExpired,
  OrderFilled,
  OrderRejected,
  OrderUnknown,
  Reconciled,
} from './lib/events/order-event.ts';
export type {
  BestPrice,
  BookLost,
  CandlesAbsent,
  StreamedCandle,
  StreamedTrade,
  TickerChanged,
  TradesAbsent,
} from './lib/events/stream-event.ts';
export type {
  Computed,
  ConnectionLost,
  ConnectionRestored,
  KillSwitch,
  RiskReset,
  SessionEvent,
  TimerFired,
} from './lib/events/session-event.ts';

export type {
  BracketIntent,
  CancelIntent,
  ComputeIntent,
  Intent,
  OrderIntent,
  PlaceIntent,
  Pricing,
  ReplaceIntent,
  SetTimerIntent,
  Size,
} from './lib/intents/order-intent.ts';
export type {
  Alert,
  CancelOrder,
  Command,
  Compute,
  OrderCommand,
  PlaceOrder,
  PlacePair,
  Refusal,
  ReportRefusal,
  SetTimer,
} from './lib/commands/command.ts';
export type { PlaceList } from './lib/commands/place-list.ts';

export type { Position } from './lib/portfolio/position.ts';
export { DEFAULT_RISK_LIMITS } from './lib/portfolio/risk-limits.ts';
export type { RiskLimits } from './lib/portfolio/risk-limits.ts';

export type {
  Decision,
  ProtectionScope,
  SlotOrder,
  Strategy,
  StrategyFacts,
  StrategyInput,
} from './lib/strategies/strategy.ts';

export { NotPlainDataError, canonicalJson, parseCanonicalJson } from './lib/json/canonical-json.ts';
export type { Json } from './lib/json/json.ts';

export type { BookKeeping, OpenBookKeeping, SnapshotSource } from './lib/ports/book-keeping.ts';
export type { BarVenue, Calm, SelectiveBarVenue } from './lib/ports/bar-venue.ts';
export type { Clock } from './lib/ports/clock.ts';
export type {
  BookNews,
  CandleNews,
  CandleOptions,
  ConnectionNews,
  MarketData,
  TickerNews,
  TradeNews,
} from './lib/ports/market-data.ts';
export type {
  CancelListAnswer,
  ListIsThere,
  ListVenue,
  PlaceListAnswer,
  QueryListAnswer,
  VenueList,
} from './lib/ports/list-venue.ts';
export type {
  CancelAnswer,
  OrderInDoubt,
  OrderIsThere,
  OrderVenue,
  OrderWasRefused,
  PlaceAnswer,
  QueryAnswer,
  VenueOrder,
} from './lib/ports/order-venue.ts';
export type { Rng } from './lib/ports/rng.ts';
