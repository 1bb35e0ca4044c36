import type { z } from 'zod';
import type {
  AggregateTradeMessage,
  DifferenceMessage,
  SnapshotMessage,
  TradeMessage,
} from './message-schema.ts';
import {
  aggregateTradeSchema,
  combinedSchema,
  differenceSchema,
  snapshotSchema,
  tradeSchema,
} from './message-schema.ts';

/** A message that a recording is made of. */
export type CaptureMessage =
  | { readonly kind: 'difference'; readonly message: DifferenceMessage }
  | { readonly kind: 'trade'; readonly message: TradeMessage }
  | { readonly kind: 'aggregateTrade'; readonly message: AggregateTradeMessage }
  | { readonly kind: 'snapshot'; readonly message: SnapshotMessage };

export type ReadMessage =
  | CaptureMessage
  /** One of the exchange's that a recording does not need. */
  | { readonly kind: 'other' }
  | { readonly kind: 'bad'; readonly what: string };

/** Tells what a message of the exchange is, of a raw stream, of a combined one, or of REST. */
export function readMessage(json: unknown): ReadMessage {
  const combined = combinedSchema.safeParse(json);
  const message = combined.success ? combined.data.data : json;
  const event = fieldOf(message, 'e');
  switch (event) {
    case 'depthUpdate':
      return checked(differenceSchema, message, event, (value) => ({ kind: 'difference', message: value }));
    case 'trade':
      return checked(tradeSchema, message, event, (value) => ({ kind: 'trade', message: value }));
    case 'aggTrade':
      return checked(aggregateTradeSchema, message, event, (value) => ({
        kind: 'aggregateTrade',
        message: value,
      }));
    case undefined:
      if (combined.success || fieldOf(message, 'lastUpdateId') === undefined) return { kind: 'other' };
      return checked(snapshotSchema, message, 'depth', (value) => ({ kind: 'snapshot', message: value }));
    default:
      return { kind: 'other' };
  }
}

function checked<Value>(
  schema: z.ZodType<Value>,
  message: unknown,
  name: string,
  wrap: (value: Value) => CaptureMessage,
): ReadMessage {
  const read = schema.safeParse(message);
  if (read.success) return wrap(read.data);
  const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
  return { kind: 'bad', what: `${path} of a ${name} is not as the exchange writes it` };
}

function fieldOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  const entry: unknown = Object.getOwnPropertyDescriptor(json, name)?.value;
  return entry;
}
