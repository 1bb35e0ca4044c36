import type { Decimal, SpotInstrument } from '@org/domain';
import { parseDecimal, spotInstrument } from '@org/domain';
import type { z } from 'zod';
import type { WireSymbol } from './exchange-info-schema.ts';
import {
  lotFilter,
  maxAlgoOrdersFilter,
  maxOrdersFilter,
  maxPositionFilter,
  minNotionalFilter,
  notionalFilter,
  percentPriceBySideFilter,
  percentPriceFilter,
  priceFilter,
} from './exchange-info-schema.ts';

/** What may be done on a market now. */
export type MarketStatus = 'trading' | 'cancelOnly' | 'closed';

/** Where a price may lie, as factors of the average price. */
export interface PriceBand {
  readonly up: Decimal;
  readonly down: Decimal;
  /** Minutes of the average; 0 for the last price. */
  readonly averageMinutes: number;
}

/** A market of the exchange: what domain knows of it, and what only matters when an order is sent. */
export interface BinanceMarket {
  readonly instrument: SpotInstrument;
  readonly status: MarketStatus;
  /** In the exchange's words: `LIMIT`, `STOP_LOSS_LIMIT`, … */
  readonly orderTypes: readonly string[];
  readonly allowsPairs: boolean;
  readonly allowsAmending: boolean;
  readonly minPrice: Decimal | null;
  readonly maxPrice: Decimal | null;
  /** Of market orders, besides the usual bounds and step; null where these are all. */
  readonly minMarketQuantity: Decimal | null;
  readonly maxMarketQuantity: Decimal | null;
  readonly marketStep: Decimal | null;
  readonly minNotionalAppliesToMarket: boolean;
  readonly maxNotional: Decimal | null;
  readonly maxNotionalAppliesToMarket: boolean;
  readonly buyBand: PriceBand | null;
  readonly sellBand: PriceBand | null;
  readonly maxOrders: number | null;
  /** Stops and targets count here. */
  readonly maxAlgoOrders: number | null;
  readonly maxPosition: Decimal | null;
  /**
   * When its tick or lot was seen to change, ms UTC; 0 where it never was. Prices and quantities that were counted
   * before mean something else now.
   */
  readonly stepsSinceMs: number;
}

/**
 * Makes a market of what the exchange says about it; null for one that we could not trade: it lacks its price or lot
 * filter, or has them in a form that we do not know.
 */
export function binanceMarket(symbol: WireSymbol): BinanceMarket | null {
  const price = find(symbol, 'PRICE_FILTER', priceFilter);
  const lot = find(symbol, 'LOT_SIZE', lotFilter);
  if (price === null || lot === null) return null;
  const worth = notionalTerms(symbol);
  const marketLot = find(symbol, 'MARKET_LOT_SIZE', lotFilter);
  return {
    instrument: instrumentOf(symbol, price, lot, worth.minNotional),
    status: statusOf(symbol.status),
    orderTypes: symbol.orderTypes,
    allowsPairs: symbol.ocoAllowed,
    allowsAmending: symbol.amendAllowed,
    minPrice: unlessOff(price.minPrice),
    maxPrice: unlessOff(price.maxPrice),
    minMarketQuantity: unlessOff(marketLot?.minQty ?? '0'),
    maxMarketQuantity: unlessOff(marketLot?.maxQty ?? '0'),
    marketStep: unlessOff(marketLot?.stepSize ?? '0'),
    minNotionalAppliesToMarket: worth.appliesToMarket,
    maxNotional: worth.maxNotional,
    maxNotionalAppliesToMarket: worth.maxAppliesToMarket,
    ...bandsOf(symbol),
    maxOrders: find(symbol, 'MAX_NUM_ORDERS', maxOrdersFilter)?.maxNumOrders ?? null,
    maxAlgoOrders: find(symbol, 'MAX_NUM_ALGO_ORDERS', maxAlgoOrdersFilter)?.maxNumAlgoOrders ?? null,
    maxPosition: unlessOff(find(symbol, 'MAX_POSITION', maxPositionFilter)?.maxPosition ?? '0'),
    stepsSinceMs: 0,
  };
}

function instrumentOf(
  symbol: WireSymbol,
  price: z.infer<typeof priceFilter>,
  lot: z.infer<typeof lotFilter>,
  minNotional: string,
): SpotInstrument {
  const stepSize = isOff(lot.stepSize) ? smallest(symbol.baseAssetPrecision) : lot.stepSize;
  return spotInstrument({
    symbol: symbol.symbol,
    base: { code: symbol.baseAsset, decimals: symbol.baseAssetPrecision },
    quote: { code: symbol.quoteAsset, decimals: symbol.quoteAssetPrecision },
    tickSize: isOff(price.tickSize) ? smallest(symbol.quoteAssetPrecision) : price.tickSize,
    stepSize,
    minNotional,
    minQuantity: isOff(lot.minQty) ? stepSize : lot.minQty,
    ...(isOff(lot.maxQty) ? {} : { maxQuantity: lot.maxQty }),
  });
}

/** What an order must be worth; markets have this in a newer or in an older form. */
function notionalTerms(symbol: WireSymbol): {
  readonly minNotional: string;
  readonly appliesToMarket: boolean;
  readonly maxNotional: Decimal | null;
  readonly maxAppliesToMarket: boolean;
} {
  const newer = find(symbol, 'NOTIONAL', notionalFilter);
  if (newer !== null) {
    return {
      minNotional: newer.minNotional,
      appliesToMarket: newer.applyMinToMarket,
      maxNotional: unlessOff(newer.maxNotional),
      maxAppliesToMarket: newer.applyMaxToMarket,
    };
  }
  const older = find(symbol, 'MIN_NOTIONAL', minNotionalFilter);
  return {
    minNotional: older?.minNotional ?? '0',
    appliesToMarket: older?.applyToMarket ?? false,
    maxNotional: null,
    maxAppliesToMarket: false,
  };
}

function bandsOf(symbol: WireSymbol): Pick<BinanceMarket, 'buyBand' | 'sellBand'> {
  const filter = find(symbol, 'PERCENT_PRICE_BY_SIDE', percentPriceBySideFilter);
  if (filter === null) return symmetricBands(symbol);
  const { avgPriceMins: averageMinutes } = filter;
  return {
    buyBand: {
      up: parseDecimal(filter.bidMultiplierUp),
      down: parseDecimal(filter.bidMultiplierDown),
      averageMinutes,
    },
    sellBand: {
      up: parseDecimal(filter.askMultiplierUp),
      down: parseDecimal(filter.askMultiplierDown),
      averageMinutes,
    },
  };
}

/** The older form of it: the same factors for both sides. */
function symmetricBands(symbol: WireSymbol): Pick<BinanceMarket, 'buyBand' | 'sellBand'> {
  const filter = find(symbol, 'PERCENT_PRICE', percentPriceFilter);
  if (filter === null) return { buyBand: null, sellBand: null };
  const band = {
    up: parseDecimal(filter.multiplierUp),
    down: parseDecimal(filter.multiplierDown),
    averageMinutes: filter.avgPriceMins,
  };
  return { buyBand: band, sellBand: band };
}

function statusOf(status: string): MarketStatus {
  switch (status) {
    case 'TRADING':
      return 'trading';
    case 'CANCEL_ONLY':
      return 'cancelOnly';
    default:
      return 'closed';
  }
}

/** Null where the filter is not there, or in a form that we do not know. */
function find<Shape>({ filters }: WireSymbol, kind: string, shape: z.ZodType<Shape>): Shape | null {
  return shape.safeParse(filters.find(({ filterType }) => filterType === kind)).data ?? null;
}

function isOff(text: string): boolean {
  return parseDecimal(text).units === 0n;
}

function unlessOff(text: string): Decimal | null {
  const decimal = parseDecimal(text);
  return decimal.units === 0n ? null : decimal;
}

/** One of the last decimal: `0.00000001` for eight. */
function smallest(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
}
