import type { ExchangeOrder, OrderName } from '@org/simulator';
import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { wholeNumber } from '../parameters/integers.ts';
import { optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import type { World } from '../world/world.ts';
import { clientOrderId } from './client-order-id.ts';
import { queryShape } from './order-shape.ts';
import { neither } from './order-terms.ts';
import { gridOf, told } from './told-order.ts';

export const queryOrder = defineSigned({
  rest: { method: 'GET', path: '/api/v3/order' },
  socketMethod: 'order.status',
  security: 'userData',
  parameters: {
    symbol: required(symbolName),
    orderId: optional(wholeNumber),
    origClientOrderId: optional(clientOrderId),
  },
  weigh: costs(4),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { symbol, orderId, origClientOrderId }, account: { accountId } }) => {
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    if (orderId === null && origClientOrderId === null) return neither('origClientOrderId', 'orderId');
    const order = findOrder(world, { accountId, symbol, orderId, clientOrderId: origClientOrderId });
    if (isBinanceError(order)) return order;
    return isArchived(order, world.marketTime.now())
      ? binanceError(
          -2026,
          'Order was canceled or expired with no executed qty over 90 days ago and has been archived.',
        )
      : answer(queryShape(told(world, order)));
  },
});

const ARCHIVED_AFTER_MS = 90 * 86_400_000;

/** What came to nothing is put away some day. */
function isArchived({ status, executed, updatedAt }: ExchangeOrder, nowMs: number): boolean {
  const isOver = status === 'cancelled' || status === 'expired' || status === 'expiredInMatch';
  return isOver && executed === 0 && nowMs - updatedAt > ARCHIVED_AFTER_MS;
}

/** An order, open or closed. An id goes before a name, which must then fit. */
function findOrder(world: World, name: OrderName): ExchangeOrder | BinanceError {
  const { orderId, clientOrderId } = name;
  const order = orderId === null ? named(world, name) : named(world, { ...name, clientOrderId: null });
  if (order === undefined) return binanceError(-2013, 'Order does not exist.');
  if (clientOrderId === null || order.clientOrderId === clientOrderId) return order;
  return binanceError(-2039, 'Client order ID is not correct for this order ID.');
}

function named({ exchange, records }: World, name: OrderName): ExchangeOrder | undefined {
  return exchange.order(name) ?? records.accounts.order(name);
}
