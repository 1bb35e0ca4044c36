import type { Asset } from '@org/domain';
import { parseDecimal } from '@org/domain';
import type { ExchangeOrderType, OrderFeature, SymbolFilter, SymbolRules } from '@org/simulator';

const BTC: Asset = { code: 'BTC', decimals: 8 };
const ETH: Asset = { code: 'ETH', decimals: 8 };
const BNB: Asset = { code: 'BNB', decimals: 8 };
const USDT: Asset = { code: 'USDT', decimals: 8 };

/** What differs between markets; numbers in plain decimals. */
interface MarketNumbers {
  readonly maxPrice: string;
  readonly tickSize: string;
  readonly maxQuantity: string;
  readonly stepSize: string;
  readonly maxMarketQuantity: string;
  readonly minNotional: string;
}

const ORDER_TYPES: readonly ExchangeOrderType[] = [
  'limit',
  'limitMaker',
  'market',
  'stopLoss',
  'stopLossLimit',
  'takeProfit',
  'takeProfitLimit',
];

const FEATURES: readonly OrderFeature[] = [
  'iceberg',
  'oneCancelsOther',
  'oneTriggersOther',
  'onePaysOther',
  'quoteQuantity',
  'trailingStop',
  'cancelReplace',
  'amend',
];

/** The markets that are there without any file, with filters like those of live ones. */
export const BUILT_IN_SYMBOLS: readonly SymbolRules[] = [
  market(BTC, USDT, {
    maxPrice: '1000000',
    tickSize: '0.01',
    maxQuantity: '9000',
    stepSize: '0.00001',
    maxMarketQuantity: '100',
    minNotional: '5',
  }),
  market(ETH, USDT, {
    maxPrice: '1000000',
    tickSize: '0.01',
    maxQuantity: '9000',
    stepSize: '0.0001',
    maxMarketQuantity: '2000',
    minNotional: '5',
  }),
  market(BNB, USDT, {
    maxPrice: '100000',
    tickSize: '0.01',
    maxQuantity: '900000',
    stepSize: '0.001',
    maxMarketQuantity: '2000',
    minNotional: '5',
  }),
  market(BNB, BTC, {
    maxPrice: '100000',
    tickSize: '0.000001',
    maxQuantity: '100000',
    stepSize: '0.001',
    maxMarketQuantity: '500',
    minNotional: '0.0001',
  }),
  market(ETH, BTC, {
    maxPrice: '922327',
    tickSize: '0.00001',
    maxQuantity: '100000',
    stepSize: '0.0001',
    maxMarketQuantity: '1000',
    minNotional: '0.0001',
  }),
];

function market(base: Asset, quote: Asset, numbers: MarketNumbers): SymbolRules {
  return {
    symbol: base.code + quote.code,
    base,
    quote,
    status: 'trading',
    orderTypes: ORDER_TYPES,
    features: FEATURES,
    defaultSelfTradePrevention: 'expireMaker',
    allowedSelfTradePrevention: ['expireTaker', 'expireMaker', 'expireBoth', 'decrement', 'transfer', 'none'],
    filters: filtersOf(numbers),
  };
}

function filtersOf(numbers: MarketNumbers): readonly SymbolFilter[] {
  const tickSize = parseDecimal(numbers.tickSize);
  const stepSize = parseDecimal(numbers.stepSize);
  const zero = parseDecimal('0');
  const [five, fifth] = [parseDecimal('5'), parseDecimal('0.2')];
  return [
    { kind: 'price', minPrice: tickSize, maxPrice: parseDecimal(numbers.maxPrice), tickSize },
    { kind: 'lotSize', minQuantity: stepSize, maxQuantity: parseDecimal(numbers.maxQuantity), stepSize },
    { kind: 'icebergParts', limit: 100 },
    {
      kind: 'marketLotSize',
      minQuantity: zero,
      maxQuantity: parseDecimal(numbers.maxMarketQuantity),
      stepSize: zero,
    },
    { kind: 'trailingDelta', minAbove: 10, maxAbove: 2000, minBelow: 10, maxBelow: 2000 },
    {
      kind: 'percentPriceBySide',
      bidMultiplierUp: five,
      bidMultiplierDown: fifth,
      askMultiplierUp: five,
      askMultiplierDown: fifth,
      averageMinutes: 5,
    },
    {
      kind: 'notional',
      minNotional: parseDecimal(numbers.minNotional),
      applyMinToMarket: true,
      maxNotional: parseDecimal('9000000'),
      applyMaxToMarket: false,
      averageMinutes: 5,
    },
    { kind: 'maxOrders', limit: 200 },
    { kind: 'maxOrderLists', limit: 20 },
    { kind: 'maxAlgoOrders', limit: 5 },
    { kind: 'maxOrderAmends', limit: 10 },
  ];
}
