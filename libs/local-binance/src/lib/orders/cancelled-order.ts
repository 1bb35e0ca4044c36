import type { Cancelled, CancelOutcome, ListCancelled } from '@org/simulator';
import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { CANCELLING, refusalError } from '../errors/refusals.ts';
import { listShape } from '../order-lists/list-shape.ts';
import type { World } from '../world/world.ts';
import { cancelShape } from './order-shape.ts';
import { told } from './told-order.ts';

/** What became of a request to take something back; `cancelId` names the request. */
export function cancelledOrder(
  world: World,
  outcome: CancelOutcome,
  cancelId: string,
): Answer | BinanceError {
  return outcome.kind === 'refused'
    ? refusalError(outcome.refusal, CANCELLING)
    : answer(cancelledShape(world, outcome, cancelId));
}

/** An order, or the list that went with it. */
export function cancelledShape(world: World, outcome: Cancelled | ListCancelled, cancelId: string) {
  if (outcome.kind === 'cancelled') return cancelShape(told(world, outcome.order), cancelId);
  return {
    ...listShape(outcome.list),
    orderReports: outcome.orders.map((order) => cancelShape(told(world, order), cancelId)),
  };
}
