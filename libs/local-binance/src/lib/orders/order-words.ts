import type { Side } from '@org/domain';
import type {
  ExchangeOrderStatus,
  ExchangeOrderType,
  ExpiryReason,
  SelfTradePrevention,
  TimeInForce,
} from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { invalid } from '../parameters/illegal.ts';
import type { Reader } from '../parameters/parameter.ts';

export const SIDE_WORDS: Readonly<Record<Side, string>> = { buy: 'BUY', sell: 'SELL' };

export const TYPE_WORDS: Readonly<Record<ExchangeOrderType, string>> = {
  limit: 'LIMIT',
  limitMaker: 'LIMIT_MAKER',
  market: 'MARKET',
  stopLoss: 'STOP_LOSS',
  stopLossLimit: 'STOP_LOSS_LIMIT',
  takeProfit: 'TAKE_PROFIT',
  takeProfitLimit: 'TAKE_PROFIT_LIMIT',
};

export const TIME_IN_FORCE_WORDS: Readonly<Record<TimeInForce, string>> = {
  gtc: 'GTC',
  ioc: 'IOC',
  fok: 'FOK',
};

export const SELF_TRADE_WORDS: Readonly<Record<SelfTradePrevention, string>> = {
  none: 'NONE',
  expireTaker: 'EXPIRE_TAKER',
  expireMaker: 'EXPIRE_MAKER',
  expireBoth: 'EXPIRE_BOTH',
  decrement: 'DECREMENT',
  transfer: 'TRANSFER',
};

export const STATUS_WORDS: Readonly<Record<ExchangeOrderStatus, string>> = {
  pendingNew: 'PENDING_NEW',
  new: 'NEW',
  partiallyFilled: 'PARTIALLY_FILLED',
  filled: 'FILLED',
  cancelled: 'CANCELED',
  rejected: 'REJECTED',
  expired: 'EXPIRED',
  expiredInMatch: 'EXPIRED_IN_MATCH',
};

export const EXPIRY_WORDS: Readonly<Record<ExpiryReason, string>> = {
  rejected: 'REJECTED',
  exchangeCancelled: 'EXCHANGE_CANCELED',
  ocoTriggered: 'OCO_TRIGGER',
  otoPhaseOneExpired: 'OTO_PHASE_ONE_EXPIRED',
  iocRest: 'UNFILLED_IOC_QUANTITY_EXPIRED',
  fokUnfilled: 'UNFILLED_FOK_ORDER_EXPIRED',
  insufficientLiquidity: 'INSUFFICIENT_LIQUIDITY',
  priceRangeExceeded: 'EXECUTION_RULE_PRICE_RANGE_EXCEEDED',
};

export const side = worded(SIDE_WORDS, () => binanceError(-1117, 'Invalid side.'));
export const orderType = worded(TYPE_WORDS, () => binanceError(-1116, 'Invalid orderType.'));
export const timeInForce = worded(TIME_IN_FORCE_WORDS, () => binanceError(-1115, 'Invalid timeInForce.'));
export const selfTradePrevention = worded(SELF_TRADE_WORDS, invalid);

/** Reads one of the exchange's words as what it stands for. */
function worded<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
  otherwise: (name: string) => BinanceError,
): Reader<Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const meaning in words) meanings.set(words[meaning], meaning);
  return (text, name) => {
    const value = meanings.get(text);
    return value === undefined ? otherwise(name) : { kind: 'value', value };
  };
}
