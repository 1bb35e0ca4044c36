import type { HttpAnswer } from '../http/http-exchange.ts';
import { JSON_TYPE } from '../http/http-exchange.ts';
import type { Interference, SeenRequest } from '../http/interference.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { RequestInterference, SeenSocketRequest } from '../sockets/socket-interference.ts';
import type { FaultOf } from './fault.ts';

type RequestFault = FaultOf<'request'>;
type OtherAnswer = Exclude<RequestFault['answer'], string>;

/** Whether a fault is meant for a request over HTTP. */
export function fitsRequest({ match }: RequestFault, { request, parameters }: SeenRequest): boolean {
  const { method, path, socketMethod } = match;
  if (socketMethod !== undefined) return false;
  if (method !== undefined && method !== request.method) return false;
  return (path === undefined || path === request.path) && fitParameters(match, parameters);
}

/** Whether a fault is meant for a request of the WebSocket API. */
export function fitsSocketRequest({ match }: RequestFault, seen: SeenSocketRequest): boolean {
  if (match.method !== undefined || match.path !== undefined) return false;
  const { socketMethod } = match;
  return (
    (socketMethod === undefined || socketMethod === seen.method) && fitParameters(match, seen.parameters)
  );
}

/** What a fault does to a request over HTTP. */
export function httpInterference({
  delayBeforeMs,
  delayAfterMs,
  isDone,
  doneLaterMs,
  answer,
}: RequestFault): Interference {
  const hasOwn = isDone && doneLaterMs === undefined;
  return { delayBeforeMs, delayAfterMs, isDone, doneLaterMs, answer: httpAnswerOf(answer, hasOwn) };
}

/** The same for a request of the WebSocket API; what is no error of the exchange can only be silence there. */
export function socketInterference({
  delayBeforeMs,
  delayAfterMs,
  isDone,
  doneLaterMs,
  answer,
}: RequestFault): RequestInterference {
  const hasOwn = isDone && doneLaterMs === undefined;
  return { delayBeforeMs, delayAfterMs, isDone, doneLaterMs, answer: socketAnswerOf(answer, hasOwn) };
}

function httpAnswerOf(answer: RequestFault['answer'], hasOwn: boolean): Interference['answer'] {
  if (answer === 'drop') return 'none';
  if (answer === 'own') return hasOwn ? 'own' : 'none';
  return written(answer);
}

function socketAnswerOf(answer: RequestFault['answer'], hasOwn: boolean): RequestInterference['answer'] {
  if (answer === 'drop') return 'none';
  if (answer === 'own') return hasOwn ? 'own' : 'silence';
  if (typeof answer.body === 'string') return 'silence';
  if (answer.status < 400) return { kind: 'answer', status: answer.status, body: answer.body };
  if (Array.isArray(answer.body)) return 'silence';
  const { code, msg } = answer.body;
  return binanceError(
    typeof code === 'number' ? code : -1000,
    typeof msg === 'string' ? msg : 'An unknown error occurred while processing the request.',
    answer.status,
  );
}

function written({ status, body, headers = {} }: OtherAnswer): HttpAnswer {
  const isText = typeof body === 'string';
  return {
    status,
    headers: { 'content-type': isText ? 'text/html' : JSON_TYPE, ...headers },
    body: isText ? body : JSON.stringify(body),
  };
}

function fitParameters(
  { parameters = {} }: RequestFault['match'],
  given: ReadonlyMap<string, string>,
): boolean {
  return Object.entries(parameters).every(([name, value]) => given.get(name) === value);
}
