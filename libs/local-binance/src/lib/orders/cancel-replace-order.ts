import type { CancelReplaceRequest, CancelRequest, PlaceRequest } from '@org/simulator';
import { costsIfRefused } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { Answer, Caller } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { PLACING, refusalError } from '../errors/refusals.ts';
import { wholeNumber } from '../parameters/integers.ts';
import type { Parameters } from '../parameters/parameter.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { oneOf } from '../parameters/words.ts';
import type { World } from '../world/world.ts';
import { cancelRestrictions } from './cancel-order.ts';
import { cancelledOrder } from './cancelled-order.ts';
import { cancelReplaced } from './cancel-replaced.ts';
import { clientOrderId, newClientOrderId } from './client-order-id.ts';
import { NEW_ORDER, placeRequest, refusedOrder } from './new-order.ts';
import { neither } from './order-terms.ts';
import { placedOrder } from './placed-order.ts';
import { gridOf } from './told-order.ts';

const PARAMETERS = {
  ...NEW_ORDER,
  cancelReplaceMode: required(oneOf(['STOP_ON_FAILURE', 'ALLOW_FAILURE'])),
  cancelNewClientOrderId: optional(clientOrderId),
  cancelOrigClientOrderId: optional(clientOrderId),
  cancelOrderId: optional(wholeNumber),
  cancelRestrictions: optional(cancelRestrictions),
  orderRateLimitExceededMode: defaulted(oneOf(['DO_NOTHING', 'CANCEL_ONLY']), 'DO_NOTHING'),
};

interface Call extends Caller {
  readonly world: World;
  readonly parameters: Parameters<typeof PARAMETERS>;
}

/** Takes an order back and places another. What is wrong with the new one is found out before the old one is gone. */
export const cancelReplaceOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/order/cancelReplace' },
  socketMethod: 'order.cancelReplace',
  security: 'trade',
  parameters: PARAMETERS,
  weigh: costsIfRefused(1),
  ordersPlaced: () => 1,
  handle: (call) => {
    const { world, parameters, account } = call;
    const { symbol, cancelOrderId, cancelOrigClientOrderId } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    if (world.exchange.rules(symbol)?.features.includes('cancelReplace') === false) {
      return refusalError({ reason: 'featureNotAllowed' }, { ...PLACING, feature: 'cancelReplace' });
    }
    if (cancelOrderId === null && cancelOrigClientOrderId === null) {
      return neither('cancelOrigClientOrderId', 'cancelOrderId');
    }
    const place = placeRequest(parameters, call);
    if (isBinanceError(place)) return place;
    const cancel: CancelRequest = {
      accountId: account.accountId,
      symbol,
      orderId: cancelOrderId,
      clientOrderId: cancelOrigClientOrderId,
      cancelId: parameters.cancelNewClientOrderId ?? newClientOrderId(),
      only: parameters.cancelRestrictions,
    };
    const mode = parameters.cancelReplaceMode === 'STOP_ON_FAILURE' ? 'stopOnFailure' : 'allowFailure';
    return filteredOut(world, place) ?? withinOrderCount(call, { cancel, place, mode });
  },
});

function filteredOut({ exchange, marketTime }: World, place: PlaceRequest): BinanceError | null {
  const outcome = exchange.test(place, marketTime.now());
  if (outcome.kind !== 'refused' || outcome.refusal.reason !== 'filter') return null;
  return refusalError(outcome.refusal, refusedOrder(place));
}

/** Counts one order, even where it comes to nothing. */
function withinOrderCount(call: Call, request: CancelReplaceRequest): Answer | BinanceError {
  const { world, account, parameters } = call;
  const now = world.protocolTime.now();
  const exceeded = world.orderCounts.exceeded(account.accountId, 1, now);
  if (exceeded === null) {
    world.orderCounts.add(account.accountId, 1, now);
    return replaced(call, request);
  }
  return parameters.orderRateLimitExceededMode === 'CANCEL_ONLY'
    ? cancelledOnly(call, request, exceeded)
    : exceeded;
}

function replaced({ world, parameters }: Call, request: CancelReplaceRequest): Answer | BinanceError {
  const { cancel, place } = world.exchange.cancelReplace(request, world.marketTime.now());
  return cancelReplaced(
    cancelledOrder(world, cancel, request.cancel.cancelId),
    place === null ? null : placedOrder(world, place, request.place, parameters),
  );
}

/** The new order is one too many: its place is not taken, whatever becomes of the old one. */
function cancelledOnly(
  { world }: Call,
  { cancel, mode }: CancelReplaceRequest,
  exceeded: BinanceError,
): Answer | BinanceError {
  const outcome = world.exchange.cancel(cancel, world.marketTime.now());
  const cancelled = cancelledOrder(world, outcome, cancel.cancelId);
  const isAttempted = mode === 'allowFailure' || !isBinanceError(cancelled);
  const half = cancelReplaced(cancelled, isAttempted ? exceeded : null);
  return mode === 'stopOnFailure' && isBinanceError(half) ? { ...half, status: 429 } : half;
}
