import type { OrderInDoubt, OrderIsThere, OrderWasRefused, SpotInstrument } from '@org/domain';
import { explained } from '../rest/advice.ts';
import type { RestOutcome } from '../rest/rest-outcome.ts';
import type { FilterRefusal } from './check-order.ts';
import type { WireOrder } from './order-schema.ts';
import { venueOrder } from './venue-order.ts';

/** An order that the exchange has told, if its report could be read. */
export function acceptedOrder(
  told: WireOrder | undefined,
  instrument: SpotInstrument,
): OrderIsThere | OrderInDoubt {
  const order = told === undefined ? undefined : venueOrder(told, instrument);
  // It was taken, and only the report cannot be read: asking again may tell more.
  return order === undefined ? unreadable() : { kind: 'accepted', order };
}

export function refusedOrUnknown(
  outcome: Exclude<RestOutcome, { readonly kind: 'answer' }>,
): OrderWasRefused | OrderInDoubt {
  switch (outcome.kind) {
    case 'refusal':
      return { kind: 'rejected', code: outcome.code, reason: explained(outcome) };
    case 'notSent':
      return refusedHere(explained(outcome));
    case 'unknown':
      return { kind: 'unknown', reason: explained(outcome) };
  }
}

/** It never left. */
export function refusedHere(reason: string): OrderWasRefused {
  return { kind: 'rejected', code: null, reason };
}

export function filterReason({ filter, found, allowed }: FilterRefusal): string {
  return `${filter}: found ${found}, allowed: ${allowed}`;
}

export function unreadable(): OrderInDoubt {
  return { kind: 'unknown', reason: 'the exchange has answered in a form that cannot be read' };
}
