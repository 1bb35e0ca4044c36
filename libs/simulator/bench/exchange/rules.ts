import { parseDecimal } from '@org/domain';
import type { ExchangeAccount, SymbolRules } from '../../src/index.ts';

const decimal = parseDecimal;
const NOTHING = { maker: 0, taker: 0, buyer: 0, seller: 0 };

/** A funded account that pays a tenth of a percent. */
export function account(accountId: string): ExchangeAccount {
  return {
    accountId,
    tradeGroupId: null,
    funding: 'funded',
    canTrade: true,
    standardCommission: { ...NOTHING, maker: '0.001', taker: '0.001' },
    taxCommission: NOTHING,
    specialCommission: NOTHING,
    discount: { asset: 'BNB', isEnabled: false, multiplier: '0.75' },
  };
}

/** BTCUSDT with every filter that a symbol may have. */
export const RULES: SymbolRules = {
  symbol: 'BTCUSDT',
  base: { code: 'BTC', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  status: 'trading',
  orderTypes: ['limit', 'limitMaker', 'market', 'stopLoss', 'stopLossLimit', 'takeProfit', 'takeProfitLimit'],
  features: ['iceberg', 'quoteQuantity', 'trailingStop', 'cancelReplace', 'amend'],
  defaultSelfTradePrevention: 'expireMaker',
  allowedSelfTradePrevention: ['none', 'expireTaker', 'expireMaker', 'expireBoth', 'decrement'],
  filters: [
    { kind: 'price', minPrice: decimal('0.01'), maxPrice: decimal('1000000'), tickSize: decimal('0.01') },
    {
      kind: 'lotSize',
      minQuantity: decimal('0.00001'),
      maxQuantity: decimal('9000'),
      stepSize: decimal('0.00001'),
    },
    { kind: 'icebergParts', limit: 100 },
    { kind: 'marketLotSize', minQuantity: decimal('0'), maxQuantity: decimal('100'), stepSize: decimal('0') },
    { kind: 'trailingDelta', minAbove: 10, maxAbove: 2_000, minBelow: 10, maxBelow: 2_000 },
    {
      kind: 'percentPriceBySide',
      bidMultiplierUp: decimal('5'),
      bidMultiplierDown: decimal('0.2'),
      askMultiplierUp: decimal('5'),
      askMultiplierDown: decimal('0.2'),
      averageMinutes: 5,
    },
    {
      kind: 'notional',
      minNotional: decimal('0.001'),
      applyMinToMarket: true,
      maxNotional: decimal('9000000'),
      applyMaxToMarket: false,
      averageMinutes: 5,
    },
    { kind: 'maxOrders', limit: 1_000_000 },
    { kind: 'maxAlgoOrders', limit: 1_000_000 },
    { kind: 'maxIcebergOrders', limit: 1_000_000 },
    { kind: 'maxOrderAmends', limit: 10 },
    { kind: 'maxPosition', maxPosition: decimal('100000000000') },
    { kind: 'exchangeMaxOrders', limit: 1_000_000 },
  ],
};
