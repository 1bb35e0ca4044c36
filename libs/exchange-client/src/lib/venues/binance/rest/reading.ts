import type { z } from 'zod';
import type { BulkLease } from '../../../limits/bulk-desk.ts';
import type { Purpose } from '../../../limits/rate-limit.ts';
import { explained } from './advice.ts';
import type { BinanceRest } from './binance-rest.ts';
import type { RequestDescription } from './request-description.ts';

/** The exchange has told. */
export interface WasRead<Value> {
  readonly kind: 'read';
  readonly value: Value;
}

/** It has not: nothing is known, which is not the same as nothing being there. */
export interface WasNotRead {
  readonly kind: 'unread';
  /** The exchange's code, where it has refused to tell. */
  readonly code: number | null;
  readonly reason: string;
}

/** What became of a question. */
export type Reading<Value> = WasRead<Value> | WasNotRead;

/** A question and the form of its answer. */
export interface Question<Value> {
  readonly request: RequestDescription;
  readonly shape: z.ZodType<Value>;
  readonly purpose: Purpose;
  readonly lease?: BulkLease;
}

/** Asks the exchange. An answer in a form that we do not know was not read. */
export async function ask<Value>(
  rest: Pick<BinanceRest, 'send'>,
  { request, shape, purpose, lease }: Question<Value>,
): Promise<Reading<Value>> {
  const outcome = await rest.send(request, purpose, lease);
  switch (outcome.kind) {
    case 'answer': {
      const parsed = shape.safeParse(outcome.body);
      return parsed.success ? { kind: 'read', value: parsed.data } : unreadable(request);
    }
    case 'refusal':
    case 'unknown':
      return { kind: 'unread', code: outcome.code, reason: explained(outcome) };
    case 'notSent':
      return { kind: 'unread', code: null, reason: explained(outcome) };
  }
}

/** The same reading of something made from it. */
export function mapReading<From, To>(reading: Reading<From>, change: (value: From) => To): Reading<To> {
  return reading.kind === 'read' ? { kind: 'read', value: change(reading.value) } : reading;
}

function unreadable({ method, path }: RequestDescription): WasNotRead {
  return { kind: 'unread', code: null, reason: `the answer to ${method} ${path} cannot be read` };
}
