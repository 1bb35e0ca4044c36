export { createBarSimulator } from './lib/bar-venue/bar-simulator.ts';
export type { BarSimulator, BarSimulatorOptions } from './lib/bar-venue/bar-simulator.ts';
export { BarNotFinishedError } from './lib/bar-venue/simulated-bars.ts';
export type { OpenOrder } from './lib/bar-venue/open-order.ts';
export type { BarSimulatorSnapshot, SavedOrder } from './lib/bar-venue/snapshot.ts';

export type { Balance, Deposit, FeesPaid, SavedHolding } from './lib/bar-venue/account/account.ts';
export { BINANCE_FEES } from './lib/fees/fee-schedule.ts';
export type { FeeSchedule } from './lib/fees/fee-schedule.ts';
export type { Fraction } from './lib/fractions/fraction.ts';

export { SeededRng } from './lib/random/seeded-rng.ts';
export {
  SyntheticMarket,
  syntheticMarket,
  syntheticMarkets,
} from './lib/synthetic-market/synthetic-market.ts';
export type { SyntheticMarketOptions } from './lib/synthetic-market/synthetic-market.ts';
export type { MarketProfile } from './lib/synthetic-market/market-profile.ts';
export { syntheticSeries } from './lib/synthetic-market/synthetic-series.ts';

export { createExchange } from './lib/exchange/create-exchange.ts';
export type {
  Exchange,
  ExchangeOptions,
  ExchangeSnapshot,
  AveragePrice,
  MarketHand,
  SavedAccount,
  SavedExchangeList,
  SavedExchangeOrder,
  SavedSymbol,
  ShownBook,
  ShownLevel,
} from './lib/exchange/exchange.ts';
export type {
  CommissionDiscount,
  CommissionRates,
  ExchangeAccount,
  ExchangeBalance,
} from './lib/exchange/exchange-account.ts';
export type {
  BalanceMoved,
  BalancesChanged,
  ExchangeEvent,
  LevelChanged,
  ListReport,
  MarketTrade,
  OrderReport,
  SymbolChanged,
} from './lib/exchange/exchange-event.ts';
export type {
  ExchangeFill,
  ExchangeOrder,
  ExchangeOrderList,
  ExchangeOrderStatus,
  ExpiryReason,
  ListContingency,
  ListOrderStatus,
  ListStatus,
  PreventedMatch,
  TimeInForce,
  TrailingStop,
} from './lib/exchange/exchange-order.ts';
export type {
  Amended,
  AmendOutcome,
  CancelOutcome,
  CancelReplaceOutcome,
  Cancelled,
  ExchangeRefusal,
  ListCancelled,
  ListPlaced,
  Placed,
  PlaceListOutcome,
  PlaceOutcome,
  Refused,
} from './lib/exchange/outcomes.ts';
export type {
  AmendRequest,
  CancelReplaceRequest,
  CancelRequest,
  ListedOrder,
  ListName,
  ListRequest,
  OcoRequest,
  OpocoRequest,
  OpoRequest,
  OrderName,
  OtocoRequest,
  OtoRequest,
  PaidOrder,
  PlaceRequest,
  RequestedSize,
} from './lib/exchange/requests.ts';
export { lotsOf, ticksOf } from './lib/exchange/grid-conversions.ts';
export { gridOf, regrid } from './lib/exchange/symbol-grid.ts';
export type { SymbolGrid } from './lib/exchange/symbol-grid.ts';
export type {
  ExchangeOrderType,
  FilterKind,
  OrderFeature,
  PriceBand,
  PriceRange,
  ReferencePriceCalculation,
  SelfTradePrevention,
  SymbolFilter,
  SymbolRules,
  SymbolStatus,
} from './lib/exchange/symbol-rules.ts';

export type { Market, MarketPlan } from './lib/markets/market.ts';
export { RunningMarkets, runMarkets } from './lib/markets/run-markets.ts';
export { candlePath } from './lib/markets/candle-path/candle-path-plan.ts';
export { countOffGrid } from './lib/markets/candle-path/nearest-steps.ts';
export type { CandlePathOptions } from './lib/markets/candle-path/candle-terms.ts';
export { syntheticFlow } from './lib/markets/synthetic-flow/synthetic-flow-plan.ts';
export type { SyntheticFlowOptions } from './lib/markets/synthetic-flow/flow-terms.ts';
export { recordedDepth } from './lib/markets/depth/recorded-depth.ts';
export type {
  DepthRecording,
  RecordedDifference,
  RecordedEvent,
  RecordedLevels,
  RecordedSnapshot,
  RecordedTrade,
} from './lib/markets/depth/depth-recording.ts';

export { fixedLatency } from './lib/latency/fixed-latency.ts';
export { logNormalLatency } from './lib/latency/log-normal-latency.ts';
export type { Latency } from './lib/latency/latency.ts';
export type { LogNormalLatencyOptions } from './lib/latency/log-normal-latency.ts';

export { atVolatility, permanentImpact, temporaryImpact } from './lib/impact/impact-model.ts';
export { executionCost } from './lib/impact/execution-cost.ts';
export { optimalExecution } from './lib/impact/optimal-execution.ts';
export type { ImpactModel } from './lib/impact/impact-model.ts';
export type { ExecutionCost } from './lib/impact/execution-cost.ts';
export type { ExecutionSchedule, ExecutionTask } from './lib/impact/optimal-execution.ts';

export { estimateMarketOrder } from './lib/estimates/estimate-market-order.ts';
export type {
  AssetAmount,
  EstimateMarket,
  MarketOrderEstimate,
} from './lib/estimates/estimate-market-order.ts';
export type { BnbPrice } from './lib/fees/bnb-fee.ts';

export { DEFAULT_MAKER_MODEL } from './lib/maker-probability/default-maker-model.ts';
export { makerProbability } from './lib/maker-probability/maker-probability.ts';
export { realisedVolatilityBps } from './lib/maker-probability/realised-volatility.ts';
export type { MakerFeatures } from './lib/maker-probability/maker-features.ts';
export type { MakerProbabilityModel, MakerTerm } from './lib/maker-probability/maker-probability.ts';
