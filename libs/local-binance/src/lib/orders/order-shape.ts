import { price, quantity, ZERO } from '@org/domain';
import type { ExchangeFill, ExchangeOrder, PreventedMatch, SymbolGrid } from '@org/simulator';
import { amountText, fixedText, priceText, quantityText } from '../wire/decimal-text.ts';
import {
  EXPIRY_WORDS,
  SELF_TRADE_WORDS,
  SIDE_WORDS,
  STATUS_WORDS,
  TIME_IN_FORCE_WORDS,
  TYPE_WORDS,
} from './order-words.ts';

/** An order and all that is said of it: its market's grid, and what has kept it from trading. */
export interface ToldOrder {
  readonly order: ExchangeOrder;
  readonly grid: SymbolGrid;
  /** The latest; null where nothing has. */
  readonly prevented: PreventedMatch | null;
}

/** That an order was taken. */
export function ackShape({ order }: ToldOrder) {
  return {
    symbol: order.symbol,
    orderId: order.orderId,
    orderListId: order.listId ?? -1,
    clientOrderId: order.clientOrderId,
    transactTime: order.updatedAt,
  };
}

/** How an order that was taken stands. */
export function resultShape(told: ToldOrder) {
  return {
    ...ackShape(told),
    ...standing(told),
    ...stopShape(told),
    ...icebergShape(told),
    ...conditionalShape(told),
    workingTime: told.order.workingSince ?? -1,
    selfTradePreventionMode: SELF_TRADE_WORDS[told.order.selfTradePrevention],
  };
}

/** The same with its trades. `decimalsOf` tells how an asset is written. */
export function fullShape(
  told: ToldOrder,
  fills: readonly ExchangeFill[],
  decimalsOf: (asset: string) => number,
) {
  return { ...resultShape(told), fills: fills.map((fill) => fillShape(fill, told.grid, decimalsOf)) };
}

/** An order that was taken back: `cancelId` names that. */
export function cancelShape(told: ToldOrder, cancelId: string) {
  const { symbol, clientOrderId, orderId, listId, updatedAt } = told.order;
  return {
    symbol,
    origClientOrderId: clientOrderId,
    orderId,
    orderListId: listId ?? -1,
    clientOrderId: cancelId,
    transactTime: updatedAt,
    ...standing(told),
    ...stopShape(told),
    ...icebergShape(told),
    ...conditionalShape(told),
    selfTradePreventionMode: SELF_TRADE_WORDS[told.order.selfTradePrevention],
  };
}

/** An order that was made smaller; some of its fields have other names here. */
export function amendedShape(told: ToldOrder, previousClientOrderId: string) {
  const { order, grid } = told;
  return {
    symbol: order.symbol,
    orderId: order.orderId,
    orderListId: order.listId ?? -1,
    origClientOrderId: previousClientOrderId,
    clientOrderId: order.clientOrderId,
    price: priceText(order.price, grid),
    qty: quantityText(order.quantity, grid),
    executedQty: quantityText(order.executed, grid),
    preventedQty: quantityText(order.prevented, grid),
    quoteOrderQty: amountText(order.quoteQuantity ?? ZERO, grid.quote),
    cumulativeQuoteQty: amountText(order.executedQuote, grid.quote),
    status: STATUS_WORDS[order.status],
    timeInForce: TIME_IN_FORCE_WORDS[order.timeInForce],
    type: TYPE_WORDS[order.type],
    side: SIDE_WORDS[order.side],
    ...stopShape(told),
    ...icebergShape(told),
    ...conditionalShape(told),
    ...(order.workingSince === null ? {} : { workingTime: order.workingSince }),
    selfTradePreventionMode: SELF_TRADE_WORDS[order.selfTradePrevention],
  };
}

/** An order that somebody asks for. */
export function queryShape(told: ToldOrder) {
  const { order, grid } = told;
  return {
    symbol: order.symbol,
    orderId: order.orderId,
    orderListId: order.listId ?? -1,
    clientOrderId: order.clientOrderId,
    ...sizeShape(told),
    ...outcomeShape(told),
    stopPrice: priceText(order.stopPrice ?? NO_PRICE, grid),
    icebergQty: quantityText(order.icebergQuantity ?? NO_QUANTITY, grid),
    time: order.createdAt,
    updateTime: order.updatedAt,
    isWorking: order.isWorking,
    workingTime: order.workingSince ?? -1,
    ...quoteAskedShape(told),
    ...conditionalShape(told),
    selfTradePreventionMode: SELF_TRADE_WORDS[order.selfTradePrevention],
  };
}

const NO_PRICE = price(0);
const NO_QUANTITY = quantity(0);

/** What every answer about an order that was sent has in common. */
function standing(told: ToldOrder) {
  return { ...sizeShape(told), ...quoteAskedShape(told), ...outcomeShape(told) };
}

/** What it asks for, and what of it was traded. */
function sizeShape({ order, grid }: ToldOrder) {
  return {
    price: priceText(order.price, grid),
    ...quantityShape(order, grid),
    executedQty: quantityText(order.executed, grid),
  };
}

/** The amount of the quote asset that was asked for. */
function quoteAskedShape({ order, grid }: ToldOrder) {
  return { origQuoteOrderQty: amountText(order.quoteQuantity ?? ZERO, grid.quote) };
}

/** What was paid for it, and what it is. */
function outcomeShape({ order, grid }: ToldOrder) {
  return {
    cummulativeQuoteQty: amountText(order.executedQuote, grid.quote),
    status: STATUS_WORDS[order.status],
    timeInForce: TIME_IN_FORCE_WORDS[order.timeInForce],
    type: TYPE_WORDS[order.type],
    side: SIDE_WORDS[order.side],
  };
}

/** What an order will sell that is paid by another is not known before that one is filled. */
function quantityShape({ quantity, status }: ExchangeOrder, grid: SymbolGrid) {
  return status === 'pendingNew' && quantity === 0 ? {} : { origQty: quantityText(quantity, grid) };
}

function stopShape({ order, grid }: ToldOrder) {
  return order.stopPrice === null ? {} : { stopPrice: priceText(order.stopPrice, grid) };
}

function icebergShape({ order, grid }: ToldOrder) {
  return order.icebergQuantity === null ? {} : { icebergQty: quantityText(order.icebergQuantity, grid) };
}

/** What is only said of some orders. */
function conditionalShape({ order, grid, prevented }: ToldOrder) {
  const { trailing, strategyId, strategyType, expiryReason } = order;
  return {
    ...(trailing === null
      ? {}
      : { trailingDelta: trailing.deltaBips, trailingTime: trailing.activeSince ?? -1 }),
    ...(strategyId === null ? {} : { strategyId }),
    ...(strategyType === null ? {} : { strategyType }),
    ...(prevented === null ? {} : { preventedMatchId: prevented.preventedMatchId }),
    ...(order.prevented === 0 ? {} : { preventedQuantity: quantityText(order.prevented, grid) }),
    ...(expiryReason === null ? {} : { expiryReason: EXPIRY_WORDS[expiryReason] }),
  };
}

function fillShape(fill: ExchangeFill, grid: SymbolGrid, decimalsOf: (asset: string) => number) {
  return {
    price: priceText(fill.price, grid),
    qty: quantityText(fill.quantity, grid),
    commission: fixedText(fill.commission, decimalsOf(fill.commissionAsset)),
    commissionAsset: fill.commissionAsset,
    tradeId: fill.tradeId,
  };
}
