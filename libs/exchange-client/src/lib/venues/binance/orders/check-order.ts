import type { Decimal, OrderRequest } from '@org/domain';
import type { BinanceMarket } from '../instruments/binance-market.ts';
import {
  compareDecimals,
  decimalOf,
  decimalText,
  isWholeSteps,
  stepsOf,
  timesDecimal,
} from '../instruments/decimal-arithmetic.ts';
import type { OrderSurroundings } from './order-surroundings.ts';
import { NOTHING_KNOWN } from './order-surroundings.ts';

/** A filter of the market in the way of an order, by the exchange's name for it; all numbers as plain decimals. */
export interface FilterRefusal {
  readonly filter: string;
  readonly found: string;
  readonly allowed: string;
}

interface Bounds {
  readonly least: Decimal | null;
  readonly most: Decimal | null;
  /** In which asset, or of what. */
  readonly unit: string;
}

/**
 * Looks for the first filter of a market that an order would fail, in the order of the exchange's documents, before it
 * is sent: null where there is none. Comparisons are exact; a bound of 0 is off, as the exchange means it.
 */
export function checkOrder(
  request: OrderRequest,
  market: BinanceMarket,
  surroundings: OrderSurroundings = NOTHING_KNOWN,
): FilterRefusal | null {
  return (
    priceFilter(request, market) ??
    lotSize(request, market) ??
    marketLotSize(request, market) ??
    notionalFilter(request, market, surroundings.referencePrice) ??
    percentPrice(request, market, surroundings.referencePrice) ??
    openCounts(request, market, surroundings)
  );
}

/** The step is kept by the type: a price is a whole number of the market's ticks. */
function priceFilter(request: OrderRequest, market: BinanceMarket): FilterRefusal | null {
  const { minPrice: least, maxPrice: most, instrument } = market;
  const price = priceOf(request, market);
  if (price === null) return null;
  const isPositive = price.units > 0n;
  const bounds = { least: least ?? instrument.tick, most, unit: instrument.quote.code };
  return isPositive ? outside('PRICE_FILTER', price, bounds) : refusal('PRICE_FILTER', price, bounds);
}

function lotSize(request: OrderRequest, { instrument }: BinanceMarket): FilterRefusal | null {
  if (request.type === 'marketQuote') return null;
  const { lot, minQuantity, maxQuantity, base } = instrument;
  return outside('LOT_SIZE', stepsOf(request.quantity, lot), {
    least: stepsOf(Math.max(1, minQuantity), lot),
    most: stepsOf(maxQuantity, lot),
    unit: base.code,
  });
}

function marketLotSize(request: OrderRequest, market: BinanceMarket): FilterRefusal | null {
  if (request.type !== 'market') return null;
  const { instrument, minMarketQuantity: least, maxMarketQuantity: most, marketStep: step } = market;
  const found = stepsOf(request.quantity, instrument.lot);
  if (step !== null && !isWholeSteps(found, step)) {
    const allowed = `whole steps of ${decimalText(step)} ${instrument.base.code}`;
    return { filter: 'MARKET_LOT_SIZE', found: decimalText(found), allowed };
  }
  return outside('MARKET_LOT_SIZE', found, { least, most, unit: instrument.base.code });
}

function notionalFilter(
  request: OrderRequest,
  market: BinanceMarket,
  referencePrice: Decimal | null,
): FilterRefusal | null {
  const worth = worthOf(request, market, referencePrice);
  if (worth === null) return null;
  const { instrument, maxNotional } = market;
  const hasPrice = request.type === 'limit';
  const isLeastAsked = hasPrice || market.minNotionalAppliesToMarket;
  const isMostAsked = hasPrice || market.maxNotionalAppliesToMarket;
  return outside('NOTIONAL', worth, {
    least: isLeastAsked ? decimalOf(instrument.minNotional, instrument.quote) : null,
    most: isMostAsked ? maxNotional : null,
    unit: instrument.quote.code,
  });
}

function percentPrice(
  request: OrderRequest,
  { instrument, buyBand, sellBand }: BinanceMarket,
  referencePrice: Decimal | null,
): FilterRefusal | null {
  const band = request.side === 'buy' ? buyBand : sellBand;
  if (request.type !== 'limit' || band === null || referencePrice === null) return null;
  return outside('PERCENT_PRICE_BY_SIDE', stepsOf(request.price, instrument.tick), {
    least: timesDecimal(referencePrice, band.down),
    most: timesDecimal(referencePrice, band.up),
    unit: instrument.quote.code,
  });
}

/** Orders at the market never stay open and are not counted. */
function openCounts(
  request: OrderRequest,
  { maxOrders, maxAlgoOrders }: BinanceMarket,
  { openOrders, openAlgoOrders }: OrderSurroundings,
): FilterRefusal | null {
  if (request.type === 'market' || request.type === 'marketQuote') return null;
  const tooManyOrders = tooMany('MAX_NUM_ORDERS', openOrders, maxOrders);
  return request.type === 'stop'
    ? (tooManyOrders ?? tooMany('MAX_NUM_ALGO_ORDERS', openAlgoOrders, maxAlgoOrders))
    : tooManyOrders;
}

function priceOf(request: OrderRequest, { instrument }: BinanceMarket): Decimal | null {
  switch (request.type) {
    case 'limit':
      return stepsOf(request.price, instrument.tick);
    case 'stop':
      return stepsOf(request.stopPrice, instrument.tick);
    case 'market':
    case 'marketQuote':
      return null;
  }
}

/** What the order is worth in quote; null where that takes a price that nobody knows. */
function worthOf(
  request: OrderRequest,
  { instrument }: BinanceMarket,
  referencePrice: Decimal | null,
): Decimal | null {
  if (request.type === 'marketQuote') return decimalOf(request.quoteAmount, instrument.quote);
  const price = request.type === 'limit' ? stepsOf(request.price, instrument.tick) : referencePrice;
  return price === null ? null : timesDecimal(price, stepsOf(request.quantity, instrument.lot));
}

function outside(filter: string, found: Decimal, bounds: Bounds): FilterRefusal | null {
  const { least, most } = bounds;
  const isWithin =
    (least === null || compareDecimals(found, least) >= 0) &&
    (most === null || compareDecimals(found, most) <= 0);
  return isWithin ? null : refusal(filter, found, bounds);
}

function refusal(filter: string, found: Decimal, { least, most, unit }: Bounds): FilterRefusal {
  const from = least === null ? '' : `from ${decimalText(least)} `;
  const to = most === null ? '' : `up to ${decimalText(most)} `;
  return { filter, found: decimalText(found), allowed: `${from}${to}${unit}` };
}

function tooMany(filter: string, open: number | null, most: number | null): FilterRefusal | null {
  if (open === null || most === null || open < most) return null;
  return { filter, found: `${open} open`, allowed: `${most} with the new one` };
}
