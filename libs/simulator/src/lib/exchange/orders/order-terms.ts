import type { TimeInForce } from '../exchange-order.ts';
import type { GridOrder } from '../grid-order.ts';
import type { ExchangeOrderType, SelfTradePrevention } from '../symbol-rules.ts';

/** What an order asks for, on its symbol's grid. */
export interface OrderTerms extends GridOrder {
  /** Null where its owner gives it none: then it follows from its id. */
  readonly clientOrderId: string | null;
  readonly timeInForce: TimeInForce;
  readonly selfTradePrevention: SelfTradePrevention;
  readonly strategyId: number | null;
  readonly strategyType: number | null;
}

/** Whether it waits for the market to reach a price. */
export function isContingent(type: ExchangeOrderType): boolean {
  return type !== 'limit' && type !== 'limitMaker' && type !== 'market';
}

/** Whether it takes what there is, at any price, once it works. */
export function isAtMarket(type: ExchangeOrderType): boolean {
  return type === 'market' || type === 'stopLoss' || type === 'takeProfit';
}

/** Whether it waits for a price above the market; otherwise below. */
export function isTriggeredAbove(type: ExchangeOrderType, isBuy: boolean): boolean {
  const isStop = type === 'stopLoss' || type === 'stopLossLimit';
  return isStop === isBuy;
}

/** Whether the row of an order has a place for everything that it asks for. */
export function fitsRow(terms: OrderTerms): boolean {
  return (
    terms.quantity !== null &&
    terms.stopPrice === null &&
    terms.trailingDeltaBips === null &&
    terms.quoteQuantity === null &&
    terms.icebergQuantity === null &&
    terms.strategyId === null &&
    terms.strategyType === null
  );
}
