import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { Trader } from './trader.ts';

/** Places `orders` where the limit on unfilled orders has room for them; what is refused does not count. */
export function countingOrders(
  { world, account }: Trader,
  orders: number,
  place: () => Answer | BinanceError,
): Answer | BinanceError {
  const { orderCounts, protocolTime } = world;
  const { accountId } = account;
  const exceeded = orderCounts.exceeded(accountId, orders, protocolTime.now());
  if (exceeded !== null) return exceeded;
  // Counted before it is placed: what trades at once is taken off while it is.
  orderCounts.add(accountId, orders, protocolTime.now());
  const placed = place();
  if (isBinanceError(placed)) orderCounts.subtract(accountId, orders, protocolTime.now());
  return placed;
}
