import type { PlaceRequest } from '@org/simulator';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { countingOrders } from './count-orders.ts';
import type { NewOrder } from './new-order.ts';
import { placedOrder } from './placed-order.ts';
import type { Trader } from './trader.ts';

/** Places one order where the limit on unfilled orders has room for it, and tells what became of it. */
export function placeCounted(
  trader: Trader,
  request: PlaceRequest,
  wanted: Pick<NewOrder, 'type' | 'newOrderRespType'>,
): Answer | BinanceError {
  const { world } = trader;
  return countingOrders(trader, 1, () => {
    const outcome = world.exchange.place(request, world.marketTime.now());
    return placedOrder(world, outcome, request, wanted);
  });
}
