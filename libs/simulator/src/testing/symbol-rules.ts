import type { Asset } from '@org/domain';
import { parseDecimal } from '@org/domain';
import type { ListedOrder } from '../lib/exchange/requests.ts';
import type { SymbolFilter, SymbolRules } from '../lib/exchange/symbol-rules.ts';

export const decimal = parseDecimal;

export const asset = (code: string, decimals = 8): Asset => ({ code, decimals });

/** Prices in steps of `tickSize`, quantities in steps of `stepSize`, both as large as Binance's. */
export const steps = (tickSize: string, stepSize: string): readonly SymbolFilter[] => [
  {
    kind: 'price',
    minPrice: decimal(tickSize),
    maxPrice: decimal('922327203685'),
    tickSize: decimal(tickSize),
  },
  {
    kind: 'lotSize',
    minQuantity: decimal(stepSize),
    maxQuantity: decimal('92141578000'),
    stepSize: decimal(stepSize),
  },
];

/** The rules of a market with these filters; BTC for USDT unless told otherwise. */
export const symbolRules = (
  filters: readonly SymbolFilter[],
  { base = asset('BTC'), quote = asset('USDT') }: { base?: Asset; quote?: Asset } = {},
): SymbolRules => ({
  symbol: base.code + quote.code,
  base,
  quote,
  status: 'trading',
  orderTypes: ['limit', 'limitMaker', 'market', 'stopLoss', 'stopLossLimit', 'takeProfit', 'takeProfitLimit'],
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
  allowedSelfTradePrevention: ['none', 'expireTaker', 'expireMaker', 'expireBoth', 'decrement', 'transfer'],
  filters,
});

/** A limit order to buy 1 at 100, or what is told otherwise. */
export const ordered = (changes: Partial<ListedOrder> = {}): ListedOrder => ({
  clientOrderId: 'a',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  size: { base: decimal('1') },
  price: decimal('100'),
  stopPrice: null,
  trailingDeltaBips: null,
  icebergQuantity: null,
  strategyId: null,
  strategyType: null,
  ...changes,
});
