import type { CallOutcome } from '../endpoints/admitted-call.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { OrderCount } from '../limits/order-counts.ts';
import type { RequestCount } from '../limits/request-limits.ts';
import { writeJson } from '../wire/answer-json.ts';
import type { TimeUnit } from '../wire/time-unit.ts';

/** How a reply is written. */
export interface ReplyManner {
  readonly unit: TimeUnit;
  /** Of the address; null where the client does not want to hear of limits. */
  readonly requestCounts: readonly RequestCount[] | null;
  /** Of the protocol. */
  readonly nowMs: number;
}

/** What came of a request, as it is sent. `idText` is the request's id as JSON. */
export function writeReply(
  idText: string,
  { answer, orderCounts }: CallOutcome,
  { unit, requestCounts, nowMs }: ReplyManner,
): string {
  const content = isBinanceError(answer) ? { error: errorBody(answer, nowMs) } : { result: answer.body };
  const limits = requestCounts === null ? {} : { rateLimits: rateLimits(requestCounts, orderCounts) };
  return withId(idText, writeJson({ status: answer.status ?? 200, ...content, ...limits }, unit));
}

/** An error that belongs to no request. */
export function writeFailure(error: BinanceError, nowMs: number): string {
  return withId('null', JSON.stringify({ status: error.status, error: errorBody(error, nowMs) }));
}

function withId(idText: string, json: string): string {
  return `{"id":${idText},${json.slice(1)}`;
}

function errorBody({ code, msg, data, retryAfterS, retryAtMs }: BinanceError, nowMs: number): object {
  if (retryAfterS !== undefined) {
    return { code, msg, data: { serverTime: nowMs, retryAfter: retryAtMs ?? nowMs + retryAfterS * 1000 } };
  }
  return data === undefined ? { code, msg } : { code, msg, data };
}

function rateLimits(requests: readonly RequestCount[], orders: readonly OrderCount[]): readonly object[] {
  return [
    ...orders.map(({ interval, intervalNum, limit, count }) => ({
      rateLimitType: 'ORDERS',
      interval,
      intervalNum,
      limit,
      count,
    })),
    ...requests
      .filter(({ rateLimitType }) => rateLimitType === 'REQUEST_WEIGHT')
      .map(({ rateLimitType, interval, intervalNum, limit, count }) => ({
        rateLimitType,
        interval,
        intervalNum,
        limit,
        count,
      })),
  ];
}
