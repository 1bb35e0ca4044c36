import { z } from 'zod';
import { executionRuleSchema } from '../symbols/execution-rules-json.ts';
import { filterSchema } from '../symbols/filter-schema.ts';
import { calculationSchema } from '../symbols/reference-price-json.ts';
import { SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';

const ms = z.number().min(0).max(86_400_000);
const text = z.string().min(1);

/** Which of the things that fit are struck, and for how long the fault stands. */
const timing = {
  /** How many are struck; then the fault is over. All of them where it is not given. */
  times: z.int().min(1).optional(),
  /** How many that fit go by before the first is struck. */
  skip: z.int().min(0).optional(),
  /** The chance of each, drawn from `seed`. */
  probability: z.number().gt(0).max(1).optional(),
  seed: z.union([z.number(), z.string()]).optional(),
  /** How long it stands, in protocol time. */
  forMs: ms.optional(),
};

/** Only how long it stands: it is either there or not. */
const standing = { forMs: timing.forMs };

const requestMatch = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  path: text.optional(),
  /** Of the WebSocket API. */
  socketMethod: text.optional(),
  /** What its parameters are, by their names on the wire: `{ symbol: 'BTCUSDT' }`. */
  parameters: z.record(z.string(), z.string()).optional(),
});

const eventMatch = z.strictObject({
  stream: text.optional(),
  account: text.optional(),
  /** What the fields of an account's event are: `{ e: 'executionReport', x: 'TRADE' }`. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** An answer in place of the exchange's own. */
const otherAnswer = z.strictObject({
  status: z.int().min(200).max(599),
  /** As it is sent: an object or a list as JSON, text as it stands. */
  body: z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  headers: z.record(z.string(), z.string()).optional(),
});

const requestFault = z.strictObject({
  kind: z.literal('request'),
  match: requestMatch.default({}),
  ...timing,
  /** Before the exchange gets it, and before the answer leaves. */
  delayBeforeMs: ms.default(0),
  delayAfterMs: ms.default(0),
  /** Whether the exchange does it. A request that it does and whose answer is dropped is in doubt for the client. */
  isDone: z.boolean().default(true),
  /** How long after its answer has left the exchange does it. Its own answer can then not be had: none comes. */
  doneLaterMs: ms.optional(),
  answer: z.union([z.literal('own'), z.literal('drop'), otherAnswer]).default('own'),
});

const eventFault = z.strictObject({
  kind: z.literal('event'),
  match: eventMatch.default({}),
  ...timing,
  /** `swap` lets the next one that fits go first; `garble` leaves half of a stream's message. */
  what: z.enum(['drop', 'duplicate', 'delay', 'swap', 'garble']),
  delayMs: ms.default(0),
});

const connectionFault = z.strictObject({
  kind: z.literal('connection'),
  /** `stall` answers pings and says nothing else, `freeze` says nothing at all; both end with the fault. */
  what: z.enum(['stall', 'freeze', 'cut', 'shutdown', 'endUserData']),
  match: z
    .strictObject({ of: z.enum(['streams', 'socketApi']).optional(), stream: text.optional() })
    .default({}),
  ...standing,
});

const refusalFault = z.strictObject({
  kind: z.literal('refuseConnections'),
  path: text.optional(),
  status: z.int().min(400).max(599).default(503),
  ...timing,
});

const clockFault = z.strictObject({
  kind: z.literal('clock'),
  /** How far the exchange's clock is put ahead. */
  aheadMs: z.number().min(-86_400_000).max(86_400_000),
  ...standing,
});

const symbolFault = z.strictObject({
  kind: z.literal('symbol'),
  symbol: text,
  status: z.enum(SYMBOL_STATUS_WORDS).optional(),
  /** Filters as in `exchangeInfo`: each takes the place of the one of its type. */
  filters: z.array(filterSchema).optional(),
  /** As in `executionRules`, in place of the one that is there. */
  executionRules: z.array(executionRuleSchema).max(1).optional(),
  /** As in `referencePrice/calculation`; one from outside with its `referencePrice`. */
  referencePrice: calculationSchema.optional(),
  /** Whether every open order is ended, as maintenance does. */
  isExpiringOrders: z.boolean().default(false),
  ...standing,
});

const feeFault = z.strictObject({
  kind: z.literal('feeAsset'),
  account: text,
  /** Whether fees are paid in the discount asset. */
  isDiscounted: z.boolean(),
  ...standing,
});

const limitFault = z.strictObject({
  kind: z.literal('limits'),
  /** What is left of every limit on requests, as a fraction. */
  fraction: z.number().gt(0).max(1),
  ...standing,
});

const banFault = z.strictObject({
  kind: z.literal('ban'),
  address: text.default('127.0.0.1'),
  forMs: ms,
});

/** Everything that can be made to go wrong. */
export const faultSchema = z.discriminatedUnion('kind', [
  requestFault,
  eventFault,
  connectionFault,
  refusalFault,
  clockFault,
  symbolFault,
  feeFault,
  limitFault,
  banFault,
]);

/** A fault as it is asked for. */
export type FaultRequest = z.input<typeof faultSchema>;
/** A fault, its defaults filled in. */
export type Fault = z.output<typeof faultSchema>;

export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind }>;

/** Faults that wait for something to strike. */
export type StrikingFault = FaultOf<'request' | 'event' | 'refuseConnections'>;
/** Faults that change the world while they stand. */
export type StandingFault = Exclude<Fault, StrikingFault>;
