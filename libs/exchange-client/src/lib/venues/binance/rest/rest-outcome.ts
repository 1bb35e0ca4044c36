import { z } from 'zod';
import type { HttpOutcome, HttpReply } from '../../../transport/http-transport.ts';
import { parsedJson } from '../../../transport/parsed-json.ts';
import type { FailureReason } from '../../../transport/transport-failure.ts';

/** Done: the exchange has answered as asked. */
export interface RestAnswer {
  readonly kind: 'answer';
  readonly body: unknown;
}

/** Not done, for certain: the exchange has said no, with its code and in its words. */
export interface RestRefusal {
  readonly kind: 'refusal';
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** What a half-done request did: the two halves of a cancel-and-replace. */
  readonly data: unknown;
}

/** Perhaps done: no answer came, or one that does not say. Only asking can tell. */
export interface RestUnknown {
  readonly kind: 'unknown';
  readonly reason: FailureReason | 'serverError' | 'unreadable';
  readonly status: number | null;
  readonly code: number | null;
  readonly message: string;
}

/** Not done, for certain: it never left. */
export interface RestNotSent {
  readonly kind: 'notSent';
  readonly reason: FailureReason | 'backingOff' | 'limit' | 'circuitOpen';
  readonly message: string;
}

/** What became of a request. */
export type RestOutcome = RestAnswer | RestRefusal | RestUnknown | RestNotSent;

/**
 * Codes with which the exchange says that it does not know either: unexpected, disconnected, unexpected response,
 * timeout, busy (that it was not executed is nowhere promised), shutting down.
 */
const IN_DOUBT: ReadonlySet<number> = new Set([-1000, -1001, -1006, -1007, -1008, -1016]);

/** Pages of firewalls and proxies in place of a code. */
const NO_CODE = 0;
const SHOWN_CHARACTERS = 200;

const errorBody = z.object({ code: z.int(), msg: z.string(), data: z.unknown().optional() });

/** Whether a code says that the exchange does not know either. */
export function isInDoubt(code: number): boolean {
  return IN_DOUBT.has(code);
}

/** Reads an answer, whatever came. */
export function restOutcome(outcome: HttpOutcome): RestOutcome {
  if (outcome.kind === 'reply') return ofReply(outcome);
  const { reason, message, mayHaveArrived } = outcome;
  return mayHaveArrived
    ? { kind: 'unknown', reason, status: null, code: null, message }
    : { kind: 'notSent', reason, message };
}

function ofReply({ status, body }: HttpReply): RestOutcome {
  const json = parsedJson(body);
  if (status >= 200 && status < 300) {
    return json === undefined
      ? { kind: 'unknown', reason: 'unreadable', status, code: null, message: shown(body) }
      : { kind: 'answer', body: json };
  }
  const error = errorBody.safeParse(json);
  const { code, msg, data } = error.success
    ? error.data
    : { code: NO_CODE, msg: shown(body), data: undefined };
  if (status >= 500 || isInDoubt(code)) {
    return {
      kind: 'unknown',
      reason: 'serverError',
      status,
      code: error.success ? code : null,
      message: msg,
    };
  }
  return { kind: 'refusal', status, code, message: msg, data };
}

/** A page of HTML, short enough for a log. */
function shown(body: string): string {
  const text = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return 'an empty answer';
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
