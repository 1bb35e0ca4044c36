import { amount, price, quantity, ZERO } from '@org/domain';
import type { ExchangeOrder, OrderReport, PreventedMatch, SymbolGrid } from '@org/simulator';
import {
  EXPIRY_WORDS,
  SELF_TRADE_WORDS,
  SIDE_WORDS,
  STATUS_WORDS,
  TIME_IN_FORCE_WORDS,
  TYPE_WORDS,
} from '../orders/order-words.ts';
import type { ToldOrder } from '../orders/order-shape.ts';
import { decimalsOf, told } from '../orders/told-order.ts';
import { amountText, fixedText, priceText, quantityText } from '../wire/decimal-text.ts';
import type { World } from '../world/world.ts';

const EXECUTION_WORDS: Readonly<Record<OrderReport['execution'], string>> = {
  new: 'NEW',
  cancelled: 'CANCELED',
  replaced: 'REPLACED',
  rejected: 'REJECTED',
  trade: 'TRADE',
  expired: 'EXPIRED',
  tradePrevention: 'TRADE_PREVENTION',
};

const NO_PRICE = price(0);
const NO_QUANTITY = quantity(0);

/** What an account is told of its order, field by field in the order of the exchange's documents. */
export function executionReport(report: OrderReport, world: World): object {
  const { order, time, executionId, execution } = report;
  const toldOrder = told(world, order);
  const { grid } = toldOrder;
  const { name, otherName } = names(report);
  const trade = lastTrade(report, grid, world);
  return {
    e: 'executionReport',
    E: time,
    s: order.symbol,
    c: name,
    S: SIDE_WORDS[order.side],
    o: TYPE_WORDS[order.type],
    f: TIME_IN_FORCE_WORDS[order.timeInForce],
    q: quantityText(order.quantity, grid),
    p: priceText(order.price, grid),
    P: priceText(order.stopPrice ?? NO_PRICE, grid),
    ...(order.trailing === null ? {} : { d: order.trailing.deltaBips }),
    F: quantityText(order.icebergQuantity ?? NO_QUANTITY, grid),
    g: order.listId ?? -1,
    C: otherName,
    x: EXECUTION_WORDS[execution],
    X: STATUS_WORDS[order.status],
    r: 'NONE',
    i: order.orderId,
    l: trade.quantity,
    z: quantityText(order.executed, grid),
    L: trade.price,
    n: trade.fee,
    N: trade.feeAsset,
    T: time,
    t: trade.tradeId,
    ...preventedTrade(report, toldOrder, world),
    I: executionId,
    w: order.isWorking && (order.status === 'new' || order.status === 'partiallyFilled'),
    m: trade.isMaker,
    M: false,
    O: order.createdAt,
    Z: amountText(order.executedQuote, grid.quote),
    Y: trade.quote,
    Q: amountText(order.quoteQuantity ?? ZERO, grid.quote),
    ...conditional(order),
    V: SELF_TRADE_WORDS[order.selfTradePrevention],
    ...(order.expiryReason === null ? {} : { eR: EXPIRY_WORDS[order.expiryReason] }),
  };
}

/** The name is the order's, or that of the request that has ended it; the other is then the order's, or its former one. */
function names({ execution, order, otherClientId }: OrderReport) {
  const { clientOrderId } = order;
  if (otherClientId === null) return { name: clientOrderId, otherName: '' };
  return execution === 'cancelled'
    ? { name: otherClientId, otherName: clientOrderId }
    : { name: clientOrderId, otherName: otherClientId };
}

function lastTrade({ fill }: OrderReport, grid: SymbolGrid, world: World) {
  if (fill === null) {
    return {
      quantity: quantityText(NO_QUANTITY, grid),
      price: priceText(NO_PRICE, grid),
      fee: '0',
      feeAsset: null,
      tradeId: -1,
      isMaker: false,
      quote: amountText(ZERO, grid.quote),
    };
  }
  return {
    quantity: quantityText(fill.quantity, grid),
    price: priceText(fill.price, grid),
    fee: fixedText(fill.commission, decimalsOf(world)(fill.commissionAsset)),
    feeAsset: fill.commissionAsset,
    tradeId: fill.tradeId,
    isMaker: fill.isMaker,
    quote: amountText(fill.quoteQuantity, grid.quote),
  };
}

/** What is only said of some orders. */
function conditional({ trailing, strategyId, strategyType, workingSince }: ExchangeOrder) {
  return {
    ...(trailing === null || trailing.activeSince === null ? {} : { D: trailing.activeSince }),
    ...(strategyId === null ? {} : { j: strategyId }),
    ...(strategyType === null ? {} : { J: strategyType }),
    ...(workingSince === null ? {} : { W: workingSince }),
  };
}

function preventedTrade({ order, prevented }: OrderReport, toldOrder: ToldOrder, { exchange }: World) {
  const { grid } = toldOrder;
  const match = prevented ?? (order.status === 'expiredInMatch' ? toldOrder.prevented : null);
  if (match === null) return {};
  const isTaker = match.takerOrderId === order.orderId;
  const size = preventedSize(match);
  return {
    v: match.preventedMatchId,
    A: quantityText(order.prevented, grid),
    B: quantityText(isTaker ? match.takerPrevented : match.makerPrevented, grid),
    u: exchange.account(order.accountId)?.tradeGroupId ?? -1,
    U: isTaker ? match.makerOrderId : match.takerOrderId,
    Cs: order.symbol,
    pl: quantityText(size, grid),
    pL: priceText(match.price, grid),
    pY: amountText(amount(worth(match.price, size, grid)), grid.quote),
  };
}

/** How much would have been traded: as much as both had, or where one alone was touched, what it had. */
function preventedSize({ takerPrevented, makerPrevented }: PreventedMatch) {
  if (takerPrevented === 0 || makerPrevented === 0) return quantity(takerPrevented + makerPrevented);
  return quantity(Math.min(takerPrevented, makerPrevented));
}

function worth(ticks: number, lots: number, { tickLot }: SymbolGrid): bigint {
  return (BigInt(ticks) * BigInt(lots) * tickLot.numerator) / tickLot.denominator;
}
