import type { Asset, Decimal } from '@org/domain';

/** What may be done on a market: in `cancelOnly` orders can be taken back, but none placed. */
export type SymbolStatus = 'trading' | 'endOfDay' | 'halt' | 'break' | 'cancelOnly';

/** The types of order of Binance's spot markets; `limitMaker` is a limit order that is refused where it would trade at once. */
export type ExchangeOrderType =
  'limit' | 'limitMaker' | 'market' | 'stopLoss' | 'stopLossLimit' | 'takeProfit' | 'takeProfitLimit';

/** What happens where two orders of one account, or of one trade group, would trade with each other. */
export type SelfTradePrevention =
  'none' | 'expireTaker' | 'expireMaker' | 'expireBoth' | 'decrement' | 'transfer';

/** A kind of order that a market may or may not take. */
export type OrderFeature =
  | 'iceberg'
  | 'oneCancelsOther'
  | 'oneTriggersOther'
  | 'onePaysOther'
  | 'quoteQuantity'
  | 'trailingStop'
  | 'cancelReplace'
  | 'amend';

/** A market: what is traded, and by which rules. */
export interface SymbolRules {
  readonly symbol: string;
  readonly base: Asset;
  readonly quote: Asset;
  readonly status: SymbolStatus;
  readonly orderTypes: readonly ExchangeOrderType[];
  readonly features: readonly OrderFeature[];
  readonly defaultSelfTradePrevention: SelfTradePrevention;
  readonly allowedSelfTradePrevention: readonly SelfTradePrevention[];
  readonly filters: readonly SymbolFilter[];
  /** How far from the reference price takers may trade; any distance where it is not given. */
  readonly priceRange?: PriceRange;
  /** How the price is found that filters and `priceRange` measure by; none where it is not given. */
  readonly referencePrice?: ReferencePriceCalculation;
  /** Steps of orders that rest from before these filters, where theirs were finer: the grid counts in them. */
  readonly restingSteps?: { readonly tick: Decimal; readonly lot: Decimal };
}

/** How far a taker of each side may trade from the reference price. */
export interface PriceRange {
  readonly buy: PriceBand;
  readonly sell: PriceBand;
}

/** Multiples of the reference price, both allowed themselves; null for no bound. */
export interface PriceBand {
  readonly down: Decimal | null;
  readonly up: Decimal | null;
}

/** The mean of what was traded at in the last `bucketCount` times `bucketWidthMs`, or a price that somebody has set. */
export type ReferencePriceCalculation =
  | { readonly kind: 'arithmeticMean'; readonly bucketCount: number; readonly bucketWidthMs: number }
  | { readonly kind: 'external'; readonly calculationId: number; readonly price: Decimal };

/** Prices and stop prices; a part that is 0 is off. */
export interface PriceFilter {
  readonly kind: 'price';
  readonly minPrice: Decimal;
  readonly maxPrice: Decimal;
  readonly tickSize: Decimal;
}

/** Quantities, of market orders alone for `marketLotSize`; a part that is 0 is off. */
export interface LotSizeFilter {
  readonly kind: 'lotSize' | 'marketLotSize';
  readonly minQuantity: Decimal;
  readonly maxQuantity: Decimal;
  readonly stepSize: Decimal;
}

/** What an order is worth, in the quote asset. A market order is worth its quantity at the average price. */
export interface NotionalFilter {
  readonly kind: 'notional';
  readonly minNotional: Decimal;
  readonly applyMinToMarket: boolean;
  readonly maxNotional: Decimal;
  readonly applyMaxToMarket: boolean;
  /** Minutes that the average price is taken over; 0 for the last price. */
  readonly averageMinutes: number;
}

/** The older form of the notional filter. */
export interface MinNotionalFilter {
  readonly kind: 'minNotional';
  readonly minNotional: Decimal;
  readonly applyToMarket: boolean;
  readonly averageMinutes: number;
}

export interface PercentPriceFilter {
  readonly kind: 'percentPrice';
  readonly multiplierUp: Decimal;
  readonly multiplierDown: Decimal;
  readonly averageMinutes: number;
}

export interface PercentPriceBySideFilter {
  readonly kind: 'percentPriceBySide';
  readonly bidMultiplierUp: Decimal;
  readonly bidMultiplierDown: Decimal;
  readonly askMultiplierUp: Decimal;
  readonly askMultiplierDown: Decimal;
  readonly averageMinutes: number;
}

/** How many of something an account may have; the `exchange…` kinds count over all markets. */
export interface CountFilter {
  readonly kind:
    | 'icebergParts'
    | 'maxOrders'
    | 'maxAlgoOrders'
    | 'maxIcebergOrders'
    | 'maxOrderLists'
    | 'maxOrderAmends'
    | 'exchangeMaxOrders'
    | 'exchangeMaxAlgoOrders'
    | 'exchangeMaxIcebergOrders'
    | 'exchangeMaxOrderLists';
  readonly limit: number;
}

/** The most base that an account may own and have on order. */
export interface MaxPositionFilter {
  readonly kind: 'maxPosition';
  readonly maxPosition: Decimal;
}

/** Trailing deltas in basis points: `above` for a stop that buys and a target that sells, `below` for the others. */
export interface TrailingDeltaFilter {
  readonly kind: 'trailingDelta';
  readonly minAbove: number;
  readonly maxAbove: number;
  readonly minBelow: number;
  readonly maxBelow: number;
}

/** One limit that the orders of a market must keep. */
export type SymbolFilter =
  | PriceFilter
  | LotSizeFilter
  | NotionalFilter
  | MinNotionalFilter
  | PercentPriceFilter
  | PercentPriceBySideFilter
  | CountFilter
  | MaxPositionFilter
  | TrailingDeltaFilter;

/** The names of the filters. */
export type FilterKind = SymbolFilter['kind'];
