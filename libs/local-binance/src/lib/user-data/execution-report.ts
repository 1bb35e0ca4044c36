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

/** What an account is told of its order. */
export function executionReport(report: OrderReport, world: World): object {
  const { order, time, executionId, execution } = report;
  const toldOrder = told(world, order);
  const { grid } = toldOrder;
  return {
    e: 'executionReport',
    E: time,
    s: order.symbol,
    ...names(report),
    S: SIDE_WORDS[order.side],
    o: TYPE_WORDS[order.type],
    f: TIME_IN_FORCE_WORDS[order.timeInForce],
    q: quantityText(order.quantity, grid),
    p: priceText(order.price, grid),
    P: priceText(order.stopPrice ?? NO_PRICE, grid),
    F: quantityText(order.icebergQuantity ?? NO_QUANTITY, grid),
    g: order.listId ?? -1,
    x: EXECUTION_WORDS[execution],
    X: STATUS_WORDS[order.status],
    r: 'NONE',
    i: order.orderId,
    z: quantityText(order.executed, grid),
    ...lastTrade(report, grid, world),
    T: time,
    I: executionId,
    w: order.isWorking && (order.status === 'new' || order.status === 'partiallyFilled'),
    M: false,
    O: order.createdAt,
    Z: amountText(order.executedQuote, grid.quote),
    Q: amountText(order.quoteQuantity ?? ZERO, grid.quote),
    V: SELF_TRADE_WORDS[order.selfTradePrevention],
    ...conditional(order),
    ...preventedTrade(report, toldOrder, world),
  };
}

/** `c` is the order's name, or that of the request that has ended it; `C` is then the order's, or its former one. */
function names({ execution, order, otherClientId }: OrderReport) {
  const { clientOrderId } = order;
  if (otherClientId === null) return { c: clientOrderId, C: '' };
  return execution === 'cancelled'
    ? { c: otherClientId, C: clientOrderId }
    : { c: clientOrderId, C: otherClientId };
}

function lastTrade({ fill }: OrderReport, grid: SymbolGrid, world: World) {
  if (fill === null) {
    return {
      l: quantityText(NO_QUANTITY, grid),
      L: priceText(NO_PRICE, grid),
      n: '0',
      N: null,
      t: -1,
      m: false,
      Y: amountText(ZERO, grid.quote),
    };
  }
  return {
    l: quantityText(fill.quantity, grid),
    L: priceText(fill.price, grid),
    n: fixedText(fill.commission, decimalsOf(world)(fill.commissionAsset)),
    N: fill.commissionAsset,
    t: fill.tradeId,
    m: fill.isMaker,
    Y: amountText(fill.quoteQuantity, grid.quote),
  };
}

/** What is only said of some orders. */
function conditional({ trailing, strategyId, strategyType, workingSince, expiryReason }: ExchangeOrder) {
  return {
    ...(trailing === null ? {} : { d: trailing.deltaBips }),
    ...(trailing === null || trailing.activeSince === null ? {} : { D: trailing.activeSince }),
    ...(strategyId === null ? {} : { j: strategyId }),
    ...(strategyType === null ? {} : { J: strategyType }),
    ...(workingSince === null ? {} : { W: workingSince }),
    ...(expiryReason === null ? {} : { eR: EXPIRY_WORDS[expiryReason] }),
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
