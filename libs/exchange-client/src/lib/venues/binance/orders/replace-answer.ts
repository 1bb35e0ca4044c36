import type { CancelAnswer, OrderInDoubt, OrderWasRefused, PlaceAnswer, SpotInstrument } from '@org/domain';
import { z } from 'zod';
import type { RestOutcome } from '../rest/rest-outcome.ts';
import { isInDoubt } from '../rest/rest-outcome.ts';
import { acceptedOrder, refusedOrUnknown, unreadable } from './order-answers.ts';
import { cancelledOrder } from './cancelled-order.ts';
import { orderSchema } from './order-schema.ts';
import { venueOrder } from './venue-order.ts';

/** What became of a replacement: of the old order, and of the new one. Each half can fail alone. */
export interface ReplaceAnswer {
  readonly cancel: CancelAnswer;
  readonly place: PlaceAnswer | { readonly kind: 'notAttempted' };
}

const result = z.enum(['SUCCESS', 'FAILURE', 'NOT_ATTEMPTED']);
const halvesSchema = z.object({
  cancelResult: result,
  newOrderResult: result,
  cancelResponse: z.unknown(),
  newOrderResponse: z.unknown(),
});
const errorSchema = z.object({ code: z.int(), msg: z.string() });

/**
 * Reads both halves, from the answer where both went well and from the `data` of the error where one did not. A refusal
 * without `data` came before anything was done, and an unknown outcome is one of both halves.
 */
export function replaceAnswer(
  outcome: RestOutcome,
  instrument: SpotInstrument,
  oldClientOrderId: string,
): ReplaceAnswer {
  const told = halvesIn(outcome);
  const halves = halvesSchema.safeParse(told).data;
  if (halves === undefined) {
    // What was told about the halves and cannot be read may be that one of them was done.
    const isUntold = (told ?? null) === null && outcome.kind !== 'answer';
    const both = isUntold ? refusedOrUnknown(outcome) : unreadable();
    return { cancel: both, place: both };
  }
  return {
    cancel:
      halves.cancelResult === 'SUCCESS'
        ? cancelled(halves.cancelResponse, instrument, oldClientOrderId)
        : failure(halves.cancelResponse),
    place: placed(halves, instrument),
  };
}

function halvesIn(outcome: RestOutcome): unknown {
  switch (outcome.kind) {
    case 'answer':
      return outcome.body;
    case 'refusal':
      return outcome.data;
    case 'unknown':
    case 'notSent':
      return undefined;
  }
}

function cancelled(body: unknown, instrument: SpotInstrument, clientOrderId: string): CancelAnswer {
  const told = cancelledOrder(body, clientOrderId);
  const order = told === undefined ? undefined : venueOrder(told, instrument);
  return order === undefined ? unreadable() : { kind: 'cancelled', order };
}

function placed(
  { newOrderResult, newOrderResponse }: z.infer<typeof halvesSchema>,
  instrument: SpotInstrument,
): ReplaceAnswer['place'] {
  switch (newOrderResult) {
    case 'SUCCESS':
      return acceptedOrder(orderSchema.safeParse(newOrderResponse).data, instrument);
    case 'FAILURE':
      return failure(newOrderResponse);
    case 'NOT_ATTEMPTED':
      return { kind: 'notAttempted' };
  }
}

/** A half that has failed has a code of its own, and that may say that nobody knows. */
function failure(body: unknown): OrderWasRefused | OrderInDoubt {
  const error = errorSchema.safeParse(body).data;
  if (error === undefined) return unreadable();
  return isInDoubt(error.code)
    ? { kind: 'unknown', reason: error.msg }
    : { kind: 'rejected', code: error.code, reason: error.msg };
}
