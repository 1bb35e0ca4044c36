import type { Asset, Decimal } from '@org/domain';
import { parseDecimal } from '@org/domain';
import type { SymbolFilter, SymbolRules } from '@org/simulator';

/** What differs from one live market to another; prices and quantities as plain decimals. */
export interface LiveSymbol {
  readonly base: string;
  readonly quote: string;
  readonly tickSize: string;
  readonly maxPrice: string;
  readonly stepSize: string;
  readonly maxQuantity: string;
  readonly maxMarketQuantity: string;
  readonly minNotional: string;
}

const ZERO = parseDecimal('0');
const AVERAGE_MINUTES = 5;

/** A market with the rules that live ones have as of 2026-07. */
export function liveSymbol(symbol: LiveSymbol): SymbolRules {
  return {
    symbol: symbol.base + symbol.quote,
    base: asset(symbol.base),
    quote: asset(symbol.quote),
    status: 'trading',
    orderTypes: [
      'limit',
      'limitMaker',
      'market',
      'stopLoss',
      'stopLossLimit',
      'takeProfit',
      'takeProfitLimit',
    ],
    features: [
      'iceberg',
      'oneCancelsOther',
      'oneTriggersOther',
      'onePaysOther',
      'quoteQuantity',
      'trailingStop',
      'cancelReplace',
      'amend',
    ],
    defaultSelfTradePrevention: 'expireMaker',
    allowedSelfTradePrevention: ['expireTaker', 'expireMaker', 'expireBoth', 'decrement', 'transfer'],
    filters: [...sizeFilters(symbol), ...COMMON_FILTERS],
  };
}

/** The markets of an exchange for which none are named. */
export const DEFAULT_SYMBOLS: readonly SymbolRules[] = [
  liveSymbol({
    base: 'BTC',
    quote: 'USDT',
    tickSize: '0.01',
    maxPrice: '1000000',
    stepSize: '0.00001',
    maxQuantity: '9000',
    maxMarketQuantity: '120',
    minNotional: '5',
  }),
  liveSymbol({
    base: 'ETH',
    quote: 'USDT',
    tickSize: '0.01',
    maxPrice: '1000000',
    stepSize: '0.0001',
    maxQuantity: '9000',
    maxMarketQuantity: '2500',
    minNotional: '5',
  }),
  liveSymbol({
    base: 'BNB',
    quote: 'USDT',
    tickSize: '0.01',
    maxPrice: '100000',
    stepSize: '0.001',
    maxQuantity: '900000',
    maxMarketQuantity: '2000',
    minNotional: '5',
  }),
];

function sizeFilters(symbol: LiveSymbol): readonly SymbolFilter[] {
  const tickSize = parseDecimal(symbol.tickSize);
  const stepSize = parseDecimal(symbol.stepSize);
  return [
    { kind: 'price', minPrice: tickSize, maxPrice: parseDecimal(symbol.maxPrice), tickSize },
    {
      kind: 'lotSize',
      minQuantity: stepSize,
      maxQuantity: parseDecimal(symbol.maxQuantity),
      stepSize,
    },
    // Live symbols leave the least and the step open: only the most counts.
    {
      kind: 'marketLotSize',
      minQuantity: ZERO,
      maxQuantity: parseDecimal(symbol.maxMarketQuantity),
      stepSize: ZERO,
    },
    notionalFrom(parseDecimal(symbol.minNotional)),
  ];
}

function notionalFrom(minNotional: Decimal): SymbolFilter {
  return {
    kind: 'notional',
    minNotional,
    applyMinToMarket: true,
    maxNotional: parseDecimal('9000000'),
    applyMaxToMarket: false,
    averageMinutes: AVERAGE_MINUTES,
  };
}

const COMMON_FILTERS: readonly SymbolFilter[] = [
  { kind: 'icebergParts', limit: 100 },
  { kind: 'trailingDelta', minAbove: 10, maxAbove: 2000, minBelow: 10, maxBelow: 2000 },
  {
    kind: 'percentPriceBySide',
    bidMultiplierUp: parseDecimal('5'),
    bidMultiplierDown: parseDecimal('0.2'),
    askMultiplierUp: parseDecimal('5'),
    askMultiplierDown: parseDecimal('0.2'),
    averageMinutes: AVERAGE_MINUTES,
  },
  { kind: 'maxOrders', limit: 200 },
  { kind: 'maxOrderLists', limit: 20 },
  { kind: 'maxAlgoOrders', limit: 5 },
  { kind: 'maxOrderAmends', limit: 10 },
];

/** Binance keeps eight decimals of every asset. */
function asset(code: string): Asset {
  return { code, decimals: 8 };
}
