import type { Side } from '@org/domain';
import type { ExchangeOrderType } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';

type Role = 'limit' | 'stopLoss' | 'takeProfit';

/** What an order can be in a pair; null for what it cannot be in. */
const ROLES: Readonly<Record<ExchangeOrderType, Role | null>> = {
  limit: null,
  market: null,
  limitMaker: 'limit',
  stopLoss: 'stopLoss',
  stopLossLimit: 'stopLoss',
  takeProfit: 'takeProfit',
  takeProfitLimit: 'takeProfit',
};

/** Where each role of a pair belongs, and what is said where it is on the other side. */
const MISPLACED: Readonly<
  Record<Side, Readonly<Record<Role, { readonly place: 'above' | 'below'; readonly error: BinanceError }>>>
> = {
  buy: {
    limit: { place: 'below', error: binanceError(-1165, 'A limit order in a buy OCO must be below.') },
    stopLoss: {
      place: 'above',
      error: binanceError(-1196, 'A stop loss order in a buy OCO must be above.'),
    },
    takeProfit: {
      place: 'below',
      error: binanceError(-1198, 'A take profit order in a buy OCO must be below.'),
    },
  },
  sell: {
    limit: { place: 'above', error: binanceError(-1166, 'A limit order in a sell OCO must be above.') },
    stopLoss: {
      place: 'below',
      error: binanceError(-1197, 'A stop loss order in a sell OCO must be below.'),
    },
    takeProfit: {
      place: 'above',
      error: binanceError(-1199, 'A take profit order in a sell OCO must be above.'),
    },
  },
};

/** What is wrong with the types of a pair: one of it takes a profit, the other stops a loss. */
export function pairError(
  side: Side,
  above: ExchangeOrderType,
  below: ExchangeOrderType,
): BinanceError | null {
  const [upper, lower] = [ROLES[above], ROLES[below]];
  if (upper === null || lower === null) return binanceError(-1158, 'Order type not supported in OCO.');
  if (upper === lower) {
    return upper === 'limit'
      ? binanceError(-1168, 'At least one OCO order must be contingent.')
      : binanceError(-1167, 'Both OCO orders cannot be contingent.');
  }
  const ofUpper = MISPLACED[side][upper];
  if (ofUpper.place !== 'above') return ofUpper.error;
  const ofLower = MISPLACED[side][lower];
  return ofLower.place === 'below' ? null : ofLower.error;
}

/** What is wrong with the type of the order that others wait for. */
export function workingError(type: ExchangeOrderType): BinanceError | null {
  if (type === 'limit' || type === 'limitMaker') return null;
  return binanceError(-1159, 'Order type not supported for the working order.');
}

/** What is wrong with the sides of a list that sells what it has bought. */
export function paidSidesError(working: Side, pending: Side): BinanceError | null {
  if (working !== 'buy') return binanceError(-1222, 'Working order in an OPO list must be a bid.');
  if (pending !== 'sell') return binanceError(-1223, 'Pending orders in an OPO list must be asks.');
  return null;
}
