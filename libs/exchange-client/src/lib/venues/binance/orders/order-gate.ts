import type { OrderPurpose, OrderRequest, OrderWasRefused } from '@org/domain';
import type { BinanceMarket } from '../instruments/binance-market.ts';
import { checkOrder } from './check-order.ts';
import { filterReason, refusedHere } from './order-answers.ts';
import type { OrderSurroundings } from './order-surroundings.ts';

/** An order before it is sent. */
export interface OrderAtGate {
  /** When it was counted in ticks and lots, ms UTC. */
  readonly time: number;
  readonly purpose: OrderPurpose;
  readonly request: OrderRequest;
}

/**
 * What is known to be refused is not sent: null for what may go. What protects goes to a market that we believe closed
 * all the same, for it may have opened since; only the exchange can tell.
 */
export function refusedAtGate(
  { time, purpose, request }: OrderAtGate,
  market: BinanceMarket,
  surroundings: OrderSurroundings,
): OrderWasRefused | null {
  if (time < market.stepsSinceMs) return refusedHere('it was counted before the steps of its market changed');
  if (purpose === 'entry' && market.status !== 'trading')
    return refusedHere(`the market takes no orders: it is ${market.status}`);
  const refusal = checkOrder(request, market, surroundings);
  return refusal === null ? null : refusedHere(filterReason(refusal));
}
