import type { Placed, PlaceOutcome, PlaceRequest } from '@org/simulator';
import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { refusalError } from '../errors/refusals.ts';
import type { World } from '../world/world.ts';
import type { NewOrder } from './new-order.ts';
import { refusedOrder } from './new-order.ts';
import { ackShape, fullShape, resultShape } from './order-shape.ts';
import { decimalsOf, told } from './told-order.ts';

export type ResponseType = 'ACK' | 'RESULT' | 'FULL';

/** What became of a request to place an order, at the length that was asked for. */
export function placedOrder(
  world: World,
  outcome: PlaceOutcome,
  request: PlaceRequest,
  { type, newOrderRespType }: Pick<NewOrder, 'type' | 'newOrderRespType'>,
): Answer | BinanceError {
  if (outcome.kind === 'refused') return refusalError(outcome.refusal, refusedOrder(request));
  const isToldInFull = type === 'market' || type === 'limit';
  return answer(placedShape(world, outcome, newOrderRespType ?? (isToldInFull ? 'FULL' : 'ACK')));
}

function placedShape(world: World, { order, fills }: Placed, length: ResponseType) {
  switch (length) {
    case 'ACK':
      return ackShape(told(world, order));
    case 'RESULT':
      return resultShape(told(world, order));
    case 'FULL':
      return fullShape(told(world, order), fills, decimalsOf(world));
  }
}
